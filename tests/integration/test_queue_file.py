"""A queue saved with its media, loaded elsewhere; files that others made are refused whole."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from vqdesk import bootstrap
from vqdesk.domain.errors import InputUnusable, UserError
from vqdesk.domain.job import JobId
from vqdesk.ports import JobQuery
from vqdesk.services.submit import SubmitRequest


def built(home: Path):
    return bootstrap.build(str(home))


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """A queue of two jobs over one photo, whose own folder is gone."""
    photo = tmp_path / "in" / "lake.png"
    photo.parent.mkdir()
    Image.new("RGB", (64, 48), "#336699").save(photo)
    path = tmp_path / "night.vqdesk-queue"
    app = built(tmp_path / "here")
    submit, editing = app.services.submit.submit, app.services.editing
    one = submit(SubmitRequest("camera-move", (str(photo),), tries=1, name="Lake"))
    two = submit(SubmitRequest("camera-move", (str(photo),), name="Held"))
    app.services.order.hold([two.id])
    app.services.order.set_priority([two.id], 3)
    editing.set_note([two.id], "later")
    editing.set_colour([two.id], "pink")
    result = app.services.queue_files.save(path)
    assert (result.jobs, result.prompts, result.inputs) == (2, 2, 1)
    app.services.editing.cancel([one.id])
    app.close()
    shutil.rmtree(tmp_path / "here")
    shutil.rmtree(photo.parent)
    return path


@pytest.fixture
def there(tmp_path: Path):
    app = built(tmp_path / "there")
    yield app
    app.close()


def test_everything_that_is_left_to_do_comes_over(saved: Path, there) -> None:
    made = there.services.queue_files.load(saved)
    jobs = {job.name: job for job in there.services.store.jobs.rows(made)}
    assert set(jobs) == {"Lake", "Held"}
    assert (jobs["Held"].held, jobs["Held"].priority) == (True, 3)
    assert (jobs["Held"].note, jobs["Held"].colour) == ("later", "pink")
    assert jobs["Lake"].counts.pending == 1
    prompt = there.services.store.jobs.prompts(jobs["Lake"].id)[0]
    assert there.services.staged_path(prompt.asset).read_bytes()
    assert json.loads(there.services.queue.graph_json(prompt.id))
    assert there.services.store.jobs.ids(JobQuery(text="lake"))


def rewritten(saved: Path, change) -> Path:
    """The same archive with another document or other members."""
    target = saved.with_name("changed.vqdesk-queue")
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(target, "w") as new:
        members = {name: old.read(name) for name in old.namelist()}
        document = json.loads(members.pop("queue.json"))
        change(document, members)
        new.writestr("queue.json", json.dumps(document))
        for name, content in members.items():
            new.writestr(name, content)
    return target


def _climb(document, members) -> None:
    members["../../climbed.png"] = b"x"
    document["assets"][0]["ext"] = "/../../climbed"


def _other_content(_document, members) -> None:
    (name,) = members
    members[name] = b"\0" * len(members[name])


def _swollen(_document, members) -> None:
    (name,) = members
    members[name] += b"\0" * 5_000_000


def _no_input(_document, members) -> None:
    members.clear()


def _foreign_binding(document, _members) -> None:
    document["jobs"][0]["draft"]["prompts"][0]["patch"] = {"99.nothing": 1}


def _no_jobs_at_all(document, _members) -> None:
    del document["jobs"]


def _newer(document, _members) -> None:
    document["vqdesk_queue"] = 2


@pytest.mark.parametrize(
    "change", [_climb, _other_content, _swollen, _no_input, _foreign_binding, _no_jobs_at_all, _newer]
)
def test_a_file_that_is_not_ours_adds_nothing_and_writes_nowhere(
    saved: Path, there, tmp_path: Path, change
) -> None:
    with pytest.raises(InputUnusable) as error:
        there.services.queue_files.load(rewritten(saved, change))
    assert error.value.problem.remedy
    assert there.services.store.jobs.ids(JobQuery()) == []
    assert not list(tmp_path.rglob("*climbed*"))


def test_other_files_are_refused_in_words(tmp_path: Path, there) -> None:
    text = tmp_path / "note.txt"
    text.write_text("no archive", encoding="utf-8")
    for path in (text, tmp_path / "missing", tmp_path):
        with pytest.raises(InputUnusable):
            there.services.queue_files.load(path)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_damage_anywhere_is_told_or_does_no_harm(saved: Path, there, data) -> None:
    content = bytearray(saved.read_bytes())
    for at in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=4)):
        content[at] ^= data.draw(st.integers(1, 255))
    damaged = saved.with_name("damaged.vqdesk-queue")
    damaged.write_bytes(content)
    try:
        there.services.queue_files.load(damaged)
    except InputUnusable as error:
        assert error.problem.summary


def test_nothing_left_to_save_and_a_folder_that_is_gone(tmp_path: Path, there) -> None:
    with pytest.raises(UserError, match="nothing to save"):
        there.services.queue_files.save(tmp_path / "x.vqdesk-queue")
    with pytest.raises(UserError):
        there.services.queue_files.save(tmp_path / "x.vqdesk-queue", [JobId(9)])
