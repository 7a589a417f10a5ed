"""A job's inputs are its own: what the user does to the sources later changes nothing, or is told (R-S4, R-S9)."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from headless import Headless, headless, wait_until
from PIL import Image

from vqdesk.domain.errors import Stopped
from vqdesk.domain.job import Job, Prompt
from vqdesk.domain.settings import MOVE_PROCESSED, STAGE_ON_SUBMIT
from vqdesk.ports import JobQuery
from vqdesk.runtime.copying import Copying
from vqdesk.services.submit import SubmitRequest

SIZE = {"width": 64, "height": 64}
CLIP = {**SIZE, "length": 2}


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Headless]:
    with headless(tmp_path_factory.mktemp("owned") / "home") as opened:
        yield opened


@pytest.fixture(autouse=True)
def usual_settings(app: Headless) -> Iterator[None]:
    yield
    app.ask(lambda desk: desk.set_paused(False))
    for setting in (MOVE_PROCESSED, STAGE_ON_SUBMIT):
        app.app.services.settings.reset(setting)


@pytest.fixture
def photos(tmp_path: Path) -> list[str]:
    """Three pictures that no other test has."""
    rng = np.random.default_rng(abs(hash(tmp_path)) % 2**32)
    for name in ("a", "b", "c"):
        pixels = rng.integers(0, 255, (48, 64, 3), dtype=np.uint8)
        Image.fromarray(pixels).save(tmp_path / f"{name}.png")
    return [str(tmp_path / f"{name}.png") for name in ("a", "b", "c")]


def queued(app: Headless, *inputs: str, **params: object) -> Job:
    request = SubmitRequest("camera-move", inputs, {**CLIP, **params}, name="Own")
    return app.ask(lambda desk: desk.submit(request))


def copy_of(app: Headless, prompt: Prompt) -> Path:
    return app.app.services.files.staged_path(app.app.services.store.jobs.asset(prompt.asset))


def test_editing_moving_and_deleting_sources_after_the_click_changes_nothing(app: Headless, photos: list[str]):
    app.ask(lambda desk: desk.set_paused(True))
    job = queued(app, *photos)
    Image.new("RGB", (64, 48), "black").save(photos[0])
    Path(photos[1]).rename(Path(photos[1]).with_name("elsewhere.png"))
    Path(photos[2]).unlink()
    app.ask(lambda desk: desk.set_paused(False))
    assert app.finish(job.id).counts.succeeded == 3
    app.check_outputs_once(job.id)


def test_a_lost_copy_is_replaced_by_the_unchanged_source(app: Headless, photos: list[str]):
    app.ask(lambda desk: desk.set_paused(True))
    job = queued(app, *photos[:2])
    first, second = app.prompts(job.id)
    copy_of(app, first).unlink()
    copy_of(app, second).write_bytes(b"damaged" * 100)
    app.ask(lambda desk: desk.set_paused(False))
    assert app.finish(job.id).counts.succeeded == 2


@pytest.mark.parametrize("source", ["gone", "changed"])
@pytest.mark.parametrize("copy", ["gone", "damaged"])
def test_an_input_that_is_lost_fails_its_prompt_in_words(app: Headless, photos: list[str], source: str, copy: str):
    app.ask(lambda desk: desk.set_paused(True))
    job = queued(app, *photos[:2])
    lost, _whole = app.prompts(job.id)
    path = copy_of(app, lost)
    path.unlink() if copy == "gone" else path.write_bytes(bytes(path.stat().st_size))
    Path(photos[0]).unlink() if source == "gone" else Image.new("RGB", (64, 48), "red").save(photos[0])
    app.ask(lambda desk: desk.set_paused(False))
    app.finish(job.id)
    assert app.statuses(job.id) == ["failed", "succeeded"]
    problem = app.prompts(job.id)[0].error
    assert problem is not None
    assert "a.png" in problem.summary
    assert photos[0] in problem.cause
    assert ("is damaged" in problem.cause) is (copy == "damaged")
    assert "retry" in problem.remedy


def test_a_prompt_goes_on_by_retry_once_its_file_is_back(app: Headless, photos: list[str]):
    app.ask(lambda desk: desk.set_paused(True))
    kept = Path(photos[0]).read_bytes()
    job = queued(app, photos[0])
    copy_of(app, app.prompts(job.id)[0]).unlink()
    Path(photos[0]).unlink()
    app.ask(lambda desk: desk.set_paused(False))
    assert app.finish(job.id).counts.failed == 1
    Path(photos[0]).write_bytes(kept)
    app.ask(lambda desk: desk.retry_job(job.id))
    assert app.finish(job.id).counts.succeeded == 1


def test_without_copies_the_source_itself_is_sent_and_must_be_unchanged(app: Headless, photos: list[str]):
    app.app.services.settings.put(STAGE_ON_SUBMIT, False)
    app.ask(lambda desk: desk.set_paused(True))
    job = queued(app, *photos)
    assert not any(copy_of(app, prompt).exists() for prompt in app.prompts(job.id))
    assert app.ask(lambda desk: desk.asset_thumbnail(job.first_asset, 64))
    Image.new("RGB", (64, 48), "red").save(photos[1])
    Path(photos[2]).unlink()
    app.ask(lambda desk: desk.set_paused(False))
    app.finish(job.id)
    assert app.statuses(job.id) == ["succeeded", "failed", "failed"]
    changed, gone = (prompt.error for prompt in app.prompts(job.id)[1:])
    assert changed is not None and changed.summary == "b.png has changed."
    assert gone is not None and "not there any more" in gone.cause


def test_sources_of_a_finished_job_are_put_aside_without_overwriting(app: Headless, photos: list[str]):
    app.app.services.settings.put(MOVE_PROCESSED, True)
    aside = Path(photos[0]).parent / "_processed"
    aside.mkdir()
    (aside / "a.png").write_bytes(b"of another job")
    job = queued(app, *photos)
    app.finish(job.id)
    wait_until(lambda: app.log(job.id).count("Moved the source") == 3, "the sources are moved")
    assert sorted(path.name for path in aside.iterdir()) == ["a.png", "a__2.png", "b.png", "c.png"]
    assert (aside / "a.png").read_bytes() == b"of another job"
    assert f"Moved the source {photos[0]} to {aside / 'a__2.png'}" in app.log(job.id)
    assert not any(Path(path).exists() for path in photos)


def test_nothing_is_put_aside_by_default_or_when_a_prompt_failed(app: Headless, photos: list[str]):
    assert app.finish(queued(app, photos[0]).id).counts.succeeded == 1
    app.app.services.settings.put(MOVE_PROCESSED, True)
    app.ask(lambda desk: desk.set_paused(True))
    job = queued(app, *photos[1:])
    copy_of(app, app.prompts(job.id)[0]).unlink()
    Path(photos[1]).write_bytes(b"changed")
    app.ask(lambda desk: desk.set_paused(False))
    app.finish(job.id)
    assert app.statuses(job.id) == ["failed", "succeeded"]
    assert app.app.services.processed.put_aside(job.id) == 0
    assert all(Path(path).exists() for path in photos)


def test_a_source_that_another_job_still_needs_or_that_was_edited_stays(app: Headless, photos: list[str]):
    done = queued(app, *photos[:2])
    app.finish(done.id)
    app.ask(lambda desk: desk.set_paused(True))
    queued(app, photos[0], strength=0.9)
    Image.new("RGB", (64, 48), "red").save(photos[1])
    app.app.services.settings.put(MOVE_PROCESSED, True)
    assert app.app.services.processed.put_aside(done.id) == 0
    assert "another job still needs it" in app.log(done.id)
    assert "it has changed since it was queued" in app.log(done.id)
    assert all(Path(path).exists() for path in photos)


def test_copying_is_counted_and_a_stop_queues_nothing(app: Headless, photos: list[str]):
    request = SubmitRequest("camera-move", tuple(photos), dict(CLIP))
    copying = Copying()
    job = app.ask(lambda desk: desk.submit(request, copying))
    assert (copying.done, copying.total) == (3, 3)
    stopped = Copying()
    stopped.stop()
    with pytest.raises(Stopped, match="Nothing was queued"):
        app.ask(lambda desk: desk.submit(request, stopped))
    assert max(app.ask(lambda desk: desk.job_ids(JobQuery()))) == job.id
    app.finish(job.id)
