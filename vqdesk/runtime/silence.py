"""Noticing a server that answers but works no more: its worker has ended, and nothing tells of it."""

from vqdesk.domain.errors import Problem

LIMIT_KEY = "silence_limit_s"
LIMIT_S = "600"
"""Setting and default. A single node of a large model can be silent for minutes."""

_PARTS = 4  # the queue's length is asked for this often within the limit


class SilenceWatch:
    """Signs of life are events of our attempts and a change of the queue's length. Seconds are monotonic."""

    def __init__(self) -> None:
        self._moved_at = 0.0
        self._looked_at = 0.0
        self._remaining = -1

    def moved(self, now: float) -> None:
        """A sign of life, or nothing to wait for."""
        self._moved_at = self._looked_at = now

    def is_due(self, now: float, limit_s: float) -> bool:
        """Whether it is time to ask for the queue's length again."""
        return now - self._looked_at > limit_s / _PARTS

    def look(self, remaining: int, now: float) -> None:
        """The server says how many prompts are waiting and running there."""
        if remaining != self._remaining:
            self._moved_at = now
        self._looked_at, self._remaining = now, remaining

    def problem(self, name: str, now: float, limit_s: float) -> Problem | None:
        """What the user reads when the limit is over."""
        quiet_s = now - self._moved_at
        if quiet_s <= limit_s:
            return None
        spent = f"{quiet_s / 60:.0f} min" if quiet_s >= 90 else f"{quiet_s:.0f} s"
        return Problem(
            f"{name} answers, but nothing has moved there for {spent}.",
            "Its worker may have stopped; then no prompt will ever run.",
            "Look at its console. If that stands still too, restart it: the queue goes on by itself.",
        )
