"""Frames and seconds."""

from dataclasses import replace

import pytest
from workflow_samples import definition

from vqdesk.domain.timing import ClipTiming, clip_timing, snap_frames
from vqdesk.domain.workflow import Timing


@pytest.mark.parametrize(
    ("stages", "overlap", "frames", "seconds"),
    [(1, 1, 81, 5.0625), (2, 1, 161, 10.0625), (3, 1, 241, 15.0625), (3, 5, 233, 14.5625), (5, 5, 385, 24.0625)],
)
def test_shared_frames_count_once(stages, overlap, frames, seconds):
    timing = ClipTiming(16, 81, overlap, stages)
    assert (timing.total_frames, timing.seconds) == (frames, seconds)


def test_the_form_beats_the_definition_and_nonsense_is_ignored():
    clip = replace(definition(), timing=Timing(16, 81))
    assert clip_timing(clip, {"length": 49, "fps": 24.0}) == ClipTiming(24.0, 49)
    assert clip_timing(clip, {"length": "", "fps": 0}) == ClipTiming(16, 81)
    assert clip_timing(definition(), {"length": 49}) is None


@pytest.mark.parametrize(("frames", "snapped"), [(80, 77), (81, 81), (84, 81), (1, 1), (0, 1), (5, 5)])
def test_frame_counts_snap_down_like_the_model_does(frames, snapped):
    assert snap_frames(frames) == snapped
