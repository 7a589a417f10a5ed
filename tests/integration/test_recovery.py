"""After a stop or a crash: attempts are found again by their id; adopted, collected, resubmitted or canceled."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from headless import Headless, engine_process, headless, wait_until
from nap_workflow import write_nap
from PIL import Image

from vqdesk import bootstrap
from vqdesk.domain.job import JobId
from vqdesk.domain.status import PromptStatus
from vqdesk.services.submit import SubmitRequest


def stopped_in_the_middle(home: Path, prompts: int, seconds: float) -> JobId:
    """A job whose first prompt runs at the server while nobody watches any more."""
    with headless(home) as desk:
        job = desk.submit(prompts, seconds=seconds)
        wait_until(lambda: desk.statuses(job)[:2] == ["running", "queued"], "the first to run")
    return job


def claimed_but_never_sent(home: Path) -> JobId:
    """What a crash leaves between storing the attempt and the POST."""
    write_nap(home / "workflows")
    app = bootstrap.build(str(home))
    try:
        lane = app.services.lanes.use_builtin()
        job = app.services.submit.submit(SubmitRequest("nap", params={"seed": 1, "seconds": 0.1}, tries=2))
        assert len(app.services.store.prompts.claim(lane.id, 2, [job.needs])) == 2
    finally:
        app.close()
    return job.id


def attempts(desk: Headless, job: JobId) -> list[int]:
    return [prompt.attempts for prompt in desk.prompts(job)]


def test_what_runs_or_waits_at_the_server_is_adopted_and_not_sent_again(home: Path) -> None:
    with engine_process(home):
        job = stopped_in_the_middle(home, prompts=4, seconds=1.0)
        with headless(home) as desk:
            assert desk.finish(job).status is PromptStatus.SUCCEEDED
            assert attempts(desk, job) == [1, 1, 1, 1]
            assert len(desk.history()) == 4
            desk.check_outputs_once(job)


def test_what_finished_while_nobody_watched_is_collected(home: Path) -> None:
    with engine_process(home):
        job = stopped_in_the_middle(home, prompts=2, seconds=0.4)
        with _no_worker(home) as desk:
            wait_until(lambda: len(desk.history()) == 2, "the server to finish alone")
        with headless(home) as desk:
            assert desk.finish(job).status is PromptStatus.SUCCEEDED
            assert attempts(desk, job) == [1, 1]
            desk.check_outputs_once(job)


def test_an_attempt_that_was_never_sent_goes_back_into_the_queue(home: Path) -> None:
    with engine_process(home):
        job = claimed_but_never_sent(home)
        with headless(home) as desk:
            assert desk.finish(job).status is PromptStatus.SUCCEEDED
            assert attempts(desk, job) == [2, 2]
            assert len(desk.history()) == 2
            assert "goes back into the queue" in desk.log(job)
            desk.check_outputs_once(job)


def test_a_wish_to_cancel_survives_the_crash(home: Path) -> None:
    """Clicked, then the app died before it could act: what runs is stopped, what was never sent stays here."""
    with engine_process(home):
        running = stopped_in_the_middle(home, prompts=2, seconds=30.0)
        with _no_worker(home) as desk:
            desk.app.services.queue.cancel_job(running)
        with headless(home) as desk:
            assert desk.finish(running).counts.canceled == 2
            assert len(desk.history()) == 1
            assert desk.engine("GET", "/queue").json() == {"queue_running": [], "queue_pending": []}


def test_a_wish_to_cancel_what_was_never_sent_is_kept_too(home: Path) -> None:
    with engine_process(home):
        unsent = claimed_but_never_sent(home)
        with _no_worker(home) as desk:
            desk.app.services.queue.cancel_job(unsent)
        with headless(home) as desk:
            assert desk.finish(unsent).counts.canceled == 2
            assert desk.history() == {}


def test_a_cancel_sent_before_the_crash_still_counts_as_ours(home: Path) -> None:
    """The server has interrupted it for us; it is canceled, not failed by somebody else's hand."""
    with engine_process(home):
        with headless(home) as desk:
            job = desk.submit(1, seconds=30.0)
            wait_until(lambda: desk.statuses(job) == ["running"], "it to run")
        with _no_worker(home) as desk:
            desk.app.services.queue.cancel_job(job)
            attempt = desk.prompts(job)[0].attempt_id
            desk.engine("POST", "/interrupt", {"prompt_id": attempt})
            wait_until(lambda: str(attempt) in desk.history(), "the interrupt")
        with headless(home) as desk:
            assert desk.finish(job).status is PromptStatus.CANCELED


def test_somebody_else_s_interrupt_fails_the_prompt_in_words(home: Path) -> None:
    with engine_process(home), headless(home) as desk:
        job = desk.submit(1, seconds=30.0)
        wait_until(lambda: desk.statuses(job) == ["running"], "it to run")
        desk.engine("POST", "/interrupt", {})
        assert desk.finish(job).status is PromptStatus.FAILED
        problem = desk.prompts(job)[0].error
        assert problem is not None
        assert "interrupted" in problem.summary
        assert problem.cause
        assert problem.remedy


def test_what_another_program_deletes_from_the_server_s_queue_is_sent_again(home: Path) -> None:
    with engine_process(home), headless(home) as desk:
        job = desk.submit(2, seconds=3.0)
        wait_until(lambda: desk.statuses(job) == ["running", "queued"], "one to queue")
        desk.engine("POST", "/queue", {"clear": True})
        assert desk.finish(job).status is PromptStatus.SUCCEEDED
        assert attempts(desk, job) == [1, 2]
        desk.check_outputs_once(job)


@pytest.mark.parametrize("after", [1, 3])
def test_an_engine_that_dies_before_it_could_tell_of_its_success(home: Path, tmp_path: Path, after: int) -> None:
    with engine_process(home, "--die-after", str(after)) as engine, headless(home) as desk:
        photos = [_photo(tmp_path / f"{n}.png", n) for n in range(4)]
        request = SubmitRequest("image-upscale", inputs=tuple(map(str, photos)))
        job = desk.ask(lambda asked: asked.submit(request)).id
        assert desk.finish(job).status is PromptStatus.SUCCEEDED
        assert engine.poll() is not None
        desk.check_outputs_once(job)


def test_input_files_that_the_server_has_lost_are_uploaded_again(home: Path, tmp_path: Path) -> None:
    """Somebody tidied the server's input folder; what we remember of uploads is wrong now."""
    with engine_process(home), headless(home) as desk:
        request = SubmitRequest("image-upscale", inputs=(str(_photo(tmp_path / "a.png", 9)),))
        first = desk.ask(lambda asked: asked.submit(request)).id
        assert desk.finish(first).status is PromptStatus.SUCCEEDED
        shutil.rmtree(home / "engine" / "input" / "vqdesk")
        second = desk.ask(lambda asked: asked.submit(request)).id
        assert desk.finish(second).status is PromptStatus.SUCCEEDED
        desk.check_outputs_once(second)


def _photo(path: Path, grey: int) -> Path:
    Image.new("L", (64, 48), grey).save(path)
    return path


@contextmanager
def _no_worker(home: Path) -> Iterator[Headless]:
    """The data folder without a worker."""
    app = bootstrap.build(str(home))
    try:
        yield Headless(app, app.new_runtime())
    finally:
        app.close()
