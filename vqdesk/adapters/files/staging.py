"""Staged inputs: copies by content, `<staging>/ab/<sha256>.<ext>` (R-S4)."""

import hashlib
import os
import uuid
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from vqdesk.adapters.files.disk_errors import unwritable
from vqdesk.domain.errors import InputUnusable
from vqdesk.domain.job import Asset

_CHUNK = 1 << 20


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

    def path_of(self, asset: Asset) -> Path:
        """Where a staged asset lies; whether it still exists is for the caller to see."""
        return self._path(asset.sha256, asset.ext)

    def remove_partials(self) -> None:
        """Removes copies that were never finished."""
        for partial in self._root.glob(".*.part"):
            partial.unlink(missing_ok=True)

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
