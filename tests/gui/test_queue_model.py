"""The list's model: changes are differences, and what the user looks at stays."""

import random

import pytest
from fake_desk import FakeDesk, make_calls, make_job, make_prompt
from PySide6.QtCore import QPersistentModelIndex
from PySide6.QtTest import QAbstractItemModelTester

from vqdesk.domain.job import Counts, JobId
from vqdesk.domain.status import PromptStatus
from vqdesk.ports import JobListing
from vqdesk.services.queue import JobDetail
from vqdesk.ui.queue.group_folds import GroupFolds
from vqdesk.ui.queue.lines import MoreKey, PromptKey, keep_order, shown_prompts, spans
from vqdesk.ui.queue.model import QueueModel
from vqdesk.ui.queue.open_jobs import OpenJobs


@pytest.fixture
def desk() -> FakeDesk:
    return FakeDesk()


@pytest.fixture
def model(qtbot, desk) -> QueueModel:
    calls = make_calls(desk)
    made = QueueModel(OpenJobs(calls), GroupFolds(), lambda key: f"line {key}")
    made.keep = (calls, QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal))
    return made


def ids(*numbers: int) -> list[JobId]:
    return [JobId(number) for number in numbers]


def lines(model: QueueModel) -> list[object]:
    return [model.key(row) for row in range(model.rowCount())]


def add_open_job(desk: FakeDesk, number: int, statuses: str) -> None:
    words = {"d": "succeeded", "r": "running", "q": "queued", "p": "pending", "f": "failed"}
    prompts = tuple(
        make_prompt(at, number, status=PromptStatus(words[letter])) for at, letter in enumerate(statuses, 1)
    )
    job = make_job(number, Counts(pending=len(prompts)))
    desk.details[number] = JobDetail(job, prompts, (), "Camera move", (), {})


def test_random_changes_keep_rows_and_watched_lines_true(model) -> None:
    rng = random.Random(7)
    model.set_listing(JobListing(tuple(ids(*range(40)))))
    for _ in range(60):
        watched = [model.index(row) for row in range(model.rowCount())]
        kept = [(QPersistentModelIndex(index), model.key(index.row())) for index in watched]
        wanted = rng.sample(range(60), rng.randint(5, 45))
        model.set_listing(JobListing(tuple(ids(*wanted))))
        assert lines(model) == wanted
        assert [model.row(JobId(number)) for number in wanted] == list(range(len(wanted)))
        if model.rowCount() and any(index.isValid() for index, _ in kept):
            assert all(model.key(index.row()) == key for index, key in kept if index.isValid())


def test_one_finished_job_among_many_is_moved_without_a_reset(qtbot, model) -> None:
    model.set_listing(JobListing(tuple(ids(*range(1000)))))
    resets = []
    model.modelReset.connect(lambda: resets.append(1))
    model.set_listing(JobListing(tuple(ids(*range(1, 1000), 0))))
    assert lines(model)[-1] == 0
    assert resets == []


def test_nothing_known_moves_while_the_pointer_is_over_the_list(model) -> None:
    model.set_listing(JobListing(tuple(ids(5, 4, 3))))
    model.set_listing(JobListing(tuple(ids(3, 6, 5))), stay=True)
    assert lines(model) == [5, 3, 6]


def test_an_open_job_shows_what_runs_what_is_next_and_a_count(qtbot, desk, model) -> None:
    add_open_job(desk, 41, "ddddrqpppp")
    model.set_listing(JobListing(tuple(ids(41, 40))))
    model.open_jobs.set_open(JobId(41), True)
    qtbot.waitUntil(lambda: model.rowCount() > 2)
    assert lines(model) == [41, PromptKey(41, 41005), PromptKey(41, 41006), MoreKey(41), 40]
    model.open_jobs.toggle_all(JobId(41))
    assert model.rowCount() == 13
    model.open_jobs.set_open(JobId(41), False)
    assert lines(model) == [41, 40]


@pytest.mark.parametrize(
    ("statuses", "shown"),
    [("ddddd", []), ("dddpp", [4]), ("ddrpp", [3, 4]), ("dfrqp", [2, 3, 4]), ("dd", [1, 2]), ("rpp", [1, 2, 3])],
)
def test_which_prompts_matter_now(desk, statuses, shown) -> None:
    add_open_job(desk, 41, statuses)
    prompts = desk.details[41].prompts
    assert [prompt.ordinal for prompt in shown_prompts(prompts, show_all=False)] == shown


def test_neighbours_are_one_span() -> None:
    assert spans([1, 2, 3, 7, 9, 10]) == [(1, 3), (7, 7), (9, 10)]
    assert spans([]) == []


def test_strangers_follow_their_predecessor() -> None:
    assert keep_order([1, 2, 3], [9, 3, 8, 1]) == [9, 1, 3, 8]
    assert keep_order([], [2, 1]) == [2, 1]
