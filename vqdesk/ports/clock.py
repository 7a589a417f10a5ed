"""Time from outside."""

from typing import Protocol


class Clock(Protocol):
    """Time from outside, so that tests can hold it."""

    def now_iso(self) -> str:
        """UTC, ISO-8601 with milliseconds and Z."""
        ...

    def monotonic(self) -> float:
        """Seconds that only grow."""
        ...
