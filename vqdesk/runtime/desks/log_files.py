"""What the window asks about logs that are files."""

from collections.abc import Sequence
from pathlib import Path

from vqdesk.domain.errors import OutputUnwritable
from vqdesk.domain.log_lines import LogExtent, LogHits, LogPlace, LogQuery, LogSource
from vqdesk.ports import LogFile, LogFiles
from vqdesk.runtime.pools import Pools

_PATIENCE_S = 0.1
"""One question takes so long at most; whoever asks goes on asking."""


class LogFileDesk:
    """All methods raise UserError when a file cannot be read or written."""

    def __init__(self, logs: LogFiles, pools: Pools) -> None:
        self._logs = logs
        self._pools = pools

    async def sources(self) -> list[LogSource]:
        """The files that exist."""
        return await self._pools.files(self._logs.sources)

    async def open(self, source: LogSource, last: int) -> tuple[LogFile, tuple[str, ...]]:
        """The file and its last lines, before anything is counted."""
        file = self._logs.open(source)
        return file, await self._pools.files(file.tail, last)

    async def grow(self, file: LogFile) -> LogExtent:
        """Counts on."""
        return await self._pools.files(file.grow, _PATIENCE_S)

    async def lines(self, file: LogFile, first: int, count: int) -> tuple[str, ...]:
        """Lines by number from 0."""
        return await self._pools.files(file.lines, first, count)

    async def find(self, file: LogFile, query: LogQuery, place: LogPlace) -> LogHits:
        """Looks on from a place."""
        return await self._pools.files(file.find, query, place, _PATIENCE_S)

    async def save(self, file: LogFile, target: str, numbers: Sequence[int] | None = None) -> None:
        """Copies the file, or lines of it."""
        await self._pools.files(file.save, Path(target), numbers)

    async def write(self, target: str, text: str) -> None:
        """Saves lines that are no file."""
        await self._pools.files(_write, Path(target), text)


def _write(target: Path, text: str) -> None:
    try:
        target.write_text(text, encoding="utf-8")
    except OSError as error:
        raise OutputUnwritable(
            "The text cannot be saved there.", f"{target}: {error.strerror}.", "Choose another folder."
        ) from error
