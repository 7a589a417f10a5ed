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
