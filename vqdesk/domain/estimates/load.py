"""How much a prompt asks for, as far as its form and its input say."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_MEGA = 1_000_000


@dataclass(frozen=True, slots=True)
class Load:
    """Pixels of a frame, frames, and sampling steps; 0 where nothing says so."""

    width: int = 0
    height: int = 0
    frames: int = 0
    steps: int = 0

    @property
    def volume(self) -> float:
        """Pixels times frames: what disk and decoding grow with."""
        return float(max(self.width * self.height, 1) * max(self.frames, 1))

    @property
    def work(self) -> float:
        """Volume times steps: what the time grows with, roughly."""
        return self.volume * max(self.steps, 1)


def load_of(params: Mapping[str, Any], given: Load) -> Load:
    """The load of a prompt with these values of the form (stable names of DESIGN §9) and this input.

    `given` is what the input has; sizes of the form win over it.
    """
    width, height = _sized(params, given)
    frames = _number(params, "length") or given.frames * max(_number(params, "multiplier"), 1)
    return Load(round(width), round(height), round(frames), round(_number(params, "steps")))


def _sized(params: Mapping[str, Any], given: Load) -> tuple[float, float]:
    width, height = _number(params, "width"), _number(params, "height")
    if width and height:
        return width, height
    pixels = _number(params, "megapixels") * _MEGA
    if pixels and given.width and given.height:
        factor = (pixels / (given.width * given.height)) ** 0.5
        return given.width * factor, given.height * factor
    factor = _number(params, "scale") or 1.0
    return given.width * factor, given.height * factor


def _number(params: Mapping[str, Any], name: str) -> float:
    value = params.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return 0.0
    return float(max(value, 0))
