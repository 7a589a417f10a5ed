"""VQCameraMove: a photo becomes a clip by moving a camera over it. Our own class, not ComfyUI's."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np

from vqdesk.adapters.builtin.frames import FrameBatch, Picture, as_bytes, require_size, settle
from vqdesk.adapters.builtin.nodes.base import NodeCall, NodeResult

DESCRIPTION: dict[str, Any] = {
    "input": {
        "required": {
            "image": ["IMAGE", {"tooltip": "The photo. Of a batch, the first picture is taken."}],
            "width": ["INT", {"default": 1280, "min": 16, "max": 4096, "step": 2}],
            "height": ["INT", {"default": 720, "min": 16, "max": 4096, "step": 2}],
            "length": ["INT", {"default": 72, "min": 1, "max": 4096, "step": 1, "tooltip": "Frames."}],
            "move": [
                ["push_in", "pull_out", "pan_left", "pan_right", "tilt_up", "tilt_down", "arc", "drift"],
                {"default": "push_in", "tooltip": "The way of the camera over the photo."},
            ],
            "strength": [
                "FLOAT",
                {"default": 0.5, "min": 0.0, "max": 1.0, "step": 0.05, "tooltip": "How far the camera goes."},
            ],
            "easing": [["smooth", "linear", "ease_in", "ease_out"], {"default": "smooth"}],
        }
    },
    "input_order": {"required": ["image", "width", "height", "length", "move", "strength", "easing"]},
    "output": ["IMAGE"],
    "output_is_list": [False],
    "output_name": ["IMAGE"],
    "name": "VQCameraMove",
    "display_name": "Camera Move",
    "description": "Moves a camera over a photo: push, pull, pan, tilt, arc or drift.",
    "python_module": "vqdesk",
    "category": "VQDesk",
    "output_node": False,
}


@dataclass(frozen=True, slots=True)
class View:
    """What the camera sees: zoom (1 = the largest cut-out that fits), place −1…1 in the free room, tilt."""

    zoom: float
    across: float = 0.0
    down: float = 0.0
    angle: float = 0.0  # degrees


@dataclass(frozen=True, slots=True)
class Path:
    """First and last view; `bow` makes the way between them an arc."""

    first: View
    last: View
    bow: float = 0.0

    def at(self, part: float) -> View:
        """The view at `part` 0…1 of the way. Zoom grows by a constant factor, which looks even."""
        first, last = self.first, self.last

        def between(start: float, end: float) -> float:
            return start + (end - start) * part

        zoom = first.zoom * (last.zoom / first.zoom) ** part
        down = between(first.down, last.down) - self.bow * math.sin(math.pi * part)
        return View(zoom, between(first.across, last.across), down, between(first.angle, last.angle))


def path_of(move: str, strength: float) -> Path:
    """The way of a move. `strength` 0…1 says how far; even 0 moves a little. Raises ValueError."""
    near = 1.08 + 0.5 * strength
    travel = 0.25 + 0.75 * strength
    side = View(1.12 + 0.28 * strength)
    moves = {
        "push_in": Path(View(1.0), View(near)),
        "pull_out": Path(View(near), View(1.0)),
        "pan_left": Path(_moved(side, across=travel), _moved(side, across=-travel)),
        "pan_right": Path(_moved(side, across=-travel), _moved(side, across=travel)),
        "tilt_up": Path(_moved(side, down=travel), _moved(side, down=-travel)),
        "tilt_down": Path(_moved(side, down=-travel), _moved(side, down=travel)),
        "arc": Path(
            View(side.zoom + 0.05, -travel, 0.5 * travel, -1 - 2 * strength),
            View(side.zoom + 0.05, travel, 0.5 * travel, 1 + 2 * strength),
            bow=travel,
        ),
        "drift": Path(View(1.06, -travel, -travel), View(near, travel, travel)),
    }
    if move not in moves:
        raise ValueError(f"Unknown camera move '{move}'.")
    return moves[move]


def _moved(view: View, across: float = 0.0, down: float = 0.0) -> View:
    return View(view.zoom, across, down)


EASINGS: Mapping[str, Callable[[float], float]] = {
    "linear": lambda part: part,
    "smooth": lambda part: part * part * (3 - 2 * part),
    "ease_in": lambda part: part * part,
    "ease_out": lambda part: part * (2 - part),
}


class Camera:
    """Cuts frames of `size` (width, height) out of a picture. No view ever shows what lies outside it."""

    def __init__(self, picture: Picture, size: tuple[int, int], path: Path) -> None:
        self._size = size
        self._source = _working_copy(picture, size, path)

    @property
    def picture_size(self) -> tuple[int, int]:
        """Width and height of the picture that the frames are cut from."""
        height, width = self._source.shape[:2]
        return width, height

    def shoot(self, view: View) -> Picture:
        """One frame, by Lanczos with sub-pixel place."""
        flags = cv2.INTER_LANCZOS4 | cv2.WARP_INVERSE_MAP
        border = cv2.BORDER_REFLECT_101  # only the filter's outermost taps ever reach it
        frame = cv2.warpAffine(self._source, self._matrix(view), self._size, flags=flags, borderMode=border)
        return np.asarray(frame)

    def corners(self, view: View) -> Picture:
        """Where the outer corners of a frame lie in the picture: x and y, pixel centres at whole numbers."""
        width, height = self._size
        outer = np.array(
            [[-0.5, -0.5, 1], [width - 0.5, -0.5, 1], [-0.5, height - 0.5, 1], [width - 0.5, height - 0.5, 1]]
        )
        return np.asarray(outer @ self._matrix(view).T)

    def _matrix(self, view: View) -> Picture:
        """Maps frame pixels to picture pixels."""
        width, height = self._size
        source_height, source_width = self._source.shape[:2]
        cos, sin = math.cos(math.radians(view.angle)), math.sin(math.radians(view.angle))
        # Size of the upright box around the turned frame, in frame pixels.
        box_width = width * abs(cos) + height * abs(sin)
        box_height = width * abs(sin) + height * abs(cos)
        cover = min(source_width / box_width, source_height / box_height)
        step = cover / view.zoom  # picture pixels per frame pixel
        centre_x = source_width / 2 + view.across * (source_width - box_width * step) / 2
        centre_y = source_height / 2 + view.down * (source_height - box_height * step) / 2
        a, b = step * cos, step * sin
        offset_x = centre_x - 0.5 - a * (width - 1) / 2 + b * (height - 1) / 2
        offset_y = centre_y - 0.5 - b * (width - 1) / 2 - a * (height - 1) / 2
        return np.array([[a, -b, offset_x], [b, a, offset_y]])


def _working_copy(picture: Picture, size: tuple[int, int], path: Path) -> Picture:
    """The picture, reduced so far that a frame pixel is about a source pixel in the middle of the way."""
    height, width = picture.shape[:2]
    middle = math.sqrt(path.first.zoom * path.last.zoom)
    reduction = min(width / size[0], height / size[1]) / middle
    if reduction <= 1:
        return picture
    small = (max(size[0], round(width / reduction)), max(size[1], round(height / reduction)))
    return np.asarray(cv2.resize(picture, small, interpolation=cv2.INTER_AREA))


def camera_move(call: NodeCall) -> NodeResult:
    """VQCameraMove."""
    width, height, length = call.whole("width"), call.whole("height"), call.whole("length")
    require_size(width, height)
    path = path_of(call.text("move"), call.number("strength"))
    easing = EASINGS.get(call.text("easing"))
    if easing is None:
        raise ValueError(f"Unknown easing '{call.text('easing')}'.")
    photo = as_bytes(call.images("image").render(0))
    camera = Camera(photo, (width, height), path)

    def render(index: int) -> Picture:
        return camera.shoot(path.at(easing(index / max(1, length - 1))))

    def step(index: int, frame: Picture) -> None:
        call.report.progress(index + 1, length, lambda: frame)

    return NodeResult((settle(FrameBatch(length, height, width, render), step),))
