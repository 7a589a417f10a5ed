"""Servers with a list of jobs and a cancel by id (`/api/jobs`): found out, preferred, and done without."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

import pytest
from odd_server import DONE, RUN, OddServer, Stage, failed, queue, serving
from starlette.responses import PlainTextResponse

from vqdesk.adapters.comfy import ComfyEngine
from vqdesk.domain.errors import EngineProtocolError
from vqdesk.domain.events import CancelOutcome, EngineOnline, FoundRunning, FoundUnknown, FoundWaiting
from vqdesk.ports import Endpoint

CANCEL = f"/api/jobs/{RUN}/cancel"


@pytest.fixture(scope="module")
def stage() -> Iterator[Stage]:
    with serving() as stage:
        yield stage


@pytest.fixture
def server(stage: Stage) -> OddServer:
    return stage.fresh()


def ask(url: str, *questions: Callable[[ComfyEngine], Awaitable[Any]]) -> list[Any]:
    """The answers of one engine at this address, asked one after another."""

    async def session() -> list[Any]:
        engine = ComfyEngine(lambda: Endpoint(url))
        try:
            return [await question(engine) for question in questions]
        finally:
            await engine.close()

    return asyncio.run(session())


def find(engine: ComfyEngine) -> Awaitable[Any]:
    return engine.find([RUN])


def cancel(engine: ComfyEngine) -> Awaitable[Any]:
    return engine.cancel(RUN)


def jobs(status: str = "") -> dict[str, Any]:
    """A reply as ComfyUI's `get_all_jobs` and its route make it: somebody else's job, and ours in this state."""
    listed = [{"id": "other", "status": "in_progress", "priority": 3, "outputs_count": 0}]
    if status:
        listed.append({"id": RUN, "status": status, "priority": 4, "outputs_count": 0})
    total = len(listed)
    return {"jobs": listed, "pagination": {"offset": 0, "limit": None, "total": total, "has_more": False}}


@pytest.mark.parametrize(
    "status, state", [("pending", FoundWaiting()), ("in_progress", FoundRunning()), ("", FoundUnknown())]
)
def test_the_list_of_jobs_is_read_instead_of_the_queue(server, status, state):
    server.reply("GET", "/api/jobs", jobs(status))
    assert ask(server.url, find) == [{RUN: state}]
    assert not server.bodies("GET", "/queue")


def test_a_server_without_the_list_is_asked_for_it_once(server):
    server.reply("GET", "/queue", queue(running=(RUN,)))
    assert ask(server.url, find, find, find) == [{RUN: FoundRunning()}] * 3
    assert len(server.bodies("GET", "/api/jobs")) == 1
    assert len(server.bodies("GET", "/queue")) == 3


@pytest.mark.parametrize("reply", [failed(), PlainTextResponse("<html>"), {"jobs": 7}, []])
def test_a_list_that_cannot_be_read_is_done_without(server, reply):
    server.reply("GET", "/api/jobs", reply)
    server.reply("GET", "/queue", queue(waiting=(RUN,)))
    assert ask(server.url, find) == [{RUN: FoundWaiting()}]


@pytest.mark.parametrize(
    "lists, histories, did, outcome",
    [
        ([jobs("pending"), jobs()], [{}], True, CancelOutcome.REMOVED),
        ([jobs("in_progress")], [{}], True, CancelOutcome.INTERRUPTED),
        ([jobs("pending"), jobs("in_progress")], [{}], True, CancelOutcome.INTERRUPTED),
        ([jobs("pending"), jobs()], [{}, {}, {RUN: DONE}], True, CancelOutcome.INTERRUPTED),
        ([jobs("in_progress")], [{}], False, CancelOutcome.TOO_LATE),
    ],
)
def test_a_cancel_by_id_tells_what_it_did(server, lists, histories, did, outcome):
    server.reply("GET", "/api/jobs", *lists)
    server.reply("GET", f"/history/{RUN}", *histories)
    server.reply("POST", CANCEL, {"cancelled": did})
    assert ask(server.url, cancel) == [outcome]
    assert len(server.bodies("POST", CANCEL)) == 1
    assert not server.bodies("POST", "/queue") and not server.bodies("POST", "/interrupt")


@pytest.mark.parametrize("histories", [[{RUN: DONE}], [{}]])
def test_what_is_not_there_any_more_is_not_canceled(server, histories):
    server.reply("GET", "/api/jobs", jobs())
    server.reply("GET", f"/history/{RUN}", *histories)
    assert ask(server.url, cancel) == [CancelOutcome.TOO_LATE]
    assert not server.bodies("POST", CANCEL)


def test_a_server_with_the_list_only_is_canceled_by_queue_and_interrupt(server):
    server.reply("GET", "/api/jobs", jobs("in_progress"))
    assert ask(server.url, cancel, cancel) == [CancelOutcome.INTERRUPTED] * 2
    assert len(server.bodies("POST", CANCEL)) == 1
    assert server.bodies("POST", "/interrupt") == [{"prompt_id": RUN}] * 2


def test_a_cancel_that_failed_at_the_server_is_an_error_not_an_outcome(server):
    server.reply("GET", "/api/jobs", jobs("in_progress"))
    server.reply("POST", CANCEL, failed())
    with pytest.raises(EngineProtocolError):
        ask(server.url, cancel)


def test_after_a_reconnect_the_list_is_tried_again(server):
    server.reply("GET", "/queue", queue(running=(RUN,)))

    async def connect(engine: ComfyEngine) -> Any:
        return isinstance(await anext(engine.events()), EngineOnline)

    assert ask(server.url, find, connect, find) == [{RUN: FoundRunning()}, True, {RUN: FoundRunning()}]
    assert len(server.bodies("GET", "/api/jobs")) == 2
