"""A parameter that names a file: owned by the job, uploaded once, and at its place in what is run."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from headless import Headless, engine_process
from headless import headless as running
from PIL import Image

from vqdesk.domain.errors import InputUnusable, ParameterInvalid
from vqdesk.domain.file_values import file_inputs
from vqdesk.services.submit import SubmitRequest

DEFINITION = """
name: pair
title: Pair
category: image_gen
task_type: image_to_video
template: pair.json
input: {kind: image, node: first, field: image}
parameters:
  - {name: last, label: Last frame, type: path, widget: image, default: "", bind: [last.image]}
outputs: [save]
"""
GRAPH = {
    "first": {"class_type": "LoadImage", "inputs": {"image": ""}},
    "last": {"class_type": "LoadImage", "inputs": {"image": ""}},
    "both": {"class_type": "ImageBatch", "inputs": {"image1": ["first", 0], "image2": ["last", 0]}},
    "save": {"class_type": "SaveImage", "inputs": {"images": ["both", 0], "filename_prefix": "x"}},
}


@pytest.fixture
def headless(home: Path) -> Iterator[Headless]:
    folder = home / "workflows"
    folder.mkdir(parents=True)
    (folder / "pair.yaml").write_text(DEFINITION, encoding="utf-8")
    (folder / "pair.json").write_text(json.dumps(GRAPH), encoding="utf-8")
    with engine_process(home), running(home) as started:
        yield started


def picture(folder: Path, colour: str) -> str:
    path = folder / f"{colour}.png"
    Image.new("RGB", (32, 32), colour).save(path)
    return str(path)


def test_the_file_is_run_as_it_was_although_it_is_gone(headless: Headless, tmp_path: Path) -> None:
    last = picture(tmp_path, "blue")
    inputs = (picture(tmp_path, "red"), picture(tmp_path, "lime"))
    headless.ask(lambda desk: desk.set_paused(True))
    job = headless.ask(lambda desk: desk.submit(SubmitRequest("pair", inputs, {"last": last})))
    Path(last).unlink()
    headless.ask(lambda desk: desk.set_paused(False))
    assert headless.finish(job.id).counts.succeeded == 2
    outputs = sorted(headless.app.services.store.jobs.outputs(job.id), key=lambda one: (one.prompt_id, one.path))
    colours = [Image.open(one.path).convert("RGB").getpixel((5, 5)) for one in outputs]
    assert colours == [(255, 0, 0), (0, 0, 255), (0, 255, 0), (0, 0, 255)]
    assert headless.job(job.id).params["last"] == last


def test_each_input_may_have_a_file_of_its_own(headless: Headless, tmp_path: Path) -> None:
    red, lime, blue = (picture(tmp_path, colour) for colour in ("red", "lime", "blue"))
    own = {red: {"last": blue}, lime: {"last": red}}
    headless.ask(lambda desk: desk.set_paused(True))
    job = headless.ask(lambda desk: desk.submit(SubmitRequest("pair", (red, lime), per_file=own)))
    kept = [prompt.patch["last.image"] for prompt in headless.prompts(job.id)]
    assert [one.rpartition(":")[2] for one in kept] == [blue, red]
    assert file_inputs(headless.app.services.store.jobs.graph(job.id).graph) == {}


@pytest.mark.parametrize(("value", "error"), [("", ParameterInvalid), ("/nowhere/last.png", InputUnusable)])
def test_a_file_that_is_not_there_is_refused_in_words(headless: Headless, tmp_path: Path, value, error) -> None:
    red = picture(tmp_path, "red")
    with pytest.raises(error) as caught:
        headless.ask(lambda desk: desk.submit(SubmitRequest("pair", (red,), {"last": value})))
    assert caught.value.problem.summary
    assert "last" in caught.value.problem.sentence().lower()
