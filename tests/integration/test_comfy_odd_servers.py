"""The client over real HTTP and WebSocket against a server that misbehaves as told."""

import asyncio
import json
import socket
import threading
import time
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from vqdesk.adapters.comfy import ComfyEngine, SocketTiming
from vqdesk.domain.errors import (
    EngineProtocolError,
    EngineRejected,
    EngineUnreachable,
    InputUnusable,
    NotFound,
    UserError,
)
from vqdesk.domain.events import (
    CancelOutcome,
    EngineEvent,
    EngineOffline,
    EngineOnline,
    ExecutionFinished,
    FoundFinished,
    FoundRunning,
    FoundUnknown,
)
from vqdesk.domain.job import Asset, AttemptId, RemoteFile
from vqdesk.ports import Endpoint

RUN = AttemptId("0b0f7b1e-0f5c-4c4b-9a51-6f1f5a8f0001")
GRAPH = {"1": {"class_type": "EmptyImage", "inputs": {}}}
STATS = {"system": {"comfyui_version": "0.3.64"}, "devices": [{"name": "cpu", "vram_total": 1, "vram_free": 1}]}
DONE = {"outputs": {}, "status": {"status_str": "success", "messages": []}}
QUICK = SocketTiming(tick_s=0.05, news_after_post_s=0.2, first_retry_s=0.05, longest_retry_s=0.2, connect_s=2.0)


class OddServer:
    """Answers each route with the scripted replies in turn; the last one stays."""

    def __init__(self) -> None:
        self.replies: dict[tuple[str, str], list[Any]] = {
            ("GET", "/system_stats"): [STATS],
            ("GET", "/prompt"): [{"exec_info": {"queue_remaining": 0}}],
            ("GET", "/features"): [{}],
            ("GET", "/queue"): [queue()],
            ("GET", f"/history/{RUN}"): [{}],
            ("POST", "/queue"): [Response()],
            ("POST", "/interrupt"): [Response()],
        }
        self.seen: list[tuple[str, str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.sockets: list[WebSocket] = []
        self.on_socket: Callable[[WebSocket], Awaitable[None]] = _stay
        self.url = ""

    def reply(self, method: str, path: str, *replies: Any) -> None:
        self.replies[method, path] = list(replies)

    def bodies(self, method: str, path: str) -> list[Any]:
        return [body for seen_method, seen_path, body in self.seen if (seen_method, seen_path) == (method, path)]

    async def http(self, request: Request) -> Response:
        raw = await request.body()
        is_json = request.headers.get("content-type") == "application/json"
        self.seen.append((request.method, request.url.path, json.loads(raw) if is_json else raw))
        self.headers.append(dict(request.headers))
        script = self.replies.get((request.method, request.url.path), [Response(status_code=404)])
        reply = script.pop(0) if len(script) > 1 else script[0]
        return reply if isinstance(reply, Response) else JSONResponse(reply)

    async def ws(self, connection: WebSocket) -> None:
        await connection.accept()
        self.headers.append(dict(connection.headers))
        self.sockets.append(connection)
        status = {"type": "status", "data": {"status": {"exec_info": {"queue_remaining": 0}}, "sid": "x"}}
        await connection.send_json(status)
        self.seen.append(("WS", connection.url.query, json.loads(await connection.receive_text())))
        await self.on_socket(connection)


async def _stay(connection: WebSocket) -> None:
    try:
        while True:
            await connection.receive_text()
    except WebSocketDisconnect:
        return


def queue(waiting: tuple[str, ...] = (), running: tuple[str, ...] = ()) -> dict[str, Any]:
    return {
        "queue_running": [[0, each, {}, {}, []] for each in running],
        "queue_pending": [[0, each, {}, {}, []] for each in waiting],
    }


def failed() -> Response:
    return PlainTextResponse("500 Internal Server Error", status_code=500)


def rejected(status: int, body: Any) -> Response:
    return JSONResponse(body, status_code=status)


class Stage:
    """One listening socket for the whole module; each test brings its own script."""

    def __init__(self) -> None:
        self.script = OddServer()

    async def http(self, request: Request) -> Response:
        return await self.script.http(request)

    async def ws(self, connection: WebSocket) -> None:
        await self.script.ws(connection)


@pytest.fixture(scope="module")
def stage() -> Iterator[tuple[Stage, str]]:
    stage = Stage()
    routes = [WebSocketRoute("/ws", stage.ws), Route("/{path:path}", stage.http, methods=["GET", "POST"])]
    config = uvicorn.Config(Starlette(routes=routes), ws="websockets-sansio", log_config=None, lifespan="off")
    config.timeout_graceful_shutdown = 1
    running = uvicorn.Server(config)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=lambda: asyncio.run(running.serve(sockets=[listener])), daemon=True)
        thread.start()
        yield stage, f"http://127.0.0.1:{listener.getsockname()[1]}"
        running.should_exit = True
        thread.join(5)


@pytest.fixture
def server(stage: tuple[Stage, str]) -> OddServer:
    shared, url = stage
    shared.script = OddServer()
    shared.script.url = url
    return shared.script


def ask(url: str, question: Callable[[ComfyEngine], Awaitable[Any]], token: str = "") -> Any:
    """One answer of an engine at this address."""

    async def session() -> Any:
        engine = ComfyEngine(lambda: Endpoint(url, token))
        try:
            return await question(engine)
        finally:
            await engine.close()

    return asyncio.run(session())


def follow(
    url: str,
    enough: Callable[[list[EngineEvent], ComfyEngine], Awaitable[bool]],
    timing: SocketTiming = QUICK,
) -> list[EngineEvent]:
    """Events until `enough` says so; at most 5 s."""

    async def session() -> list[EngineEvent]:
        engine = ComfyEngine(lambda: Endpoint(url), timing=timing)
        events: list[EngineEvent] = []
        try:
            async with asyncio.timeout(5):
                async for event in engine.events():
                    events.append(event)
                    if await enough(events, engine):
                        return events
        finally:
            await engine.close()
        return events

    return asyncio.run(session())


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


# ---- addresses and answers that are not ComfyUI's ------------------------------------------------


def test_nobody_listening_is_said_with_the_address():
    url = f"http://127.0.0.1:{free_port()}"
    with pytest.raises(EngineUnreachable) as caught:
        ask(url, lambda engine: engine.probe())
    assert caught.value.problem.cause == f"Nothing listens at {url}."
    assert "8188" in caught.value.problem.remedy


@pytest.mark.parametrize("url", ["localhost:8188", "not an address", "http://", "ftp://127.0.0.1"])
def test_a_malformed_address_is_said(url):
    with pytest.raises(EngineUnreachable) as caught:
        ask(url, lambda engine: engine.probe())
    assert "is not a web address" in caught.value.problem.cause


def test_an_unknown_computer_is_said():
    with pytest.raises(EngineUnreachable) as caught:
        ask("http://nowhere.invalid:8188", lambda engine: engine.probe())
    assert "No computer is known by the name" in caught.value.problem.cause


def test_a_server_that_never_answers_is_given_up(monkeypatch):
    monkeypatch.setattr("vqdesk.adapters.comfy.http.CONNECT_TIMEOUT_S", 0.2)
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(1)
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        monkeypatch.setattr("vqdesk.adapters.comfy.http.HttpClient.get_json.__defaults__", (0.2,))
        with pytest.raises(EngineUnreachable) as caught:
            ask(url, lambda engine: engine.probe())
    assert "did not answer in time" in caught.value.problem.cause


@pytest.mark.parametrize(
    "reply, cause",
    [
        (Response("<html>hello</html>", media_type="text/html"), "answered 200 with a web page"),
        (Response("<html>gone</html>", 404, media_type="text/html"), "answered 404 with a web page"),
        (Response(status_code=302, headers={"location": "/login"}), "answered 302"),
        ({"hello": "world"}, "names no ComfyUI version"),
        ([1, 2], "names no ComfyUI version"),
    ],
)
def test_a_server_that_is_not_comfyui_is_said(server, reply, cause):
    server.reply("GET", "/system_stats", reply)
    with pytest.raises(EngineProtocolError) as caught:
        ask(server.url, lambda engine: engine.probe())
    assert cause in caught.value.problem.cause
    assert "does not lead to a ComfyUI" in caught.value.problem.summary


def test_the_token_goes_with_every_request_and_the_socket(server):
    async def probe_and_listen(engine: ComfyEngine) -> None:
        await engine.probe()
        async for _ in engine.events():
            return

    ask(server.url, probe_and_listen, token="secret")
    assert len(server.headers) >= 4
    assert {headers.get("x-vqdesk-token") for headers in server.headers} == {"secret"}


# ---- submitting ------------------------------------------------------------------------------------


def test_outputs_that_the_server_drops_are_told(server):
    errors = {
        "1": {"class_type": "EmptyImage", "errors": [{"type": "required_input_missing", "details": "color"}]}
    }
    server.reply("POST", "/prompt", {"prompt_id": RUN, "number": 3, "node_errors": errors})
    accepted = ask(server.url, lambda engine: engine.submit(RUN, GRAPH, front=True))
    assert accepted.number == 3 and accepted.dropped[0].node_id == "1"
    (body,) = server.bodies("POST", "/prompt")
    assert body["prompt_id"] == RUN and body["front"] is True and body["client_id"]


def test_a_refusal_is_told_in_words(server):
    error = {"type": "invalid_prompt", "message": "no such node", "details": "Node ID '#1'"}
    server.reply("POST", "/prompt", rejected(400, {"error": error, "node_errors": {}}))
    with pytest.raises(EngineRejected) as caught:
        ask(server.url, lambda engine: engine.submit(RUN, GRAPH))
    assert caught.value.problem.summary == "The server does not know the node EmptyImage."
    assert "invalid_prompt" in caught.value.problem.details


def test_a_500_that_was_accepted_counts_as_accepted(server):
    server.reply("POST", "/prompt", failed())
    server.reply("GET", "/queue", queue(waiting=(RUN,)))
    assert ask(server.url, lambda engine: engine.submit(RUN, GRAPH)).dropped == ()


def test_a_500_that_was_not_accepted_is_an_error(server):
    server.reply("POST", "/prompt", failed())
    with pytest.raises(EngineProtocolError) as caught:
        ask(server.url, lambda engine: engine.submit(RUN, GRAPH))
    assert "internal error" in caught.value.problem.summary


def test_a_graph_over_the_limit_names_the_flag(server):
    server.reply("POST", "/prompt", PlainTextResponse("too large", status_code=413))
    with pytest.raises(EngineRejected) as caught:
        ask(server.url, lambda engine: engine.submit(RUN, GRAPH))
    assert "--max-upload-size" in caught.value.problem.remedy


def test_a_server_that_ignores_our_id_gets_its_prompt_taken_back(server):
    server.reply("POST", "/prompt", {"prompt_id": "its-own", "number": 1, "node_errors": {}})
    with pytest.raises(EngineProtocolError) as caught:
        ask(server.url, lambda engine: engine.submit(RUN, GRAPH))
    assert "too old" in caught.value.problem.summary
    assert server.bodies("POST", "/queue") == [{"delete": ["its-own"]}]


# ---- finding and canceling -------------------------------------------------------------------------


def test_an_attempt_that_ends_between_the_questions_is_found(server):
    server.reply("GET", f"/history/{RUN}", {}, {RUN: DONE})
    assert isinstance(ask(server.url, lambda engine: engine.find([RUN]))[RUN], FoundFinished)


def test_an_attempt_that_nobody_knows_is_unknown(server):
    assert ask(server.url, lambda engine: engine.find([RUN])) == {RUN: FoundUnknown()}


def test_a_running_attempt_is_found_running(server):
    server.reply("GET", "/queue", queue(waiting=("other",), running=(RUN,)))
    assert ask(server.url, lambda engine: engine.find([RUN])) == {RUN: FoundRunning()}


@pytest.mark.parametrize(
    "queues, histories, outcome, interrupts",
    [
        ([queue(waiting=(RUN,)), queue()], [{}], CancelOutcome.REMOVED, 0),
        ([queue(running=(RUN,))], [{}], CancelOutcome.INTERRUPTED, 1),
        ([queue(waiting=(RUN,)), queue(running=(RUN,))], [{}], CancelOutcome.INTERRUPTED, 1),
        ([queue(waiting=(RUN,)), queue()], [{}, {RUN: DONE}], CancelOutcome.TOO_LATE, 0),
        ([queue()], [{RUN: DONE}], CancelOutcome.TOO_LATE, 0),
        ([queue()], [{}], CancelOutcome.TOO_LATE, 0),
    ],
)
def test_cancel_does_what_the_moment_needs(server, queues, histories, outcome, interrupts):
    server.reply("GET", "/queue", *queues)
    server.reply("GET", f"/history/{RUN}", *histories)
    assert ask(server.url, lambda engine: engine.cancel(RUN)) is outcome
    assert server.bodies("POST", "/interrupt") == [{"prompt_id": RUN}] * interrupts


def test_a_500_of_delete_is_checked_not_believed(server):
    server.reply("GET", "/queue", queue(waiting=(RUN,)), queue())
    server.reply("POST", "/queue", failed())
    assert ask(server.url, lambda engine: engine.cancel(RUN)) is CancelOutcome.REMOVED


# ---- files -----------------------------------------------------------------------------------------


def asset(size: int) -> Asset:
    return Asset("ab" * 32, size, ".png", 8, 8)


def test_the_name_that_the_server_gave_is_used(server, tmp_path):
    photo = tmp_path / "photo"
    photo.write_bytes(b"bytes")
    reply = {"name": "cat (1).png", "subfolder": "vqdesk/abababababababab", "type": "input"}
    server.reply("POST", "/upload/image", reply)
    name = ask(server.url, lambda engine: engine.upload(photo, asset(5), "../a/cat.png"))
    assert name == "vqdesk/abababababababab/cat (1).png"
    (form,) = server.bodies("POST", "/upload/image")
    assert b"vqdesk/abababababababab" in form and b"/a/cat.png" not in form and b"bytes" in form
    assert b"overwrite" not in form


def test_a_file_over_the_limit_is_refused_before_it_is_sent(server, tmp_path):
    server.reply("GET", "/features", {"max_upload_size": 100 * 2**20})
    with pytest.raises(EngineRejected) as caught:
        ask(server.url, lambda engine: engine.upload(tmp_path / "none", asset(150 * 2**20), "a.png"))
    assert "150 MB" in caught.value.problem.cause and "--max-upload-size 151" in caught.value.problem.remedy
    assert server.bodies("POST", "/upload/image") == []


def test_a_413_names_the_flag(server, tmp_path):
    (tmp_path / "a").write_bytes(b"x")
    server.reply("POST", "/upload/image", PlainTextResponse("too large", status_code=413))
    with pytest.raises(EngineRejected) as caught:
        ask(server.url, lambda engine: engine.upload(tmp_path / "a", asset(1), "a.png"))
    assert "--max-upload-size" in caught.value.problem.remedy


def test_a_missing_staged_copy_is_said(server, tmp_path):
    with pytest.raises(InputUnusable):
        ask(server.url, lambda engine: engine.upload(tmp_path / "gone", asset(1), "a.png"))


async def content(engine: ComfyEngine, file: RemoteFile) -> bytes:
    return b"".join([chunk async for chunk in engine.fetch(file)])


def test_a_reported_file_that_is_gone_is_not_found(server):
    with pytest.raises(NotFound) as caught:
        ask(server.url, lambda engine: content(engine, RemoteFile("1", "a b&c.png", "x/y", "output")))
    assert "x/y/a b&c.png" in caught.value.problem.cause


@pytest.mark.parametrize("size", [0, 1, 2**20, 2**20 + 1, 5 * 2**20])
def test_files_of_every_size_arrive_whole(server, size):
    data = bytes(index % 251 for index in range(1000)) * (size // 1000 + 1)
    server.reply("GET", "/view", Response(data[:size]))
    assert ask(server.url, lambda engine: content(engine, RemoteFile("1", "a.png", "", "output"))) == data[:size]


def test_a_transfer_that_breaks_off_is_an_error(server):
    async def half() -> Any:
        yield b"x" * 1000
        raise ConnectionError

    server.reply("GET", "/view", StreamingResponse(half(), headers={"content-length": "5000"}))
    with pytest.raises(EngineUnreachable):
        ask(server.url, lambda engine: content(engine, RemoteFile("1", "a.png", "", "output")))


# ---- the socket ------------------------------------------------------------------------------------


def online(count: int) -> Callable[[list[EngineEvent], ComfyEngine], Awaitable[bool]]:
    async def enough(events: list[EngineEvent], engine: ComfyEngine) -> bool:
        return sum(isinstance(event, EngineOnline) for event in events) >= count

    return enough


def test_the_first_message_of_every_connection_announces_the_flags(server):
    async def drop(connection: WebSocket) -> None:
        if len(server.sockets) > 1:
            await _stay(connection)

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
        for _ in range(12):
            await connection.send_json({"type": "status", "data": {}})
            await asyncio.sleep(0.05)
        await connection.send_json({"type": "executing", "data": {"node": None, "prompt_id": RUN}})
        await _stay(connection)

    server.on_socket = news

    async def enough(events: list[EngineEvent], engine: ComfyEngine) -> bool:
        if len(events) == 1:
            await engine.submit(RUN, GRAPH)
        return len(events) == 2

    assert follow(server.url, enough)[1] == ExecutionFinished(RUN)
    assert len(server.sockets) == 1


def test_messages_of_20_mib_do_not_break_the_socket(server):
    server.reply("POST", "/prompt", {"prompt_id": RUN, "number": 1, "node_errors": {}})
    text = "x" * (20 * 2**20)

    async def large(connection: WebSocket) -> None:
        await asyncio.sleep(0.1)
        await connection.send_json({"type": "executed", "data": {"prompt_id": RUN, "output": {"text": [text]}}})
        await connection.send_json({"type": "executing", "data": {"node": None, "prompt_id": RUN}})
        await _stay(connection)

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


def _accept_key(key: str) -> str:
    from base64 import b64encode
    from hashlib import sha1

    return b64encode(sha1((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").encode()).digest()).decode()


def test_close_ends_the_events_and_the_thread(server):
    async def session() -> None:
        engine = ComfyEngine(lambda: Endpoint(server.url))
        events = engine.events()
        assert isinstance(await anext(events), EngineOnline)
        await engine.close()
        assert [event async for event in events] == []

    started = time.monotonic()
    asyncio.run(session())
    assert time.monotonic() - started < 3
    assert not [thread for thread in threading.enumerate() if thread.name == "vqdesk-engine-events"]


def test_every_error_is_one_that_the_user_can_read(server, tmp_path: Path):
    for path in ("/queue", f"/history/{RUN}"):
        server.reply("GET", path, Response("<html>busy</html>", 503, media_type="text/html"))
    with pytest.raises(UserError) as caught:
        ask(server.url, lambda engine: engine.find([RUN]))
    assert caught.value.problem.summary and caught.value.problem.remedy
