"""Pictures as small files: the colours of the theme as they are, few for the photographs."""

from pathlib import Path

from PIL import Image

_COLOURS = 128
_BRIGHT = 80  # between the strongest and the weakest channel; status and accent are few pixels
_SAMPLE_SIDE = 960  # px; enough to know the colours of a larger picture


def make_small(path: Path) -> None:
    """Writes a picture again with at most 128 colours."""
    with Image.open(path) as opened:
        picture = opened.convert("RGB")
    step = max(1, picture.width // _SAMPLE_SIDE)
    sample = picture.resize((picture.width // step, picture.height // step), Image.Resampling.NEAREST)
    counted = sorted(sample.getcolors(sample.width * sample.height), reverse=True)
    frequent = [colour for _, colour in counted]
    bright = [
        colour for colour in frequent if max(colour) - min(colour) > _BRIGHT
    ]  # status and accent are few pixels
    exact = list(dict.fromkeys([*frequent[: _COLOURS // 4], *bright[: _COLOURS // 8]]))
    others = sample.quantize(_COLOURS - len(exact), Image.Quantize.MEDIANCUT).getpalette() or []
    palette = Image.new("P", (1, 1))
    palette.putpalette(([channel for colour in exact for channel in colour] + others)[: 3 * _COLOURS])
    picture.quantize(palette=palette, dither=Image.Dither.NONE).save(path, optimize=True)
