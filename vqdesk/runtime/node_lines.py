"""Lines in the job's log for the nodes that take their time; the quick ones would bury them."""

import asyncio
from dataclasses import dataclass

from vqdesk.domain.job import AttemptId
from vqdesk.runtime.flight import Flight
from vqdesk.runtime.lane_parts import LaneDesk

_A_MOMENT_S = 0.25


@dataclass(frozen=True, slots=True)
class _Started:
    flight: Flight
    title: str
    due: float  # the loop's seconds


class NodeLines:
    """Told of every node; writes of those that still run a moment later."""

    def __init__(self, desk: LaneDesk) -> None:
        self._desk = desk
        self._waiting: dict[AttemptId, _Started] = {}  # in the order of `due`
        self._alarm: asyncio.TimerHandle | None = None

    def started(self, flight: Flight) -> None:
        """A node of the attempt runs now; the one before has ended."""
        self.ended(flight)
        due = asyncio.get_running_loop().time() + _A_MOMENT_S
        self._waiting[flight.attempt_id] = _Started(flight, flight.progress.node_title, due)
        self._wait()

    def ended(self, flight: Flight) -> None:
        """No node of the attempt runs."""
        self._waiting.pop(flight.attempt_id, None)

    def _wait(self) -> None:
        """One timer for all nodes: most of them end before their moment is over."""
        if self._alarm is None and self._waiting:
            first = next(iter(self._waiting.values()))
            self._alarm = asyncio.get_running_loop().call_at(first.due, self._tell)

    def _tell(self) -> None:
        self._alarm, now = None, asyncio.get_running_loop().time()
        for one in [one for one in self._waiting.values() if one.due <= now]:
            del self._waiting[one.flight.attempt_id]
            if not one.flight.is_ending:
                self._desk.note_soon(one.flight, "debug", f"{one.title} runs.")
        self._wait()
