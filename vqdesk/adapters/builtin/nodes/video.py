"""Classes for video: load, take apart, put together, save."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from vqdesk.adapters.builtin.clips import Clip, ClipFile, Sound, copy, decode, encode, is_h264
from vqdesk.adapters.builtin.frames import Picture
from vqdesk.adapters.builtin.nodes.base import NodeCall, NodeResult
from vqdesk.adapters.builtin.nodes.stills import existing_file
from vqdesk.adapters.builtin.storage import Storage


def load_video(call: NodeCall) -> NodeResult:
    """LoadVideo."""
    return NodeResult((ClipFile(existing_file(call.storage, call.text("file"))),))


def video_complaint(storage: Storage, inputs: Mapping[str, Any]) -> str | None:
    name = str(inputs["file"])
    return None if storage.locate(name) else f"Invalid video file: {name}"


def time_fingerprint(storage: Storage, inputs: Mapping[str, Any]) -> float:
    """Time of the last change of the file that LoadVideo names."""
    return existing_file(storage, str(inputs["file"])).stat().st_mtime


def video_components(call: NodeCall) -> NodeResult:
    """GetVideoComponents: frames, sound, frame rate."""
    video = _video(call, "video")
    clip = decode(video) if isinstance(video, ClipFile) else video
    return NodeResult((clip.frames, clip.sound, float(clip.fps)))


def create_video(call: NodeCall) -> NodeResult:
    """CreateVideo."""
    sound = call.inputs.get("audio")
    if sound is not None and not isinstance(sound, Sound):
        raise TypeError(f"Input 'audio' needs a link to audio, not {sound!r}.")
    return NodeResult((Clip(call.images("images"), Fraction(call.number("fps")), sound),))


def save_video(call: NodeCall) -> NodeResult:
    """SaveVideo: MP4 with H.264. A loaded H.264 file is copied without a new encode."""
    container, codec = call.text("format"), call.text("codec")
    if container not in ("auto", "mp4"):
        raise ValueError(f"'{container}' is not a valid VideoContainer")
    if codec not in ("auto", "h264"):
        raise ValueError(f"'{codec}' is not a valid VideoCodec")
    video = _video(call, "video")
    width, height = video.size() if isinstance(video, ClipFile) else (video.frames.width, video.frames.height)
    target = call.storage.save_target("output", call.text("filename_prefix"), width, height)
    name = target.name(0, "mp4")
    if isinstance(video, ClipFile) and is_h264(video):
        copy(video, target.folder / name, call.metadata)
    else:
        clip = decode(video) if isinstance(video, ClipFile) else video

        def step(done: int, total: int, picture: Picture) -> None:
            call.report.progress(done, total, lambda: picture)

        encode(clip, target.folder / name, call.metadata, step)
    file = {"filename": name, "subfolder": target.subfolder, "type": "output"}
    return NodeResult(shown={"images": [file], "animated": (True,)})


def _video(call: NodeCall, name: str) -> Clip | ClipFile:
    value = call.inputs[name]
    if not isinstance(value, Clip | ClipFile):
        raise TypeError(f"Input '{name}' needs a link to a video, not {value!r}.")
    return value
