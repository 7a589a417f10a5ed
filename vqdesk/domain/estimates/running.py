"""What is left of a prompt that runs: from times of the past, corrected by how far it is."""

import math
from collections.abc import Iterable, Mapping, Sequence

from vqdesk.domain.estimates.learning import Guess
from vqdesk.domain.estimates.values import AtLane, Timing

_ENOUGH_PART = 0.1
_ENOUGH_S = 2.0
_PROGRESS_ERROR = 0.35  # parts of a graph are weighted by rule of thumb
_OVERDUE = 0.08  # of its time that a prompt still has, which is later than all before


def left_of(running: AtLane, guess: Guess | None) -> tuple[float, float] | None:
    """Seconds left and their deviation; None when neither past nor progress says anything."""
    ways = [way for way in (_by_past(running, guess), _by_progress(running)) if way is not None]
    if not ways:
        return None
    weights = [1 / max(deviation, 0.01) ** 2 for _, deviation in ways]
    left = sum(weight * seconds for weight, (seconds, _) in zip(weights, ways, strict=True)) / sum(weights)
    return left, math.sqrt(1 / sum(weights))


def told_by_progress(
    history: Mapping[str, Sequence[Timing]], at_lanes: Iterable[AtLane]
) -> dict[str, Sequence[Timing]]:
    """The past, and for workflows without any the times that running prompts of theirs seem to take."""
    told = dict(history)
    for one in at_lanes:
        total = _total(one)
        if total is not None and not told.get(one.job.workflow_hash):
            job = one.job
            told[job.workflow_hash] = [Timing(job.workflow_hash, job.task_type, one.lane_id, job.load, total)]
    return told


def _by_past(running: AtLane, guess: Guess | None) -> tuple[float, float] | None:
    if guess is None:
        return None
    late = max(running.elapsed_s - guess.middle, 0.0)
    left = max(guess.middle - running.elapsed_s, _OVERDUE * max(guess.middle, running.elapsed_s))
    return left, guess.middle * math.hypot(guess.spread, guess.doubt) + late / 2


def _by_progress(running: AtLane) -> tuple[float, float] | None:
    total = _total(running)
    if total is None:
        return None
    left = max(total - running.elapsed_s, 0.0)
    return left, max(_PROGRESS_ERROR * left, 0.02 * total)


def _total(running: AtLane) -> float | None:
    part = running.fraction
    if part is None or part < _ENOUGH_PART or running.elapsed_s < _ENOUGH_S:
        return None
    return running.elapsed_s / part
