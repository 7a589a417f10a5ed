"""How many prompts to keep at a server: about two seconds of work, at least one running and one waiting."""

_WORK_AHEAD_S = 2.0
_LEAST = 2
_SMOOTHING = 0.3


class FeedDepth:
    """Learns from the time prompts take; starts careful."""

    def __init__(self, most: int) -> None:
        self._most = max(most, _LEAST)
        self._seconds: float | None = None

    def learn(self, seconds: float) -> None:
        """Takes the server's own time for one prompt."""
        if self._seconds is None:
            self._seconds = seconds
        else:
            self._seconds += _SMOOTHING * (seconds - self._seconds)

    def limit(self, most: int) -> None:
        """Never more than this, and never less than one that runs and one that waits."""
        self._most = max(most, _LEAST)

    @property
    def value(self) -> int:
        if self._seconds is None:
            return _LEAST
        wanted = 1 + int(_WORK_AHEAD_S / max(self._seconds, 0.001))
        return max(_LEAST, min(self._most, wanted))
