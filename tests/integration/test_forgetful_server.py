"""A server that has lost its history: finished files are found under the attempt's prefix, half ones are not."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from headless import Headless, engine_process, headless, wait_until

from vqdesk import bootstrap
from vqdesk.domain.job import JobId
from vqdesk.domain.status import PromptStatus


def finished_alone(home: Path, prompts: int = 2) -> JobId:
    """Prompts that the server has run to success while nobody watched."""
    with headless(home) as desk:
        job = desk.submit(prompts, seconds=0.3)
        wait_until(lambda: desk.statuses(job) == ["running", *["queued"] * (prompts - 1)], "all to be sent")
    with no_worker(home) as desk:
        wait_until(lambda: len(desk.history()) == prompts, "the server to finish alone")
    return job


@contextmanager
def no_worker(home: Path) -> Iterator[Headless]:
    app = bootstrap.build(str(home))
    try:
        yield Headless(app, app.new_runtime())
    finally:
        app.close()


def attempts(desk: Headless, job: JobId) -> list[int]:
    return [prompt.attempts for prompt in desk.prompts(job)]


def written(home: Path) -> list[Path]:
    return sorted((home / "engine" / "output" / "vqdesk").glob("*/*"))


def test_files_are_collected_after_the_history_was_cleared(home: Path) -> None:
    with engine_process(home):
        job = finished_alone(home)
        with no_worker(home) as desk:
            desk.engine("POST", "/history", {"clear": True})
        with headless(home) as desk:
            assert desk.finish(job).status is PromptStatus.SUCCEEDED
            assert attempts(desk, job) == [1, 1]
            assert desk.history() == {}
            assert "its files were still there" in desk.log(job)
            desk.check_outputs_once(job)


def test_files_are_collected_after_the_server_was_killed(home: Path) -> None:
    with engine_process(home):
        job = finished_alone(home)
    with engine_process(home), headless(home) as desk:
        assert desk.finish(job).status is PromptStatus.SUCCEEDED
        assert attempts(desk, job) == [1, 1]
        assert len(written(home)) == 2
        desk.check_outputs_once(job)


def test_a_half_written_file_is_no_success_and_the_prompt_runs_again(home: Path) -> None:
    with engine_process(home):
        job = finished_alone(home)
        half = written(home)[0]
        half.write_bytes(half.read_bytes()[:100])
    with engine_process(home), headless(home) as desk:
        assert desk.finish(job).status is PromptStatus.SUCCEEDED
        assert sorted(attempts(desk, job)) == [1, 2]
        desk.check_outputs_once(job)


def test_a_deleted_file_is_rendered_again(home: Path) -> None:
    with engine_process(home):
        job = finished_alone(home)
        shutil.rmtree(written(home)[0].parent)
    with engine_process(home), headless(home) as desk:
        assert desk.finish(job).status is PromptStatus.SUCCEEDED
        assert sorted(attempts(desk, job)) == [1, 2]
        desk.check_outputs_once(job)


def test_a_wish_to_cancel_counts_more_than_files_that_were_left(home: Path) -> None:
    with engine_process(home):
        job = finished_alone(home)
    with no_worker(home) as desk:
        desk.app.services.queue.cancel_job(job)
    with engine_process(home), headless(home) as desk:
        assert desk.finish(job).counts.canceled == 2


@pytest.mark.parametrize("is_running", [True, False], ids=["running", "waiting"])
def test_what_still_runs_or_waits_is_left_alone(home: Path, is_running: bool) -> None:
    """The files of an attempt are looked for only when the server knows nothing of it."""
    with engine_process(home):
        with headless(home) as desk:
            job = desk.submit(2, seconds=1.5)
            wait_until(lambda: desk.statuses(job) == ["running", "queued"], "both to be sent")
            folder = (
                home / "engine" / "output" / "vqdesk" / str(desk.prompts(job)[0 if is_running else 1].attempt_id)
            )
        folder.mkdir(parents=True)
        picture = Path(__file__).parents[1] / "data/pixels/by-area-0.4_0.png"
        (folder / "save_00001_.png").write_bytes(picture.read_bytes())
        with headless(home) as desk:
            assert desk.finish(job).status is PromptStatus.SUCCEEDED
            assert attempts(desk, job) == [1, 1]
            sizes = {output.width for output in desk.app.services.store.jobs.outputs(job)}
            assert sizes == {64}
