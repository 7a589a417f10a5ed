"""Inputs travel before their prompts' turn comes, and once per content."""

import json
from pathlib import Path

from headless import engine_process, headless, wait_until
from PIL import Image

from vqdesk.domain.status import PromptStatus
from vqdesk.services.submit import SubmitRequest

SLOW = """
name: slow
title: Slow
category: tool
task_type: upscale
template: slow.json
input: {kind: image, node: img, field: image, min: 1}
parameters:
  - {name: seconds, type: float, default: 1.5, min: 0, max: 60, bind: [nap.seconds]}
outputs: [save]
"""
SLOW_GRAPH = {
    "img": {"class_type": "LoadImage", "inputs": {"image": "x.png"}},
    "nap": {"class_type": "VQSleep", "inputs": {"seconds": 1.5, "steps": 2, "image": ["img", 0]}},
    "save": {"class_type": "SaveImage", "inputs": {"images": ["nap", 0], "filename_prefix": "x"}},
}


def test_the_inputs_of_the_next_prompts_are_there_while_the_first_runs(home: Path, tmp_path: Path) -> None:
    photos = [tmp_path / f"{number}.png" for number in range(8)]
    for number, path in enumerate(photos):
        Image.new("L", (64, 48), 20 * (number // 2)).save(path)  # each content twice
    with engine_process(home), headless(home) as desk:
        (home / "workflows" / "slow.json").write_text(json.dumps(SLOW_GRAPH))
        (home / "workflows" / "slow.yaml").write_text(SLOW)
        long = SubmitRequest("slow", inputs=tuple(map(str, photos)), params={"seconds": 4.0})
        job = desk.ask(lambda asked: asked.submit(long)).id
        folder = home / "engine" / "input" / "vqdesk"
        wait_until(lambda: folder.is_dir() and len(list(folder.iterdir())) >= 3, "three contents to be there")
        assert desk.statuses(job).count("pending") >= 4
        assert desk.job(job).counts.succeeded <= 1
        desk.ask(lambda asked: asked.cancel_job(job))
        desk.finish(job)
        assert all(len(list(content.iterdir())) == 1 for content in folder.iterdir())


def test_an_input_that_was_sent_ahead_is_the_one_that_runs(home: Path, tmp_path: Path) -> None:
    photos = [tmp_path / f"{number}.png" for number in range(5)]
    for number, path in enumerate(photos):
        Image.new("L", (64, 48), 40 * number).save(path)
    with engine_process(home), headless(home) as desk:
        (home / "workflows" / "slow.json").write_text(json.dumps(SLOW_GRAPH))
        (home / "workflows" / "slow.yaml").write_text(SLOW)
        request = SubmitRequest("slow", inputs=tuple(map(str, photos)), params={"seconds": 0.3})
        job = desk.ask(lambda asked: asked.submit(request)).id
        assert desk.finish(job).status is PromptStatus.SUCCEEDED
        greys = {prompt.id: prompt.ordinal for prompt in desk.prompts(job)}
        for output in desk.app.services.store.jobs.outputs(job):
            with Image.open(output.path) as picture:
                assert abs(picture.convert("L").getpixel((5, 5)) - 40 * (greys[output.prompt_id] - 1)) <= 1
