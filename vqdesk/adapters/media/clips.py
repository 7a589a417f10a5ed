"""Video files: facts, single frames, and whether they are whole."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import av
import numpy as np
from av.error import FFmpegError

from vqdesk.adapters.media import problems
from vqdesk.adapters.media.stills import Pixels
from vqdesk.domain.media import MediaFacts, MediaKind

STILL_CONTAINERS = ("_pipe", "image2", "tty")
"""Parts of the names by which FFmpeg opens single pictures and text art as if they were clips."""


@dataclass(frozen=True, slots=True)
class _Shape:
    width: int
    height: int


def read_facts(path: Path) -> MediaFacts | None:
    """Facts of a clip after decoding its first frame; None when it is no video. Raises InputUnusable."""
    try:
        with av.open(str(path)) as container:
            if not container.streams.video or any(part in container.format.name for part in STILL_CONTAINERS):
                return None
            stream = container.streams.video[0]
            first = next(container.decode(stream), None)
            if first is None:
                raise problems.corrupt(path, "it has no frames")
            shape = _upright_shape(first)
            return _facts(path, stream, shape, _frame_count(container, stream))
    except (FFmpegError, ValueError):
        return None


def read_whole(path: Path) -> MediaFacts:
    """Facts after reading every packet and decoding the end. Raises InputUnusable when it is not whole."""
    try:
        with av.open(str(path)) as container:
            stream = container.streams.video[0]
            promised = stream.frames
            shape = None
            packets = 0
            for packet in container.demux(stream):
                packets += packet.size > 0
                if shape is None:
                    shape = next((_upright_shape(frame) for frame in packet.decode()), None)
            if shape is None or packets < promised:
                raise problems.corrupt(path, f"{packets} of {promised} frames are there")
            _decode_end(container, stream)
            return _facts(path, stream, shape, packets)
    except (FFmpegError, ValueError, IndexError) as error:
        raise problems.corrupt(path, str(error)) from error


def _decode_end(container: Any, stream: Any) -> None:
    """Decodes from the last key frame on. Raises FFmpegError."""
    if stream.duration:
        container.seek((stream.start_time or 0) + stream.duration, stream=stream)
        for _ in container.decode(stream):
            continue


def frame_at(path: Path, second: float) -> Pixels:
    """The frame shown at a time in seconds (the last one, if the clip is shorter), upright, BGR.

    Raises InputUnusable.
    """
    try:
        with av.open(str(path)) as container:
            stream = container.streams.video[0]
            stream.thread_type = "AUTO"
            if second > 0:
                container.seek(int(second / (stream.time_base or 1)), stream=stream)
            chosen = None
            for frame in container.decode(stream):
                chosen = frame
                if frame.time is None or frame.time >= second:
                    break
            if chosen is None:
                raise problems.corrupt(path, "it has no frames")
            return _upright(chosen)
    except (FFmpegError, ValueError, IndexError) as error:
        raise problems.corrupt(path, str(error)) from error


def _frame_count(container: Any, stream: Any) -> int:
    if stream.frames:
        return int(stream.frames)
    seconds = container.duration / av.time_base if container.duration else 0.0
    return round(seconds * float(stream.average_rate or 0))


def _facts(path: Path, stream: Any, shape: _Shape, frames: int) -> MediaFacts:
    return MediaFacts(
        kind=MediaKind.VIDEO,
        width=shape.width,
        height=shape.height,
        bytes=path.stat().st_size,
        fps=float(stream.average_rate or 0),
        frames=frames,
        codec=str(stream.codec_context.name),
    )


def _turns(frame: Any) -> int:
    """Quarter turns counter-clockwise that make a frame of a phone upright."""
    return round(getattr(frame, "rotation", 0) / 90) % 4


def _upright_shape(frame: Any) -> _Shape:
    if _turns(frame) % 2:
        return _Shape(frame.height, frame.width)
    return _Shape(frame.width, frame.height)


def _upright(frame: Any) -> Pixels:
    return np.ascontiguousarray(np.rot90(frame.to_ndarray(format="bgr24"), _turns(frame)))
