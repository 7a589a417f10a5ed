"""Pictures and batches of pictures as the nodes hand them on."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Picture = NDArray[Any]
"""Height × width × 3, RGB: uint8 0…255, or float32 0…1 (may overshoot after a bicubic scale)."""

MAX_PIXELS = 100_000_000  # of one picture
SETTLE_BYTES = 256 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class FrameBatch:
    """`count` pictures of one size, made by `render` when asked, so that long clips need no gigabytes."""

    count: int
    height: int
    width: int
    render: Callable[[int], Picture]

    @classmethod
    def of(cls, pictures: list[Picture]) -> "FrameBatch":
        """A batch that holds its pictures; all must have the size of the first."""
        height, width = pictures[0].shape[:2]
        return cls(len(pictures), height, width, pictures.__getitem__)

    def map(self, change: Callable[[Picture], Picture], size: tuple[int, int] | None = None) -> "FrameBatch":
        """A batch of changed pictures; `size` is (height, width) where it differs."""
        height, width = size or (self.height, self.width)
        return FrameBatch(self.count, height, width, lambda index: change(self.render(index)))

    def __str__(self) -> str:
        return f"{self.count} × {self.width}×{self.height}"


def settle(batch: FrameBatch, step: Callable[[int, Picture], None]) -> FrameBatch:
    """Renders a batch now when it is small; a large one stays lazy. `step(index, picture)` may raise to stop."""
    if batch.count * batch.height * batch.width * 3 > SETTLE_BYTES:
        return batch
    pictures = []
    size = 0
    for index in range(batch.count):
        picture = batch.render(index)
        step(index, picture)
        pictures.append(picture)
        size += picture.nbytes
        if size > SETTLE_BYTES:
            return batch
    return FrameBatch.of(pictures)


def as_bytes(picture: Picture) -> Picture:
    """uint8, cut off and not rounded, as ComfyUI does when it saves."""
    if picture.dtype == np.uint8:
        return picture
    return np.clip(picture * np.float32(255.0), 0, 255).astype(np.uint8)


def as_float(picture: Picture) -> Picture:
    """float32 0…1."""
    if picture.dtype == np.float32:
        return picture
    return picture.astype(np.float32) / np.float32(255.0)


def require_size(width: int, height: int) -> None:
    """Raises ValueError for an empty picture or one over the limit of 100 megapixels."""
    if width < 1 or height < 1:
        raise ValueError(f"The picture would be empty: {width}×{height} pixels.")
    if width * height > MAX_PIXELS:
        raise ValueError(
            f"{width}×{height} is {width * height / 1e6:.0f} megapixels; "
            f"the built-in engine takes at most {MAX_PIXELS // 1_000_000}."
        )
