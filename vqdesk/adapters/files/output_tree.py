"""The output tree: files appear under their name only when they are whole, and nothing is ever overwritten."""

import hashlib
import os
import uuid
from contextlib import suppress
from itertools import count
from pathlib import Path

from vqdesk.adapters.files.disk_errors import unwritable
from vqdesk.domain.errors import OutputUnwritable

_TEMPORARY = "temp"


class OutputTree:
    """Files below one root; names come from domain.naming."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._mark = uuid.uuid4().hex  # other programs may write into the same tree
        self._numbers = count()

    def open(self, folder: str, name: str) -> "PartialOutput":
        """A new file `<root>/<folder>/<name>`. Raises OutputUnwritable, also for a name that leaves the root."""
        target = self._root / folder / name
        if not _is_inside(folder) or not _is_plain(name):
            raise OutputUnwritable(
                f"The name {name!r} is not allowed for an output.",
                "It would leave the output folder.",
                "The server that sent it is not to be trusted.",
            )
        number = f"{self._mark}-{next(self._numbers)}"
        # its suffix stays: what a file says it is counts when it is verified
        return PartialOutput(self._root / _TEMPORARY / f"{number}.part{target.suffix}", target)

    def remove_partials(self) -> None:
        """Removes outputs that were never finished."""
        for partial in (self._root / _TEMPORARY).glob("*.part*"):
            partial.unlink(missing_ok=True)


class PartialOutput:
    """Implements ports.OutputFile: bytes go to a temporary file on the same disk."""

    def __init__(self, temporary: Path, target: Path) -> None:
        self._temporary = temporary
        self._target = target
        self._digest = hashlib.sha256()
        self._size = 0
        try:
            for folder in {temporary.parent, target.parent}:
                if not folder.is_dir():
                    folder.mkdir(parents=True, exist_ok=True)
            self._stream = temporary.open("wb")
        except OSError as error:
            raise unwritable(target, error) from error

    @property
    def temporary(self) -> Path:
        return self._temporary

    def write(self, data: bytes) -> None:
        try:
            self._stream.write(data)
        except OSError as error:
            raise unwritable(self._target, error) from error
        self._digest.update(data)
        self._size += len(data)

    def close(self) -> tuple[str, int]:
        try:
            self._stream.flush()
            os.fsync(self._stream.fileno())
            self._stream.close()
        except OSError as error:
            raise unwritable(self._target, error) from error
        return self._digest.hexdigest(), self._size

    def commit(self) -> Path:
        """Names the file. A file of equal bytes under the same name is ours from before a crash and is kept."""
        number = 1
        while True:
            stem, suffix = self._target.stem, self._target.suffix
            target = self._target if number == 1 else self._target.with_name(f"{stem}__{number}{suffix}")
            try:
                claim_name(self._temporary, target)
                return target
            except FileExistsError:
                if _same_content(target, self._digest.hexdigest(), self._size):
                    self._temporary.unlink()
                    return target
            except OSError as error:
                raise unwritable(target, error) from error
            number += 1

    def discard(self) -> None:
        with suppress(OSError):  # a full disk refuses the rest of the buffer, which nobody needs any more
            self._stream.close()
        self._temporary.unlink(missing_ok=True)


def _is_inside(folder: str) -> bool:
    """By its words: a folder that the user has linked elsewhere is still the user's choice."""
    path = Path(folder)
    return not path.anchor and ".." not in path.parts


def _is_plain(name: str) -> bool:
    return Path(name).name == name and name not in ("", "..") and "\0" not in name


def claim_name(temporary: Path, target: Path) -> None:
    """Moves without overwriting; a hard link fails when the name is taken, unlike a rename."""
    try:
        target.hardlink_to(temporary)
    except FileExistsError:
        raise
    except OSError:  # no hard links on this disk (exFAT, some network shares)
        target.touch(exist_ok=False)
        try:
            temporary.replace(target)
        except OSError:
            target.unlink()
            raise
        return
    temporary.unlink()


def _same_content(path: Path, digest: str, size: int) -> bool:
    if path.stat().st_size != size:
        return False
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest() == digest
