"""When a lane rests: paused after failures, in its quiet hours, or before its time to start."""

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

from vqdesk.domain.errors import ParameterInvalid, Problem

_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")


@dataclass(frozen=True, slots=True)
class LaneOrders:
    """What a lane was told. `resumed_at` is UTC ISO-8601; quiet hours and start are this computer's local time.

    Quiet hours are "HH:MM"; both the same or one empty means none. `start_at` is "YYYY-MM-DDTHH:MM" or "".
    """

    paused: Problem | None = None
    resumed_at: str = ""
    quiet_from: str = ""
    quiet_to: str = ""
    start_at: str = ""


class RestReason(StrEnum):
    """Why a lane gets nothing new."""

    FAILURES = "failures"
    QUIET = "quiet"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Rest:
    """A lane that gets nothing new; `until` is local, None when only the user ends it."""

    reason: RestReason
    until: datetime | None = None
    problem: Problem | None = None


def rest_of(orders: LaneOrders, now: datetime) -> Rest | None:
    """Why the lane may not be fed at this local time, or None when it may."""
    if orders.paused is not None:
        return Rest(RestReason.FAILURES, problem=orders.paused)
    later = _moment(orders.start_at)
    if later is not None and now < later:
        return Rest(RestReason.LATER, later)
    until = quiet_until(orders.quiet_from, orders.quiet_to, now)
    return Rest(RestReason.QUIET, until) if until is not None else None


def quiet_until(start: str, end: str, now: datetime) -> datetime | None:
    """When the quiet hours that hold `now` end; they may go over midnight. None outside of them."""
    begins, ends = clock_time(start), clock_time(end)
    if begins is None or ends is None or begins == ends:
        return None
    here = now.time()
    is_quiet = begins <= here < ends if begins < ends else here >= begins or here < ends
    if not is_quiet:
        return None
    day = now.date() + timedelta(days=int(begins > ends and here >= begins))
    return datetime.combine(day, ends)


def clock_time(text: str) -> time | None:
    """The time of "7:30" or "23:00"; None for anything else."""
    found = _CLOCK.fullmatch(text.strip())
    return time(int(found[1]), int(found[2])) if found else None


def check_quiet_hours(start: str, end: str) -> tuple[str, str]:
    """Both as HH:MM, or both empty. Raises ParameterInvalid."""
    if not start.strip() and not end.strip():
        return "", ""
    begins, ends = clock_time(start), clock_time(end)
    if begins is None or ends is None or begins == ends:
        raise ParameterInvalid(
            "quiet",
            "These are no quiet hours.",
            f"“{start}” to “{end}” is not a span of a day.",
            "Write them like 22:00 and 07:00.",
        )
    return f"{begins:%H:%M}", f"{ends:%H:%M}"


def next_moment(text: str, now: datetime) -> str:
    """ "22:30" as the next such moment, or a whole "2026-11-21T22:30"; "" stays. Raises ParameterInvalid."""
    if not text.strip():
        return ""
    at = clock_time(text)
    if at is not None:
        today = datetime.combine(now.date(), at)
        return f"{today if today > now else today + timedelta(days=1):%Y-%m-%dT%H:%M}"
    moment = _moment(text.strip().replace(" ", "T"))
    if moment is None:
        raise ParameterInvalid("start_at", "This is no time.", f"Given: “{text}”.", "Write it like 22:30.")
    return f"{moment:%Y-%m-%dT%H:%M}"


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text).replace(tzinfo=None) if text else None
    except ValueError:
        return None
