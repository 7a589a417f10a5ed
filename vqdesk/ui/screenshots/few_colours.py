"""Pictures as small files: the colours of the theme as they are, few for the photographs."""

from pathlib import Path

from PIL import Image

Colour = tuple[int, int, int]
_TRUE_COLOUR = "1920x1080/main-dark.png"  # the README's picture
_COLOURS = 32
_FREQUENT, _BRIGHT = 10, 8  # kept as they are: surfaces and words; status and accent, which are few pixels
_IS_BRIGHT = 80  # between the strongest and the weakest channel
_UNLIKE = 48  # sum of the channels' differences
_SAMPLE_SIDE = 960  # px; enough to know the colours of a larger picture


def make_small(path: Path) -> None:
    """Writes a picture again, with at most 32 colours but for the README's."""
    with Image.open(path) as opened:
        picture = opened.convert("RGB")
    if not path.as_posix().endswith(_TRUE_COLOUR):
        picture = picture.quantize(palette=_palette_of(picture), dither=Image.Dither.NONE)
    picture.save(path, optimize=True)


def _palette_of(picture: Image.Image) -> Image.Image:
    step = max(1, picture.width // _SAMPLE_SIDE)
    sample = picture.resize((picture.width // step, picture.height // step), Image.Resampling.NEAREST)
    counted = sorted(sample.getcolors(sample.width * sample.height), reverse=True)
    by_number: list[Colour] = [colour for _, colour in counted]
    exact = list(dict.fromkeys([*by_number[:_FREQUENT], *_unlike_ones(by_number)]))
    left = _COLOURS - len(exact)
    others = (sample.quantize(left, Image.Quantize.MEDIANCUT).getpalette() or [])[: 3 * left]
    palette = Image.new("P", (1, 1))
    palette.putpalette([channel for colour in exact for channel in colour] + others)
    return palette


def _unlike_ones(colours: list[Colour]) -> list[Colour]:
    """The first bright ones that nobody would take for one another."""
    found: list[Colour] = []
    for colour in colours:
        is_bright = max(colour) - min(colour) > _IS_BRIGHT
        if is_bright and all(_difference(colour, one) > _UNLIKE for one in found):
            found.append(colour)
        if len(found) == _BRIGHT:
            break
    return found


def _difference(one: Colour, other: Colour) -> int:
    return sum(abs(a - b) for a, b in zip(one, other, strict=True))
