"""Pictures as small files: nobody looks at them more closely than at a screen."""

from pathlib import Path

from PIL import Image

_QUALITY, _QUALITY_OF_LARGE = 55, 40  # of 100; words stay sharp, photographs get soft
_LARGE = 2560  # px wide: each letter has four times the pixels
_EFFORT = 2  # of 6; more takes seconds for a picture of 3840 × 2160


def make_small(path: Path) -> None:
    """Puts a WebP picture in the place of a PNG."""
    with Image.open(path) as opened:
        quality = _QUALITY_OF_LARGE if opened.width > _LARGE else _QUALITY
        opened.convert("RGB").save(path.with_suffix(".webp"), quality=quality, method=_EFFORT)
    path.unlink()
