"""Encoding and decoding of stills."""

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from PIL import Image, ImageOps, ImageSequence
from PIL.PngImagePlugin import PngInfo

from vqdesk.adapters.builtin.frames import MAX_PIXELS, Picture, as_bytes, as_float, require_size

PREVIEW_EDGE = 512
PREVIEW_QUALITY = 80
MAX_SEQUENCE_BYTES = 1024 * 1024 * 1024


def preview_jpeg(picture: Picture) -> bytes:
    """JPEG with the long side at most 512 pixels."""
    height, width = picture.shape[:2]
    factor = min(1.0, PREVIEW_EDGE / max(height, width))
    size = (max(1, round(width * factor)), max(1, round(height * factor)))
    small = cv2.resize(as_bytes(picture), size, interpolation=cv2.INTER_AREA) if factor < 1 else as_bytes(picture)
    _, jpeg = cv2.imencode(".jpg", small[:, :, ::-1], [cv2.IMWRITE_JPEG_QUALITY, PREVIEW_QUALITY])
    return bytes(jpeg)


def save_png(picture: Picture, path: Path, texts: Mapping[str, str], compress_level: int) -> None:
    """Writes a PNG with text chunks under a temporary name first, so that no half file ever has the name."""
    chunks = PngInfo()
    for key, text in texts.items():
        chunks.add_text(key, text)
    temporary = path.with_name(f".{path.name}.part")
    try:
        image = Image.fromarray(as_bytes(picture))
        image.save(temporary, format="PNG", pnginfo=chunks, compress_level=compress_level)
        os.replace(temporary, path)  # noqa: PTH105 - must overwrite on Windows too
    except BaseException:
        with suppress(OSError):  # the first failure is the one to report
            temporary.unlink(missing_ok=True)
        raise


def load_pictures(path: Path) -> tuple[list[Picture], list[Any]]:
    """All frames of an image file turned upright as RGB, and a mask for each (0 where opaque).

    Frames of another size than the first are left out, and of MPO files (3-D photos) only the first counts.
    Raises ValueError in words for a picture over the limit, Pillow's own errors for a broken one.
    """
    pictures: list[Picture] = []
    masks: list[Any] = []
    with _open(path) as source:
        require_size(*source.size)
        frames = 1 if source.format == "MPO" else getattr(source, "n_frames", 1)
        if source.width * source.height * 3 * frames > MAX_SEQUENCE_BYTES:
            raise ValueError(f"{path.name} has {frames} frames of {source.width}×{source.height}: too large.")
        for frame in ImageSequence.Iterator(source):
            upright = ImageOps.exif_transpose(frame)
            mask = _mask(upright)
            if upright.mode == "I":
                upright = upright.point(lambda value: value * (1 / 255))
            picture = np.asarray(upright.convert("RGB"))
            if not pictures or picture.shape == pictures[0].shape:
                pictures.append(picture)
                masks.append(mask)
            if len(pictures) == frames:
                break
    return pictures, masks


def _open(path: Path) -> Image.Image:
    try:
        return Image.open(path)
    except Image.DecompressionBombError as error:
        limit = MAX_PIXELS // 1_000_000
        raise ValueError(f"{path.name} is larger than {limit} megapixels; make it smaller first.") from error


def _mask(image: Image.Image) -> Any:
    if "A" in image.getbands():
        return 1.0 - as_float(np.asarray(image.getchannel("A")))
    if image.mode == "P" and "transparency" in image.info:
        return 1.0 - as_float(np.asarray(image.convert("RGBA").getchannel("A")))
    return np.zeros((64, 64), np.float32)
