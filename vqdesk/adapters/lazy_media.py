"""The media ports that load OpenCV, Pillow and PyAV at their first use, so that the window opens without them."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from vqdesk.domain.media import MediaFacts

if TYPE_CHECKING:
    from vqdesk.adapters.media import MediaReader
    from vqdesk.adapters.media.playback import ClipPlayback, OpenClip
    from vqdesk.adapters.media.sound import OpenSound


class LazyMedia:
    """Implements ports.Media."""

    def __init__(self, thumbs: Path, cap_bytes: Callable[[], int]) -> None:
        self._thumbs = thumbs
        self._cap_bytes = cap_bytes

    @cached_property
    def _reader(self) -> "MediaReader":
        from vqdesk.adapters.media import MediaReader, ThumbnailCache

        return MediaReader(ThumbnailCache(self._thumbs, self._cap_bytes))

    def probe(self, path: Path) -> MediaFacts:
        return self._reader.probe(path)

    def thumbnail(self, path: Path, edge: int, first_frame: bool = False) -> bytes:
        return self._reader.thumbnail(path, edge, first_frame)

    def video_frame(self, path: Path, second: float, edge: int) -> bytes:
        return self._reader.video_frame(path, second, edge)

    def verify_output(self, path: Path, content: bytes | None = None) -> MediaFacts:
        return self._reader.verify_output(path, content)


class LazyPlayback:
    """Implements ports.Playback."""

    @cached_property
    def _playback(self) -> "ClipPlayback":
        from vqdesk.adapters.media.playback import ClipPlayback

        return ClipPlayback()

    def open(self, path: Path, edge: int) -> "OpenClip":
        return self._playback.open(path, edge)

    def open_sound(self, path: Path) -> "OpenSound | None":
        return self._playback.open_sound(path)

    def last_frame(self, path: Path) -> bytes:
        return self._playback.last_frame(path)
