"""Still pictures: facts from the header, and fast small copies."""

import re
import warnings
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps, UnidentifiedImageError

from vqdesk.adapters.media import problems

ORIENTATION_TAG = 274
SIDEWAYS = frozenset({5, 6, 7, 8})
END_MARKS = {"JPEG": b"\xff\xd9", "PNG": b"IEND"}
TAIL_BYTES = 128 * 1024
THUMBNAIL_QUALITY = 85

Pixels = NDArray[np.uint8]
"""Height × width × 3, BGR as OpenCV has it."""

# The limit of 100 megapixels is checked here, with words; Pillow's own warning at 89 would only add noise.
warnings.filterwarnings("ignore", category=Image.DecompressionBombWarning)
cv2.utils.logging.setLogLevel(0)  # a damaged file is told in words, not on stderr


@dataclass(frozen=True, slots=True)
class StillHeader:
    """Format as Pillow names it; size in pixels, turned upright."""

    format: str
    width: int
    height: int


def read_header(path: Path) -> StillHeader | None:
    """Facts without decoding; None when it is no picture. Raises InputUnusable (too large), OSError."""
    return _read(path, path)


def read_fully(path: Path, content: bytes) -> StillHeader | None:
    """As `read_header`, of a file whose content is at hand; raises too unless every pixel can be decoded."""
    header = _read(path, BytesIO(content), decodes=True)
    if header is not None:
        _check_tail(path, header.format, content[-TAIL_BYTES:])
    return header


def _read(path: Path, source: Path | BytesIO, *, decodes: bool = False) -> StillHeader | None:
    try:
        with Image.open(source) as image:
            width, height = image.size
            if width * height > problems.MAX_PIXELS:
                raise problems.too_large(path, width * height)
            # The base class' method: that of PNG decodes the whole picture to look for a late chunk.
            orientation = Image.Image.getexif(image).get(ORIENTATION_TAG, 1)
            if decodes:
                image.load()
            kind = image.format or ""
    except UnidentifiedImageError:
        return None
    except Image.DecompressionBombError as error:
        found = re.search(r"\d+", str(error))
        raise problems.too_large(path, int(found[0]) if found else problems.MAX_PIXELS) from error
    except (ValueError, SyntaxError, EOFError, OverflowError) as error:
        raise problems.corrupt(path, str(error)) from error
    if orientation in SIDEWAYS:
        width, height = height, width
    return StillHeader(kind, width, height)


def check_end(path: Path, kind: str) -> None:
    """Raises InputUnusable when the mark that ends a JPEG or PNG is missing: the file was cut off."""
    if kind not in END_MARKS:
        return
    with path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - TAIL_BYTES))
        _check_tail(path, kind, file.read())


def _check_tail(path: Path, kind: str, tail: bytes) -> None:
    if kind in END_MARKS and END_MARKS[kind] not in tail:
        raise problems.corrupt(path, "its end is missing")


def decode_fully(path: Path) -> None:
    """Raises InputUnusable unless every pixel can be decoded."""
    try:
        with Image.open(path) as image:
            image.load()
    except (OSError, ValueError, SyntaxError, EOFError) as error:
        raise problems.corrupt(path, str(error)) from error


def small_copy(path: Path, header: StillHeader, edge: int) -> Pixels:
    """Upright pixels with the long side at most `edge`, decoded at reduced size where the format can.

    Raises InputUnusable, OSError.
    """
    content = np.fromfile(path, np.uint8)
    pixels = cv2.imdecode(content, _reduced_flag(header, edge))
    if pixels is None:
        pixels = _by_pillow(path, edge)
    return shrink(np.asarray(pixels, np.uint8), edge)


def _reduced_flag(header: StillHeader, edge: int) -> int:
    """OpenCV's flag for the strongest reduction that leaves at least `edge` pixels (JPEG decodes it cheaply)."""
    if header.format != "JPEG":
        return cv2.IMREAD_COLOR
    for factor, flag in _REDUCTIONS:
        if max(header.width, header.height) // factor >= edge:
            return flag
    return cv2.IMREAD_COLOR


_REDUCTIONS = (
    (8, cv2.IMREAD_REDUCED_COLOR_8),
    (4, cv2.IMREAD_REDUCED_COLOR_4),
    (2, cv2.IMREAD_REDUCED_COLOR_2),
)


def _by_pillow(path: Path, edge: int) -> Pixels:
    try:
        with Image.open(path) as image:
            image.draft("RGB", (edge, edge))
            upright = ImageOps.exif_transpose(image).convert("RGB")
            return np.asarray(upright, np.uint8)[:, :, ::-1]
    except (OSError, ValueError, SyntaxError, EOFError) as error:
        raise problems.corrupt(path, str(error)) from error


def shrink(pixels: Pixels, edge: int) -> Pixels:
    """A copy with the long side at most `edge`; small pictures stay as they are."""
    height, width = pixels.shape[:2]
    factor = edge / max(height, width)
    if factor >= 1:
        return pixels
    size = (max(1, round(width * factor)), max(1, round(height * factor)))
    return np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), np.uint8)


def jpeg(pixels: Pixels) -> bytes:
    """JPEG file of the pixels."""
    is_done, data = cv2.imencode(
        ".jpg", np.ascontiguousarray(pixels), [cv2.IMWRITE_JPEG_QUALITY, THUMBNAIL_QUALITY]
    )
    if not is_done:
        raise ValueError("OpenCV cannot encode the thumbnail")
    return bytes(data)
