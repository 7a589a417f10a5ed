"""The system's trash, and the way back out of it where the system's rules for it are public."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from vqdesk.adapters.files.disk_errors import unwritable
from vqdesk.domain.errors import OutputUnwritable


class SystemTrash:
    """Implements ports.Trash. `restore` knows the freedesktop.org trash (specification 1.0), others not."""

    def put(self, path: Path) -> None:
        from send2trash import TrashPermissionError, send2trash  # loads the desktop's libraries

        try:
            send2trash(path)
        except FileNotFoundError as error:
            raise OutputUnwritable(
                f"{path.name} is not there any more.", str(path), "It was moved or deleted outside VQDesk."
            ) from error
        except TrashPermissionError as error:
            raise OutputUnwritable(
                f"{path.name} could not be moved to the trash.",
                f"The disk of {path.parent} has no trash that may be used.",
                "Delete the file in your file manager instead.",
            ) from error
        except OSError as error:
            raise unwritable(path, error) from error

    def restore(self, path: Path) -> bool:
        if path.exists():
            return True
        if sys.platform in ("win32", "darwin"):
            return False
        newest = max(_records_of(path), key=lambda record: record.stat().st_mtime_ns, default=None)
        if newest is None:
            return False
        kept = newest.parent.parent / "files" / newest.stem
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            shutil.move(kept, path)
            newest.unlink()
        except OSError as error:
            raise unwritable(path, error) from error
        return True


def _records_of(path: Path) -> Iterator[Path]:
    """The records of files that were thrown away from this place and are still there."""
    for trash, top in _trashes(path):
        for record in (trash / "info").glob("*.trashinfo"):
            if _place(record, top) == path and (trash / "files" / record.stem).exists():
                yield record


def _trashes(path: Path) -> Iterator[tuple[Path, Path]]:
    """The user's own trash, and those on the disk of the file."""
    shared = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    yield Path(shared) / "Trash", Path("/")
    top = next((folder for folder in path.parents if folder.is_mount()), Path("/"))
    user = os.getuid() if hasattr(os, "getuid") else 0
    yield top / ".Trash" / str(user), top
    yield top / f".Trash-{user}", top


def _place(record: Path, top: Path) -> Path | None:
    try:
        lines = record.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return None
    place = next((line[5:] for line in lines if line.startswith("Path=")), "")
    return top / unquote(place) if place else None
