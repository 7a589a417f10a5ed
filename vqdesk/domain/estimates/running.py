"""What is left of a prompt that runs: from times of the past, corrected by how far it is."""

import math
from collections.abc import Iterable, Mapping, Sequence

from vqdesk.domain.estimates.learning import Guess
from vqdesk.domain.estimates.values import AtLane, Timing

_ENOUGH_PART = 0.1
_ENOUGH_S = 2.0
_PROGRESS_ERROR = 0.5  # parts of a graph are weighted by rule of thumb
_LEAST_ERROR = 0.01
_OVERDUE = 0.08  # of its time that a prompt still has, which is later than all before


def left_of(running: AtLane, guess: Guess | None) -> tuple[float, float] | None:
    """Seconds left and their deviation; None when neither past nor progress says anything.

    Both are weighed by how sure they are of the whole time; where they disagree nobody is sure.
    """
    ways = [way for way in (_by_past(guess), _by_progress(running)) if way is not None]
    if not ways:
        return None
    weights = [1 / error**2 for _, error in ways]
    sure = sum(weights)
    logs = [math.log(total) for total, _ in ways]
    middle = sum(weight * log for weight, log in zip(weights, logs, strict=True)) / sure
    apart = sum(weight * (log - middle) ** 2 for weight, log in zip(weights, logs, strict=True)) / sure
    total = math.exp(middle)
    late = max(running.elapsed_s - total, 0.0)
    left = max(total - running.elapsed_s, _OVERDUE * max(total, running.elapsed_s))
    return left, total * math.sqrt(1 / sure + apart) + late / 2


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


def _by_past(guess: Guess | None) -> tuple[float, float] | None:
    """The whole time and its error, a part of it."""
    return None if guess is None else (guess.middle, math.hypot(guess.spread, guess.doubt))


def _by_progress(running: AtLane) -> tuple[float, float] | None:
    total = _total(running)
    if total is None or running.fraction is None:
        return None
    return total, _PROGRESS_ERROR * (1 - running.fraction) + _LEAST_ERROR


def _total(running: AtLane) -> float | None:
    part = running.fraction
    if part is None or part < _ENOUGH_PART or running.elapsed_s < _ENOUGH_S:
        return None
    return running.elapsed_s / part
