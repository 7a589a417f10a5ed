"""The small picture that cameras put into their files: there in a moment, without decoding the whole."""

from pathlib import Path

import cv2
import numpy as np
from PIL import ExifTags, Image

from vqdesk.adapters.media.stills import ORIENTATION_TAG, Pixels, StillHeader

_OFFSET, _LENGTH = 513, 514  # TIFF 6.0: JPEGInterchangeFormat and its length
_HEAD = b"Exif\x00\x00"
_SAME_SHAPE = 0.02  # cameras put black bars around previews of another shape
_TURNS = {3: cv2.ROTATE_180, 6: cv2.ROTATE_90_CLOCKWISE, 8: cv2.ROTATE_90_COUNTERCLOCKWISE}


def exif_preview(path: Path, header: StillHeader, edge: int) -> Pixels | None:
    """Upright pixels with the long side at least `edge`; None where there is no such preview. Raises OSError."""
    if header.format != "JPEG":
        return None
    with Image.open(path) as image:
        raw = bytes(image.info.get("exif", b""))
        exif = image.getexif()
        try:
            place = exif.get_ifd(ExifTags.IFD.IFD1)
        except (ValueError, SyntaxError, KeyError):  # damaged; the picture itself may be whole
            return None
        orientation = int(exif.get(ORIENTATION_TAG, 1))
    start = place.get(_OFFSET, 0) + len(_HEAD)
    data = raw[start : start + place.get(_LENGTH, 0)]
    if not raw.startswith(_HEAD) or not data:
        return None
    return _upright(data, orientation, header, edge)


def _upright(data: bytes, orientation: int, header: StillHeader, edge: int) -> Pixels | None:
    pixels = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR)
    if pixels is None or max(pixels.shape[:2]) < edge or (orientation > 1 and orientation not in _TURNS):
        return None
    if orientation in _TURNS:
        pixels = cv2.rotate(pixels, _TURNS[orientation])
    height, width = pixels.shape[:2]
    is_same = abs(width * header.height - height * header.width) <= _SAME_SHAPE * width * header.height
    return np.asarray(pixels, np.uint8) if is_same else None
