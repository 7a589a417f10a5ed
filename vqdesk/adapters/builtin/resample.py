"""Scaling with the results of ComfyUI 0.3.64: torch's `interpolate` and Pillow's Lanczos, without torch."""

import cv2
import numpy as np
from PIL import Image

from vqdesk.adapters.builtin.frames import Picture, as_bytes, as_float


def scale(picture: Picture, width: int, height: int, method: str) -> Picture:
    """Picture of `width` × `height` by one of the methods of ImageScale. Raises ValueError for another."""
    if method == "lanczos":
        resized = Image.fromarray(as_bytes(picture)).resize((width, height), Image.Resampling.LANCZOS)
        return np.asarray(resized)
    if method == "nearest-exact":
        rows = _nearest_exact(picture.shape[0], height)
        columns = _nearest_exact(picture.shape[1], width)
        return np.asarray(picture[rows][:, columns])
    if method == "area":
        return _area(_area(as_float(picture), height, axis=0), width, axis=1)
    interpolation = {"bilinear": cv2.INTER_LINEAR, "bicubic": cv2.INTER_CUBIC}.get(method)
    if interpolation is None:
        raise ValueError(f"Unknown scale method '{method}'.")
    # Both libraries put pixel centres at +0.5, repeat the border and take -0.75 for bicubic.
    return np.asarray(cv2.resize(as_float(picture), (width, height), interpolation=interpolation))


def centre_crop(picture: Picture, width: int, height: int) -> Picture:
    """The middle of a picture with the aspect of `width` × `height`, at its own scale."""
    old_height, old_width = picture.shape[:2]
    old_aspect, new_aspect = old_width / old_height, width / height
    left = top = 0
    if old_aspect > new_aspect:
        left = round((old_width - old_width * (new_aspect / old_aspect)) / 2)
    elif old_aspect < new_aspect:
        top = round((old_height - old_height * (old_aspect / new_aspect)) / 2)
    return picture[top : old_height - top, left : old_width - left]


def _nearest_exact(old: int, new: int) -> np.ndarray:
    step = np.float32(old) / np.float32(new)
    index = np.floor((np.arange(new, dtype=np.float32) + np.float32(0.5)) * step).astype(np.int64)
    return np.asarray(np.minimum(index, old - 1))


def _area(picture: Picture, new: int, axis: int) -> Picture:
    """Mean over the windows [floor(i·old/new), ceil((i+1)·old/new)), each pixel with equal weight."""
    old = picture.shape[axis]
    index = np.arange(new, dtype=np.int64)
    first = index * old // new
    last = -((-(index + 1) * old) // new)
    sums = np.cumsum(picture, axis=axis, dtype=np.float64)
    zero = np.zeros_like(np.take(sums, [0], axis=axis))
    sums = np.concatenate((zero, sums), axis=axis)
    total = np.take(sums, last, axis=axis) - np.take(sums, first, axis=axis)
    shape = [1, 1, 1]
    shape[axis] = new
    return np.asarray((total / (last - first).reshape(shape)).astype(np.float32))
