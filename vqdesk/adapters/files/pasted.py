"""Pictures that came from the clipboard or a browser without a file of their own."""

import hashlib
import os
import time
from contextlib import suppress
from pathlib import Path

from vqdesk.adapters.files.disk_errors import unwritable

_NAME_DIGITS = 12
_DAY_S = 86_400.0


class PastedPictures:
    """Kept by content: pasting the same picture twice gives the same file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, data: bytes, extension: str) -> Path:
        """Writes the picture unless it is there. Raises OutputUnwritable."""
        digest = hashlib.sha256(data).hexdigest()[:_NAME_DIGITS]
        path = self._folder / f"pasted_{digest}.{extension}"
        try:
            if not path.is_file() or path.stat().st_size != len(data):
                self._folder.mkdir(parents=True, exist_ok=True)
                partial = path.with_suffix(".part")
                partial.write_bytes(data)
                partial.replace(path)
            os.utime(path)  # used again
        except OSError as error:
            raise unwritable(path, error) from error
        return path

    def old(self, days: float) -> list[Path]:
        """Those that were last kept longer ago, and what a killed process left half-written."""
        try:
            found = list(self._folder.glob("pasted_*"))
        except OSError:  # nothing is kept where nothing can be read
            return []
        return [path for path in found if _age_s(path) > days * _DAY_S]

    def forget(self, path: Path) -> bool:
        """Whether it is gone now."""
        with suppress(OSError):  # it is tried again another day
            path.unlink()
            return True
        return False


def _age_s(path: Path) -> float:
    try:
        return time.time() - path.stat().st_mtime
    except OSError:  # gone meanwhile
        return 0.0
