"""How much of the queue's work is done, since the queue was last empty."""

from vqdesk.domain.job import PromptId


class QueueShare:
    """Counts what was added and what has ended; a prompt that runs counts by its own progress."""

    def __init__(self) -> None:
        self._open = 0
        self._total = 0
        self._fractions: dict[PromptId, float] = {}

    def take_open(self, count: int) -> None:
        """So many prompts run or wait now."""
        if not count:
            self._total = 0
            self._fractions.clear()
        self._total += max(0, count - self._open)
        self._open = count

    def take_progress(self, prompt: PromptId, fraction: float) -> None:
        """A running prompt is so far, 0 to 1."""
        self._fractions[prompt] = fraction

    def forget(self, prompt: PromptId) -> None:
        """It has another state: its progress no longer counts, until it tells of some again."""
        self._fractions.pop(prompt, None)

    @property
    def percent(self) -> int | None:
        """0 to 99; None while there is nothing to do."""
        if not self._open:
            return None
        done = self._total - self._open + min(sum(self._fractions.values()), self._open)
        return min(99, int(100 * done / self._total))
