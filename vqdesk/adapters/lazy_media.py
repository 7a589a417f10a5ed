"""The media port that loads OpenCV, Pillow and PyAV at its first use, so that the window opens without them."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from vqdesk.domain.media import MediaFacts

if TYPE_CHECKING:
    from vqdesk.adapters.media import MediaReader


class LazyMedia:
    """Implements ports.Media."""

    def __init__(self, thumbs: Path) -> None:
        self._thumbs = thumbs

    @cached_property
    def _reader(self) -> "MediaReader":
        from vqdesk.adapters.media import MediaReader, ThumbnailCache

        return MediaReader(ThumbnailCache(self._thumbs))

    def probe(self, path: Path) -> MediaFacts:
        return self._reader.probe(path)

    def thumbnail(self, path: Path, edge: int) -> bytes:
        return self._reader.thumbnail(path, edge)

    def verify_output(self, path: Path) -> MediaFacts:
        return self._reader.verify_output(path)
