"""Moments of a clip that a motion prompt speaks of (R-A4)."""

from typing import Final

_HALF_S: Final = 0.5
_STEP_S: Final = 2.5
_LEAST_STEPS: Final = 2


def moments(frames: int, fps: float) -> tuple[float, ...]:
    """Seconds from the start to the last half second: 81 frames at 24 fps → 0, 1.5, 3; at 16 fps → 0, 2.5, 5.

    Three up to six seconds, then one about every two and a half. Clips below a second have their two ends.
    """
    end = frames / fps // _HALF_S * _HALF_S
    if end < 2 * _HALF_S:
        return 0.0, round(frames / fps, 1)
    steps = max(_LEAST_STEPS, round(end / _STEP_S))
    return tuple(round(end * step / steps, 2) for step in range(steps + 1))


def markers(frames: int, fps: float) -> tuple[str, ...]:
    """The same as words: "0s", "1.5s", "3s"."""
    return tuple(f"{moment:g}s" for moment in moments(frames, fps))
