"""Attempts: each time that a prompt was given to a server, and the states that it went through."""

from dataclasses import dataclass
from datetime import datetime

from vqdesk.domain.errors import Problem
from vqdesk.domain.job import AttemptId, LaneId
from vqdesk.domain.node_times import NodeTime
from vqdesk.domain.status import PromptStatus

S = PromptStatus
_ENDS = {"succeeded": S.SUCCEEDED, "failed": S.FAILED, "canceled": S.CANCELED}


@dataclass(frozen=True, slots=True)
class Attempt:
    """Times are UTC ISO-8601, "" for never. `outcome` is how it ended, "" while it goes on."""

    id: AttemptId
    n: int
    lane_id: LaneId
    submitted_at: str
    waiting_since: str = ""  # "": since its job was added
    queued_at: str = ""
    started_at: str = ""
    ended_at: str = ""
    outcome: str = ""
    problem: Problem | None = None
    nodes: tuple[NodeTime, ...] = ()


@dataclass(frozen=True, slots=True)
class Stop:
    """A state that a prompt came to. `seconds` is how long it stayed; None for the last one."""

    state: PromptStatus
    at: str
    seconds: float | None = None


def stops(attempt: Attempt, added_at: str) -> list[Stop]:
    """The states of one attempt in time; its job was added at `added_at`.

    An attempt that ended without an end of the prompt leads back to the queue.
    """
    told = [
        (S.PENDING, attempt.waiting_since or added_at),
        (S.SUBMITTING, attempt.submitted_at),
        (S.QUEUED, attempt.queued_at),
        (S.RUNNING, attempt.started_at),
        (_ENDS.get(attempt.outcome, S.PENDING), attempt.ended_at),
    ]
    known = [(state, at) for state, at in told if at]
    after = [at for _, at in known[1:]]
    spans = [_seconds(at, following) for (_, at), following in zip(known, after, strict=False)]
    return [Stop(state, at, seconds) for (state, at), seconds in zip(known, [*spans, None], strict=True)]


def _seconds(start: str, end: str) -> float:
    """Clocks may have been turned back."""
    return max((datetime.fromisoformat(end) - datetime.fromisoformat(start)).total_seconds(), 0.0)
