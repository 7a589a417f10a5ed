"""Photos as a camera makes them, many and quickly: distinct files of few contents."""

import struct
from collections.abc import Sequence
from pathlib import Path

_SIZE = (4000, 3000)
_PREVIEW = (160, 120)
_CONTENTS = 8
_GRAIN = 10  # of 255, so that a photo takes about as many bytes as one from a camera
_LONG = 4  # TIFF 6.0: the type of a 32-bit number
_OFFSET, _LENGTH = 513, 514  # TIFF 6.0: JPEGInterchangeFormat and its length


def make_photos(folder: Path, number: int, previews_every: int = 0) -> list[Path]:
    """Files of 12 megapixels; each differs by a comment of its own.

    Every so many of them holds a small picture of itself, as cameras write it; 0 for none.
    """
    folder.mkdir()
    contents = _contents(min(_CONTENTS, number))
    paths = []
    for at in range(number):
        photo, preview = contents[at % len(contents)]
        has_preview = previews_every > 0 and at % previews_every == 0
        parts = [_segment(0xFE, f"{at:08d}".encode())]
        if has_preview:
            parts.insert(0, exif_with_preview(preview))
        path = folder / f"photo_{at:05d}.jpg"
        path.write_bytes(photo[:2] + b"".join(parts) + photo[2:])
        paths.append(path)
    return paths


def exif_with_preview(preview: bytes) -> bytes:
    """The segment of a JPEG file that holds a small JPEG in its second directory (Exif 2.3, 4.5.4)."""
    header = b"II*\0" + struct.pack("<I", 8)
    empty = struct.pack("<HI", 0, 14)  # no entry; the next directory begins at byte 14
    entries = ((_OFFSET, 14 + 2 + 2 * 12 + 4), (_LENGTH, len(preview)))
    second = struct.pack("<H", len(entries))
    second += b"".join(struct.pack("<HHII", tag, _LONG, 1, value) for tag, value in entries)
    return _segment(0xE1, b"Exif\0\0" + header + empty + second + struct.pack("<I", 0) + preview)


def _segment(kind: int, content: bytes) -> bytes:
    return bytes((0xFF, kind)) + (len(content) + 2).to_bytes(2, "big") + content


def _contents(number: int) -> Sequence[tuple[bytes, bytes]]:
    """Noise as JPEG, each in full size and small."""
    import cv2  # loads the picture libraries
    import numpy as np

    rng = np.random.default_rng(1)
    made = []
    for _ in range(number):
        coarse = rng.integers(0, 255, (24, 32, 3), dtype=np.uint8)
        grain = rng.integers(0, _GRAIN, (_SIZE[1], _SIZE[0], 3), dtype=np.uint8)
        photo = cv2.add(cv2.resize(coarse, _SIZE, interpolation=cv2.INTER_CUBIC), grain)
        small = cv2.resize(photo, _PREVIEW, interpolation=cv2.INTER_AREA)
        quality = [cv2.IMWRITE_JPEG_QUALITY, 90]
        large_file, small_file = (bytes(cv2.imencode(".jpg", one, quality)[1]) for one in (photo, small))
        made.append((large_file, small_file))
    return made
