"""A server's own console over real HTTP and WebSocket, up to the lines that the window asks for."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from headless import headless, wait_until
from odd_server import OddServer, Stage, serving, stay
from starlette.responses import Response
from starlette.websockets import WebSocket

from vqdesk.domain.events import LaneChanged, ServerLogGrew
from vqdesk.domain.job import LaneId

WIRE = Path(__file__).parents[1] / "data" / "wire" / "40_server_log.json"
RECORDED: list[dict[str, Any]] = json.loads(WIRE.read_text("utf-8"))
KEPT = next(one["response"] for one in RECORDED if one["kind"] == "http" and "raw" in one["request"]["path"])
LIVE = [one["response"] for one in RECORDED if one["kind"] == "ws" and one["response"]["type"] == "logs"]

ENTRIES = [entry for part in (KEPT, *(one["data"] for one in LIVE)) for entry in part["entries"]]
WRITTEN = [text for entry in ENTRIES for text in entry["m"].split("\n") if text]


@pytest.fixture(scope="module")
def stage() -> Iterator[Stage]:
    with serving() as stage:
        yield stage


@pytest.fixture
def server(stage: Stage) -> OddServer:
    return stage.fresh()


def talking(server: OddServer) -> OddServer:
    """Replays the recorded console; the first connection ends after it."""
    server.reply("GET", "/object_info", {})
    server.reply("PATCH", "/internal/logs/subscribe", Response())
    server.reply("GET", "/internal/logs/raw", KEPT)

    async def talk(connection: WebSocket) -> None:
        for message in LIVE:
            await connection.send_json(message)
        if len(server.sockets) > 1:
            await stay(connection)

    server.on_socket = talk
    return server


def online(told: list[Any]) -> int:
    return sum(isinstance(event, LaneChanged) and event.state == "online" for event in told)


def test_the_console_is_kept_shown_and_not_repeated_after_a_reconnect(home: Path, server: OddServer) -> None:
    talking(server)
    with headless(home, server.url) as desk:
        lane = desk.app.services.lanes.chosen(server.url).id
        wait_until(lambda: online(desk.told) >= 2, "the second connection")
        wait_until(lambda: len(desk.ask(lambda asked: asked.logs.server_lines(lane))) >= len(WRITTEN), "the lines")
        wait_until(lambda: len(server.bodies("GET", "/internal/logs/raw")) == 2, "both questions")
        lines = desk.ask(lambda asked: asked.logs.server_lines(lane))
        assert [line.text for line in lines] == WRITTEN
        newer = desk.ask(lambda asked: asked.logs.server_lines(lane, after=lines[-2].id))
        assert newer == [lines[-1]]
        assert ServerLogGrew(lane) in desk.told
        wishes = server.bodies("PATCH", "/internal/logs/subscribe")
        assert all(wish["enabled"] for wish in wishes) and len({wish["clientId"] for wish in wishes}) == 1


def test_a_server_without_a_console_is_no_worse_for_it(home: Path, server: OddServer) -> None:
    server.reply("GET", "/object_info", {})
    with headless(home, server.url) as desk:
        wait_until(lambda: online(desk.told) == 1, "the connection")
        wait_until(lambda: bool(server.bodies("PATCH", "/internal/logs/subscribe")), "the question")
        assert desk.ask(lambda asked: asked.logs.server_lines(LaneId(1))) == []
        assert not any(isinstance(event, LaneChanged) and event.state == "offline" for event in desk.told)
