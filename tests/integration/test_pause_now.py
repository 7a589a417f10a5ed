"""A pause that does not wait: what runs is interrupted, what waits at the server comes back, nothing is lost."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from headless import Headless, engine_process, headless, wait_until

from vqdesk import bootstrap
from vqdesk.domain.job import JobId
from vqdesk.domain.status import PromptStatus

IDLE = {"queue_running": [], "queue_pending": []}


def running_job(desk: Headless, prompts: int = 3) -> JobId:
    job = desk.submit(prompts, seconds=2.0)
    wait_until(lambda: desk.statuses(job)[:2] == ["running", "queued"], "one to run and one to wait")
    return job


def all_pending(desk: Headless, job: JobId) -> bool:
    return set(desk.statuses(job)) == {"pending"}


@contextmanager
def no_worker(home: Path) -> Iterator[Headless]:
    app = bootstrap.build(str(home))
    try:
        yield Headless(app, app.new_runtime())
    finally:
        app.close()


def test_everything_comes_back_and_goes_on_after_the_pause(home: Path) -> None:
    with engine_process(home), headless(home) as desk:
        job = running_job(desk)
        desk.ask(lambda asked: asked.set_paused(True, now=True))
        wait_until(lambda: all_pending(desk, job), "all to come back")
        assert desk.engine("GET", "/queue").json() == IDLE
        assert "Taken back from the server's queue by the pause" in desk.log(job)
        assert "Interrupted by the pause" in desk.log(job)

        desk.ask(lambda asked: asked.set_paused(False))
        assert desk.finish(job).status is PromptStatus.SUCCEEDED
        assert [prompt.attempts for prompt in desk.prompts(job)] == [2, 2, 1]
        desk.check_outputs_once(job)


def test_a_pause_after_the_current_ones_can_become_one_that_does_not_wait(home: Path) -> None:
    with engine_process(home), headless(home) as desk:
        job = running_job(desk)
        desk.ask(lambda asked: asked.set_paused(True))
        desk.ask(lambda asked: asked.set_paused(True, now=True))
        desk.ask(lambda asked: asked.set_paused(True, now=True))
        wait_until(lambda: all_pending(desk, job), "all to come back")


def test_prompts_of_others_are_not_touched(home: Path) -> None:
    with engine_process(home), headless(home) as desk:
        job = running_job(desk, 2)
        graph = {
            "tint": {"class_type": "EmptyImage", "inputs": {"width": 8, "height": 8, "batch_size": 1, "color": 7}},
            "save": {"class_type": "SaveImage", "inputs": {"images": ["tint", 0], "filename_prefix": "theirs"}},
        }
        theirs = desk.engine("POST", "/prompt", {"prompt": graph, "client_id": "x"}).json()["prompt_id"]
        desk.ask(lambda asked: asked.set_paused(True, now=True))
        wait_until(lambda: all_pending(desk, job), "ours to come back")
        wait_until(lambda: theirs in desk.history(), "theirs to run")
        assert desk.history()[theirs]["status"]["status_str"] == "success"


def test_interrupted_for_a_pause_before_the_crash_it_runs_again_and_is_no_failure(home: Path) -> None:
    with engine_process(home):
        with headless(home) as desk:
            job = running_job(desk, 2)
            running = desk.prompts(job)[0].attempt_id
            assert running is not None
        with no_worker(home) as desk:  # what the worker had done when it died
            desk.app.services.store.prompts.recall(running)
            desk.engine("POST", "/interrupt", {"prompt_id": running})
            wait_until(lambda: str(running) in desk.history(), "the interrupt")
        with headless(home) as desk:
            assert desk.finish(job).status is PromptStatus.SUCCEEDED
            assert desk.prompts(job)[0].attempts == 2
            desk.check_outputs_once(job)


def test_another_process_can_ask_for_it(home: Path) -> None:
    with engine_process(home), headless(home) as desk:
        job = running_job(desk)
        with no_worker(home) as other:
            other.app.services.queue.set_paused(True, now=True)
        wait_until(lambda: all_pending(desk, job), "all to come back")


def test_a_cancel_during_the_pause_wins(home: Path) -> None:
    with engine_process(home), headless(home) as desk:
        job = running_job(desk, 2)
        desk.ask(lambda asked: asked.set_paused(True, now=True))
        desk.ask(lambda asked: asked.cancel_job(job))
        assert desk.finish(job).counts.canceled == 2
        desk.ask(lambda asked: asked.set_paused(False))
