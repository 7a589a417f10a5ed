"""The client against running engines: always the built-in one, and the ComfyUI named by VQDESK_TEST_COMFYUI."""

import asyncio
import io
import os
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from vqdesk.adapters.builtin.state import read_state
from vqdesk.adapters.comfy import ComfyEngine, SocketTiming
from vqdesk.domain.errors import EngineRejected, EngineUnreachable
from vqdesk.domain.events import (
    CancelOutcome,
    ConsoleWritten,
    EngineEvent,
    EngineOffline,
    EngineOnline,
    ExecutionFinished,
    ExecutionInterrupted,
    ExecutionStarted,
    FoundFinished,
    FoundUnknown,
    NodeStarted,
)
from vqdesk.domain.job import Asset, AttemptId, Graph, RemoteFile
from vqdesk.ports import Endpoint

COMFYUI = os.environ.get("VQDESK_TEST_COMFYUI", "")
SERVE = """
import sys
from pathlib import Path
from vqdesk.adapters.builtin.lifecycle import serve
serve(Path(sys.argv[1]), port=int(sys.argv[2]), token="secret")
"""


class BuiltinProcess:
    """The built-in engine as a process of its own, on one port for its whole life."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.port = 0
        self.start()

    def start(self) -> None:
        command = [sys.executable, "-c", SERVE, str(self.home), str(self.port)]
        self.child = subprocess.Popen(command)
        deadline = time.monotonic() + 20
        while (state := read_state(self.home)) is None or state.pid != self.child.pid:
            assert time.monotonic() < deadline and self.child.poll() is None, "the engine did not start"
            time.sleep(0.02)
        self.port = state.port

    def kill(self) -> None:
        self.child.send_signal(signal.SIGKILL)
        self.child.wait()

    @property
    def endpoint(self) -> Endpoint:
        return Endpoint(f"http://127.0.0.1:{self.port}", "secret")


@pytest.fixture(scope="module")
def builtin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BuiltinProcess]:
    process = BuiltinProcess(tmp_path_factory.mktemp("engine"))
    yield process
    process.kill()


@pytest.fixture(params=["builtin", pytest.param("comfyui", marks=pytest.mark.comfyui)] if COMFYUI else ["builtin"])
def endpoint(request: pytest.FixtureRequest) -> Endpoint:
    return Endpoint(COMFYUI) if request.param == "comfyui" else request.getfixturevalue("builtin").endpoint


@dataclass
class Client:
    """An engine with its events in a queue."""

    engine: ComfyEngine
    events: "asyncio.Queue[EngineEvent]"

    async def run(self, graph: Graph) -> tuple[AttemptId, list[EngineEvent]]:
        """Submits and follows to the end."""
        attempt_id = new_id()
        await self.engine.submit(attempt_id, graph)
        return attempt_id, await self.until(lambda event: event == ExecutionFinished(attempt_id))

    async def until(self, wanted: Callable[[EngineEvent], bool]) -> list[EngineEvent]:
        seen: list[EngineEvent] = []
        async with asyncio.timeout(30):
            while not seen or not wanted(seen[-1]):
                seen.append(await self.events.get())
        return seen

    async def finished(self, attempt_id: AttemptId) -> FoundFinished:
        found = (await self.engine.find([attempt_id]))[attempt_id]
        assert isinstance(found, FoundFinished)
        return found

    async def content(self, file: RemoteFile) -> bytes:
        return await self.engine.fetch(file, b"".join)


def with_client(source: Callable[[], Endpoint], story: Callable[[Client], Awaitable[None]]) -> None:
    async def session() -> None:
        engine = ComfyEngine(source, timing=SocketTiming(first_retry_s=0.1, longest_retry_s=0.2))
        client = Client(engine, asyncio.Queue())

        async def pump() -> None:
            async for event in engine.events():
                if not isinstance(event, ConsoleWritten):  # the whole server's, of any time
                    client.events.put_nowait(event)

        pumping = asyncio.create_task(pump())
        try:
            await client.until(lambda event: isinstance(event, EngineOnline))
            await story(client)
        finally:
            await engine.close()
            await pumping

    asyncio.run(session())


def new_id() -> AttemptId:
    return AttemptId(str(uuid.uuid4()))


def picture(color: int, prefix: str, batch: int = 1, edge: int = 64) -> Graph:
    size: dict[str, Any] = {"width": edge, "height": edge, "batch_size": batch, "color": color}
    return {
        "make": {"class_type": "EmptyImage", "inputs": size},
        "save": {"class_type": "SaveImage", "inputs": {"images": ["make", 0], "filename_prefix": prefix}},
    }


def slow(color: int, batch: int = 48) -> Graph:
    """Takes up to a second per 8 pictures on any engine and leaves small files."""
    graph = picture(color, f"vqdesk/{new_id()}/slow", batch=batch, edge=512)
    for name, source in (("up", "make"), ("up2", "up"), ("up3", "up2")):
        inputs = {"image": [source, 0], "upscale_method": "lanczos", "scale_by": 1.3}
        graph[name] = {"class_type": "ImageScaleBy", "inputs": inputs}
    small = {"image": ["up3", 0], "upscale_method": "area", "width": 8, "height": 8, "crop": "disabled"}
    graph["small"] = {"class_type": "ImageScale", "inputs": small}
    graph["save"]["inputs"]["images"] = ["small", 0]
    return graph


def some_color() -> int:
    return uuid.uuid4().int & 0xFFFFFF


def test_a_photo_is_sent_scaled_and_brought_back(endpoint, tmp_path):
    photo = tmp_path / "photo"
    Image.effect_mandelbrot((60, 40), (-2, -1, 1, 1), 50).convert("RGB").save(photo, "png")
    data = photo.read_bytes()
    asset = Asset(sha256(data).hexdigest(), len(data), ".png", 60, 40)

    async def story(client: Client) -> None:
        name = await client.engine.upload(photo, asset, "Größe #1 & 猫.png")
        assert name == f"vqdesk/{asset.sha256[:16]}/Größe #1 & 猫.png"
        assert await client.engine.upload(photo, asset, "Größe #1 & 猫.png") == name
        graph: Graph = {
            "load": {"class_type": "LoadImage", "inputs": {"image": name}},
            "scale": {
                "class_type": "ImageScaleBy",
                "inputs": {"image": ["load", 0], "upscale_method": "lanczos", "scale_by": 1.5},
            },
            "save": {
                "class_type": "SaveImage",
                "inputs": {"images": ["scale", 0], "filename_prefix": f"vqdesk/{new_id()}/p"},
            },
        }
        attempt_id, events = await client.run(graph)
        assert events[0] == ExecutionStarted(attempt_id)
        assert {event.node_id for event in events if isinstance(event, NodeStarted)} == {"load", "scale", "save"}
        record = await client.finished(attempt_id)
        assert record.outcome == "succeeded"
        (file,) = record.files
        with Image.open(io.BytesIO(await client.content(file))) as image:
            assert image.size == (90, 60)

    with_client(lambda: endpoint, story)


def test_what_the_server_says_of_itself(endpoint):
    async def story(client: Client) -> None:
        info = await client.engine.probe()
        assert info.version.count(".") == 2 and info.device and info.vram_total > 0
        assert info.is_builtin == (endpoint.url != COMFYUI)
        catalog = await client.engine.catalog()
        assert "SaveImage" in catalog and catalog is await client.engine.catalog()

    with_client(lambda: endpoint, story)


def test_a_repeated_graph_ends_with_the_old_files(endpoint):
    async def story(client: Client) -> None:
        graph = picture(some_color(), f"vqdesk/{new_id()}/x")
        first, _ = await client.run(graph)
        second, _ = await client.run(graph)
        assert (await client.finished(second)).files == (await client.finished(first)).files != ()

    with_client(lambda: endpoint, story)


def test_a_refused_graph_is_told_in_words(endpoint):
    async def story(client: Client) -> None:
        graph = picture(1, "vqdesk/x", edge=0)
        with pytest.raises(EngineRejected) as caught:
            await client.engine.submit(new_id(), graph)
        assert "EmptyImage" in caught.value.problem.summary
        assert "width is 0" in caught.value.problem.cause
        with pytest.raises(EngineRejected) as caught:
            await client.engine.submit(new_id(), {"1": {"class_type": "NoSuchNode", "inputs": {}}})
        assert "NoSuchNode" in caught.value.problem.summary

    with_client(lambda: endpoint, story)


def test_a_missing_input_file_is_told_in_words(endpoint):
    async def story(client: Client) -> None:
        graph = picture(1, "vqdesk/x")
        graph["make"] = {"class_type": "LoadImage", "inputs": {"image": "never-sent.png"}}
        with pytest.raises(EngineRejected) as caught:
            await client.engine.submit(new_id(), graph)
        assert "never-sent.png" in caught.value.problem.cause

    with_client(lambda: endpoint, story)


def test_half_a_graph_runs_and_the_rest_is_told(endpoint):
    async def story(client: Client) -> None:
        graph = picture(some_color(), f"vqdesk/{new_id()}/good")
        bad = picture(1, "vqdesk/bad", edge=0)
        graph |= {"bad": bad["make"], "lost": bad["save"]}
        graph["lost"]["inputs"]["images"] = ["bad", 0]
        attempt_id = new_id()
        accepted = await client.engine.submit(attempt_id, graph)
        assert {problem.node_id for problem in accepted.dropped} == {"bad"}
        await client.until(lambda event: event == ExecutionFinished(attempt_id))
        assert {file.node_id for file in (await client.finished(attempt_id)).files} == {"save"}

    with_client(lambda: endpoint, story)


def test_cancel_removes_the_waiting_and_interrupts_the_running(endpoint):
    async def story(client: Client) -> None:
        running, waiting = new_id(), new_id()
        await client.engine.submit(running, slow(some_color()))
        await client.engine.submit(waiting, picture(some_color(), "vqdesk/never"))
        await client.until(lambda event: event == ExecutionStarted(running))
        assert await client.engine.cancel(waiting) is CancelOutcome.REMOVED
        assert await client.engine.cancel(running) is CancelOutcome.INTERRUPTED
        events = await client.until(lambda event: event == ExecutionFinished(running))
        assert ExecutionInterrupted(running) in events
        record = await client.finished(running)
        assert record.outcome == "interrupted" and record.files == ()
        assert await client.engine.cancel(running) is CancelOutcome.TOO_LATE
        assert await client.engine.find([waiting]) == {waiting: FoundUnknown()}

    with_client(lambda: endpoint, story)


def test_front_goes_before_the_waiting(endpoint):
    async def story(client: Client) -> None:
        busy, last, first = new_id(), new_id(), new_id()
        await client.engine.submit(busy, slow(some_color(), batch=8))
        await client.until(lambda event: event == ExecutionStarted(busy))
        await client.engine.submit(last, picture(some_color(), f"vqdesk/{last}/x"))
        await client.engine.submit(first, picture(some_color(), f"vqdesk/{first}/x"), front=True)
        events = await client.until(lambda event: event == ExecutionFinished(last))
        ended = [event.attempt_id for event in events if isinstance(event, ExecutionFinished)]
        assert ended == [busy, first, last]

    with_client(lambda: endpoint, story)


def test_prompts_of_another_client_are_not_told(endpoint):
    async def story(client: Client) -> None:
        other = ComfyEngine(lambda: endpoint)
        foreign = new_id()
        await other.submit(foreign, picture(some_color(), f"vqdesk/{foreign}/x"))
        _, events = await client.run(picture(some_color(), f"vqdesk/{new_id()}/x"))
        assert {getattr(event, "attempt_id", foreign) for event in events}.isdisjoint({foreign})
        await other.close()

    with_client(lambda: endpoint, story)


def test_an_engine_that_dies_is_offline_and_comes_back_knowing_nothing(builtin):
    async def story(client: Client) -> None:
        attempt_id, _ = await client.run(picture(some_color(), f"vqdesk/{new_id()}/x"))
        (file,) = (await client.finished(attempt_id)).files
        builtin.kill()
        (offline,) = await client.until(lambda event: isinstance(event, EngineOffline))
        assert offline.problem.summary and offline.problem.cause
        with pytest.raises(EngineUnreachable):
            await client.engine.find([attempt_id])
        await asyncio.to_thread(builtin.start)
        await client.until(lambda event: isinstance(event, EngineOnline))
        assert await client.engine.find([attempt_id]) == {attempt_id: FoundUnknown()}
        assert len(await client.content(file)) > 100  # files outlive the server's memory
        await client.run(picture(some_color(), f"vqdesk/{new_id()}/x"))

    with_client(lambda: builtin.endpoint, story)
