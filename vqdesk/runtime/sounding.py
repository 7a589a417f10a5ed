"""The sound of a clip, decoded ahead in a thread of its own, half a second, and handed out in pieces."""

import threading

from vqdesk.domain.errors import Problem, UserError
from vqdesk.ports.playback import SOUND_BYTES_S, SoundTrack

_AHEAD = SOUND_BYTES_S // 2


class Sounding:
    """All methods return at once and may be called from any thread. `close` ends the thread and the track."""

    def __init__(self, track: SoundTrack) -> None:
        self.problem: Problem | None = None
        self._track = track
        self._news = threading.Condition()
        self._heap = bytearray()
        self._wanted = (0.0, 1.0)
        self._turn = 0  # counts the jumps: what an earlier turn decodes is not taken
        self._is_at_end = False
        self._is_closed = False
        threading.Thread(target=self._work, name="sound", daemon=True).start()

    @property
    def is_at_end(self) -> bool:
        """Whether everything was taken."""
        with self._news:
            return self._is_at_end and not self._heap

    def go(self, second: float, speed: float) -> None:
        """What is taken next begins at this time of the clip."""
        with self._news:
            self._turn += 1
            self._wanted = (second, speed)
            self._heap.clear()
            self._is_at_end = False
            self._news.notify_all()

    def take(self, most: int) -> bytes:
        """At most so many bytes of what is decoded; whole samples."""
        with self._news:
            taken = bytes(self._heap[: most // 4 * 4])
            del self._heap[: len(taken)]
            if taken:
                self._news.notify_all()
            return taken

    def close(self) -> None:
        """Nothing is decoded any more."""
        with self._news:
            self._is_closed = True
            self._heap.clear()
            self._news.notify_all()

    def _work(self) -> None:
        done = 0
        while (turn := self._next_turn(done)) is not None:
            with self._news:
                second, speed = self._wanted
            try:
                for piece in self._track.pieces(second, speed):
                    if not self._keep(piece, turn):
                        break
            except UserError as error:
                self.problem = error.problem
            self._end(turn)
            done = turn
        self._track.close()

    def _next_turn(self, done: int) -> int | None:
        with self._news:
            self._news.wait_for(lambda: self._is_closed or self._turn != done)
            return None if self._is_closed else self._turn

    def _keep(self, piece: bytes, turn: int) -> bool:
        with self._news:
            self._news.wait_for(lambda: self._is_closed or self._turn != turn or len(self._heap) < _AHEAD)
            if self._is_closed or self._turn != turn:
                return False
            self._heap += piece
            return True

    def _end(self, turn: int) -> None:
        with self._news:
            if self._turn == turn:
                self._is_at_end = True
