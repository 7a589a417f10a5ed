"""Staged inputs: copies by content, `<staging>/ab/<sha256>.<ext>` (R-S4)."""

import hashlib
import os
import time
import uuid
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from vqdesk.adapters.files.disk_errors import unwritable
from vqdesk.domain.errors import InputUnusable
from vqdesk.domain.job import Asset

_CHUNK = 1 << 20
_ABANDONED_S = 3600.0


class StagingArea:
    """Every content is kept once, however often it is staged."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def stage(self, source: Path) -> tuple[str, str, int]:
        """Copies `source`; returns sha256, extension without dot, bytes.

        Raises InputUnusable when it cannot be read and OutputUnwritable when staging cannot be written.
        """
        ext = source.suffix.lower().lstrip(".")
        partial = self._root / f".{uuid.uuid4().hex}.part"
        try:
            digest, size = self._copy(source, partial)
            target = self._path(digest, ext)
            if not target.exists() or target.stat().st_size != size:
                target.parent.mkdir(exist_ok=True)
                partial.replace(target)
        except OSError as error:
            raise unwritable(self._root / source.name, error) from error
        finally:
            with suppress(OSError):  # what cannot be removed now goes at the next start
                partial.unlink(missing_ok=True)
        return digest, ext, size

    def digest(self, source: Path) -> tuple[str, str, int]:
        """What `stage` returns, without a copy. Raises InputUnusable when it cannot be read."""
        digest, size = _digest_of(source)
        return digest, source.suffix.lower().lstrip("."), size

    def find(self, asset: Asset, source: Path) -> Path:
        """A file that holds exactly this asset: our copy, else the source if it is unchanged.

        Raises InputUnusable when there is neither.
        """
        copy = self._path(asset.sha256, asset.ext)
        has_copy = copy.is_file()
        if has_copy and _holds(copy, asset):
            return copy
        if _holds(source, asset):
            return source
        raise _lost(source, copy, has_copy)

    def path_of(self, asset: Asset) -> Path:
        """Where a staged asset lies; whether it still exists is for the caller to see."""
        return self._path(asset.sha256, asset.ext)

    def remove_partials(self) -> None:
        """Removes copies that were never finished; another process may be writing one just now."""
        for partial in self._root.glob(".*.part"):
            with suppress(FileNotFoundError):
                if time.time() - partial.stat().st_mtime > _ABANDONED_S:
                    partial.unlink()

    def _path(self, digest: str, ext: str) -> Path:
        return self._root / digest[:2] / (f"{digest}.{ext}" if ext else digest)

    def _copy(self, source: Path, partial: Path) -> tuple[str, int]:
        digest, size = hashlib.sha256(), 0
        self._root.mkdir(parents=True, exist_ok=True)
        with partial.open("wb") as target:
            for chunk in _chunks_of(source):
                digest.update(chunk)
                size += target.write(chunk)
            target.flush()
            os.fsync(target.fileno())
        return digest.hexdigest(), size


def _digest_of(source: Path) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    for chunk in _chunks_of(source):
        digest.update(chunk)
        size += len(chunk)
    return digest.hexdigest(), size


def _holds(path: Path, asset: Asset) -> bool:
    try:
        return path.stat().st_size == asset.bytes and _digest_of(path)[0] == asset.sha256
    except (OSError, InputUnusable):
        return False


def _lost(source: Path, copy: Path, has_copy: bool) -> InputUnusable:
    ours = f"VQDesk's own copy {copy} is damaged" if has_copy else "VQDesk has no copy of its own"
    theirs = f"{source} has changed since" if source.is_file() else f"{source} is not there any more"
    return InputUnusable(
        f"The input {source.name} is lost." if has_copy or not source.is_file() else f"{source.name} has changed.",
        f"{ours}, and {theirs}.",
        "Put the file back as it was and retry, or add it anew as another job.",
    )


def _chunks_of(source: Path) -> Iterator[bytes]:
    try:
        with source.open("rb") as stream:
            while chunk := stream.read(_CHUNK):
                yield chunk
    except OSError as error:
        raise InputUnusable(
            f"{source.name} cannot be read.",
            f"{source}: {error.strerror or error}.",
            "Check the file and add it again.",
        ) from error
