"""The consoles of servers, kept on disk."""

from collections.abc import Sequence
from typing import Protocol

from vqdesk.domain.job import LaneId
from vqdesk.domain.server_log import ConsoleLine, ServerLine


class ServerLogs(Protocol):
    """Bounded: the oldest lines go. Blocking; one caller at a time writes."""

    def append(self, lane_id: LaneId, lines: Sequence[ConsoleLine]) -> None:
        """Raises OutputUnwritable when the disk takes no more."""
        ...

    def lines(self, lane_id: LaneId, after: int = 0, limit: int = 1000) -> list[ServerLine]:
        """The next lines after that id, oldest first; with 0 the newest that are kept."""
        ...
