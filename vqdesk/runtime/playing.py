"""A clip that is decoded ahead, a few frames, and handed out by time."""

from collections import deque
from collections.abc import Iterator

from vqdesk.domain.media import MediaFacts
from vqdesk.ports.playback import Clip, Frame
from vqdesk.runtime.ahead import Ahead

_AHEAD = 12
_SAME_S = 0.0005
"""Times that differ by less belong to the same frame."""


class Playing(Ahead[Frame]):
    """Decodes from its start on."""

    def __init__(self, clip: Clip) -> None:
        super().__init__()
        self.facts: MediaFacts = clip.facts
        self._clip = clip
        self._frames: deque[Frame] = deque()
        self._start = 0.0
        self._reached = -1.0
        self.seek(0.0)
        self._start_thread("clip")

    @property
    def frame_s(self) -> float:
        """How long one frame is shown, in seconds."""
        return 1 / self.facts.fps if self.facts.fps else 0.04

    @property
    def reached(self) -> float:
        """Everything up to this second can be shown now; infinite once the last frame is there."""
        with self._news:
            return float("inf") if self._is_at_end else self._reached

    def take(self, second: float) -> Frame | None:
        """The newest frame that is not later, if it was not taken before; the older ones are dropped."""
        with self._news:
            found = None
            while self._frames and self._frames[0].second <= second + _SAME_S:
                found = self._frames.popleft()
            if found is not None:
                self._news.notify_all()
            return found

    def seek(self, second: float) -> None:
        """Goes on from the frame that is shown at this time."""
        with self._news:
            self._start = max(0.0, second)
            self._reached = -1.0
            self._jump()

    def _pieces(self) -> Iterator[Frame]:
        with self._news:
            start = self._start
        return self._clip.frames(start)

    def _is_full(self) -> bool:
        return len(self._frames) >= _AHEAD

    def _keep(self, piece: Frame) -> None:
        self._frames.append(piece)
        self._reached = piece.second

    def _drop_all(self) -> None:
        self._frames.clear()

    def _close_source(self) -> None:
        self._clip.close()
