"""“Reuse these settings”: a finished file leads back to its form, as far as anything is left of it."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, PngImagePlugin

from vqdesk import bootstrap
from vqdesk.domain.errors import InputUnusable
from vqdesk.locations import resources_dir, workflows_dir
from vqdesk.runtime.app import App
from vqdesk.services.importing.reuse import Reused
from vqdesk.services.submit import SubmitRequest

WORKFLOW = "my-move"


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    opened = bootstrap.build(str(tmp_path / "home"))
    folder = opened.home.user_workflows
    folder.mkdir(parents=True, exist_ok=True)
    for kind in ("json", "yaml"):
        text = (workflows_dir() / f"camera-move.{kind}").read_text(encoding="utf-8")
        text = text.replace("name: camera-move", f"name: {WORKFLOW}").replace(
            "camera-move.json", f"{WORKFLOW}.json"
        )
        (folder / f"{WORKFLOW}.{kind}").write_text(text, encoding="utf-8")
    yield opened
    opened.close()


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    sample = sorted((resources_dir() / "samples").glob("*.jpg"))[0]
    return Path(shutil.copy(sample, tmp_path / "lake.jpg"))


def sent(app: App, photo: Path, **request: Any) -> int:
    """A job whose prompt was given to a server once."""
    lane = app.services.lanes.use_builtin()
    job = app.services.submit.submit(SubmitRequest(WORKFLOW, (str(photo),), **request))
    prompts = app.services.store.prompts
    assert prompts.claim(lane.id, 1, list(prompts.pending_needs(lane.id)))
    return job.number


def finished(app: App, number: int, path: Path) -> Path:
    """A file with the graph in it that the job sent."""
    prompt = app.services.store.jobs.prompts(number)[0]
    texts = PngImagePlugin.PngInfo()
    texts.add_text("prompt", app.services.queue.graph_json(prompt.id))
    Image.new("RGB", (16, 9)).save(path, pnginfo=texts)
    return path


def rewrite(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def reused(app: App, path: Path) -> Reused:
    return app.services.reuse.of_file(path)


def test_values_of_the_form_and_of_the_file_and_the_input_come_back(app, photo, tmp_path):
    own = {str(photo): {"strength": 0.9}}
    number = sent(app, photo, params={"length": 24, "width": 640}, per_file=own)
    found = reused(app, finished(app, number, tmp_path / "clip.png"))
    assert (found.workflow, found.job_number, found.source_path) == (WORKFLOW, number, str(photo))
    assert (found.values["length"], found.values["width"], found.values["strength"]) == (24, 640, 0.9)
    assert found.missing == ()


def test_an_input_that_is_gone_is_told(app, photo, tmp_path):
    path = finished(app, sent(app, photo), tmp_path / "clip.png")
    photo.unlink()
    found = reused(app, path)
    assert found.workflow == WORKFLOW and found.source_path == ""
    assert str(photo) in found.missing[0]


def test_of_copies_of_a_workflow_the_one_of_the_job_is_meant(app, photo, tmp_path):
    path = finished(app, sent(app, photo), tmp_path / "clip.png")
    assert reused(app, path).workflow == WORKFLOW
    (app.home.user_workflows / f"{WORKFLOW}.yaml").unlink()
    assert reused(app, path).workflow == "camera-move"


def test_of_a_workflow_that_was_changed_what_still_fits_comes_back(app, photo, tmp_path):
    file = app.home.user_workflows / f"{WORKFLOW}.yaml"
    rewrite(file.with_suffix(".json"), '"codec": "auto"', '"codec": "h264"')
    path = finished(app, sent(app, photo, params={"strength": 0.9, "width": 640}), tmp_path / "clip.png")
    rewrite(file.with_suffix(".json"), '"codec": "h264"', '"codec": "auto"')
    rewrite(file, "max: 1\n", "max: 0.6\n")
    found = reused(app, path)
    assert (found.workflow, found.values["width"]) == (WORKFLOW, 640)
    assert "strength" not in found.values
    assert "changed since" in found.missing[0] and "strength" in found.missing[1]


def test_a_workflow_that_is_gone_is_told_by_name(app, photo, tmp_path):
    file = app.home.user_workflows / f"{WORKFLOW}.yaml"
    graph = file.with_suffix(".json")
    graph.write_text(
        graph.read_text(encoding="utf-8").replace('"codec": "auto"', '"codec": "h264"'), encoding="utf-8"
    )
    path = finished(app, sent(app, photo), tmp_path / "clip.png")
    file.unlink()
    found = reused(app, path)
    assert found.workflow == "" and WORKFLOW in found.missing[0]


def test_a_clip_of_another_computer_brings_back_all_but_its_input(app, photo, tmp_path):
    path = finished(app, sent(app, photo, params={"length": 30}), tmp_path / "clip.png")
    other = bootstrap.build(str(tmp_path / "elsewhere"))
    try:
        found = reused(other, path)
    finally:
        other.close()
    assert (found.workflow, found.values["length"], found.source_path) == ("camera-move", 30, "")
    assert "its input is not known" in found.missing[0]


def test_a_picture_of_somebody_else_is_refused_in_words(app, photo, tmp_path):
    with pytest.raises(InputUnusable, match="was not made by VQDesk"):
        reused(app, photo)
    with pytest.raises(InputUnusable, match="cannot be read"):
        reused(app, tmp_path / "nothing.png")


def test_carriers_are_told_from_other_files_and_ours_from_others(app, photo, tmp_path):
    ours = finished(app, sent(app, photo), tmp_path / "clip.png")
    theirs = tmp_path / "theirs.png"
    texts = PngImagePlugin.PngInfo()
    texts.add_text("workflow", '{"nodes": []}')
    Image.new("RGB", (4, 4)).save(theirs, pnginfo=texts)
    found = app.services.reuse.carriers([str(photo), str(ours), str(theirs), str(tmp_path / "nothing.png")])
    assert [(one.path, one.is_ours) for one in found] == [(str(ours), True), (str(theirs), False)]
