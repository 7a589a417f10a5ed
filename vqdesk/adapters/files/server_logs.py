"""What servers wrote on their consoles: two files a lane below logs/; the older goes when the newer is full."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from vqdesk.domain.errors import OutputUnwritable
from vqdesk.domain.job import LaneId
from vqdesk.domain.server_log import ConsoleLine, ServerLine

_MOST_BYTES = 1_000_000


class ServerLogFiles:
    """Implements ports.ServerLogs. A line: id, tab, the server's time, tab, text."""

    def __init__(self, folder: Path, most_bytes: int = _MOST_BYTES) -> None:
        self._folder = folder
        self._most_bytes = most_bytes
        self._last: dict[LaneId, int] = {}

    def append(self, lane_id: LaneId, lines: Sequence[ConsoleLine]) -> None:
        """Raises OutputUnwritable when the disk takes no more."""
        path = self._path(lane_id)
        try:
            last = self._last_id(lane_id)
            if path.exists() and path.stat().st_size > self._most_bytes:
                path.replace(_older(path))
            with path.open("a", encoding="utf-8", errors="replace") as file:
                for number, line in enumerate(lines, last + 1):
                    file.write(f"{number}\t{line.at}\t{line.text}\n")
        except OSError as error:
            raise OutputUnwritable(
                "A server's log cannot be kept.", f"{path}: {error.strerror}.", "Free some space on the disk."
            ) from error
        self._last[lane_id] = last + len(lines)

    def lines(self, lane_id: LaneId, after: int = 0, limit: int = 1000) -> list[ServerLine]:
        """The next lines after that id, oldest first; with 0 the newest that are kept."""
        path = self._path(lane_id)
        kept = [line for each in (_older(path), path) for line in _read(each) if line.id > after]
        return kept[:limit] if after else kept[-limit:]

    def _last_id(self, lane_id: LaneId) -> int:
        if lane_id not in self._last:
            _end_line(self._path(lane_id))
            newest = self.lines(lane_id, limit=1)
            self._last[lane_id] = newest[-1].id if newest else 0
        return self._last[lane_id]

    def _path(self, lane_id: LaneId) -> Path:
        return self._folder / f"server-{lane_id}.log"


def _older(path: Path) -> Path:
    return path.with_suffix(".log.1")


def _end_line(path: Path) -> None:
    """A crash may have cut the last line off."""
    if path.exists() and not path.read_bytes().endswith(b"\n"):
        with path.open("a", encoding="utf-8") as file:
            file.write("\n")


def _read(path: Path) -> Iterator[ServerLine]:
    """A line that was cut off by a crash is left out."""
    if not path.exists():
        return
    for line in path.read_text(encoding="utf-8", errors="replace").split("\n"):
        number, _, rest = line.partition("\t")
        at, tab, text = rest.partition("\t")
        if number.isdigit() and tab:
            yield ServerLine(int(number), at, text)
