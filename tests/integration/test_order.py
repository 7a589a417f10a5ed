"""The queue's order as the user changes it, up to the server; the worker runs against the real built-in engine."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from headless import Headless, engine_process, headless, wait_until
from queue_samples import draft, new_lane, opened

from vqdesk.domain.errors import NotFound, ParameterInvalid
from vqdesk.domain.job import JobId
from vqdesk.domain.status import PromptStatus
from vqdesk.ports import Store
from vqdesk.services.order import OrderService


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path / "vqdesk.db") as store:
        yield store


@pytest.fixture
def desk(home: Path) -> Iterator[Headless]:
    with engine_process(home), headless(home) as opened_desk:
        yield opened_desk


def turns(store: Store) -> list[JobId]:
    """The jobs in the order in which a lane would take them."""
    lane = new_lane(store)
    return [one.job_id for one in store.order.waiting(lane, list(store.prompts.pending_needs(lane)))]


def jobs(store: Store, count: int) -> list[JobId]:
    return [store.jobs.create(draft(f"job {number}")) for number in range(1, count + 1)]


# ---- the store ---------------------------------------------------------------------------------------


def test_jobs_are_moved_before_another_in_the_order_given(store: Store) -> None:
    one, two, three, four = jobs(store, 4)
    store.order.move([four, three], two)
    assert turns(store) == [one, four, three, two]
    store.order.move([one], None)
    assert turns(store) == [four, three, two, one]


def test_a_job_moved_before_a_more_urgent_one_becomes_as_urgent(store: Store) -> None:
    one, two, three = jobs(store, 3)
    store.order.set_priority([three], 5)
    assert turns(store) == [three, one, two]
    store.order.move([two], three)
    assert turns(store) == [two, three, one]
    assert store.jobs.get(two).priority == 5


def test_a_place_can_be_halved_again_and_again(store: Store) -> None:
    first, *others = jobs(store, 4)
    for number in range(120):
        moved = others[number % 2]
        store.order.move([moved], others[2])
        assert turns(store)[-2:] == [moved, others[2]]
    assert set(turns(store)) == {first, *others}


def test_run_next_goes_before_everything_whatever_its_priority(store: Store) -> None:
    one, two, three = jobs(store, 3)
    store.order.set_priority([one], 9)
    assert OrderService(store).run_next([three, two]) == [three, two]
    assert turns(store) == [three, two, one]


def test_what_has_ended_stays_where_it_is_and_what_does_not_exist_is_told(store: Store) -> None:
    one, two = jobs(store, 2)
    store.prompts.request_cancel([prompt.id for prompt in store.jobs.prompts(one)])
    assert OrderService(store).run_next([one, two]) == [two]
    with pytest.raises(NotFound):
        OrderService(store).run_next([JobId(99)])
    with pytest.raises(ParameterInvalid):
        OrderService(store).set_priority([two], 10_000)


def test_nothing_after_a_stop_is_taken(store: Store) -> None:
    one, two, three = jobs(store, 3)
    store.order.set_stop_after([two], True)
    assert turns(store) == [one, two]
    store.order.set_stop_after([two], False)
    assert turns(store) == [one, two, three]


# ---- the worker --------------------------------------------------------------------------------------


def running_and_waiting(desk: Headless, job: JobId) -> None:
    wait_until(lambda: desk.statuses(job)[:2] == ["running", "queued"], "one to run and one to wait")


def test_run_next_takes_back_what_waits_at_the_server(desk: Headless) -> None:
    long = desk.submit(4, seconds=3.0)
    running_and_waiting(desk, long)
    urgent = desk.submit(1, seconds=0.1)
    assert desk.ask(lambda asked: asked.order.run_next([urgent])) == 1
    assert desk.finish(urgent).status is PromptStatus.SUCCEEDED
    assert desk.job(long).counts.succeeded <= 1
    assert "Taken back from the server's queue: the order has changed." in desk.log(long)
    assert desk.finish(long).status is PromptStatus.SUCCEEDED
    assert desk.prompts(long)[0].attempts == 1  # what ran was not touched
    desk.check_outputs_once(long)


def test_a_higher_priority_goes_first(desk: Headless) -> None:
    long = desk.submit(4, seconds=3.0)
    running_and_waiting(desk, long)
    urgent = desk.submit(1, seconds=0.1)
    desk.ask(lambda asked: asked.order.set_priority([urgent], 3))
    desk.finish(urgent)
    assert desk.job(long).counts.succeeded <= 1
    desk.ask(lambda asked: asked.cancel_job(long))


def test_a_held_job_comes_back_from_the_server_and_goes_on_when_released(desk: Headless) -> None:
    job = desk.submit(4, seconds=2.0)
    running_and_waiting(desk, job)
    desk.ask(lambda asked: asked.order.hold([job]))
    wait_until(lambda: set(desk.statuses(job)) == {"succeeded", "pending"}, "what ran to end")
    assert desk.statuses(job).count("succeeded") == 1
    desk.ask(lambda asked: asked.order.release([job]))
    assert desk.finish(job).status is PromptStatus.SUCCEEDED
    desk.check_outputs_once(job)


def test_the_queue_pauses_after_a_job_with_a_stop(desk: Headless) -> None:
    first, second = desk.submit(2, seconds=0.3), desk.submit(2, seconds=0.1)
    desk.ask(lambda asked: asked.order.stop_after([first]))
    desk.finish(first)
    wait_until(lambda: desk.app.services.queue.is_paused(), "the pause")
    assert set(desk.statuses(second)) == {"pending"}
    desk.ask(lambda asked: asked.set_paused(False))
    assert desk.finish(second).status is PromptStatus.SUCCEEDED


def test_a_job_with_a_time_starts_by_itself_then(desk: Headless) -> None:
    desk.ask(lambda asked: asked.set_paused(True))
    job = desk.submit(1, seconds=0.1)
    begin = datetime.now(UTC) + timedelta(seconds=2)
    desk.ask(lambda asked: asked.order.start_at([job], begin))
    desk.ask(lambda asked: asked.set_paused(False))
    assert desk.statuses(job) == ["pending"]
    assert desk.finish(job).status is PromptStatus.SUCCEEDED
    assert datetime.fromisoformat(desk.job(job).started_at) >= begin - timedelta(milliseconds=1)
