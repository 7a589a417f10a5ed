"""Sizes that a factor makes of a video, and the rule of H.264 with yuv420p that both sides be even."""

import math
from typing import Final

from vqdesk.domain.errors import ParameterInvalid
from vqdesk.domain.parameters import Parameter

_STEP: Final = 0.01
_STEPS: Final = 400


def scaled_size(width: int, height: int, factor: float) -> tuple[int, int]:
    """Pixels that ComfyUI's ImageScaleBy makes of width and height."""
    return round(width * factor), round(height * factor)


def odd_result(parameter: Parameter, factor: float, width: int, height: int) -> ParameterInvalid | None:
    """What is wrong when a side of the result is odd, with the nearest factors that make both even."""
    wide, high = scaled_size(width, height, factor)
    if wide % 2 == high % 2 == 0:
        return None
    right = [_nearest(parameter, factor, sign, (width, height)) for sign in (-1, 1)]
    near = tuple(one for one in right if one is not None)
    shown = [f"{one:g}" for one in near]
    return ParameterInvalid(
        parameter.name,
        f"{parameter.label} cannot be {factor:g} for {width} × {height} pixels.",
        f"It would make {wide} × {high}, and H.264 takes even sizes only.",
        f"Near right values: {' and '.join(shown)}." if shown else "Use another size.",
        near,
    )


def _nearest(parameter: Parameter, factor: float, sign: int, size: tuple[int, int]) -> float | None:
    """The first factor below (−1) or above (1) with two even sides; whole numbers of steps."""
    start = (math.ceil if sign < 0 else math.floor)(factor / _STEP)
    for step in range(1, _STEPS + 1):
        one = round((start + sign * step) * _STEP, 2)
        too_far = (parameter.min is not None and one < parameter.min) or (
            parameter.max is not None and one > parameter.max
        )
        if too_far or one <= 0:
            return None
        if all(side % 2 == 0 for side in scaled_size(*size, one)):
            return one
    return None
