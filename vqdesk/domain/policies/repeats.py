"""The same error again and again: not the prompts are at fault, but the lane or the whole job."""

import re
from collections.abc import Sequence

from vqdesk.domain.errors import DISK_FULL, OUT_OF_MEMORY, PUT_ASIDE, Problem

_CHANGING = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|\d+|“[^”]*”|/\S+|[A-Za-z]:\\\S+")
_OTHER_POLICIES = frozenset({OUT_OF_MEMORY, DISK_FULL, PUT_ASIDE})


def same_again(newest_first: Sequence[Problem | None], limit: int) -> Problem | None:
    """The error with which the last `limit` attempts of a lane all failed; None is an attempt that did not.

    Numbers, names in quotation marks and paths do not count. What other policies answer (memory, disk, put aside)
    is no reason to stop a lane. A limit of 0 switches the rule off.
    """
    row = newest_first[:limit]
    if limit < 1 or len(row) < limit:
        return None
    first = row[0]
    if first is None or first.kind in _OTHER_POLICIES:
        return None
    mark = signature(first)
    return first if all(one is not None and signature(one) == mark for one in row) else None


def signature(problem: Problem) -> tuple[str, str, str]:
    """What two failures must share to be the same."""
    return (problem.kind, _CHANGING.sub("#", problem.summary), _CHANGING.sub("#", problem.cause))


def lane_problem(lane: str, failure: Problem, times: int) -> Problem:
    """What the banner of the paused lane says."""
    return Problem(
        f"{lane} is paused: the last {times} prompts failed the same way.",
        f"{failure.summary} {failure.cause}".strip(),
        "Correct the cause, then resume the lane. What waits has not been touched.",
    )
