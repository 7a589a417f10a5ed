"""Many attempts that ended meanwhile are looked up with one request; what it does not show is asked for by id."""

import asyncio
from collections.abc import Iterator

import pytest
from odd_server import DONE, OddServer, Stage, queue, serving

from vqdesk.adapters.comfy import ComfyEngine
from vqdesk.domain.events import Found, FoundFinished, FoundUnknown, FoundWaiting
from vqdesk.domain.job import AttemptId
from vqdesk.ports import Endpoint

RUNS = [AttemptId(f"0b0f7b1e-0f5c-4c4b-9a51-6f1f5a8f00{number:02}") for number in range(10, 16)]


@pytest.fixture(scope="module")
def stage() -> Iterator[Stage]:
    with serving() as stage:
        yield stage


@pytest.fixture
def server(stage: Stage) -> OddServer:
    return stage.fresh()


def find(server: OddServer, attempt_ids: list[AttemptId]) -> dict[AttemptId, Found]:
    async def session() -> dict[AttemptId, Found]:
        engine = ComfyEngine(lambda: Endpoint(server.url))
        try:
            return await engine.find(attempt_ids)
        finally:
            await engine.close()

    return asyncio.run(session())


def test_six_records_take_one_request(server: OddServer) -> None:
    server.reply("GET", "/history", dict.fromkeys(RUNS, DONE))
    assert all(isinstance(state, FoundFinished) for state in find(server, RUNS).values())
    assert [path for _, path, _ in server.seen] == ["/history"]


def test_what_is_not_among_the_last_is_asked_for_by_id(server: OddServer) -> None:
    server.reply("GET", "/history", dict.fromkeys(RUNS[:3], DONE))
    server.reply("GET", f"/history/{RUNS[3]}", {RUNS[3]: DONE})
    for attempt_id in RUNS[4:]:
        server.reply("GET", f"/history/{attempt_id}", {})
    server.reply("GET", "/queue", queue(waiting=[RUNS[4]]))
    found = find(server, RUNS)
    assert [type(found[attempt_id]) for attempt_id in RUNS] == [FoundFinished] * 4 + [FoundWaiting, FoundUnknown]


@pytest.mark.parametrize("odd", [[], "text", 7, None])
def test_a_history_that_is_no_history_is_passed_over(server: OddServer, odd: object) -> None:
    server.reply("GET", "/history", odd)
    for attempt_id in RUNS:
        server.reply("GET", f"/history/{attempt_id}", {attempt_id: DONE})
    assert all(isinstance(state, FoundFinished) for state in find(server, RUNS).values())
