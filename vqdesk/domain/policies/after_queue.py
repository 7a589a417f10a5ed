"""What happens after the queue has emptied, and when (R-Q7)."""

from dataclasses import dataclass
from enum import StrEnum


class AfterQueue(StrEnum):
    """What the user wants then."""

    NOTHING = "nothing"
    FREE = "free-vram"
    COMMAND = "command"
    SUSPEND = "suspend"
    SHUT_DOWN = "shut-down"

    @property
    def is_once(self) -> bool:
        """Whether the wish is spent when it was carried out or stopped: nobody wants two shutdowns."""
        return self in (AfterQueue.COMMAND, AfterQueue.SUSPEND, AfterQueue.SHUT_DOWN)

    @property
    def counts_down(self) -> bool:
        """Whether the user gets time to stop it."""
        return self.is_once


@dataclass(frozen=True, slots=True)
class Emptying:
    """Watches the queue run empty: only a queue that had work ends, and only once.

    `ends_at` is the monotonic second at which the countdown is over, None while nothing counts.
    """

    had_work: bool = False
    ends_at: float | None = None

    def look(self, open_prompts: int, wish: AfterQueue, now: float, countdown_s: float) -> "Emptying":
        """The next state. `open_prompts` are in flight or can still run: new work stops a countdown."""
        if open_prompts:
            return Emptying(had_work=True)
        if not self.had_work or wish is AfterQueue.NOTHING:
            return Emptying(had_work=self.had_work and wish is AfterQueue.NOTHING)
        if self.ends_at is not None:
            return self
        return Emptying(had_work=True, ends_at=now + (countdown_s if wish.counts_down else 0.0))

    def is_due(self, now: float) -> bool:
        """Whether the countdown is over."""
        return self.ends_at is not None and now >= self.ends_at

    def left_s(self, now: float) -> float | None:
        """Seconds until the action, None while nothing counts."""
        return None if self.ends_at is None else max(0.0, self.ends_at - now)
