"""Two programs on one data folder: one runs the queue, the other's wishes reach it within a moment."""

import json
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from headless import ROOT, Headless, engine_process, headless, wait_until
from nap_workflow import write_nap

from vqdesk import bootstrap
from vqdesk.domain.events import StoreChanged
from vqdesk.domain.status import PromptStatus
from vqdesk.locations import self_command
from vqdesk.runtime.app import App
from vqdesk.services.submit import SubmitRequest


@pytest.fixture
def desk(home: Path) -> Iterator[Headless]:
    with engine_process(home), headless(home) as opened:
        assert opened.runtime.wait_for_lock(10)
        yield opened


@contextmanager
def other(home: Path) -> Iterator[App]:
    """A second program's view of the folder, over connections of its own."""
    app = bootstrap.build(str(home))
    try:
        yield app
    finally:
        app.close()


def nap(tries: int, seconds: float) -> SubmitRequest:
    return SubmitRequest("nap", params={"seed": 1, "seconds": seconds}, tries=tries)


def test_a_job_of_another_process_is_run_by_the_one_that_holds_the_lock(desk: Headless, home: Path) -> None:
    with other(home) as app:
        job = app.services.submit.submit(nap(3, 0.05)).id
    assert desk.finish(job).status is PromptStatus.SUCCEEDED
    wait_until(lambda: any(isinstance(event, StoreChanged) for event in desk.told), "the views to be told")
    desk.check_outputs_once(job)


def test_another_process_cancels_what_runs_here(desk: Headless, home: Path) -> None:
    job = desk.submit(3, seconds=30.0)
    wait_until(lambda: "running" in desk.statuses(job), "the first to run")
    ended = subprocess.run(
        self_command(["--home", str(home), "cancel", str(job), "--json"]),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(ended.stdout)["canceled"] == 3
    assert desk.finish(job).counts.canceled == 3


def test_another_process_pauses_and_resumes(desk: Headless, home: Path) -> None:
    with other(home) as app:
        app.services.queue.set_paused(True)
        job = app.services.submit.submit(nap(2, 0.05)).id
        assert desk.statuses(job) == ["pending", "pending"]
        app.services.queue.set_paused(False)
    assert desk.finish(job).status is PromptStatus.SUCCEEDED


def test_a_lane_that_another_process_adds_is_used(desk: Headless, home: Path, tmp_path: Path) -> None:
    with other(home) as app:
        app.services.lanes.use_comfyui("http://127.0.0.1:9")
    wait_until(lambda: "offline" in desk.lane_states(), "the new lane")


def test_only_one_of_two_runs_the_queue_and_the_second_takes_over(home: Path) -> None:
    with engine_process(home), headless(home) as first:
        assert first.runtime.wait_for_lock(10)
        with headless(home) as second:
            assert not second.runtime.wait_for_lock(0.3)
            job = first.submit(4, seconds=0.3)
            wait_until(lambda: "running" in first.statuses(job), "the first to run")
            first.runtime.stop()
            assert second.finish(job).status is PromptStatus.SUCCEEDED
            assert [prompt.attempts for prompt in second.prompts(job)] == [1, 1, 1, 1]
            second.check_outputs_once(job)


def test_many_processes_submit_at_the_same_moment_and_every_job_is_there(desk: Headless, home: Path) -> None:
    write_nap(home / "workflows")

    def add() -> None:
        with other(home) as app:
            for _ in range(5):
                app.services.submit.submit(nap(2, 0.0))

    adders = [threading.Thread(target=add) for _ in range(4)]
    for adder in adders:
        adder.start()
    for adder in adders:
        adder.join()
    jobs = range(1, 21)
    for job in jobs:
        assert desk.finish(job).status is PromptStatus.SUCCEEDED
        desk.check_outputs_once(job)
    assert len(desk.history()) == 40
