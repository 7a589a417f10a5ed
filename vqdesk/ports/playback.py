"""Decoding clips for the eye."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from vqdesk.domain.media import MediaFacts


@dataclass(frozen=True, slots=True)
class Frame:
    """One picture of a clip: its time in seconds, its size in px, and rows of blue, green, red, unused bytes."""

    second: float
    width: int
    height: int
    pixels: bytes


class Clip(Protocol):
    """An open clip; used by one thread at a time."""

    @property
    def facts(self) -> MediaFacts: ...

    def frames(self, second: float) -> Iterator[Frame]:
        """From the frame that is shown at this time to the last one. Raises InputUnusable."""
        ...

    def close(self) -> None: ...


SOUND_RATE = 48_000
"""Samples a second of what is heard."""
SOUND_CHANNELS = 2
SOUND_BYTES_S = SOUND_RATE * SOUND_CHANNELS * 2
"""Bytes of one heard second: signed 16 bit, left and right in turn."""


class SoundTrack(Protocol):
    """The sound of an open clip; used by one thread at a time."""

    def pieces(self, second: float, speed: float) -> Iterator[bytes]:
        """Samples from this time of the clip to its end, as long as they take at this speed.

        The pitch stays. Raises InputUnusable.
        """
        ...

    def close(self) -> None: ...


class Playback(Protocol):
    """Blocking: call it in a pool."""

    def open(self, path: Path, edge: int) -> Clip:
        """A clip whose frames have at most `edge` px at their long side. Raises InputUnusable."""
        ...

    def open_sound(self, path: Path) -> SoundTrack | None:
        """What a clip sounds like; None for one without sound. Raises InputUnusable."""
        ...

    def last_frame(self, path: Path) -> bytes:
        """The last picture of a clip as a PNG in full size. Raises InputUnusable."""
        ...


class Trash(Protocol):
    """The system's trash. Blocking."""

    def put(self, path: Path) -> None:
        """Raises OutputUnwritable."""
        ...

    def restore(self, path: Path) -> bool:
        """Brings back what was put there last from this place; False where only the user can do that."""
        ...
