"""Limits for walks over the blocks of files that nobody has checked."""

from collections.abc import Iterator
from typing import BinaryIO, Final

MAX_TEXT_BYTES: Final = 24_000_000
"""Longer texts are passed over; the largest workflows seen have a few megabytes."""

MAX_BLOCKS: Final = 50_000
"""Blocks that are looked at before a walk gives up."""

Texts = Iterator[tuple[str, str]]
"""Keys and texts in the order of the file."""


def read_at_most(file: BinaryIO, length: int) -> bytes:
    """The next `length` bytes, at most MAX_TEXT_BYTES, or what the file still has of them; none below zero."""
    return file.read(max(0, min(length, MAX_TEXT_BYTES)))
