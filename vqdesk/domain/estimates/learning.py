"""From the times of the past to what one prompt, or many, will take."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import fmean, median, pstdev

from vqdesk.domain.estimates.load import Load
from vqdesk.domain.estimates.values import OpenJob, Span, Timing
from vqdesk.domain.job import LaneId

_NEWEST = 40  # what is older says little of today's models, drivers and sizes
_SURE_Z = 1.75  # of the normal curve: nine in ten, so that eight in ten hold when the past is not normal
_FRESH = 12  # the newest of them say where a drift has come to
_FEWEST_SPREAD = 0.20  # log-seconds: what a single measurement may be off by
_LEAST_SPREAD = 0.02
_LEAST_DOUBT = 0.05  # machines get warm, others use them too
_OTHER_SIZE = 0.20  # doubt of scaling to another size, and per factor e of the sizes
_OTHER_LANE = 0.45
_OTHER_WORKFLOW = 0.80
_LIKE_NORMAL = 1.2816  # half the width of the middle 80 % of a normal curve


@dataclass(frozen=True, slots=True)
class Guess:
    """What one prompt takes. `middle` and `mean` in seconds; the spreads are parts of them.

    `spread` is how much single prompts differ, `deviation` the same with outliers, which sums of many feel.
    `doubt` is by how much all prompts of the kind may be off together.
    """

    middle: float
    mean: float
    spread: float
    deviation: float
    doubt: float

    def center(self, prompts: int) -> float:
        """Seconds of one among so many: a single one is like most, of many some are outliers."""
        return self.middle / prompts + self.mean * (1 - 1 / prompts)

    def variance(self, prompts: int) -> float:
        """Of the sum of so many, in seconds², without the doubt."""
        one = self.spread / prompts + self.deviation * (1 - 1 / prompts)
        return prompts * (self.center(prompts) * one) ** 2


def learn(history: Sequence[Timing], job: OpenJob, lane_id: LaneId) -> Guess | None:
    """The guess of the closest past there is, `history` newest first; None without any.

    The same workflow, size and lane; else another size, scaled; else another lane; else the same kind of task.
    """
    load = job.load
    ways: tuple[tuple[Callable[[Timing], bool], float], ...] = (
        (lambda t: _is_same(t, job) and t.lane_id == lane_id and t.load == load, 0.0),
        (lambda t: _is_same(t, job) and t.lane_id == lane_id, 0.0),
        (lambda t: _is_same(t, job), _OTHER_LANE),
        (lambda t: t.task_type == job.task_type, _OTHER_WORKFLOW),
    )
    for fits, doubt in ways:
        chosen = [one for one in history if fits(one)][:_NEWEST]
        if chosen:
            return _guess(chosen, load, doubt)
    return None


def span_around(center: float, deviation: float) -> Span:
    """The range that holds the truth in most cases; `deviation` in seconds. Skewed, as times are."""
    if center <= 0:
        return Span(0.0, 0.0)
    factor = math.exp(_SURE_Z * deviation / center) if deviation < 2 * center else math.exp(2 * _SURE_Z)
    return Span(center / factor, center * factor)


def _is_same(timing: Timing, job: OpenJob) -> bool:
    return timing.workflow_hash == job.workflow_hash


def _guess(chosen: Sequence[Timing], load: Load, doubt: float) -> Guess:
    """The newest say where the times are now, all of them how much they differ."""
    times = [max(one.seconds, 0.001) * load.work / one.load.work for one in chosen]
    logs = [math.log(one) for one in times]
    count = len(times)
    low, high = _most(logs)
    spread = max((high - low) / (2 * _LIKE_NORMAL), _FEWEST_SPREAD / count, _LEAST_SPREAD)
    middle = math.exp(sum(_most(logs[:_FRESH])) / 2)
    average = fmean(times)
    deviation = max(pstdev(times) / average, spread)
    scaled = median(abs(math.log(load.work / one.load.work)) for one in chosen)
    doubts = (
        doubt,
        _LEAST_DOUBT,
        _OTHER_SIZE * (1 + scaled) if scaled > 0 else 0.0,
        deviation / math.sqrt(min(count, _FRESH)),
        _FEWEST_SPREAD / count,
    )
    return Guess(middle, middle * average / math.exp((low + high) / 2), spread, deviation, math.hypot(*doubts))


def _most(logs: Sequence[float]) -> tuple[float, float]:
    """The middle 80 %: single outliers do not count."""
    ordered = sorted(logs)
    cut = len(ordered) // 10
    return ordered[cut], ordered[-1 - cut]
