"""Which files a folder holds, at any depth. Blocking: a network folder may never answer."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from vqdesk.domain.errors import Problem
from vqdesk.domain.media import MediaKind
from vqdesk.domain.naming import natural_key

PROCESSED = "_processed"
"""Folder that takes the sources of finished jobs (R-S9); never looked into."""

_UPLOADED = re.compile(r"[\\/]vqdesk[\\/][0-9a-f]{16}$")
"""A folder that holds what we have sent, in the input folder of a ComfyUI on this computer; never looked into."""

MOST_ENTRIES = 200_000
SUFFIXES = {
    MediaKind.IMAGE: frozenset({".png", ".jpg", ".jpeg", ".webp", ".bmp", ".tif", ".tiff", ".gif"}),
    MediaKind.VIDEO: frozenset({".mp4", ".mov", ".webm", ".mkv", ".avi", ".m4v"}),
}
WORDS = {
    MediaKind.IMAGE: ("a picture", "pictures"),
    MediaKind.VIDEO: ("a video", "videos"),
    MediaKind.OTHER: ("neither picture nor video", "files"),
}


@dataclass(slots=True)
class FolderFiles:
    """The files of a folder in natural order, and the parts that could not be read."""

    files: list[Path] = field(default_factory=list)
    problems: list[tuple[Path, Problem]] = field(default_factory=list)


def files_in(folder: Path, kind: MediaKind, most_entries: int = MOST_ENTRIES) -> FolderFiles:
    """Files whose names promise this kind.

    Hidden ones are left out (macOS keeps its notes in "._photo.jpg"), and so is what was put into `_processed` or
    sent to a server by us. Links to folders are followed, each folder once: a loop ends.
    """
    found = FolderFiles()
    seen: set[tuple[int, int]] = set()
    waiting, entries = [folder], 0
    while waiting:
        place = waiting.pop()
        try:
            known = _identity(place)
            if known in seen:
                continue
            seen.add(known)
            for entry in _visible(place):
                entries += 1
                _sort_in(entry, kind, found, waiting)
        except OSError as error:
            found.problems.append((place, _unreadable(place, error)))
        if entries > most_entries:
            found.problems.append((folder, _too_large(folder, entries)))
            break
    found.files.sort(key=lambda path: natural_key(str(path)))
    return found


def is_folder(path: Path) -> bool:
    """Whether there is a folder; False also for names that no system allows."""
    return os.path.isdir(path)  # noqa: PTH112  unlike Path's own it never raises


def nothing_in(folder: Path, kind: MediaKind) -> Problem:
    """What to say of a folder without files of this kind."""
    kinds = ", ".join(sorted(suffix.lstrip(".") for suffix in SUFFIXES[kind]))
    return Problem(
        f"There are no {WORDS[kind][1]} in the folder {folder.name}.",
        f"{folder} holds no file that ends in {kinds}.",
        "Name another folder, or the files themselves.",
    )


def _visible(place: Path) -> Iterator["os.DirEntry[str]"]:
    with os.scandir(place) as entries:
        yield from (entry for entry in entries if not entry.name.startswith("."))


def _sort_in(entry: "os.DirEntry[str]", kind: MediaKind, found: FolderFiles, waiting: list[Path]) -> None:
    try:
        if entry.is_dir():
            if entry.name != PROCESSED and not _UPLOADED.search(entry.path):
                waiting.append(Path(entry.path))
        elif os.path.splitext(entry.name)[1].lower() in SUFFIXES[kind]:  # noqa: PTH122  many files
            if entry.is_file():
                found.files.append(Path(entry.path))
            else:
                found.problems.append((Path(entry.path), _no_file(entry)))
    except OSError as error:  # such as a link that leads to itself
        found.problems.append((Path(entry.path), _unreadable(Path(entry.path), error)))


def _identity(place: Path) -> tuple[int, int]:
    status = place.stat()
    return status.st_dev, status.st_ino


def _unreadable(place: Path, error: OSError) -> Problem:
    return Problem(
        f"{place.name} cannot be read.",
        f"{place}: {error.strerror or error}.",
        "Check that it is there and that you may open it.",
    )


def _no_file(entry: "os.DirEntry[str]") -> Problem:
    is_link = entry.is_symlink()
    return Problem(
        f"{entry.name} leads nowhere." if is_link else f"{entry.name} is not a file.",
        f"{entry.path} is {'a link to nothing' if is_link else 'a pipe or a device'}.",
        "Leave it out.",
    )


def _too_large(folder: Path, entries: int) -> Problem:
    return Problem(
        f"The folder {folder.name} is very large.",
        f"Reading stopped after {entries:,} entries.",
        "Add one of its folders instead.",
    )
