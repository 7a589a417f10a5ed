"""Pictures for language models: what servers refuse (WebP, alpha, CMYK, 16 bit, turned by EXIF) is made plain."""

import io
from pathlib import Path

from PIL import Image, ImageOps

from vqdesk.domain.errors import InputUnusable

_QUALITY = 90
_BACKGROUND = (255, 255, 255)
_LEAST_EDGE = 32  # smaller ones are enlarged: vision models cut pictures in patches


class JpegPictures:
    """Implements ports.Pictures."""

    def jpeg(self, path: Path, edge: int) -> bytes:
        try:
            with Image.open(path) as image:
                image.draft("RGB", (edge, edge))
                picture = _sized(_plain(ImageOps.exif_transpose(image)), edge)
        except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError) as error:
            raise InputUnusable(
                f"{path.name} cannot be captioned.",
                f"It cannot be read as a picture: {error}.",
                "Open and save it again with another program, or leave it out.",
            ) from error
        buffer = io.BytesIO()
        picture.save(buffer, "JPEG", quality=_QUALITY)
        return buffer.getvalue()


def _plain(image: Image.Image) -> Image.Image:
    """RGB with eight bits; what is transparent shows white."""
    if image.mode.startswith("I"):
        return image.point(lambda value: value / 256).convert("L").convert("RGB")
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        clear = image.convert("RGBA")
        ground = Image.new("RGBA", clear.size, (*_BACKGROUND, 255))
        return Image.alpha_composite(ground, clear).convert("RGB")
    return image.convert("RGB")


def _sized(image: Image.Image, edge: int) -> Image.Image:
    longest = max(image.size)
    target = min(max(longest, _LEAST_EDGE), edge)
    if longest == target:
        return image
    size = [max(1, round(side * target / longest)) for side in image.size]
    return image.resize((size[0], size[1]), Image.Resampling.LANCZOS)
