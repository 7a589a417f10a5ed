"""What the list of jobs shows for states, search terms, orders and groups."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from queue_samples import draft, new_lane, opened, set_job

from vqdesk.domain.job import JobId
from vqdesk.domain.status import PromptStatus as S
from vqdesk.ports import JobQuery, JobSection, Move, Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "queue.db"


@pytest.fixture
def store(path: Path):
    with opened(path) as store:
        yield store


def add(store: Store, *names: str, **changes) -> list[JobId]:
    return [store.jobs.create(draft(name, **changes)) for name in names]


def found(store: Store, text: str, **query) -> list[JobId]:
    return store.jobs.ids(JobQuery(text=text, **{"order": "oldest"} | query))


def test_terms_narrow_the_list_and_a_minus_excludes(store: Store, path: Path) -> None:
    lake, boats, cat = add(store, "Lake", "Boats", "Cat portrait")
    set_job(path, lake, workflow="wan22-i2v", note="for the trailer", colour="blue", workspace_title="Film A")
    set_job(path, boats, workflow="Upscale", colour="green", created_at="2024-05-06T10:00:00.000Z")
    store.prompts.request_cancel([prompt.id for prompt in store.jobs.prompts(cat)])
    assert found(store, "workflow:WAN") == [lake]
    assert found(store, "note:trailer") == found(store, "note:") == found(store, "color:Blue") == [lake]
    assert found(store, "colour:") == [lake, boats]
    assert found(store, 'workspace:"film a"') == [lake]
    assert found(store, "status:canceled") == [cat]
    assert found(store, "-status:canceled") == [lake, boats]
    assert found(store, "status:waiting,canceled -workflow:upscale") == [lake, cat]
    assert found(store, "before:2024-06") == found(store, "before:2024-06-01") == [boats]
    assert found(store, "after:2024-06") == [lake, cat]
    assert found(store, "name:boats") == [boats]
    assert found(store, "file:boats") == []
    assert found(store, f"#{lake} #{cat}") == [lake, cat]
    assert found(store, f"#{boats}-{cat}") == [boats, cat]
    assert found(store, "lake status:failed") == []


def test_a_day_begins_at_midnight_here(store: Store, path: Path) -> None:
    (job,) = add(store, "Lake")
    midnight = datetime(2026, 11, 1).astimezone().astimezone(UTC)
    set_job(path, job, created_at=midnight.strftime("%Y-%m-%dT%H:%M:%S.000Z"))
    assert found(store, "after:2026-11-01") == [job]
    assert found(store, "before:2026-11-01") == []
    assert found(store, "before:2026-11-02") == [job]


def test_held_jobs_are_a_state_of_their_own(store: Store) -> None:
    held, waiting = add(store, "a", "b")
    store.order.set_held([held], True)
    assert store.jobs.ids(JobQuery(("held",))) == [held]
    assert store.jobs.ids(JobQuery(("pending",))) == [waiting]
    assert store.jobs.ids(JobQuery(("pending", "held"))) == [held, waiting]
    counts = store.jobs.counts().jobs
    assert (counts["held"], counts["pending"]) == (1, 1)


def test_orders(store: Store, path: Path) -> None:
    zebra, apple, mango = add(store, "zebra", "Apple", "mango")
    set_job(path, mango, workflow="a", position=0.5)
    set_job(path, zebra, workflow="b")
    set_job(path, apple, workflow="c", priority=5)
    assert store.jobs.ids(JobQuery(order="name")) == [apple, mango, zebra]
    assert store.jobs.ids(JobQuery(order="workflow")) == [mango, zebra, apple]
    assert store.jobs.ids(JobQuery(order="queue")) == [apple, mango, zebra]
    assert store.jobs.ids(JobQuery(order="actionable")) == [apple, mango, zebra]
    store.prompts.request_cancel([prompt.id for prompt in store.jobs.prompts(apple)])
    assert store.jobs.ids(JobQuery(order="ended"))[0] == apple
    assert store.jobs.ids(JobQuery(order="queue")) == [mango, zebra, apple]


def test_the_job_that_is_farthest_comes_first_in_the_order_of_progress(store: Store) -> None:
    less, more = add(store, "less", "more", count=4)
    lane = new_lane(store)
    for claimed in store.prompts.claim(lane, 8, [store.jobs.get(less).needs]):
        if claimed.prompt.job_id == more:
            store.prompts.move(Move(claimed.prompt.id, claimed.attempt_id, S.CANCELED))
            break
    assert store.jobs.ids(JobQuery(order="progress")) == [more, less]


@pytest.mark.parametrize("group", ["day", "workspace", "workflow"])
def test_groups_have_heads_and_counts(store: Store, path: Path, group: str) -> None:
    one, two, three = add(store, "a", "b", "c")
    column = {"day": "created_at", "workspace": "workspace_title", "workflow": "workflow"}[group]
    early, late = ("2024-05-06T12:00:00.000Z", "2024-05-08T12:00:00.000Z") if group == "day" else ("Beach", "Alps")
    for job, value in ((one, early), (two, late), (three, early)):
        set_job(path, job, **{column: value})
    listing = store.jobs.listing(JobQuery(order="newest", group=group))
    assert listing.group == group
    heads = ("2024-05-08", "2024-05-06") if group == "day" else ("Alps", "Beach")
    assert listing.ids == (two, three, one)
    assert listing.sections == (JobSection(heads[0], 1), JobSection(heads[1], 2))


def test_jobs_of_a_run_stand_together_and_those_of_none_last(store: Store) -> None:
    none, one, two, three = add(store, "none", "one", "two", "three")
    night, dawn = store.runs.make("Night", "set"), store.runs.make("dawn", "set")
    store.runs.make("Nobody", "set")
    store.runs.put([one, three], night)
    store.runs.put([two], dawn)
    listing = store.jobs.listing(JobQuery(order="newest", group="run"))
    assert listing.ids == (two, three, one, none)
    assert listing.sections == (JobSection("dawn", 1), JobSection("Night", 2), JobSection("", 1))
    store.editing.delete([two])
    assert store.jobs.listing(JobQuery(("pending",), "one", "name", "run")).sections == (JobSection("Night", 1),)
    assert [section.head for section in store.jobs.listing(JobQuery(group="run")).sections] == ["Night", ""]
    assert found(store, "run:night") == found(store, "run:") == [one, three]
    assert found(store, "-run:night") == found(store, "-run:") == [none]


def test_groups_keep_the_order_of_the_list_and_lose_no_job(store: Store, path: Path) -> None:
    jobs = add(store, *"abcdef")
    for at, job in enumerate(jobs):
        day = f"2024-05-0{1 + at % 3}T12:00:00.000Z"
        set_job(path, job, created_at=day, workspace_title=("", "Film", "film")[at % 3], priority=at % 2)
    store.prompts.request_cancel([prompt.id for prompt in store.jobs.prompts(jobs[2])])
    for order in ("actionable", "newest", "oldest", "queue", "name"):
        plain = store.jobs.ids(JobQuery(order=order))
        for group in ("day", "workspace", "run", "workflow"):
            listing = store.jobs.listing(JobQuery(order=order, group=group))
            assert sorted(listing.ids) == jobs
            start = 0
            for section in listing.sections:
                members = listing.ids[start : start + section.jobs]
                assert list(members) == [one for one in plain if one in members]
                start += section.jobs
            assert start == len(jobs)


def test_every_order_goes_with_every_group_state_and_term(store: Store) -> None:
    jobs = add(store, "a", "b")
    text = "status:pending before:2999 -note: -colour: -workspace:x name:a workflow:t"
    for order in ("actionable", "newest", "oldest", "queue", "name", "workflow", "progress", "ended"):
        for group in ("", "day", "workspace", "run", "workflow"):
            query = JobQuery(("pending", "failed"), text, order, group)
            assert store.jobs.ids(query) == jobs[:1]
