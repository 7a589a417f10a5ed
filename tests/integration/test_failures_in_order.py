"""Failures in a row are those of attempts that were sent one after the other, whenever they are recorded."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from queue_samples import GRAPH, draft, new_lane, opened

from vqdesk.domain.errors import Problem
from vqdesk.domain.job import AttemptId, NewOutput, PromptId
from vqdesk.domain.needs import needs_of
from vqdesk.domain.status import PromptStatus
from vqdesk.ports import Move, Store

FAULT = Problem("The node failed.", "Out of memory.", "Use a smaller size.")
Sent = tuple[PromptId, AttemptId]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path / "vqdesk.db") as store:
        yield store


@pytest.fixture
def sent(store: Store) -> list[Sent]:
    store.jobs.create(draft(count=6))
    claimed = store.prompts.claim(new_lane(store, "one"), 6, [needs_of(GRAPH).key])
    return [(one.prompt.id, one.attempt_id) for one in claimed]


def fail(store: Store, one: Sent) -> None:
    store.prompts.move(Move(*one, PromptStatus.FAILED, FAULT))


def succeed(store: Store, one: Sent) -> None:
    output = NewOutput("save", "a.png", f"/out/{one[0]}.png", "image", 10, "00" * 32, 64, 64, 0.0, 1)
    store.prompts.succeed(*one, [output], 0.0)


def test_one_that_is_still_collected_stands_between_two_that_have_failed(store: Store, sent: list[Sent]) -> None:
    lane = store.lanes.all()[0].id
    for one in (sent[0], sent[2], sent[4]):  # a failure has no files to fetch: it is recorded first
        fail(store, one)
    assert store.attempts.recent(lane, "", 3) == [FAULT, None, FAULT]
    succeed(store, sent[1])
    succeed(store, sent[3])
    assert store.attempts.recent(lane, "", 9) == [FAULT, None, FAULT, None, FAULT]
    fail(store, sent[5])
    assert store.attempts.recent(lane, "", 3) == [FAULT, FAULT, None]


def test_what_was_sent_later_and_still_runs_does_not_count(store: Store, sent: list[Sent]) -> None:
    for one in reversed(sent[:3]):
        fail(store, one)
    assert store.attempts.recent(store.lanes.all()[0].id, "", 3) == [FAULT] * 3
