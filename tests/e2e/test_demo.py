"""`vqdesk demo` makes real clips on a machine that has nothing: no GPU, no server, no display."""

import hashlib
from pathlib import Path

import av
import numpy as np
import pytest
from program import Program

pytestmark = pytest.mark.timeout(180)


def test_demo_makes_clips_that_move_and_differ(program: Program, tmp_path: Path) -> None:
    out = tmp_path / "clips"
    document = program("demo", "--headless", "--out", out, "--json").json
    clips = [Path(clip["path"]) for clip in document["clips"]]
    assert len(clips) >= 3
    assert all(clip.is_relative_to(out) for clip in clips)
    assert len({hashlib.sha256(clip.read_bytes()).digest() for clip in clips}) == len(clips)
    for clip, told in zip(clips, document["clips"], strict=True):
        _check_clip(clip, told)
    screenshot = document["screenshot"]
    assert screenshot is None or Path(screenshot).stat().st_size > 10_000
    assert not list(out.rglob("*.part*"))


def test_demo_whose_output_folder_is_a_file_is_wrong_usage(program: Program, tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("mine")
    assert "--out" in program("demo", "--headless", "--out", taken, code=2).err
    assert taken.read_text() == "mine"


def _check_clip(path: Path, told: dict[str, object]) -> None:
    with av.open(path) as container:
        stream = container.streams.video[0]
        assert (stream.codec_context.name, stream.codec_context.pix_fmt) == ("h264", "yuv420p")
        assert (stream.width, stream.height) == (told["width"], told["height"]) == (1280, 720)
        frames = [frame.to_ndarray(format="gray") for frame in container.decode(video=0)]
    assert len(frames) == told["frames"]
    assert len(frames) >= 48
    assert np.abs(frames[0].astype(int) - frames[-1]).mean() > 4  # the camera has moved
