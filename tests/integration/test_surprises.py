"""Recorded surprises of a real ComfyUI, replayed to the whole app: each prompt ends once, and as it should."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from headless import Headless, headless, wait_until
from odd_server import Stage, serving
from replay_server import ReplayServer, picture, transcript

from vqdesk.adapters.comfy.messages import read_record
from vqdesk.domain.events import LaneChanged
from vqdesk.domain.job import JobId
from vqdesk.domain.status import PromptStatus

STALLED, MINE = "32_stalled_client", "82bb2d10-f18e-481f-9cce-de5136170c5d"
ERRORS = "14_execution_error"
BLOCKED = "70251e6b-16ed-40dc-9c16-ecc009f1d809"
BLOCKED_SILENTLY = "4fbcafe2-9b8b-4e9d-bf60-1ecbcfc608a9"
FILES = "34_input_and_output_files_change"


@pytest.fixture(scope="module")
def stage() -> Iterator[Stage]:
    with serving() as stage:
        yield stage


def replaying(stage: Stage, name: str, recorded: str) -> ReplayServer:
    stage.script = ReplayServer(stage.url, name, recorded)
    return stage.script


def times_done(desk: Headless, job: JobId) -> int:
    return sum(line.startswith("Done") for line in desk.log(job).splitlines())


def was_away(desk: Headless) -> bool:
    return any(isinstance(event, LaneChanged) and event.state == "offline" for event in desk.told)


def test_news_that_another_client_holds_up_are_not_waited_for(home: Path, stage: Stage) -> None:
    """11: a client that does not read its socket holds up everybody's messages; later all come at once."""
    server = replaying(stage, STALLED, MINE)
    server.tells_after_asked = 1  # nothing comes until the app has found out by itself
    with headless(home, server.url) as desk:
        job = desk.submit(1)
        assert desk.finish(job).status is PromptStatus.SUCCEEDED
        wait_until(server.told.is_set, "the late messages")
        desk.ask(lambda asked: asked.counts())
        assert times_done(desk, job) == 1
        assert desk.prompts(job)[0].attempts == 1
        assert not was_away(desk)


@pytest.mark.parametrize("recorded", [BLOCKED, BLOCKED_SILENTLY])
def test_success_without_an_output_is_a_failure_in_words(home: Path, stage: Stage, recorded: str) -> None:
    """14: a blocked execution tells an error and then success, or only success; its record says success."""
    server = replaying(stage, ERRORS, recorded)
    with headless(home, server.url) as desk:
        job = desk.submit(1)
        assert desk.finish(job).status is PromptStatus.FAILED
        (prompt,) = desk.prompts(job)
        assert prompt.error is not None
        assert prompt.error.summary == "The server finished without an output file."
        assert prompt.error.remedy
        assert prompt.attempts == 1 and times_done(desk, job) == 0


def test_pauses_of_the_server_are_no_outage(home: Path, stage: Stage) -> None:
    """17: every reply can take a quarter of a second while the server collects its garbage."""
    server = replaying(stage, STALLED, MINE)
    server.slow_s = 0.3
    with headless(home, server.url) as desk:
        job = desk.submit(1)
        assert desk.finish(job).status is PromptStatus.SUCCEEDED
        assert not was_away(desk)
        assert desk.prompts(job)[0].attempts == 1


def test_all_news_before_the_reply_and_a_record_that_lags(home: Path, stage: Stage) -> None:
    """18 and 1: nothing guarantees that the reply to the POST comes first, nor that the record is there yet."""
    server = replaying(stage, STALLED, MINE)
    server.tells_before_reply = True
    server.empty_first = 3
    with headless(home, server.url) as desk:
        job = desk.submit(1)
        assert desk.finish(job).status is PromptStatus.SUCCEEDED
        assert server.asked > 3
        assert times_done(desk, job) == 1
        assert desk.prompts(job)[0].attempts == 1
        (output,) = desk.app.services.store.jobs.outputs(job)
        assert Path(output.path).read_bytes() == picture()


def record_of(note: str) -> Any:
    """The recorded history of the prompt that was posted right before this note."""
    entries = transcript(FILES)
    at = next(at for at, entry in enumerate(entries) if note in str(entry.get("note")))
    posted = next(
        entry["response"]["prompt_id"]
        for entry in reversed(entries[: at + 1])
        if entry["kind"] == "http" and entry["request"]["path"] == "/prompt"
    )
    return next(
        entry["response"][posted]
        for entry in entries
        if entry["kind"] == "http" and entry["request"]["path"] == f"/history/{posted}" and entry["response"]
    )


def test_an_input_that_is_gone_when_its_turn_comes_fails_in_words() -> None:
    """9: inputs are read when the prompt runs; somebody deleted this one while it waited."""
    found = read_record(record_of("is deleted on the server while the prompt is pending"))
    assert found.outcome == "failed"
    assert found.problem is not None
    assert found.problem.node_type == "LoadImage"
    assert found.problem.remedy
