"""A clip that is decoded ahead in a thread of its own, a few frames, and handed out by time."""

import threading
from collections import deque

from vqdesk.domain.errors import Problem, UserError
from vqdesk.domain.media import MediaFacts
from vqdesk.ports.playback import Clip, Frame

_AHEAD = 12
_SAME_S = 0.0005
"""Times that differ by less belong to the same frame."""


class Playing:
    """All methods return at once and may be called from any thread. `close` ends the thread and the clip."""

    def __init__(self, clip: Clip) -> None:
        self.facts: MediaFacts = clip.facts
        self.problem: Problem | None = None
        self._clip = clip
        self._news = threading.Condition()
        self._frames: deque[Frame] = deque()
        self._start = 0.0
        self._turn = 1  # counts the jumps: what an earlier turn decodes is not taken
        self._reached = -1.0
        self._is_at_end = False
        self._is_closed = False
        threading.Thread(target=self._work, name="clip", daemon=True).start()

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
            self._turn += 1
            self._start = max(0.0, second)
            self._frames.clear()
            self._reached = -1.0
            self._is_at_end = False
            self._news.notify_all()

    def close(self) -> None:
        """Nothing is decoded any more."""
        with self._news:
            self._is_closed = True
            self._frames.clear()
            self._news.notify_all()

    def _work(self) -> None:
        done = 0
        while (turn := self._next_turn(done)) is not None:
            try:
                for frame in self._clip.frames(self._start):
                    if not self._keep(frame, turn):
                        break
            except UserError as error:
                self.problem = error.problem
            self._end(turn)
            done = turn
        self._clip.close()

    def _next_turn(self, done: int) -> int | None:
        with self._news:
            self._news.wait_for(lambda: self._is_closed or self._turn != done)
            return None if self._is_closed else self._turn

    def _keep(self, frame: Frame, turn: int) -> bool:
        with self._news:
            self._news.wait_for(lambda: self._is_closed or self._turn != turn or len(self._frames) < _AHEAD)
            if self._is_closed or self._turn != turn:
                return False
            self._frames.append(frame)
            self._reached = frame.second
            return True

    def _end(self, turn: int) -> None:
        with self._news:
            if self._turn == turn:
                self._is_at_end = True
