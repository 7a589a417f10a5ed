"""The disk guard: nothing new while a disk that we write to is nearly full (R-O8)."""

from collections.abc import Iterable
from dataclasses import dataclass

from vqdesk.domain.errors import DISK_FULL, Problem

_GB = 1_000_000_000
_LARGEST_PART = 0.05
_MORE_TO_GO_ON = 1.1


@dataclass(frozen=True, slots=True)
class DiskRoom:
    """A disk that takes what we write; sizes in bytes."""

    what: str  # "outputs" or "inputs"
    folder: str
    free: int
    total: int


def short_of_room(disks: Iterable[DiskRoom], keep_free_gb: float, was_short: bool = False) -> Problem | None:
    """Why the queue must rest, or None. 0 GB switches the guard off.

    On a small disk a twentieth of it is enough. It takes a tenth more to go on than to stop, or the queue would
    flutter at the edge.
    """
    for disk in disks:
        wanted = min(keep_free_gb * _GB, disk.total * _LARGEST_PART) * (_MORE_TO_GO_ON if was_short else 1.0)
        if disk.free < wanted:
            return Problem(
                f"Nothing new is started: the disk for {disk.what} is nearly full.",
                f"{size_words(disk.free)} are free at {disk.folder}; {size_words(wanted)} are kept free.",
                "Make room; the queue goes on by itself.",
                kind=DISK_FULL,
            )
    return None


def size_words(count: float) -> str:
    """“1.4 GB”, “120 MB”."""
    return f"{count / _GB:.1f} GB" if count >= _GB else f"{count / 1_000_000:.0f} MB"
