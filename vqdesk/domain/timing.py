"""Frames and seconds of clips that are made in stages."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from vqdesk.domain.shaping import shape_of
from vqdesk.domain.workflow import WorkflowDefinition

FRAMES_PARAMETER = "length"


@dataclass(frozen=True, slots=True)
class ClipTiming:
    """`overlap` frames at each seam belong to two stages and are shown once."""

    fps: float
    frames_per_stage: int
    overlap: int = 0
    stages: int = 1

    @property
    def total_frames(self) -> int:
        """N·L − (N−1)·v."""
        return self._frames_of(self.stages)

    @property
    def seconds(self) -> float:
        """Length of the whole clip."""
        return self.total_frames / self.fps

    def span_seconds(self, stage: int) -> tuple[float, float]:
        """Where in the whole clip the frames of a stage (from 1) begin and end."""
        ends = [self._frames_of(count) / self.fps for count in (stage - 1, stage)]
        return ends[0], ends[1]

    def _frames_of(self, stages: int) -> int:
        return stages * self.frames_per_stage - (stages - 1) * self.overlap if stages else 0

    @property
    def stage_seconds(self) -> float:
        """Length of one stage."""
        return self.frames_per_stage / self.fps


def clip_timing(definition: WorkflowDefinition, values: Mapping[str, Any]) -> ClipTiming | None:
    """Timing with the form's `length`, `fps` and stages, else the definition's; None for still pictures."""
    timing = definition.timing
    if timing is None:
        return None
    fps = _positive(values.get("fps"), timing.fps)
    frames = int(_positive(values.get(FRAMES_PARAMETER), timing.frames_per_stage))
    return ClipTiming(fps, frames, timing.overlap, shape_of(definition, values).stages)


def snap_frames(frames: int) -> int:
    """The frame count that WAN makes of `frames`: the next lower 4n+1, at least 1."""
    return max((frames - 1) // 4 * 4 + 1, 1)


def _positive(value: Any, otherwise: float) -> float:
    usable = isinstance(value, int | float) and not isinstance(value, bool) and value > 0
    return value if usable else otherwise
