"""Questions over real HTTP to a server that misbehaves as told."""

import asyncio
import socket
import threading
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from odd_server import DONE, GRAPH, RUN, OddServer, Stage, failed, queue, rejected, serving
from starlette.responses import PlainTextResponse, Response, StreamingResponse

from vqdesk.adapters.comfy import ComfyEngine
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
    FoundFinished,
    FoundRunning,
    FoundUnknown,
)
from vqdesk.domain.job import Asset, RemoteFile
from vqdesk.ports import Endpoint


@pytest.fixture(scope="module")
def stage() -> Iterator[Stage]:
    with serving() as stage:
        yield stage


@pytest.fixture
def server(stage: Stage) -> OddServer:
    return stage.fresh()


def ask(url: str, question: Callable[[ComfyEngine], Awaitable[Any]], token: str = "") -> Any:
    """One answer of an engine at this address."""

    async def session() -> Any:
        engine = ComfyEngine(lambda: Endpoint(url, token))
        try:
            return await question(engine)
        finally:
            await engine.close()

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
    return await engine.fetch(file, b"".join)


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


def test_a_transfer_ends_when_the_engine_is_closed(server):
    async def endless() -> Any:
        while True:
            yield b"x" * 2**16
            await asyncio.sleep(0.001)

    server.reply("GET", "/view", StreamingResponse(endless()))

    async def closed_meanwhile(engine: ComfyEngine) -> None:
        has_begun = threading.Event()

        def keep(chunks: Iterator[bytes]) -> None:
            for _chunk in chunks:
                has_begun.set()

        transfer = asyncio.create_task(engine.fetch(RemoteFile("1", "a.png", "", "output"), keep))
        await asyncio.to_thread(has_begun.wait, 30)
        await engine.close()
        await asyncio.wait_for(transfer, 30)

    with pytest.raises(EngineUnreachable) as caught:
        ask(server.url, closed_meanwhile)
    assert "was closed" in caught.value.problem.summary


def test_every_error_is_one_that_the_user_can_read(server, tmp_path: Path):
    for path in ("/queue", f"/history/{RUN}"):
        server.reply("GET", path, Response("<html>busy</html>", 503, media_type="text/html"))
    with pytest.raises(UserError) as caught:
        ask(server.url, lambda engine: engine.find([RUN]))
    assert caught.value.problem.summary and caught.value.problem.remedy
