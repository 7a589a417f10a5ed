"""A log file of any size: lines by number through a sparse index, one entry for 64 KiB.

Read by position, from the system's page cache, and not through a lasting memory map: a program whose mapped log is
cut short is killed by the system, and Windows lets nobody rename a mapped log.
"""

import os
import time
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import BinaryIO

from vqdesk.domain.errors import InputUnusable, OutputUnwritable
from vqdesk.domain.job import LaneId
from vqdesk.domain.log_lines import LogExtent, LogHits, LogPlace, LogQuery, LogSource

_CHUNK = 1 << 16
_TAIL = 1 << 18
_LONGEST = 4_000  # bytes of a line that are shown


class TextLog:
    """Implements ports.LogFile."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = Lock()
        self._forget((0, 0))

    def grow(self, seconds: float) -> LogExtent:
        """Counts lines that are not known yet, for so long at most. Raises InputUnusable."""
        until = time.monotonic() + seconds
        with self._lock, self._opened() as file:
            stat = os.fstat(file.fileno())
            is_new = (stat.st_dev, stat.st_ino) != self._identity or stat.st_size < self._known
            if is_new:
                self._forget((stat.st_dev, stat.st_ino))
            file.seek(self._known)
            while time.monotonic() < until and (piece := file.read(_CHUNK - self._known % _CHUNK)):
                self._known += len(piece)
                self._ends += piece.count(b"\n")
                self._has_open_end = not piece.endswith(b"\n")
                if self._known % _CHUNK == 0:
                    self._index.append(self._ends)
            part = self._known / stat.st_size if stat.st_size > self._known else 1.0
            return LogExtent(self._ends + self._has_open_end, part, is_new)

    def tail(self, count: int) -> tuple[str, ...]:
        """The last lines, at once however large the file is. Raises InputUnusable."""
        with self._opened() as file:
            size = file.seek(0, os.SEEK_END)
            start = max(0, size - _TAIL)
            file.seek(start)
            lines = file.read().split(b"\n")
        if start:
            lines = lines[1:]
        if not lines[-1]:
            lines.pop()
        return tuple(_text(line) for line in lines[-count:])

    def lines(self, first: int, count: int) -> tuple[str, ...]:
        """Lines by number from 0, as far as they are known. Raises InputUnusable."""
        with self._lock:
            entry = max(0, bisect_left(self._index, first) - 1)
            skipped = first - self._index[entry]
        with self._opened() as file:
            file.seek(entry * _CHUNK)
            return _lines(file, skipped, count)

    def find(self, query: LogQuery, place: LogPlace, seconds: float) -> LogHits:
        """Looks on from a place, for so long at most. Raises InputUnusable."""
        until = time.monotonic() + seconds
        found: list[int] = []
        byte, line = place.byte, place.line
        with self._opened() as file:
            file.seek(byte)
            rest = b""
            while piece := file.read(_CHUNK):
                rest += piece
                end = rest.rfind(b"\n") + 1
                text = rest[:end].decode("utf-8", "replace")
                if query.might_hold(text):
                    lines = text.split("\n")[:-1]
                    found += [at for at, each in enumerate(lines, line) if query.takes(each[:_LONGEST])]
                line += rest.count(b"\n", 0, end)
                byte += end
                rest = rest[end:]
                if time.monotonic() >= until:
                    return LogHits(tuple(found), LogPlace(byte, line), is_end=False)
        return LogHits(tuple(found), LogPlace(byte, line), is_end=True)

    def save(self, target: Path, numbers: Sequence[int] | None) -> None:
        """Writes the whole file, or lines of it, elsewhere. Raises OutputUnwritable, InputUnusable."""
        with self._opened() as file:
            try:
                with target.open("wb") as copy:
                    if numbers is None:
                        while piece := file.read(_CHUNK):
                            copy.write(piece)
                    else:
                        wanted = frozenset(numbers)
                        copy.writelines(line for at, line in enumerate(file) if at in wanted)
            except OSError as error:
                raise OutputUnwritable(
                    "The log cannot be saved there.", f"{target}: {error.strerror}.", "Choose another folder."
                ) from error

    def _forget(self, identity: tuple[int, int]) -> None:
        self._identity = identity
        self._known = 0  # bytes
        self._ends = 0  # of lines, in the known bytes
        self._has_open_end = False
        self._index = array("Q", [0])  # ends of lines before each chunk

    @contextmanager
    def _opened(self) -> Iterator[BinaryIO]:
        try:
            file = self._path.open("rb")
        except OSError as error:
            raise InputUnusable(
                f"The log {self._path.name} cannot be read.",
                f"The system says: {error.strerror or error}.",
                "It may have nothing written into it yet.",
            ) from error
        with file:
            yield file


class LogFolder:
    """Implements ports.LogFiles."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def sources(self) -> list[LogSource]:
        """Those that exist."""
        known = [LogSource(name) for name in ("vqdesk.log", "engine.log") if (self._folder / name).is_file()]
        return known + [
            LogSource(path.name, LaneId(int(path.stem.removeprefix("server-"))))
            for path in sorted(self._folder.glob("server-*.log"))
            if path.stem.removeprefix("server-").isdigit()
        ]

    def open(self, source: LogSource) -> TextLog:
        """Reads nothing yet."""
        return TextLog(self._folder / source.file_name)


def _lines(file: BinaryIO, skipped: int, count: int) -> tuple[str, ...]:
    lines: list[bytes] = []
    rest = b""
    while len(lines) < skipped + count:
        piece = file.read(_CHUNK)
        if not piece:
            lines += [rest] if rest else []
            break
        *whole, rest = (rest[:_LONGEST] + piece).split(b"\n")
        lines += whole
    return tuple(_text(line) for line in lines[skipped : skipped + count])


def _text(line: bytes) -> str:
    shown = line[:_LONGEST].decode("utf-8", "replace").rstrip("\r").expandtabs(4)
    return f"{shown} …" if len(line) > _LONGEST else shown
