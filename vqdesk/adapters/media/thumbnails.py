"""Small JPEGs on disk, so that a grid of photos opens at once the second time."""

import hashlib
import os
import tempfile
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

DECODER_VERSION = "2"  # raise it when thumbnails come out differently
PRUNE_EVERY_BYTES = 32 * 1024 * 1024


class ThumbnailCache:
    """Files `<folder>/ab/<key>.jpg`. Safe from several threads; a full disk only makes it forget."""

    def __init__(self, folder: Path, cap_bytes: Callable[[], int]) -> None:
        self._folder = folder
        self._cap_bytes = cap_bytes
        self._lock = threading.Lock()
        self._written = 0

    def get(self, path: Path, shape: str, make: Callable[[], bytes]) -> bytes:
        """The file as it is now, as a picture; made by `make` when it is not there. Raises OSError."""
        target = self._target(path, shape)
        with suppress(OSError):  # not there, or not readable: make it again
            data = target.read_bytes()
            os.utime(target)  # the oldest unused go first
            return data
        data = make()
        with suppress(OSError):  # a cache that cannot be written is no reason to fail
            self._put(target, data)
        return data

    def _target(self, path: Path, shape: str) -> Path:
        status = path.stat()
        name = os.path.abspath(path)  # noqa: PTH100 - must not follow links
        parts = (name, status.st_mtime_ns, status.st_size, shape, DECODER_VERSION)
        key = hashlib.sha256("\0".join(map(str, parts)).encode("utf-8", "surrogateescape")).hexdigest()
        return self._folder / key[:2] / f"{key}.jpg"

    def _put(self, target: Path, data: bytes) -> None:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=target.parent, suffix=".part")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.replace(temporary, target)  # noqa: PTH105 - must overwrite on Windows too
        with self._lock:
            self._written += len(data)
            is_due = self._written > min(PRUNE_EVERY_BYTES, self._cap_bytes())
            self._written = 0 if is_due else self._written
        if is_due:
            self.prune()

    def prune(self) -> None:
        """Deletes the longest unused thumbnails until the cache is under nine tenths of its cap."""
        files = []
        for path in self._folder.glob("*/*"):
            with suppress(FileNotFoundError):  # another thread was faster
                status = path.stat()
                files.append((status.st_mtime_ns, status.st_size, path))
        total = sum(size for _, size, _ in files)
        cap = self._cap_bytes()
        if total <= cap:
            return
        for _, size, path in sorted(files):
            if total <= cap * 0.9:
                return
            path.unlink(missing_ok=True)
            total -= size
