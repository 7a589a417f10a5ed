"""Lines in the job's log for the nodes that take their time; the quick ones would bury them."""

import asyncio

from vqdesk.domain.job import AttemptId
from vqdesk.runtime.flight import Flight
from vqdesk.runtime.lane_parts import LaneDesk

_A_MOMENT_S = 0.25


class NodeLines:
    """Told of every node; writes of those that still run a moment later."""

    def __init__(self, desk: LaneDesk) -> None:
        self._desk = desk
        self._waiting: dict[AttemptId, asyncio.TimerHandle] = {}

    def started(self, flight: Flight) -> None:
        """A node of the attempt runs now; the one before has ended."""
        self.ended(flight)
        loop = asyncio.get_running_loop()
        title = flight.progress.node_title
        self._waiting[flight.attempt_id] = loop.call_later(_A_MOMENT_S, self._tell, flight, title)

    def ended(self, flight: Flight) -> None:
        """No node of the attempt runs."""
        if waiting := self._waiting.pop(flight.attempt_id, None):
            waiting.cancel()

    def _tell(self, flight: Flight, title: str) -> None:
        self._waiting.pop(flight.attempt_id, None)
        if not flight.is_ending:
            self._desk.note_soon(flight, "debug", f"{title} runs.")
