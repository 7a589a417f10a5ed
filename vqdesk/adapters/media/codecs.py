"""Which of FFmpeg's codecs are there: PyAV's own wheels have them all, a system's build may not."""

import av
from av.codec import Codec
from av.error import FFmpegError

_WRITTEN = ("libx264",)
_READ = ("h264", "hevc", "vp9", "av1", "prores", "mpeg4")


def missing_codecs() -> list[str]:
    """Names of what is needed and not there, with what it is for."""
    missing = [f"the encoder {name} (H.264 clips)" for name in _WRITTEN if not _has(name, "w")]
    return missing + [f"the decoder {name}" for name in _READ if not _has(name, "r")]


def _has(name: str, mode: str) -> bool:
    try:
        Codec(name, mode)  # type: ignore[arg-type]
    except (FFmpegError, av.codec.codec.UnknownCodecError):
        return False
    return True
