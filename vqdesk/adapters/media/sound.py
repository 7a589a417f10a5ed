"""The sound of clips: samples as the system plays them, from any time on, at any speed."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
from av.error import FFmpegError
from numpy.typing import NDArray

from vqdesk.adapters.media import problems
from vqdesk.ports.playback import SOUND_CHANNELS, SOUND_RATE

_SLOWEST = 0.5
"""FFmpeg's filter takes no lower tempo at once."""

Samples = NDArray[np.int16]  # one row a channel pair


def open_sound(path: Path) -> "OpenSound | None":
    """The first sound of a clip; None for one without. Raises InputUnusable."""
    if not path.is_file():
        raise problems.missing(path)
    try:
        container = av.open(str(path))
    except (FFmpegError, ValueError) as error:
        raise problems.corrupt(path, str(error)) from error
    if not container.streams.audio:
        container.close()
        return None
    return OpenSound(path, container)


class OpenSound:
    """Implements ports.SoundTrack."""

    def __init__(self, path: Path, container: Any) -> None:
        self._path = path
        self._container = container
        self._stream = container.streams.audio[0]
        videos = container.streams.video
        self._start = _start_s(videos[0] if videos else self._stream)  # pictures and sound share this clock

    def pieces(self, second: float, speed: float) -> Iterator[bytes]:
        try:
            for samples in _at_tempo(self._from(second), speed):
                yield samples.tobytes()
        except (FFmpegError, ValueError) as error:
            raise problems.corrupt(self._path, str(error)) from error

    def close(self) -> None:
        self._container.close()

    def _from(self, second: float) -> Iterator[Samples]:
        wanted = round(max(0.0, second) * SOUND_RATE)
        time_base = self._stream.time_base or Fraction(1)
        self._container.seek(int((max(0.0, second) + self._start) / time_base), stream=self._stream)
        resampler = av.AudioResampler(format="s16", layout="stereo", rate=SOUND_RATE)
        at: int | None = None  # counted from the first frame on: times in files are rounded
        for frame in self._container.decode(self._stream):
            if at is None:
                at = round(((frame.time or 0.0) - self._start) * SOUND_RATE)
                if at > wanted:
                    yield np.zeros((at - wanted, SOUND_CHANNELS), np.int16)  # it begins after the picture
            for heard in resampler.resample(frame):
                samples = np.asarray(heard.to_ndarray(), np.int16).reshape(-1, SOUND_CHANNELS)
                late = max(0, wanted - at)
                at += len(samples)
                if late < len(samples):
                    yield samples[late:]


def _at_tempo(pieces: Iterator[Samples], speed: float) -> Iterator[Samples]:
    if speed == 1:
        yield from pieces
        return
    graph = av.filter.Graph()
    time_base = Fraction(1, SOUND_RATE)
    ends = [graph.add_abuffer(format="s16", sample_rate=SOUND_RATE, layout="stereo", time_base=time_base)]
    while speed < _SLOWEST:
        ends.append(graph.add("atempo", str(_SLOWEST)))
        speed /= _SLOWEST
    ends += [graph.add("atempo", str(speed)), graph.add("abuffersink")]
    graph.link_nodes(*ends).configure()
    for samples in pieces:
        frame = av.AudioFrame.from_ndarray(samples.reshape(1, -1), format="s16", layout="stereo")
        frame.sample_rate, frame.time_base = SOUND_RATE, time_base
        graph.push(frame)
        yield from _pulled(graph)
    graph.push(None)
    yield from _pulled(graph)


def _pulled(graph: Any) -> Iterator[Samples]:
    while True:
        try:
            yield np.asarray(graph.pull().to_ndarray(), np.int16).reshape(-1, SOUND_CHANNELS)
        except (BlockingIOError, EOFError):  # it wants more, or has given all
            return


def _start_s(stream: Any) -> float:
    return float((stream.start_time or 0) * (stream.time_base or Fraction(1)))
