"""Jobs that share models run together: what the store chooses, how far it goes, and what is told of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from queue_samples import GRAPH, draft, new_lane, opened

from vqdesk.domain.job import JobId, LaneId
from vqdesk.ports import Store

MOST = 2


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path / "vqdesk.db") as store:
        yield store


def job(store: Store, model: str, count: int = 1) -> JobId:
    loader = {"class_type": "UNETLoader", "inputs": {"unet_name": f"{model}.safetensors"}}
    return store.jobs.create(draft(model, count, graph={**GRAPH, "load": loader}))


def taken(store: Store, lane: LaneId, limit: int = 1, most: int = MOST) -> list[JobId]:
    claimed = store.prompts.claim(lane, limit, list(store.prompts.pending_needs(lane)), most)
    return [one.prompt.job_id for one in claimed]


def test_a_lane_goes_on_with_the_models_that_it_has_loaded(store: Store) -> None:
    lane = new_lane(store)
    first, other, again = job(store, "wan"), job(store, "flux"), job(store, "wan")
    assert [*taken(store, lane), *taken(store, lane), *taken(store, lane)] == [first, again, other]


def test_switched_off_the_order_holds(store: Store) -> None:
    lane = new_lane(store)
    jobs = [job(store, "wan"), job(store, "flux"), job(store, "wan")]
    assert [one for _ in jobs for one in taken(store, lane, most=0)] == jobs


def test_only_so_many_go_ahead_of_a_job_and_its_log_says_which(store: Store) -> None:
    lane = new_lane(store)
    first, other = job(store, "wan"), job(store, "flux")
    same = [job(store, "wan", 2) for _ in range(4)]
    order = [one for _ in range(10) for one in taken(store, lane)]
    assert order == [first, same[0], same[0], same[1], same[1], other, same[2], same[2], same[3], same[3]]
    log = "\n".join(line.text for line in store.log.lines(other))
    assert log.count("goes ahead of this one") == MOST
    assert store.jobs.get(other).overtaken == MOST


def test_a_place_given_by_hand_is_never_overtaken(store: Store) -> None:
    lane = new_lane(store)
    first, other, again = job(store, "wan"), job(store, "flux"), job(store, "wan")
    store.order.move([other], again)
    assert [*taken(store, lane), *taken(store, lane)] == [first, other]


def test_each_lane_has_models_of_its_own(store: Store) -> None:
    one, two = new_lane(store, "one"), new_lane(store, "two")
    wan, flux = job(store, "wan", 2), job(store, "flux", 2)
    assert taken(store, one) == [wan]
    assert taken(store, two) == [wan]
    assert taken(store, two) == [flux]
    more_wan, more_flux = job(store, "wan"), job(store, "flux")
    assert taken(store, two, 2) == [flux, more_flux]
    assert taken(store, one) == [more_wan]


def test_jobs_that_run_together_are_counted_while_somebody_waits_for_them(store: Store) -> None:
    lane = new_lane(store)
    job(store, "wan")
    taken(store, lane)
    flux = job(store, "flux")
    for _ in range(3):
        job(store, "wan")
    assert store.order.together() == []
    taken(store, lane)
    [said] = store.order.together()
    assert (said.lane_id, said.share, said.jobs) == (lane, "wan.safetensors", 2)
    store.prompts.request_cancel([prompt.id for prompt in store.jobs.prompts(flux)])
    assert store.order.together() == []
