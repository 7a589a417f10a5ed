"""The lines of the list: jobs, prompts of open jobs, and what joins an old list to a new one."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeGuard, TypeVar

from vqdesk.domain.job import JobId, Prompt, PromptId
from vqdesk.domain.status import IN_FLIGHT, PromptStatus


@dataclass(frozen=True, slots=True)
class PromptKey:
    """The line of a prompt below its job."""

    job_id: JobId
    prompt_id: PromptId


@dataclass(frozen=True, slots=True)
class MoreKey:
    """The line that counts the prompts that are not shown, or offers to show fewer."""

    job_id: JobId


@dataclass(frozen=True, slots=True)
class GroupKey:
    """The line above a group; `head` and `group` say which, and stay when its jobs change."""

    head: str
    jobs: int = field(compare=False)
    first: JobId = field(compare=False)  # the job that it stands above
    group: str = ""  # as in JobQuery


Key = TypeVar("Key", bound=Hashable)
LineKey = JobId | PromptKey | MoreKey | GroupKey
_STEP: Final = 1024
FEW = 4
"""A job with no more prompts than this shows all of them."""


def job_of(key: LineKey) -> JobId:
    """The job that a line belongs to."""
    if isinstance(key, PromptKey | MoreKey):
        return key.job_id
    return key.first if isinstance(key, GroupKey) else key


def is_job(key: LineKey) -> TypeGuard[JobId]:
    """Whether it is the line of a job itself."""
    return isinstance(key, int)


def changed_part(old: Sequence[Key], new: Sequence[Key]) -> tuple[int, int, int]:
    """What two long lists do not share at both ends: old[first:old_end] became new[first:new_end]."""
    shortest, first = min(len(old), len(new)), 0
    while first < shortest and old[first : first + _STEP] == new[first : first + _STEP]:
        first += _STEP
    first = min(first, shortest)
    while first < shortest and old[first] == new[first]:
        first += 1
    most, tail = shortest - first, 0
    while tail + _STEP <= most and (
        old[len(old) - tail - _STEP : len(old) - tail] == new[len(new) - tail - _STEP : len(new) - tail]
    ):
        tail += _STEP
    while tail < most and old[len(old) - tail - 1] == new[len(new) - tail - 1]:
        tail += 1
    return first, len(old) - tail, len(new) - tail


def shown_prompts(prompts: Sequence[Prompt], *, show_all: bool) -> list[Prompt]:
    """The prompts of an open job that have a line: all, or those that run, the next one, and the failed ones."""
    if show_all or len(prompts) <= FEW:
        return list(prompts)
    at_server = any(prompt.status is PromptStatus.QUEUED for prompt in prompts)
    pending = [prompt.id for prompt in prompts if prompt.status is PromptStatus.PENDING]
    next_one = set() if at_server else set(pending[:1])
    always = IN_FLIGHT | {PromptStatus.FAILED}
    return [prompt for prompt in prompts if prompt.status in always or prompt.id in next_one]


def spans(positions: Sequence[int]) -> list[tuple[int, int]]:
    """Ascending positions as (first, last) runs of neighbours."""
    if not positions:
        return []
    found: list[tuple[int, int]] = []
    first = last = positions[0]
    for position in positions[1:]:
        if position != last + 1:
            found.append((first, last))
            first = position
        last = position
    return [*found, (first, last)]


def keep_order(old: Sequence[Key], new: Sequence[Key]) -> list[Key]:
    """`new`, but what it shares with `old` stays in the old order; strangers follow their predecessor in `new`."""
    known = set(old)
    followers: dict[Key | None, list[Key]] = {}
    predecessor: Key | None = None
    for key in new:
        if key in known:
            predecessor = key
        else:
            followers.setdefault(predecessor, []).append(key)
    staying = known.intersection(new)
    merged = followers.get(None, [])
    for key in old:
        if key in staying:
            merged += [key, *followers.get(key, ())]
    return merged
