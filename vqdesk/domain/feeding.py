"""Which prompts a lane takes next: by priority, position and age, and together where that saves loading models.

A job may be let ahead of others of its priority when the lane has its models loaded (R-Q13). That is bounded: so
many jobs may overtake one, and nobody overtakes what the user has placed by hand. So nothing starves.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from vqdesk.domain.job import AttemptId, JobId

_NAMED_LETTERS = 40
_LEAST = 2  # one to run and one to wait


@dataclass(frozen=True, slots=True)
class Waiting:
    """A job with prompts that the lane could run now. Lists of them are in the queue's order.

    `share` names the models that it loads, "" for none; `placed_at` is when the user last changed its place, ""
    for never; `rank` is its place among jobs of the same priority; pinned jobs go nowhere else.
    """

    job_id: JobId
    priority: int
    rank: float
    prompts: int
    share: str = ""
    placed_at: str = ""
    is_pinned: bool = False
    overtaken_by: frozenset[JobId] = frozenset()


@dataclass(frozen=True, slots=True)
class Portion:
    """The next prompts of one job, and the jobs that it overtakes with them."""

    job_id: JobId
    prompts: int
    share: str = ""
    overtakes: tuple[JobId, ...] = ()


@dataclass(frozen=True, slots=True)
class Sent:
    """A prompt that waits at a server; `sent_at` as `placed_at`. `must_return`: its job is held meanwhile."""

    attempt_id: AttemptId
    job_id: JobId
    priority: int
    rank: float
    sent_at: str
    must_return: bool = False


def portions(waiting: Sequence[Waiting], room: int, loaded: str, most: int) -> list[Portion]:
    """What to send to a lane with `room` prompts of room that has loaded the models `loaded`.

    At most `most` jobs overtake one; 0 keeps the queue's order.
    """
    left, taken = list(waiting), []
    while left and room > 0:
        job = left.pop(place := _next(left, loaded, most))
        prompts = min(room, job.prompts)
        ahead = left[:place]
        taken.append(Portion(job.job_id, prompts, job.share, tuple(one.job_id for one in ahead)))
        left[:place] = [replace(one, overtaken_by=one.overtaken_by | {job.job_id}) for one in ahead]
        room -= prompts
        loaded = job.share or loaded
    return taken


def fair_room(waiting: Sequence[Waiting], room: int, lanes: int) -> int:
    """Less than `room` when little is left that others could do: so nobody stands still while one has a heap."""
    pinned = sum(job.prompts for job in waiting if job.is_pinned)
    anywhere = sum(job.prompts for job in waiting if not job.is_pinned)
    return min(room, max(_LEAST, pinned + math.ceil(anywhere / max(lanes, 1))))


def outranked(sent: Sequence[Sent], waiting: Sequence[Waiting]) -> list[AttemptId]:
    """What to take back from a server's queue: something more urgent waits here, or was placed before it since."""
    return [one.attempt_id for one in sent if one.must_return or any(_outranks(job, one) for job in waiting)]


def together_words(jobs: int, share: str) -> str:
    """The line that says why jobs run out of order, like “12 together: share wan2.2_i2v_high….”."""
    first, *more = share.split("\n")
    name = first.replace("\\", "/").rsplit("/", 1)[-1].rpartition(".")[0] or first
    short = name if len(name) <= _NAMED_LETTERS else f"{name[:_NAMED_LETTERS]}…"
    return f"{jobs} together: share {short}{f' + {len(more)}' if more else ''}"


def waits_words(overtaken: int) -> str:
    """Why a job is not next although it is the first; "" when nobody was let ahead of it."""
    if not overtaken:
        return ""
    who = "1 job that shares" if overtaken == 1 else f"{overtaken} jobs that share"
    return f"waits for {who} loaded models"


def _next(waiting: Sequence[Waiting], loaded: str, most: int) -> int:
    """The place of the next job: the first, or the first of its priority that can use what is loaded."""
    first = waiting[0]
    if not most or not loaded or first.share in ("", loaded):
        return 0
    for place, job in enumerate(waiting):
        if job.priority != first.priority:
            break
        if job.share == loaded and all(_lets_pass(one, job.job_id, most) for one in waiting[:place]):
            return place
    return 0


def _lets_pass(job: Waiting, other: JobId, most: int) -> bool:
    return not job.placed_at and (other in job.overtaken_by or len(job.overtaken_by) < most)


def _outranks(job: Waiting, sent: Sent) -> bool:
    if job.job_id == sent.job_id:
        return False
    if job.priority != sent.priority:
        return job.priority > sent.priority
    return job.placed_at >= sent.sent_at and job.rank < sent.rank
