"""Ranges of time and sizes as people say them: “1 h 06 – 1 h 16”, “00:20 – 00:30”, “1.2 GB”.

Seconds only below ten minutes; ends are rounded outwards to what fits the width of the range. Units are symbols
of the SI, the same in every language.
"""

import math
from datetime import datetime, timedelta

from vqdesk.domain.estimates import Span

_MINUTE, _HOUR, _DAY = 60, 3600, 86_400
_STEPS = (1, 5, 10, 30, _MINUTE, 5 * _MINUTE, 10 * _MINUTE, 30 * _MINUTE, _HOUR, 3 * _HOUR, 12 * _HOUR, _DAY)
_SECONDS_BELOW = 10 * _MINUTE
_SAME_NIGHT = timedelta(hours=18)
_DASH = " – "


def span_words(span: Span) -> str:
    """“20 – 40 s”, “3 – 5 min”, “1 h 06 – 1 h 16”; one value when the ends are close."""
    low, high = _rounded(span)
    if low == high:
        return length_words(high)
    return _joined(length_words(low), length_words(high))


def length_words(seconds: int) -> str:
    """“40 s”, “3 min 20 s”, “25 min”, “1 h 06”, “2 d 4 h”."""
    if seconds < _MINUTE:
        return f"{seconds} s"
    minutes, rest = divmod(seconds, _MINUTE)
    if seconds < _SECONDS_BELOW and rest:
        return f"{minutes} min {rest:02} s"
    if seconds < _HOUR:
        return f"{minutes} min"
    hours, minutes = divmod(minutes, 60)
    if seconds < _DAY:
        return f"{hours} h {minutes:02}" if minutes else f"{hours} h"
    days, hours = divmod(hours, 24)
    return f"{days} d {hours} h" if hours else f"{days} d"


def finish_words(span: Span, now: datetime) -> str:
    """“00:20 – 00:30” from `now`, which is local; with the day in front when the hour alone could mean two."""
    low, high = _finish(span, now)
    first = _moment(low, low - now > _SAME_NIGHT)
    if (high - low) < timedelta(seconds=_MINUTE):
        return first
    return f"{first}{_DASH}{_moment(high, high - now > _SAME_NIGHT and high.date() != low.date())}"


def start_words(span: Span, now: datetime) -> str:
    """“00:25”: the middle of the range, in steps of five minutes when that is far."""
    middle = (span.low_s + span.high_s) / 2
    step = 5 * _MINUTE if middle > 30 * _MINUTE else _MINUTE
    when = _to_step(now + timedelta(seconds=middle), step)
    return _moment(when, when - now > _SAME_NIGHT)


def size_words(count: int) -> str:
    """Bytes as “1.2 GB”, with powers of ten."""
    for power, unit in ((4, "TB"), (3, "GB"), (2, "MB")):
        if count >= 1000**power * 0.95 or (power == 2 and count >= 100_000):
            value = count / 1000**power
            return f"{value:.0f} {unit}" if value >= 10 else f"{value:.1f} {unit}"
    return f"{max(1, round(count / 1000))} kB"


def _rounded(span: Span) -> tuple[int, int]:
    step = _step(span)
    low = max(step, math.floor(span.low_s / step) * step)
    high = max(low, math.ceil(span.high_s / step) * step)
    return low, high


def _step(span: Span) -> int:
    """About a fifth of the range, at least what one says of such a length: 5 s of minutes, minutes of hours."""
    high = span.high_s
    least = 5 if high < 2 * _MINUTE else 10 if high < _SECONDS_BELOW else _MINUTE
    if high >= _DAY:
        least = _HOUR
    wanted = max((high - span.low_s) / 5, least)
    return max(step for step in _STEPS if step <= wanted)


def _finish(span: Span, now: datetime) -> tuple[datetime, datetime]:
    width = span.high_s - span.low_s
    step = _MINUTE if width < 15 * _MINUTE else 5 * _MINUTE if width < 90 * _MINUTE else 30 * _MINUTE
    low, high = now + timedelta(seconds=span.low_s), now + timedelta(seconds=span.high_s)
    first = _to_step(low, step, -0.5 if width > step else 0.0)
    return first, max(first, _to_step(high, step, 0.5 if width > step else 0.0))


def _to_step(when: datetime, step: int, lean: float = 0.0) -> datetime:
    """The nearest multiple of `step` seconds of the day; `lean` −0.5 takes the one before, 0.5 the one after."""
    midnight = when.replace(hour=0, minute=0, second=0, microsecond=0)
    steps = math.floor((when - midnight).total_seconds() / step + 0.5 + lean)
    return midnight + timedelta(seconds=steps * step)


def _moment(when: datetime, with_day: bool) -> str:
    return when.strftime("%a %H:%M" if with_day else "%H:%M")


def _joined(low: str, high: str) -> str:
    """A unit that both ends share is said once: “3 – 5 min”."""
    first, second = low.split(" "), high.split(" ")
    is_shared = len(first) == len(second) == 2 and first[1] == second[1]
    return f"{first[0]}{_DASH}{high}" if is_shared else f"{low}{_DASH}{high}"
