"""Jobs that wait for their texts: they wait, say why, and go on by themselves; nothing fails for an absence."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from headless import Headless, headless, wait_until
from llm_server import LlmScript, generic, llm_server, reply, said
from PIL import Image

from vqdesk.domain.errors import ParameterInvalid
from vqdesk.domain.job import JobId
from vqdesk.domain.settings import LLM_CAPTION_MODEL, LLM_MOTION_MODEL, LLM_URL
from vqdesk.domain.status import PromptStatus
from vqdesk.services.submit import SubmitRequest
from vqdesk.services.text_wishes import AutoTexts

TWO_CLIPS = """
name: two
title: Two clips
category: tool
task_type: edit
template: two.json
input: {kind: image, node: img, field: image, min: 1}
parameters:
  - {name: positive_prompt_stage1, label: Clip 1, type: text, default: form, bind: [img.one]}
  - {name: positive_prompt_stage2, label: Clip 2, type: text, default: form, bind: [img.two]}
outputs: [save]
"""
GRAPH = {
    "img": {"class_type": "LoadImage", "inputs": {"image": "x.png", "one": "", "two": ""}},
    "save": {"class_type": "SaveImage", "inputs": {"images": ["img", 0], "filename_prefix": "x"}},
}


@pytest.fixture
def script() -> Iterator[LlmScript]:
    with llm_server() as running:
        running.paths["/v1/models"] = generic("m")
        running.chat = answer
        yield running


def answer(body: dict) -> dict:
    if isinstance(body["messages"][1]["content"], list):
        return said(f"A picture {len(str(body))}.")
    return said('{"clips": ["It begins.", "It ends."]}')


@pytest.fixture
def photos(tmp_path: Path) -> tuple[str, ...]:
    paths = [tmp_path / f"p{number}.png" for number in range(3)]
    for number, path in enumerate(paths):
        Image.new("RGB", (64 + number, 48), (number * 90, 20, 20)).save(path)
    return tuple(map(str, paths))


@pytest.fixture
def desk(home: Path, script: LlmScript) -> Iterator[Headless]:
    folder = home / "workflows"
    folder.mkdir(parents=True)
    (folder / "two.yaml").write_text(TWO_CLIPS, encoding="utf-8")
    (folder / "two.json").write_text(json.dumps(GRAPH), encoding="utf-8")
    with headless(home) as opened:
        assert opened.runtime.wait_for_lock(30)
        put = opened.app.services.settings.put
        put(LLM_URL, script.url)
        put(LLM_CAPTION_MODEL, "m")
        put(LLM_MOTION_MODEL, "m")
        yield opened


def submit(desk: Headless, *photos: str, **more) -> JobId:
    request = SubmitRequest("two", photos, auto=AutoTexts(), **more)
    return desk.ask(lambda asked: asked.submit(request)).id


def texts(desk: Headless, job: JobId) -> list[tuple[str, ...]]:
    return [tuple(prompt.patch.get(f"img.{n}", "") for n in ("one", "two")) for prompt in desk.prompts(job)]


def test_a_job_waits_for_a_server_that_is_away_and_goes_on_when_it_comes(desk: Headless, script, photos):
    script.gone = True
    own = {photos[1]: {"positive_prompt_stage1": "Mine.", "positive_prompt_stage2": "Mine too."}}
    job = submit(desk, *photos, per_file={**own, photos[2]: {"positive_prompt_stage1": "Half mine."}}, tries=1)
    other = desk.ask(lambda asked: asked.submit(SubmitRequest("two", photos[1:2]))).id
    assert desk.finish(other).status is PromptStatus.SUCCEEDED
    wait_until(lambda: "server" in desk.job(job).awaits, "the reason")
    assert set(desk.statuses(job)) == {"pending"}
    Path(photos[0]).unlink()
    script.gone = False
    assert desk.finish(job).status is PromptStatus.SUCCEEDED
    assert texts(desk, job) == [
        ("It begins.", "It ends."),
        ("Mine.", "Mine too."),
        ("Half mine.", "It ends."),
    ]
    assert script.pictures == 2
    assert desk.job(job).awaits == ""
    assert "p0.png: its text is written." in desk.log(job)


def test_what_no_text_can_be_written_for_fails_alone_and_a_retry_writes_it(desk: Headless, script, photos):
    def chat(body: dict) -> dict:
        if isinstance(body["messages"][1]["content"], list) and script.pictures == 2:
            return reply(400, {"error": {"message": "failed to load image"}})
        return answer(body)

    script.chat = chat
    job = submit(desk, *photos)
    desk.finish(job)
    assert desk.statuses(job) == ["succeeded", "failed", "succeeded"]
    assert "could not read the picture" in desk.job(job).reason
    script.chat = answer
    desk.ask(lambda asked: asked.retry_job(job))
    assert desk.finish(job).status is PromptStatus.SUCCEEDED
    assert texts(desk, job) == [("It begins.", "It ends.")] * 3
    assert script.pictures == 4


def test_a_missing_model_is_told_and_looked_for_again(desk: Headless, script, photos):
    script.paths["/v1/models"] = generic("another")
    job = submit(desk, photos[0])
    wait_until(lambda: "no model “m”" in desk.job(job).awaits, "the reason")
    script.paths["/v1/models"] = generic("another", "m")
    assert desk.finish(job).status is PromptStatus.SUCCEEDED


def test_the_user_may_go_without_cancel_or_copy_what_waits(desk: Headless, script, photos):
    script.gone = True
    job, canceled = submit(desk, photos[0]), submit(desk, photos[1])
    copy = desk.ask(lambda asked: asked.editing.duplicate([job]))[0]
    desk.ask(lambda asked: asked.cancel_job(canceled))
    assert desk.ask(lambda asked: asked.auto_prompt.go_without([job])) == 1
    assert desk.finish(job).status is PromptStatus.SUCCEEDED
    assert texts(desk, job) == [("", "")]
    assert desk.job(canceled).status is PromptStatus.CANCELED
    assert desk.job(copy).awaits
    with pytest.raises(ParameterInvalid, match="takes no text"):
        desk.ask(lambda asked: asked.submit(SubmitRequest("image-upscale", photos, auto=AutoTexts())))
