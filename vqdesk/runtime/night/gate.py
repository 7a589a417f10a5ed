"""Whether a lane may be fed now: kept by the night, asked before every claim."""

from collections.abc import Mapping

from vqdesk.domain.errors import Problem
from vqdesk.domain.job import LaneId
from vqdesk.domain.policies.rest import Rest, RestReason


class FeedGate:
    """In the worker's loop only. Open until somebody closes it."""

    def __init__(self) -> None:
        self.rests: Mapping[LaneId, Rest] = {}
        self.disk: Problem | None = None  # the queue rests until there is room
        self.lent: frozenset[LaneId] = frozenset()  # their GPU writes prompts meanwhile (baton.py)
        self.is_ending = False  # what happens after the queue is about to happen

    def is_open(self, lane_id: LaneId) -> bool:
        """Whether this lane may get something new."""
        return not self.is_ending and self.disk is None and lane_id not in {*self.rests, *self.lent}

    def closed_because(self, lane_id: LaneId) -> str:
        """Words for the log where what waits at the server has to come back too; "" when it may stay."""
        if lane_id in self.lent:
            return "lends its GPU to the language models"
        rest = self.rests.get(lane_id)
        if rest is not None:
            return f"rests until {rest.until:%H:%M}" if rest.until else "is paused"
        return "waits: the disk is nearly full" if self.disk is not None else ""

    def pause(self, lane_id: LaneId, problem: Problem) -> None:
        """A lane failed too often: nothing more from this moment on."""
        self.rests = {**self.rests, lane_id: Rest(RestReason.FAILURES, problem=problem)}
