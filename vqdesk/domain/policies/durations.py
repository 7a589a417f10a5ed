"""The stuck detector: prompts that end suspiciously fast, run far too long, or never start.

Judged by what the same workflow took on the same lane before. Sizes may differ, so the bounds are wide.
"""

from collections.abc import Sequence
from statistics import median

from vqdesk.domain.errors import Problem

_ENOUGH = 5
_TOO_SHORT_PART = 0.1
_SHORTEST_MEDIAN_S = 5.0  # of quicker ones a reused result makes even less
_TOO_LONG_TIMES = 4.0
_TOO_LONG_MORE_S = 120.0


def too_short(seconds: float, history: Sequence[float]) -> Problem | None:
    """A success in less than a tenth of the shortest known time."""
    if len(history) < _ENOUGH or median(history) < _SHORTEST_MEDIAN_S:
        return None
    if not 0 < seconds < min(history) * _TOO_SHORT_PART:
        return None
    return Problem(
        f"Done in {spoken(seconds)}, and others of this workflow took {spoken(median(history))}.",
        "A node may have been skipped, or the result was taken from the server's cache.",
        "Look at the output before you trust it.",
    )


def longest_s(history: Sequence[float]) -> float | None:
    """After how many seconds a running prompt is suspicious; None while too little is known."""
    if len(history) < _ENOUGH:
        return None
    return max(max(history) * _TOO_LONG_TIMES, max(history) + _TOO_LONG_MORE_S)


def too_long(seconds: float, history: Sequence[float]) -> Problem | None:
    """A prompt that runs four times longer than the longest known one, and two minutes at least."""
    limit = longest_s(history)
    if limit is None or seconds <= limit:
        return None
    return Problem(
        f"It has been running for {spoken(seconds)}; others of this workflow took {spoken(median(history))}.",
        "The server may be swapping memory to disk, or hang.",
        "Look at the server's console; cancel and retry the prompt if nothing moves.",
    )


def never_started(waited_s: float, limit_s: float) -> Problem | None:
    """A prompt that heads the server's queue while none of ours runs there; a limit of 0 switches it off."""
    if not limit_s or waited_s <= limit_s:
        return None
    return Problem(
        f"The server accepted it {spoken(waited_s)} ago and has not begun.",
        "The server may be busy with prompts of others, or its worker has stopped.",
        "Look at the server's own queue and console.",
    )


def spoken(seconds: float) -> str:
    """“12 s”, “7 min”, “2 h 05”."""
    if seconds < 90:
        return f"{max(1, round(seconds))} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60:02}"
