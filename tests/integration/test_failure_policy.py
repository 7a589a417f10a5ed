"""What the queue does after failures by itself, through the real worker and engine."""

import socket
from functools import partial
from pathlib import Path

import pytest
from headless import Headless, engine_process, headless, wait_until

from vqdesk.domain.errors import OUT_OF_MEMORY, PUT_ASIDE
from vqdesk.domain.events import LaneRest, NightChanged
from vqdesk.domain.job import JobId
from vqdesk.domain.settings import DEATHS_ALLOWED, LOWER_AFTER_OOM
from vqdesk.domain.status import PromptStatus
from vqdesk.services.submit import SubmitRequest

BIG = """
name: big
title: Big
category: image_gen
task_type: text_to_image
template: big.json
parameters:
  - {name: width, type: int, default: 128, min: 16, multiple_of: 16, bind: [tint.width]}
  - {name: height, type: int, default: 64, min: 16, multiple_of: 16, bind: [tint.height]}
seed: {bind: [tint.color]}
on_out_of_memory: {lower: {width: 0.75}}
outputs: [save]
"""
GRAPH = """{
  "tint": {"class_type": "EmptyImage", "inputs": {"width": 128, "height": 64, "batch_size": 1, "color": 0}},
  "save": {"class_type": "SaveImage", "inputs": {"images": ["tint", 0], "filename_prefix": "x"}}
}"""


def big_job(desk: Headless, tries: int, **params: int) -> JobId:
    folder = desk.app.home.user_workflows
    (folder / "big.json").write_text(GRAPH)
    (folder / "big.yaml").write_text(BIG)
    request = SubmitRequest("big", params={"seed": 1, **params}, tries=tries)
    return desk.ask(lambda asked: asked.submit(request)).id


def rests(desk: Headless) -> tuple[LaneRest, ...]:
    told = [event for event in desk.told if isinstance(event, NightChanged)]
    return told[-1].rests if told else ()


def test_out_of_memory_is_retried_once_a_visible_step_lower(home: Path) -> None:
    with engine_process(home, "--memory-pixels", "7000"), headless(home) as desk:
        job = big_job(desk, 2)
        assert desk.finish(job).status is PromptStatus.SUCCEEDED
        for prompt in desk.prompts(job):
            assert (prompt.attempts, prompt.lowered) == (2, "Width 128 → 96")
        outputs = desk.app.services.store.jobs.outputs(job)
        assert {(output.width, output.height) for output in outputs} == {(96, 64)}
        assert "Width 128 → 96" in desk.log(job)


def test_what_does_not_fit_a_step_lower_either_fails_and_the_queue_goes_on(home: Path) -> None:
    with engine_process(home, "--memory-pixels", "5000"), headless(home) as desk:
        job, other = big_job(desk, 4), desk.submit(1, seconds=0.1)
        assert desk.finish(job).counts.failed == 4
        assert desk.finish(other).status is PromptStatus.SUCCEEDED
        for prompt in desk.prompts(job):
            assert prompt.attempts == 2
            assert prompt.error is not None
            assert prompt.error.kind == OUT_OF_MEMORY
        assert rests(desk) == ()


def test_lowering_can_be_switched_off(home: Path) -> None:
    with engine_process(home, "--memory-pixels", "7000"), headless(home) as desk:
        desk.app.services.settings.put(LOWER_AFTER_OOM, False)
        job = big_job(desk, 1)
        assert desk.finish(job).status is PromptStatus.FAILED
        assert desk.prompts(job)[0].attempts == 1


def test_the_same_failure_again_and_again_pauses_the_lane_until_the_user_resumes_it(home: Path) -> None:
    with engine_process(home, "--fail-node", "VQSleep"):
        with headless(home) as desk:
            job = desk.submit(12, seconds=0.1)
            wait_until(lambda: rests(desk), "the lane's pause")
            (rest,) = rests(desk)
            assert rest.reason == "failures"
            assert rest.problem is not None
            assert "told to fail" in rest.problem.cause
            wait_until(lambda: desk.app.services.store.attempts.in_flight() == 0, "what was there to end")
            counts = desk.job(job).counts
            assert 3 <= counts.failed <= 5  # no more than had been sent when the third was understood
        with headless(home) as desk:  # it holds over a restart
            wait_until(lambda: "online" in desk.lane_states(), "the engine")
            desk.ask(lambda asked: asked.night.settle())
            assert desk.job(job).counts == counts
            desk.ask(lambda asked: asked.night.resume_lane(rest.lane_id))
            wait_until(lambda: desk.job(job).counts.failed > counts.failed, "it to go on")


def test_a_success_between_failures_keeps_the_lane_going(home: Path) -> None:
    with engine_process(home, "--memory-pixels", "5000"), headless(home) as desk:
        store = desk.app.services.store
        good = desk.finish(desk.submit(1, seconds=0.1))
        assert good.status is PromptStatus.SUCCEEDED
        lane = store.lanes.all()[0]
        assert store.attempts.recent(lane.id, "", 5) == [None]
        assert desk.app.services.failures.pause_after_repeats(lane) is None


@pytest.mark.parametrize("limit", [2, 0])
def test_a_prompt_that_ran_at_two_deaths_of_the_server_is_put_aside(
    home: Path, tmp_path: Path, limit: int
) -> None:
    port = _free_port()
    with headless(home, f"http://127.0.0.1:{port}") as desk:
        desk.app.services.settings.put(DEATHS_ALLOWED, limit)
        job = desk.submit(1, seconds=20.0)
        for attempt in (1, 2):
            with engine_process(tmp_path / "server", port=port):  # killed at the end
                wait_until(partial(runs, desk, job, attempt), "the prompt to run", 60)
        with engine_process(tmp_path / "server", port=port):
            if limit:
                assert desk.finish(job).status is PromptStatus.FAILED
                (prompt,) = desk.prompts(job)
                assert prompt.attempts == 2
                assert prompt.error is not None
                assert prompt.error.kind == PUT_ASIDE
                assert "twice" in prompt.error.summary
                desk.ask(lambda asked: asked.retry_job(job))  # the user may feed it again
            wait_until(partial(runs, desk, job, 3), "the prompt to run again", 60)


def test_a_death_of_vqdesk_counts_too_but_not_twice_for_one_attempt(home: Path) -> None:
    with engine_process(home), headless(home) as desk:
        job = desk.submit(1, seconds=20.0)
        wait_until(lambda: desk.statuses(job) == ["running"], "the prompt to run")
        failures, store = desk.app.services.failures, desk.app.services.store
        attempt = desk.prompts(job)[0].attempt_id
        assert attempt is not None
        failures.take_over()  # as after a kill: the mark of the living worker is still there
        assert store.attempts.note_death(attempt) == 1
        failures.leave()
        failures.take_over()
        assert store.attempts.note_death(attempt) == 1


def runs(desk: Headless, job: JobId, attempt: int) -> bool:
    (prompt,) = desk.prompts(job)
    return prompt.status is PromptStatus.RUNNING and prompt.attempts == attempt


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
