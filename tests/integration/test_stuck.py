"""Prompts that run far too long or never start, on the real worker with a clock that the test moves."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from headless import Headless, engine_process, wait_until
from nap_workflow import write_nap

from vqdesk import bootstrap
from vqdesk.domain.errors import OVERDUE
from vqdesk.domain.events import Suspected
from vqdesk.domain.job import JobId
from vqdesk.domain.settings import NEVER_STARTED_MIN, STOP_OVERDUE
from vqdesk.domain.status import PromptStatus


class MovedClock(bootstrap.SystemClock):
    """The real time, `ahead` seconds later."""

    ahead = 0.0

    def monotonic(self) -> float:
        return super().monotonic() + self.ahead


@contextmanager
def working(home: Path, clock: MovedClock) -> Iterator[Headless]:
    write_nap(home / "workflows")
    app = bootstrap.build(str(home), clock=clock)
    try:
        app.services.lanes.use_builtin()
        runtime = app.new_runtime()
        desk = Headless(app, runtime)
        runtime.hub.subscribe(desk.told.append)
        runtime.start()
        try:
            yield desk
        finally:
            runtime.stop()
    finally:
        app.close()


@pytest.fixture
def clock() -> MovedClock:
    return MovedClock()


def suspicions(desk: Headless) -> list[Suspected]:
    return [event for event in desk.told if isinstance(event, Suspected)]


def long_one(desk: Headless) -> JobId:
    """Runs for a minute, after five that took a moment."""
    desk.finish(desk.submit(5, seconds=0.05))
    job = desk.submit(1, seconds=60.0, seed=100)
    wait_until(lambda: desk.statuses(job) == ["running"], "the long one to run")
    return job


def test_what_runs_far_too_long_is_told_and_not_touched(home: Path, clock: MovedClock) -> None:
    with engine_process(home), working(home, clock) as desk:
        job = long_one(desk)
        clock.ahead = 200.0
        wait_until(lambda: suspicions(desk), "the suspicion")
        (told,) = suspicions(desk)
        assert told.job_id == job
        assert "3 min" in told.problem.summary
        assert "others of this workflow" in desk.log(job)
        assert desk.statuses(job) == ["running"]
        desk.ask(lambda asked: asked.cancel_job(job))
        desk.finish(job)


def test_it_is_stopped_when_the_user_wants_that(home: Path, clock: MovedClock) -> None:
    with engine_process(home), working(home, clock) as desk:
        desk.app.services.settings.put(STOP_OVERDUE, True)
        job = long_one(desk)
        clock.ahead = 200.0
        assert desk.finish(job).status is PromptStatus.FAILED
        (prompt,) = desk.prompts(job)
        assert prompt.error is not None
        assert prompt.error.kind == OVERDUE
        other = desk.submit(1, seconds=0.1, seed=200)
        assert desk.finish(other).status is PromptStatus.SUCCEEDED


def test_what_does_not_start_behind_the_prompts_of_others_is_told(home: Path, clock: MovedClock) -> None:
    with engine_process(home), working(home, clock) as desk:
        desk.app.services.settings.put(NEVER_STARTED_MIN, 1)
        wait_until(lambda: "online" in desk.lane_states(), "the engine")
        graph = {
            "tint": {"class_type": "EmptyImage", "inputs": {"width": 8, "height": 8, "batch_size": 1, "color": 7}},
            "nap": {"class_type": "VQSleep", "inputs": {"seconds": 60.0, "steps": 100, "image": ["tint", 0]}},
            "save": {"class_type": "SaveImage", "inputs": {"images": ["nap", 0], "filename_prefix": "theirs"}},
        }
        desk.engine("POST", "/prompt", {"prompt": graph, "client_id": "x"})
        job = desk.submit(1, seconds=0.1)
        wait_until(lambda: desk.statuses(job) == ["queued"], "ours to wait behind it")
        clock.ahead = 90.0
        wait_until(lambda: suspicions(desk), "the suspicion")
        assert "has not begun" in suspicions(desk)[0].problem.summary
        desk.engine("POST", "/interrupt", {})
        assert desk.finish(job).status is PromptStatus.SUCCEEDED
