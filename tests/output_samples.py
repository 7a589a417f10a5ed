"""Finished files in a store: real pictures and clips on disk, recorded as a worker records them."""

from pathlib import Path
from typing import Any

import av
import numpy as np
from PIL import Image

from vqdesk.domain.job import AttemptId, Job, JobDraft, JobId, LaneId, NewOutput, PromptDraft
from vqdesk.domain.status import PromptStatus
from vqdesk.ports import Move, Store

FPS = 10


def write_clip(path: Path, frames: int = 20, size: tuple[int, int] = (64, 48)) -> Path:
    """A clip whose every frame is a little brighter than the one before: frame n has brightness 10 + 10n."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=FPS)
        stream.width, stream.height, stream.pix_fmt = *size, "yuv420p"
        for n in range(frames):
            picture = np.full((size[1], size[0], 3), 10 + 10 * n, np.uint8)
            container.mux(stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
        container.mux(stream.encode())
    return path


def write_sounding_clip(path: Path, seconds: int = 3, beep: tuple[float, float] = (0.5, 1.0)) -> Path:
    """A clip that is silent but for a tone of 440 Hz between two times; its sound is one channel at 44.1 kHz."""
    rate = 44_100
    times = np.arange(seconds * rate) / rate
    tone = np.where((times >= beep[0]) & (times < beep[1]), np.sin(2 * np.pi * 440 * times) / 2, 0)
    with av.open(str(path), "w") as container:
        video, audio = container.add_stream("libx264", rate=FPS), container.add_stream("aac", rate=rate)
        video.width, video.height, video.pix_fmt, audio.layout = 64, 48, "yuv420p", "mono"
        for n in range(seconds * FPS):
            picture = np.full((48, 64, 3), 10 + 7 * n, np.uint8)
            container.mux(video.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
        container.mux(video.encode())
        for start in range(0, len(tone), 1024):
            block = tone[start : start + 1024].astype(np.float32).reshape(1, -1)
            frame = av.AudioFrame.from_ndarray(block, format="fltp", layout="mono")
            frame.sample_rate, frame.pts = rate, start
            container.mux(audio.encode(frame))
        container.mux(audio.encode())
    return path


def write_still(path: Path, color: str = "#4a7a9c", size: tuple[int, int] = (64, 48)) -> Path:
    Image.new("RGB", size, color).save(path)
    return path


def output_draft(name: str, **changes: Any) -> JobDraft:
    """A job of one prompt, unless `changes` say otherwise."""
    facts: dict[str, Any] = {
        "name": name,
        "workflow": "tint",
        "workflow_hash": "h1",
        "task_type": "text_to_image",
        "params": {},
        "graph": {"save": {"class_type": "SaveImage", "inputs": {"filename_prefix": "x"}}},
        "input_binding": "",
        "save_nodes": ("save",),
        "prompts": (PromptDraft(seed=1),),
    }
    return JobDraft(**{**facts, **changes})


def finish(store: Store, lane: LaneId, draft: JobDraft, files: list[Path]) -> Job:
    """A job whose prompts have succeeded, each with one of these files; prompts without a file stay pending."""
    job_id = store.jobs.create(draft)
    needs = list(store.prompts.pending_needs(lane))
    for number, claimed in enumerate(store.prompts.claim(lane, len(files), needs)):
        prompt = store.prompts.get(claimed.prompt.id)
        for status in (PromptStatus.QUEUED, PromptStatus.RUNNING):
            store.prompts.move(Move(prompt.id, claimed.attempt_id, status))
        store.prompts.succeed(prompt.id, claimed.attempt_id, [recorded(files[number], claimed.attempt_id)], 1.0)
    return store.jobs.get(JobId(job_id))


def recorded(path: Path, attempt: AttemptId) -> NewOutput:
    is_clip = path.suffix == ".mp4"
    return NewOutput(
        *("save", f"{attempt}/{path.name}", str(path), "video" if is_clip else "image", path.stat().st_size),
        *(f"{attempt}-{path.name}", 64, 48, float(FPS if is_clip else 0), 20 if is_clip else 0),
    )
