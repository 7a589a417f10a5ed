"""Reading and writing video files with PyAV."""

import json
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
from av.video.reformatter import ColorRange, Colorspace
from numpy.typing import NDArray

from vqdesk.adapters.builtin.frames import FrameBatch, Picture, as_bytes, require_size

PRESET = "veryfast"
QUALITY = "20"  # x264 crf
BT709 = 1  # ITU-T H.273 code of primaries, transfer and matrix
MAX_DECODED_BYTES = 2 * 1024 * 1024 * 1024
CONTAINER_OPTIONS = {"movflags": "use_metadata_tags+faststart"}

Step = Callable[[int, int, Picture], None]
"""Called with (frames done, frames in all, the frame); may raise to stop."""


@dataclass(frozen=True, slots=True)
class Sound:
    """Audio: samples of shape channels × n, float32 −1…1, and samples per second."""

    samples: NDArray[Any]
    rate: int


@dataclass(frozen=True, slots=True)
class Clip:
    """Pictures with a frame rate."""

    frames: FrameBatch
    fps: Fraction
    sound: Sound | None = None


@dataclass(frozen=True, slots=True)
class ClipFile:
    """A video file that was not decoded yet."""

    path: Path

    def size(self) -> tuple[int, int]:
        """Width and height in pixels. Raises ValueError when there is no video in the file."""
        with av.open(str(self.path)) as container:
            stream = _video_stream(container, self.path)
            return int(stream.width), int(stream.height)


def decode(file: ClipFile) -> Clip:
    """All frames and the first sound track. Raises ValueError for a clip over 2 GiB of raw pictures."""
    pictures: list[Picture] = []
    size = 0
    with av.open(str(file.path)) as container:
        stream = _video_stream(container, file.path)
        stream.thread_type = "AUTO"
        require_size(stream.width, stream.height)
        fps = Fraction(stream.average_rate or 1)
        for frame in container.decode(stream):
            pictures.append(frame.to_ndarray(format="rgb24"))
            size += pictures[-1].nbytes
            if size > MAX_DECODED_BYTES:
                raise ValueError(f"{file.path.name} is too long to be held in memory; cut it first.")
    if not pictures:
        raise ValueError(f"No frames in {file.path.name}.")
    return Clip(FrameBatch.of(pictures), fps, _decode_sound(file.path))


def _video_stream(container: Any, path: Path) -> Any:
    if not container.streams.video:
        raise ValueError(f"No video stream found in file '{path.name}'")
    return container.streams.video[0]


def _decode_sound(path: Path) -> Sound | None:
    with av.open(str(path)) as container:
        if not container.streams.audio:
            return None
        stream = container.streams.audio[0]
        resampler = av.AudioResampler(format="fltp", layout=stream.layout, rate=stream.rate)
        parts = [part.to_ndarray() for frame in container.decode(stream) for part in resampler.resample(frame)]
        return Sound(np.concatenate(parts, axis=1), int(stream.rate)) if parts else None


def encode(clip: Clip, path: Path, metadata: Mapping[str, Any], step: Step) -> None:
    """Writes H.264 yuv420p in MP4; the file gets its name only when it is whole. Raises ValueError."""
    if clip.frames.width % 2 or clip.frames.height % 2:
        size = f"{clip.frames.width}×{clip.frames.height}"
        raise ValueError(f"H.264 needs an even width and height, not {size}; scale or crop the frames first.")
    with _Unfinished(path) as temporary, _open_for_writing(temporary) as container:
        container.metadata.update({key: json.dumps(value) for key, value in metadata.items()})
        stream = _add_video(container, clip)
        sound = clip.sound
        track = container.add_stream("aac", rate=sound.rate) if sound is not None else None
        for index in range(clip.frames.count):
            picture = clip.frames.render(index)
            frame = _to_yuv(as_bytes(picture))
            frame.pts = index
            container.mux(stream.encode(frame))
            step(index + 1, clip.frames.count, picture)
        container.mux(stream.encode(None))
        if sound is not None:
            _mux_sound(container, track, sound, clip.frames.count / clip.fps)


def _add_video(container: Any, clip: Clip) -> Any:
    rate = Fraction(round(clip.fps * 1000), 1000)
    stream = container.add_stream("libx264", rate=rate, options={"preset": PRESET, "crf": QUALITY})
    stream.width, stream.height = clip.frames.width, clip.frames.height
    stream.pix_fmt = "yuv420p"
    stream.time_base = 1 / rate
    coder = stream.codec_context
    coder.color_primaries = coder.color_trc = coder.colorspace = BT709
    coder.color_range = ColorRange.MPEG
    return stream


def _to_yuv(picture: Picture) -> Any:
    frame = av.VideoFrame.from_ndarray(np.ascontiguousarray(picture), format="rgb24")
    return frame.reformat(format="yuv420p", dst_colorspace=Colorspace.ITU709, dst_color_range=ColorRange.MPEG)


def _mux_sound(container: Any, track: Any, sound: Sound, seconds: Fraction) -> None:
    samples = np.ascontiguousarray(sound.samples[:2, : int(seconds * sound.rate)], np.float32)
    layout = "mono" if samples.shape[0] == 1 else "stereo"
    frame = av.AudioFrame.from_ndarray(samples, format="fltp", layout=layout)
    frame.sample_rate = sound.rate
    frame.pts = 0
    container.mux(track.encode(frame))
    container.mux(track.encode(None))


def copy(file: ClipFile, path: Path, metadata: Mapping[str, Any]) -> None:
    """Writes the streams of a file unchanged into MP4 with other metadata."""
    with (
        av.open(str(file.path)) as source,
        _Unfinished(path) as temporary,
        _open_for_writing(temporary) as target,
    ):
        target.metadata.update(source.metadata)
        target.metadata.update({key: json.dumps(value) for key, value in metadata.items()})
        tracks = [stream for stream in source.streams if stream.type in ("video", "audio")]
        twins = {stream.index: target.add_stream_from_template(stream) for stream in tracks}
        for packet in source.demux(tracks):
            if packet.dts is not None:
                packet.stream = twins[packet.stream.index]
                target.mux(packet)


def is_h264(file: ClipFile) -> bool:
    """Whether the video can be copied into MP4 as it is."""
    with av.open(str(file.path)) as container:
        return str(_video_stream(container, file.path).codec_context.name) == "h264"


def _open_for_writing(path: Path) -> Any:
    return av.open(str(path), "w", format="mp4", options=CONTAINER_OPTIONS)


class _Unfinished:
    """A temporary path that gets the real name at the end, or goes when something fails."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._temporary = path.with_name(f".{path.name}.part")

    def __enter__(self) -> Path:
        return self._temporary

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            os.replace(self._temporary, self._path)  # noqa: PTH105 - must overwrite on Windows too
            return
        with suppress(OSError):  # the first failure is the one to report
            self._temporary.unlink(missing_ok=True)
