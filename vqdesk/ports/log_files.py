"""Logs that are kept as files, however large."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from vqdesk.domain.log_lines import LogExtent, LogHits, LogPlace, LogQuery, LogSource


class LogFile(Protocol):
    """One file that may grow, or be replaced, at any time. Blocking; safe from several threads."""

    def grow(self, seconds: float) -> LogExtent:
        """Counts lines that are not known yet, for so long at most. Raises InputUnusable."""
        ...

    def tail(self, count: int) -> tuple[str, ...]:
        """The last lines, at once however large the file is. Raises InputUnusable."""
        ...

    def lines(self, first: int, count: int) -> tuple[str, ...]:
        """Lines by number from 0, as far as they are known. Raises InputUnusable."""
        ...

    def find(self, query: LogQuery, place: LogPlace, seconds: float) -> LogHits:
        """Looks on from a place, for so long at most. Raises InputUnusable."""
        ...

    def save(self, target: Path, numbers: Sequence[int] | None) -> None:
        """Writes the whole file, or lines of it, elsewhere. Raises OutputUnwritable, InputUnusable."""
        ...


class LogFiles(Protocol):
    """The folder of logs."""

    def sources(self) -> list[LogSource]:
        """Those that exist."""
        ...

    def open(self, source: LogSource) -> LogFile:
        """Reads nothing yet."""
        ...
