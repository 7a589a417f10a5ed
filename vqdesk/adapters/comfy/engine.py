"""The engine port on a ComfyUI-speaking server: async on the outside, a thread pool and one socket inside."""

import asyncio
import time
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar
from uuid import uuid4

from vqdesk.adapters.comfy.http import HttpClient
from vqdesk.adapters.comfy.messages import MessageReader
from vqdesk.adapters.comfy.routes import Routes
from vqdesk.adapters.comfy.socket import EventSocket, SocketTiming
from vqdesk.domain.events import (
    CancelOutcome,
    EngineEvent,
    EngineOnline,
    Found,
    FoundFinished,
    FoundRunning,
    FoundWaiting,
    NodeProgressed,
    PreviewArrived,
)
from vqdesk.domain.job import Asset, AttemptId, Graph, RemoteFile
from vqdesk.ports import Accepted, EndpointSource, EngineInfo, NodeCatalog

_T = TypeVar("_T")
_THREADS = 18  # more than prompts are collected at once: feeding never waits for them
_LIVE_BACKLOG = 1000
"""Undelivered events above which previews and progress are dropped; facts never are."""


class ComfyEngine:
    """One server. Implements `vqdesk.ports.Engine`; use it from one event loop.

    Its blocking calls have threads of their own, so that a dead server holds up no other. A `client_id` that is
    kept over restarts of the app goes on hearing of the prompts that it sent before; without one it lives as long
    as the object.
    """

    def __init__(
        self,
        source: EndpointSource,
        timing: SocketTiming | None = None,
        client_id: str = "",
    ) -> None:
        client_id = client_id or uuid4().hex
        self._executor = ThreadPoolExecutor(_THREADS, thread_name_prefix="engine")
        self._http = HttpClient(source)
        self._routes = Routes(self._http, client_id)
        self._ours: set[str] = set()  # attempts whose events are wanted; shared with the reader thread
        reader = MessageReader(self._ours)
        self._socket = EventSocket(self._http, self._routes, client_id, reader, timing or SocketTiming())
        self._fresh: deque[EngineEvent | None] = deque()  # filled by the reader thread, emptied in the loop
        self._arrived = asyncio.Event()
        self._catalog: NodeCatalog | None = None

    async def probe(self) -> EngineInfo:
        """Version, device, memory and queue length."""
        return await self._call(self._routes.probe)

    async def catalog(self, *, fresh: bool = False) -> NodeCatalog:
        """All node classes; fetched once per connection, for a restarted server may have others."""
        if self._catalog is None or fresh:
            self._catalog = await self._call(self._routes.catalog)
        return self._catalog

    async def upload(self, path: Path, asset: Asset, readable_name: str) -> str:
        """Sends a file; returns the name that a loader node takes. Raises EngineRejected, InputUnusable."""
        return await self._call(self._routes.upload, path, asset, readable_name)

    async def submit(self, attempt_id: AttemptId, graph: Graph, *, front: bool = False) -> Accepted:
        """Queues a graph under our id. Raises EngineRejected with node and reason in words.

        EngineUnreachable leaves open whether the server took it: `find` tells.
        """
        self._ours.add(attempt_id)
        since = time.monotonic()
        accepted = await self._call(self._routes.submit, attempt_id, graph, front)
        self._socket.expect_message(since)
        return accepted

    async def find(self, attempt_ids: Sequence[AttemptId]) -> dict[AttemptId, Found]:
        """State of each attempt by queue and history; those that still live are followed from now on."""
        found = await self._call(self._routes.find, attempt_ids)
        for attempt_id, state in found.items():
            if isinstance(state, FoundWaiting | FoundRunning):
                self._ours.add(attempt_id)
            if isinstance(state, FoundFinished):
                self._ours.discard(attempt_id)
        return found

    async def leftovers(self, attempt_id: AttemptId, graph: Graph) -> tuple[RemoteFile, ...]:
        """The files of an attempt that the server has forgotten, by the names that the graph's save nodes use."""
        return await self._call(self._routes.leftovers, attempt_id, graph)

    async def cancel(self, attempt_id: AttemptId) -> CancelOutcome:
        """Deletes or interrupts. An interrupt takes effect at the next step of the running node."""
        return await self._call(self._routes.cancel, attempt_id)

    async def withdraw(self, attempt_ids: Sequence[AttemptId]) -> set[AttemptId]:
        """Takes those that wait out of the server's queue and returns them; what has begun is left alone."""
        return await self._call(self._routes.withdraw, attempt_ids) if attempt_ids else set()

    async def free_memory(self) -> None:
        """Unloads models and drops cached results; the server does it when nothing runs."""
        await self._call(self._routes.free_memory)

    async def fetch(self, file: RemoteFile, keep: Callable[[Iterator[bytes]], _T]) -> _T:
        """Runs `keep` on the chunks of an output. Raises NotFound when it is gone."""
        return await self._call(self._routes.fetch, file, keep)

    async def events(self) -> AsyncIterator[EngineEvent]:
        """Connects, reconnects for ever, and yields what happens until `close`. Once per object."""
        loop = asyncio.get_running_loop()
        self._socket.start(lambda event: self._hand_over(loop, event))
        while True:
            await self._arrived.wait()
            self._arrived.clear()
            while self._fresh:
                event = self._fresh.popleft()
                if event is None:
                    return
                if isinstance(event, EngineOnline):
                    self._catalog = None
                    self._routes.forget()
                yield event

    def reconnect(self) -> None:
        """Ends the pause before the next attempt to connect."""
        self._socket.retry_now()

    async def close(self) -> None:
        """Ends `events`, closes socket and connections; the server keeps its queue."""
        self._fresh.append(None)
        self._arrived.set()
        self._socket.stop()  # before any wait: who is cancelled there must not leave a reader that connects again
        try:
            await asyncio.to_thread(self._socket.wait_for_end)  # our own threads may all hang at a dead server
        finally:
            self._http.close()
            self._executor.shutdown(wait=False, cancel_futures=True)

    def _hand_over(self, loop: asyncio.AbstractEventLoop, event: EngineEvent) -> None:
        """From the reader thread; the loop is woken once for all that comes before it looks."""
        if len(self._fresh) > _LIVE_BACKLOG and isinstance(event, PreviewArrived | NodeProgressed):
            return
        self._fresh.append(event)
        if len(self._fresh) == 1 and not loop.is_closed():
            loop.call_soon_threadsafe(self._arrived.set)

    async def _call(self, function: Callable[..., _T], *args: Any) -> _T:
        return await asyncio.get_running_loop().run_in_executor(self._executor, function, *args)
