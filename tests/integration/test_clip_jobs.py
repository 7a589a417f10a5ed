"""Jobs of several clips in the real store: what is kept, rendered and shown."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from vqdesk.bootstrap import build
from vqdesk.domain.graph import render
from vqdesk.domain.job import AttemptId
from vqdesk.ports import JobQuery
from vqdesk.runtime.app import App
from vqdesk.services.submit import SubmitRequest

VALUES = {"stages": 3, "positive_prompt_stage3": "she leaves", "lora2_low": "pan.safetensors", "save_stages": True}


@pytest.fixture
def app(home: Path) -> Iterator[App]:
    opened = build(str(home))
    yield opened
    opened.close()


@pytest.fixture
def photo(tmp_path: Path) -> str:
    Image.new("RGB", (64, 48), "teal").save(tmp_path / "lake.png")
    return str(tmp_path / "lake.png")


def test_the_detail_names_every_clip_and_only_loras_that_are_used(app: App, photo: str) -> None:
    job = app.services.submit.submit(SubmitRequest("wan22-clips", (photo,), VALUES))
    shown = dict(app.services.queue.detail(job.id).parameters)
    assert shown["Clips"] == "3"
    assert shown["Clip 3"] == "she leaves"
    assert shown["LoRA 2, low noise"] == "pan.safetensors"
    assert [label for label in shown if label.startswith("LoRA")] == [
        "LoRA 2, low noise",
        "LoRA 2, low noise: strength",
    ]


def test_every_file_of_a_job_of_clips_carries_the_attempt(app: App, photo: str) -> None:
    job = app.services.submit.submit(SubmitRequest("wan22-clips", (photo,), VALUES, tries=2))
    stored = app.services.store.jobs.graph(job.id)
    first, second = app.services.store.jobs.prompts(job.id)
    graph = render(stored, first, AttemptId("the-attempt"), "lake.png")
    prefixes = [node["inputs"]["filename_prefix"] for node in graph.values() if node["class_type"] == "SaveVideo"]
    assert len(prefixes) == 4
    assert all(prefix.startswith("vqdesk/the-attempt/") for prefix in prefixes)
    seeds = {node["inputs"]["noise_seed"] for node in graph.values() if "noise_seed" in node["inputs"]}
    assert seeds == {first.seed}
    assert first.seed != second.seed


def test_search_finds_the_text_of_the_last_clip(app: App, photo: str) -> None:
    job = app.services.submit.submit(
        SubmitRequest("wan22-i2v-3clips", (photo,), {"positive_prompt_stage3": "zephyr"})
    )
    assert app.services.store.jobs.ids(JobQuery(text="zephyr")) == [job.id]
