"""Facts about a picture or a video file."""

from dataclasses import dataclass
from enum import StrEnum


class MediaKind(StrEnum):
    """What a file is by its content, not by its name."""

    IMAGE = "image"
    VIDEO = "video"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class MediaFacts:
    """Sizes in pixels after EXIF orientation, bytes of the file; fps and frames are 0 for stills."""

    kind: MediaKind
    width: int
    height: int
    bytes: int
    fps: float = 0.0
    frames: int = 0
    codec: str = ""

    @property
    def duration_s(self) -> float:
        return self.frames / self.fps if self.fps else 0.0
