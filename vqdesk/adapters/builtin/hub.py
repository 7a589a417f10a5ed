"""Who is connected, and what they are sent: messages from any thread, in order, each client at its own pace."""

import asyncio
import json
import struct
import uuid
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from starlette.websockets import WebSocket, WebSocketDisconnect

FEATURES = {"supports_preview_metadata": True, "max_upload_size": 104_857_600}
MAX_BACKLOG = 64 * 1024 * 1024
PREVIEW_BACKLOG = 1024 * 1024
EVERYBODY = None


@dataclass(frozen=True, slots=True)
class Preview:
    """A preview picture; binary event 4 for clients that know it, else event 1."""

    jpeg: bytes
    metadata: dict[str, Any]

    def encoded(self, with_metadata: bool) -> bytes:
        if not with_metadata:
            return struct.pack(">II", 1, 1) + self.jpeg
        described = json.dumps(self.metadata).encode()
        return struct.pack(">II", 4, len(described)) + described + self.jpeg


@dataclass(slots=True)
class Client:
    """One open websocket with what it still has to be sent."""

    sid: str
    socket: WebSocket
    flags: dict[str, Any] = field(default_factory=dict)
    backlog: deque[str | bytes] = field(default_factory=deque)
    backlog_bytes: int = 0
    wake: asyncio.Event = field(default_factory=asyncio.Event)
    is_lost: bool = False

    def give(self, message: str | Preview) -> None:
        """Queues a message. Previews are left out while the client lags; one that never reads gets no more."""
        if self.is_lost:
            return
        if isinstance(message, Preview):
            if self.backlog_bytes > PREVIEW_BACKLOG:
                return
            frame: str | bytes = message.encoded(bool(self.flags.get("supports_preview_metadata")))
        else:
            frame = message
        self.backlog.append(frame)
        self.backlog_bytes += len(frame)
        self.is_lost = self.backlog_bytes > MAX_BACKLOG
        self.wake.set()

    async def send_all(self) -> None:
        """Sends until the socket ends or the client has fallen too far behind."""
        while not self.is_lost:
            await self.wake.wait()
            self.wake.clear()
            while self.backlog:
                frame = self.backlog.popleft()
                self.backlog_bytes -= len(frame)
                if isinstance(frame, str):
                    await self.socket.send_text(frame)
                else:
                    await self.socket.send_bytes(frame)
        await self.socket.close(1013)


class Hub:
    """Delivers messages to a client by its id, or to everybody."""

    def __init__(self) -> None:
        self._clients: dict[str, Client] = {}
        self._outbox: deque[tuple[str | None, str | Preview]] = deque()
        self._is_scheduled = False
        self._loop: asyncio.AbstractEventLoop | None = None

    def bind(self, loop: asyncio.AbstractEventLoop) -> None:
        """The loop that sends; messages published before are kept."""
        self._loop = loop

    @property
    def client_count(self) -> int:
        return len(self._clients)

    def is_connected(self, sid: str | None) -> bool:
        """Whether a message to `sid` would reach anybody."""
        return bool(self._clients) if sid is EVERYBODY else sid in self._clients

    def publish(self, event: str, data: dict[str, Any], sid: str | None = EVERYBODY) -> None:
        """Sends a JSON message; safe from any thread."""
        self._post(sid, json.dumps({"type": event, "data": data}))

    def publish_preview(self, preview: Preview, sid: str | None) -> None:
        """Sends a preview picture; safe from any thread."""
        self._post(sid, preview)

    def _post(self, sid: str | None, message: str | Preview) -> None:
        self._outbox.append((sid, message))
        if not self._is_scheduled and self._loop is not None:
            self._is_scheduled = True
            with suppress(RuntimeError):  # the loop has ended: nobody is left to be told
                self._loop.call_soon_threadsafe(self._deliver)

    def _deliver(self) -> None:
        self._is_scheduled = False
        while self._outbox:
            sid, message = self._outbox.popleft()
            if sid is EVERYBODY:
                for client in self._clients.values():
                    client.give(message)
            elif sid in self._clients:
                self._clients[sid].give(message)

    async def serve(self, socket: WebSocket, greet: Callable[[str], list[tuple[str, dict[str, Any]]]]) -> None:
        """Runs one connection to its end; `greet(sid)` makes its first messages."""
        client = Client(socket.query_params.get("clientId") or uuid.uuid4().hex, socket)
        await socket.accept()
        for event, data in greet(client.sid):
            client.give(json.dumps({"type": event, "data": data}))
        self._clients[client.sid] = client
        sender = asyncio.create_task(client.send_all())
        try:
            await self._listen(client)
        finally:
            if self._clients.get(client.sid) is client:
                del self._clients[client.sid]
            sender.cancel()
            with suppress(asyncio.CancelledError, WebSocketDisconnect, RuntimeError):  # ends with the socket
                await sender

    async def _listen(self, client: Client) -> None:
        is_first = True
        while (message := await client.socket.receive())["type"] != "websocket.disconnect":
            try:
                data = json.loads(message.get("text") or "")
            except ValueError:
                continue
            if not isinstance(data, dict):
                continue
            if is_first and data.get("type") == "feature_flags":
                flags = data.get("data")
                client.flags = flags if isinstance(flags, dict) else {}
                client.give(json.dumps({"type": "feature_flags", "data": FEATURES}))
            is_first = False
