"""The event socket against a server that misbehaves as told."""

import asyncio
import json
import socket
import threading
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest
from odd_server import GRAPH, RUN, STATS, OddServer, Stage, serving, stay
from starlette.responses import Response
from starlette.websockets import WebSocket

from vqdesk.adapters.comfy import ComfyEngine, SocketTiming
from vqdesk.domain.errors import (
    EngineUnreachable,
)
from vqdesk.domain.events import (
    EngineEvent,
    EngineOffline,
    EngineOnline,
    ExecutionFinished,
)
from vqdesk.ports import Endpoint

QUICK = SocketTiming(
    tick_s=0.05, news_after_post_s=0.2, first_retry_s=0.05, longest_retry_s=0.2, connect_s=30.0, jitter=0
)


@pytest.fixture(scope="module")
def stage() -> Iterator[Stage]:
    with serving() as stage:
        yield stage


@pytest.fixture
def server(stage: Stage) -> OddServer:
    return stage.fresh()


def follow(
    url: str,
    enough: Callable[[list[EngineEvent], ComfyEngine], Awaitable[bool]],
    timing: SocketTiming = QUICK,
) -> list[EngineEvent]:
    """Events until `enough` says so; at most a minute."""

    async def session() -> list[EngineEvent]:
        engine = ComfyEngine(lambda: Endpoint(url), timing=timing)
        events: list[EngineEvent] = []
        try:
            async with asyncio.timeout(60):
                async for event in engine.events():
                    events.append(event)
                    if await enough(events, engine):
                        return events
        finally:
            await engine.close()
        return events

    return asyncio.run(session())


def online(count: int) -> Callable[[list[EngineEvent], ComfyEngine], Awaitable[bool]]:
    async def enough(events: list[EngineEvent], engine: ComfyEngine) -> bool:
        return sum(isinstance(event, EngineOnline) for event in events) >= count

    return enough


def test_the_first_message_of_every_connection_announces_the_flags(server):
    async def drop(connection: WebSocket) -> None:
        if len(server.sockets) > 1:
            await stay(connection)

    server.on_socket = drop
    events = follow(server.url, online(2))
    assert [type(event) for event in events] == [EngineOnline, EngineOffline, EngineOnline]
    sent = [(query, body["type"]) for method, query, body in server.seen if method == "WS"]
    assert len(sent) == 2 and {kind for _, kind in sent} == {"feature_flags"}
    assert sent[0][0] == sent[1][0]  # the same client id


def test_the_server_coming_late_is_waited_for_with_growing_pauses():
    asked = []

    def source() -> Endpoint:
        asked.append(time.monotonic())
        raise EngineUnreachable("No engine.", "It starts later.")

    async def session() -> list[EngineOffline]:
        engine = ComfyEngine(source, timing=QUICK)
        events: list[Any] = []
        async for event in engine.events():
            events.append(event)
            if len(events) == 4:
                break
        await engine.close()
        return events

    events = asyncio.run(session())
    assert [event.retry_in_s for event in events] == [0.05, 0.1, 0.2, 0.2]
    assert len(asked) == 4 and events[0].problem.cause == "It starts later."


def test_pauses_are_left_to_chance_a_little_and_can_be_ended():
    """Many clients of a restarted server must not come back at the same moment; the user need not wait."""
    asked = []

    def source() -> Endpoint:
        asked.append(time.monotonic())
        raise EngineUnreachable("No engine.", "It starts later.")

    async def session() -> list[float]:
        engine = ComfyEngine(source, timing=SocketTiming(first_retry_s=20))
        pauses = []
        async with asyncio.timeout(60):
            async for event in engine.events():
                assert isinstance(event, EngineOffline)
                pauses.append(event.retry_in_s)
                if len(pauses) == 5:
                    break
                engine.reconnect()
        await engine.close()
        return pauses

    pauses = asyncio.run(session())
    assert len(set(pauses)) == 5
    assert all(16 <= pause <= 24 for pause in pauses)
    assert asked[-1] - asked[0] < 16  # the shortest pause


def test_a_web_page_at_the_address_is_an_offline_lane_with_that_reason(server):
    server.reply("GET", "/system_stats", Response("<html></html>", media_type="text/html"))

    async def first(events: list[EngineEvent], engine: ComfyEngine) -> bool:
        return True

    (event,) = follow(server.url, first)
    assert isinstance(event, EngineOffline) and "web page" in event.problem.cause


def test_a_deaf_socket_is_replaced_after_a_post(server):
    server.reply("POST", "/prompt", {"prompt_id": RUN, "number": 1, "node_errors": {}})

    async def enough(events: list[EngineEvent], engine: ComfyEngine) -> bool:
        if len(events) == 1:
            await engine.submit(RUN, GRAPH)
        return len(events) == 3

    events = follow(server.url, enough)
    assert [type(event) for event in events] == [EngineOnline, EngineOffline, EngineOnline]
    assert "told nothing" in events[1].problem.cause


def test_a_socket_with_news_after_a_post_is_kept(server):
    server.reply("POST", "/prompt", {"prompt_id": RUN, "number": 1, "node_errors": {}})

    async def news(connection: WebSocket) -> None:
        for _ in range(20):
            await connection.send_json({"type": "status", "data": {}})
            await asyncio.sleep(0.1)
        await connection.send_json({"type": "executing", "data": {"node": None, "prompt_id": RUN}})
        await stay(connection)

    server.on_socket = news

    async def enough(events: list[EngineEvent], engine: ComfyEngine) -> bool:
        if len(events) == 1:
            await engine.submit(RUN, GRAPH)
        return len(events) == 2

    patient = replace(QUICK, news_after_post_s=1.5)
    assert follow(server.url, enough, patient)[1] == ExecutionFinished(RUN)
    assert len(server.sockets) == 1


def test_messages_of_20_mib_do_not_break_the_socket(server):
    server.reply("POST", "/prompt", {"prompt_id": RUN, "number": 1, "node_errors": {}})
    text = "x" * (20 * 2**20)

    async def large(connection: WebSocket) -> None:
        await asyncio.sleep(0.1)
        await connection.send_json({"type": "executed", "data": {"prompt_id": RUN, "output": {"text": [text]}}})
        await connection.send_json({"type": "executing", "data": {"node": None, "prompt_id": RUN}})
        await stay(connection)

    server.on_socket = large

    async def enough(events: list[EngineEvent], engine: ComfyEngine) -> bool:
        if len(events) == 1:
            await engine.submit(RUN, GRAPH)
        return len(events) == 2

    assert follow(server.url, enough, SocketTiming())[1] == ExecutionFinished(RUN)


def test_a_silent_link_is_given_up():
    """A server that vanished without a close frame: it accepts, says hello and never again anything."""
    stats = json.dumps(STATS).encode()
    hello = b'{"type": "status", "data": {}}'

    def serve(listener: socket.socket) -> None:
        kept = []
        while True:
            try:
                peer, _ = listener.accept()
            except OSError:
                return
            kept.append(peer)
            request = peer.recv(4096).decode()
            if "/ws" not in request:
                head = f"HTTP/1.1 200 OK\r\nContent-Length: {len(stats)}\r\nConnection: close\r\n\r\n"
                peer.sendall(head.encode() + stats)
                peer.close()
                continue
            key = next(line.split(": ")[1] for line in request.split("\r\n") if "WebSocket-Key" in line)
            peer.sendall(
                b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                b"Sec-WebSocket-Accept: "
                + _accept_key(key).encode()
                + b"\r\n\r\n"
                + bytes([0x81, len(hello)])
                + hello
            )

    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=serve, args=(listener,), daemon=True).start()
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"

        async def session() -> list[EngineEvent]:
            timing = SocketTiming(tick_s=0.05, ping_every_s=0.1, dead_after_s=0.3, first_retry_s=5.0)
            engine = ComfyEngine(lambda: Endpoint(url), timing=timing)
            events: list[EngineEvent] = []
            async for event in engine.events():
                events.append(event)
                if len(events) == 2:
                    break
            await engine.close()
            return events

        _, offline = asyncio.run(session())
    assert isinstance(offline, EngineOffline) and "No sign of life" in offline.problem.cause


def test_an_idle_link_whose_server_answers_pings_is_kept(server):
    """Recorded: in 60 idle seconds ComfyUI sends nothing by itself, but it answers every ping."""
    timing = SocketTiming(tick_s=0.05, ping_every_s=0.2, dead_after_s=2.5, first_retry_s=0.05)

    async def session() -> list[EngineEvent]:
        engine = ComfyEngine(lambda: Endpoint(server.url), timing=timing)
        events: list[EngineEvent] = []
        with suppress(TimeoutError):
            async with asyncio.timeout(3.5):  # longer than silence is borne
                async for event in engine.events():
                    events.append(event)
        await engine.close()
        return events

    assert [type(event) for event in asyncio.run(session())] == [EngineOnline]


def _accept_key(key: str) -> str:
    from base64 import b64encode
    from hashlib import sha1

    return b64encode(sha1((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").encode()).digest()).decode()


def readers() -> set[threading.Thread]:
    """The threads that follow a server's events."""
    return {thread for thread in threading.enumerate() if thread.name == "vqdesk-engine-events"}


def test_close_ends_the_events_and_the_thread(server):
    others = readers()

    async def session() -> None:
        engine = ComfyEngine(lambda: Endpoint(server.url), timing=SocketTiming(tick_s=100))
        events = engine.events()
        assert isinstance(await anext(events), EngineOnline)
        await engine.close()
        assert [event async for event in events] == []

    asyncio.run(session())
    for thread in readers() - others:
        thread.join(60)  # of the 100 s that it waits for a message
        assert not thread.is_alive()


class Hanging(Response):
    """No answer until `released`."""

    released = threading.Event()

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        while not self.released.is_set():
            await asyncio.sleep(0.01)
        await super().__call__(scope, receive, send)


@pytest.mark.parametrize("is_hurried", [False, True], ids=["waited for", "cancelled"])
def test_close_is_not_held_up_by_a_server_that_hangs(server, is_hurried):
    """All our threads wait for it. Whoever ends the program does not, and nothing connects again then."""
    others = readers()
    server.reply("GET", "/prompt", hanging := Hanging())
    hanging.released.clear()

    async def session() -> None:
        engine = ComfyEngine(lambda: Endpoint(server.url), timing=SocketTiming(tick_s=100))
        assert isinstance(await anext(engine.events()), EngineOnline)
        calls = [asyncio.create_task(engine.probe()) for _ in range(12)]
        while len(server.bodies("GET", "/prompt")) < len(calls):
            await asyncio.sleep(0.01)
        closing = asyncio.create_task(engine.close())
        await asyncio.sleep(0)
        if is_hurried:
            closing.cancel()
        await asyncio.gather(closing, return_exceptions=True)
        for thread in readers() - others:
            await asyncio.to_thread(thread.join, 60)
            assert not thread.is_alive()
        hanging.released.set()
        await asyncio.gather(*calls, return_exceptions=True)

    asyncio.run(session())
