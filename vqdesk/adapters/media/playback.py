"""Clips for the eye: frame after frame in the size that is seen."""

import io
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
from av.error import FFmpegError
from PIL import Image

from vqdesk.adapters.media import problems
from vqdesk.adapters.media.clips import frame_at, read_facts
from vqdesk.adapters.media.sound import OpenSound, open_sound
from vqdesk.domain.media import MediaFacts
from vqdesk.ports.playback import Frame

_EARLY_S = 0.0005
"""Times in files are rounded: a frame this little after the wanted time is the wanted one."""
_AT_THE_END_S = 1e7


class ClipPlayback:
    """Implements ports.Playback."""

    def open(self, path: Path, edge: int) -> "OpenClip":
        facts = read_facts(path) if path.is_file() else None
        if facts is None:
            raise problems.unknown(path) if path.is_file() else problems.missing(path)
        return OpenClip(path, facts, edge)

    def open_sound(self, path: Path) -> OpenSound | None:
        return open_sound(path)

    def last_frame(self, path: Path) -> bytes:
        pixels = frame_at(path, _end_of(path))
        written = io.BytesIO()
        Image.fromarray(np.ascontiguousarray(pixels[:, :, ::-1])).save(written, "PNG")
        return written.getvalue()


class OpenClip:
    """Implements ports.Clip."""

    def __init__(self, path: Path, facts: MediaFacts, edge: int) -> None:
        self.facts = facts
        self._path = path
        scale = min(1.0, edge / max(facts.width, facts.height, 1))
        self._size = (_even(facts.width * scale), _even(facts.height * scale))
        try:
            self._container = av.open(str(path))
        except (FFmpegError, ValueError) as error:
            raise problems.corrupt(path, str(error)) from error
        self._stream = self._container.streams.video[0]
        self._stream.thread_type = "AUTO"

    def frames(self, second: float) -> Iterator[Frame]:
        try:
            yield from self._decoded(second)
        except (FFmpegError, ValueError) as error:
            raise problems.corrupt(self._path, str(error)) from error

    def close(self) -> None:
        self._container.close()

    def _decoded(self, second: float) -> Iterator[Frame]:
        start = float((self._stream.start_time or 0) * (self._stream.time_base or Fraction(1)))
        wanted = int((max(0.0, second) + start) / (self._stream.time_base or 1))
        self._container.seek(wanted, stream=self._stream)
        before = None  # the last frame that is not later than the wanted time is the first that counts
        for frame in self._container.decode(self._stream):
            at = (frame.time or 0.0) - start
            if at <= second + _EARLY_S:
                before = (at, frame)
                continue
            if before is not None:
                yield self._shown(*before)
                before = None
            yield self._shown(at, frame)
        if before is not None:
            yield self._shown(*before)

    def _shown(self, second: float, frame: Any) -> Frame:
        turns = round(getattr(frame, "rotation", 0) / 90) % 4
        width, height = self._size[::-1] if turns % 2 else self._size
        small = frame.reformat(width=width, height=height, format="bgra").to_ndarray()
        upright = np.ascontiguousarray(np.rot90(small, turns))
        return Frame(second, upright.shape[1], upright.shape[0], upright.tobytes())


def _end_of(path: Path) -> float:
    facts = read_facts(path)
    if facts is None:
        raise problems.unknown(path)
    return max(0.0, facts.duration_s - 0.5 / facts.fps) if facts.fps else _AT_THE_END_S


def _even(pixels: float) -> int:
    return max(2, round(pixels / 2) * 2)
