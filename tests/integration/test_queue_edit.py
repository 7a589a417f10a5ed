"""Jobs changed after they were queued, on a real store with the shipped workflows."""

from pathlib import Path

import pytest
from PIL import Image

from vqdesk import bootstrap
from vqdesk.domain.editing import Replacement
from vqdesk.domain.errors import NotFound, ParameterInvalid, UserError
from vqdesk.domain.job import Job, JobId
from vqdesk.domain.status import PromptStatus as S
from vqdesk.ports import JobQuery, Move
from vqdesk.services.submit import SubmitRequest


@pytest.fixture
def app(tmp_path: Path):
    app = bootstrap.build(str(tmp_path / "home"))
    yield app
    app.close()


@pytest.fixture
def photos(tmp_path: Path) -> list[str]:
    paths = []
    for number in range(2):
        path = tmp_path / f"photo_{number}.png"
        Image.new("RGB", (64, 48), (number * 90, 40, 40)).save(path)
        paths.append(str(path))
    return paths


def wan(app, photos: list[str], text: str = "a slow PAN over water", **changes) -> Job:
    request = SubmitRequest("wan22-i2v", tuple(photos), {"positive_prompt": text}, **changes)
    return app.services.submit.submit(request)


def take_one(app, job: Job) -> int:
    """A prompt of the job goes to a server."""
    lane = app.services.store.lanes.ensure("Nobody", "http://127.0.0.1:9", "comfyui")
    (claimed,) = app.services.store.prompts.claim(lane.id, 1, [job.needs])
    app.services.store.prompts.move(Move(claimed.prompt.id, claimed.attempt_id, S.RUNNING))
    return claimed.prompt.id


def graphs(app, job_id: JobId) -> list[str]:
    return [app.services.queue.graph_json(prompt.id) for prompt in app.services.store.jobs.prompts(job_id)]


def test_new_values_go_to_waiting_prompts_only_and_can_be_taken_back(app, photos) -> None:
    job = wan(app, photos)
    sent = take_one(app, job)
    before = graphs(app, job.id)
    undo = app.services.editing.set_values(job.id, {"positive_prompt": "a fast dolly", "width": 640})
    first = app.services.store.jobs.prompts(job.id)[0]
    assert first.id == sent
    assert graphs(app, job.id)[0] == before[0]
    assert "a fast dolly" in graphs(app, job.id)[1]
    assert "slow PAN" not in graphs(app, job.id)[1]
    assert app.services.store.jobs.get(job.id).params["width"] == 640
    assert app.services.store.jobs.ids(JobQuery(text="dolly")) == [job.id]
    app.services.editing.put_values([undo])
    assert graphs(app, job.id) == before
    assert app.services.store.jobs.ids(JobQuery(text="dolly")) == []


def test_what_a_file_has_of_its_own_stays(app, photos) -> None:
    job = wan(app, photos, per_file={photos[1]: {"positive_prompt": "own words"}})
    app.services.editing.set_values(job.id, {"positive_prompt": "for all others"})
    app.services.editing.set_values(job.id, {"positive_prompt": "for all others, again"})
    first, second = graphs(app, job.id)
    assert "for all others, again" in first
    assert "own words" in second
    assert "others" not in second


def test_wrong_values_and_ended_jobs_are_refused_in_words(app, photos) -> None:
    job = wan(app, photos)
    with pytest.raises(ParameterInvalid):
        app.services.editing.set_values(job.id, {"width": 833})
    chain = app.services.submit.submit(SubmitRequest("wan22-clips", tuple(photos), {}))
    with pytest.raises(UserError, match="another graph"):
        app.services.editing.set_values(chain.id, {"stages": 3})
    app.services.editing.cancel([job.id])
    with pytest.raises(UserError, match="no waiting prompt"):
        app.services.editing.editable(job.id)
    with pytest.raises(NotFound):
        app.services.editing.editable(JobId(77))


def test_find_and_replace_over_waiting_jobs(app, photos) -> None:
    one = wan(app, photos, per_file={photos[1]: {"positive_prompt": "a Pan upwards, pan"}})
    two = wan(app, photos[:1], text="nothing moves")
    wanted = Replacement("pan", "zoom")
    hits = app.services.editing.find(None, wanted)
    assert (hits.places, hits.jobs) == (3, 1)
    assert ("a slow PAN over water", "a slow zoom over water") in hits.samples
    assert app.services.editing.find(None, Replacement("pan", "", match_case=True)).places == 1
    assert app.services.editing.find([two.id], wanted).places == 0
    before = graphs(app, one.id)
    undo = app.services.editing.replace(None, wanted)
    first, second = graphs(app, one.id)
    assert "a slow zoom over water" in first
    assert "a zoom upwards, zoom" in second
    assert app.services.store.jobs.ids(JobQuery(text="zoom")) == [one.id]
    app.services.editing.put_values(undo)
    assert graphs(app, one.id) == before


def test_duplicates_are_the_same_work_again(app, photos) -> None:
    job = wan(app, photos, tries=2)
    app.services.editing.cancel([job.id])
    (same, other) = (app.services.editing.duplicate([job.id], new)[0] for new in (False, True))
    copy = app.services.store.jobs.get(same)
    assert (copy.name, copy.counts.pending, copy.status) == (job.name, 4, S.PENDING)
    seeds = [[one.seed for one in app.services.store.jobs.prompts(key)] for key in (job.id, same, other)]
    assert seeds[0] == seeds[1]
    assert not set(seeds[0]) & set(seeds[2])
    assert str(seeds[2][0]) in graphs(app, other)[0]
    assert app.services.store.jobs.ids(JobQuery(text="water", order="oldest")) == [job.id, same, other]


def test_deleted_jobs_come_back_as_they_were_and_running_ones_stay(app, photos) -> None:
    waiting, running = wan(app, photos), wan(app, photos)
    app.services.order.run_next([running.id])
    take_one(app, running)
    assert app.services.editing.delete([waiting.id, running.id]) == [waiting.id]
    assert app.services.store.jobs.ids(JobQuery()) == [running.id]
    lane = app.services.store.lanes.all()[0]
    claimed = app.services.store.prompts.claim(lane.id, 9, [waiting.needs])
    assert {one.prompt.job_id for one in claimed} == {running.id}
    assert app.services.editing.restore([waiting.id]) == [waiting.id]
    assert app.services.store.jobs.get(waiting.id).counts == waiting.counts


def test_places_are_put_back(app, photos) -> None:
    jobs = [wan(app, photos).id for _ in range(3)]
    places = app.services.editing.places(jobs)
    app.services.order.move([jobs[2]], jobs[0])
    assert app.services.store.jobs.ids(JobQuery(order="queue")) == [jobs[2], jobs[0], jobs[1]]
    app.services.editing.put_back(places)
    assert app.services.store.jobs.ids(JobQuery(order="queue")) == jobs


def test_names_notes_and_marks(app, photos) -> None:
    job = wan(app, photos)
    app.services.editing.rename(job.id, "  Lake   at dusk ")
    app.services.editing.set_note([job.id], "for the trailer\n")
    app.services.editing.set_colour([job.id], "blue")
    row = app.services.store.jobs.get(job.id)
    assert (row.name, row.note, row.colour) == ("Lake at dusk", "for the trailer", "blue")
    assert app.services.store.jobs.ids(JobQuery(text="dusk")) == [job.id]
    with pytest.raises(ParameterInvalid):
        app.services.editing.rename(job.id, " ")
    with pytest.raises(ParameterInvalid):
        app.services.editing.set_colour([job.id], "beige")


def test_a_choice_is_weighed_and_retried_as_a_whole(app, photos) -> None:
    jobs = [wan(app, photos).id for _ in range(3)]
    app.services.editing.cancel(jobs[:2])
    weight = app.services.editing.weigh(jobs)
    assert (weight.jobs, weight.open_jobs, weight.open_prompts, weight.canceled_prompts) == (3, 1, 2, 4)
    assert app.services.editing.retry(jobs) == []
    assert len(app.services.editing.retry(jobs, ("failed", "canceled"))) == 4
