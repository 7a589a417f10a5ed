"""Pictures that came from the clipboard or a browser without a file of their own."""

import hashlib
from pathlib import Path

from vqdesk.adapters.files.disk_errors import unwritable

_NAME_DIGITS = 12


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
        except OSError as error:
            raise unwritable(path, error) from error
        return path
