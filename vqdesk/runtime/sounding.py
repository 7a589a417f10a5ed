"""The sound of a clip, decoded ahead, half a second, and handed out in pieces."""

from collections.abc import Iterator

from vqdesk.ports.playback import SOUND_BYTES_S, SoundTrack
from vqdesk.runtime.ahead import Ahead

_AHEAD = SOUND_BYTES_S // 2


class Sounding(Ahead[bytes]):
    """Silent until `go`."""

    def __init__(self, track: SoundTrack) -> None:
        super().__init__()
        self._track = track
        self._heap = bytearray()
        self._wanted = (0.0, 1.0)
        self._start_thread("sound")

    @property
    def is_at_end(self) -> bool:
        """Whether everything was taken."""
        with self._news:
            return self._is_at_end and not self._heap

    def go(self, second: float, speed: float) -> None:
        """What is taken next begins at this time of the clip."""
        with self._news:
            self._wanted = (second, speed)
            self._jump()

    def take(self, most: int) -> bytes:
        """At most so many bytes of what is decoded; whole samples."""
        with self._news:
            taken = bytes(self._heap[: most // 4 * 4])
            del self._heap[: len(taken)]
            if taken:
                self._news.notify_all()
            return taken

    def _pieces(self) -> Iterator[bytes]:
        with self._news:
            second, speed = self._wanted
        return self._track.pieces(second, speed)

    def _is_full(self) -> bool:
        return len(self._heap) >= _AHEAD

    def _keep(self, piece: bytes) -> None:
        self._heap += piece

    def _drop_all(self) -> None:
        self._heap.clear()

    def _close_source(self) -> None:
        self._track.close()
