"""Camera moves: real motion, never a look outside the photo, smooth steps."""

from itertools import pairwise

import cv2
import numpy as np
import pytest

from vqdesk.adapters.builtin.nodes.camera import DESCRIPTION, EASINGS, Camera, Path, View, path_of

MOVES = DESCRIPTION["input"]["required"]["move"][0]
SIZE = (192, 108)


def frames(photo: np.ndarray, move: str, strength: float, count: int = 9) -> list[np.ndarray]:
    path = path_of(move, strength)
    camera = Camera(photo, SIZE, path)
    return [camera.shoot(path.at(index / (count - 1))) for index in range(count)]


def photo(width: int, height: int) -> np.ndarray:
    noise = np.random.default_rng(3).integers(0, 255, (9, 16, 3), np.uint8)
    return cv2.resize(noise, (width, height), interpolation=cv2.INTER_CUBIC)


@pytest.mark.parametrize("strength", [0.0, 0.5, 1.0])
@pytest.mark.parametrize("shape", [(900, 600), (600, 900), (1600, 300), (100, 80)])
@pytest.mark.parametrize("move", MOVES)
def test_no_frame_shows_anything_outside_the_photo(move: str, shape: tuple[int, int], strength: float) -> None:
    path = path_of(move, strength)
    camera = Camera(np.full((shape[1], shape[0], 3), 200, np.uint8), SIZE, path)
    width, height = camera.picture_size
    for index in range(33):
        corners = camera.corners(path.at(index / 32))
        assert corners.min() >= -0.5 - 1e-6
        assert corners[:, 0].max() <= width - 0.5 + 1e-6
        assert corners[:, 1].max() <= height - 0.5 + 1e-6


@pytest.mark.parametrize("strength", [0.0, 0.5, 1.0])
@pytest.mark.parametrize("move", MOVES)
def test_every_move_moves_between_all_frames(move: str, strength: float) -> None:
    shots = frames(photo(800, 600), move, strength)
    assert all(shot.shape == (108, 192, 3) and shot.dtype == np.uint8 for shot in shots)
    steps = [np.abs(a.astype(int) - b).mean() for a, b in pairwise(shots)]
    assert min(steps) > 0.3
    assert max(steps) < 6 * min(steps)


def test_different_moves_make_different_clips() -> None:
    ends = {move: frames(photo(800, 600), move, 0.5)[-1].astype(int) for move in MOVES}
    names = list(ends)
    for index, first in enumerate(names):
        for second in names[index + 1 :]:
            assert np.abs(ends[first] - ends[second]).mean() > 2, (first, second)


def test_pushing_in_ends_closer_and_panning_right_looks_further_right() -> None:
    ramp = np.broadcast_to(np.linspace(0, 255, 600, dtype=np.uint8)[None, :, None], (400, 600, 3))
    near, wide = frames(ramp, "push_in", 1.0)[-1], frames(ramp, "push_in", 1.0)[0]
    assert int(near.max()) - int(near.min()) < int(wide.max()) - int(wide.min()) - 20
    pan = frames(ramp, "pan_right", 0.5)
    assert pan[-1].mean() > pan[0].mean() + 10
    tilt = frames(np.ascontiguousarray(ramp.transpose(1, 0, 2)), "tilt_up", 0.5)
    assert tilt[-1].mean() < tilt[0].mean() - 10


def test_motion_is_finer_than_a_pixel() -> None:
    camera = Camera(photo(800, 600), SIZE, Path(View(1.2), View(1.2)))
    still, moved = camera.shoot(View(1.2, 0.0)), camera.shoot(View(1.2, 0.01))
    assert 0 < np.abs(still.astype(int) - moved).mean() < 3


@pytest.mark.parametrize("easing", EASINGS)
def test_an_easing_goes_from_start_to_end_without_turning_back(easing: str) -> None:
    values = [EASINGS[easing](index / 50) for index in range(51)]
    assert (values[0], values[-1]) == (0, 1)
    assert values == sorted(values)
