"""How a picture meets the size that a workflow makes of it."""

from collections.abc import Mapping
from typing import Any, Final

Size = tuple[int, int]
"""Width and height in pixels."""

NOTICED: Final = 0.02
"""Cuts below this share of a side come from sizes in steps of 8 or 16; nobody sees them."""


def target_size(task_type: str, values: Mapping[str, Any]) -> Size | None:
    """The size to which a workflow with these values crops its images; None when it takes them as they are."""
    width, height = values.get("width"), values.get("height")
    if task_type == "image_to_video" and isinstance(width, int) and isinstance(height, int):
        return width, height
    return None


def lost_share(picture: Size, target: Size) -> float:
    """The part of the picture, 0 to 1, that is cut off when it fills `target` from its middle."""
    (width, height), (wanted_width, wanted_height) = picture, target
    if 0 in (width, height, wanted_width, wanted_height):
        return 0.0
    fit = (width * wanted_height) / (height * wanted_width)
    return 1.0 - min(fit, 1.0 / fit)


def is_cropped(picture: Size, target: Size) -> bool:
    """Whether a visible part of the picture is cut off."""
    return lost_share(picture, target) > NOTICED


def is_enlarged(picture: Size, target: Size) -> bool:
    """Whether the picture has fewer pixels than are wanted, so that it looks soft."""
    return picture[0] < target[0] or picture[1] < target[1]
