"""The WebSocket of a lane: one reader thread that connects, parses, hands over and connects again."""

import logging
import random
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import websocket
from websocket import ABNF

from vqdesk.adapters.comfy.http import HttpClient, own_headers, tls_context, unreachable
from vqdesk.adapters.comfy.messages import FEATURE_FLAGS, MessageReader
from vqdesk.adapters.comfy.routes import Routes
from vqdesk.adapters.comfy.server_log import open_log
from vqdesk.domain.errors import EngineUnreachable, Problem, UserError
from vqdesk.domain.events import EngineEvent, EngineOffline, EngineOnline
from vqdesk.ports import Endpoint

_log = logging.getLogger(__name__)
_READ_AHEAD_BYTES = 1 << 16


@dataclass(frozen=True, slots=True)
class SocketTiming:
    """Seconds. `news_after_post_s`: so long may no message follow a POST of ours, then the socket is deaf.

    The server sends `status` to everybody, except to a client whose older socket it closed late.
    """

    connect_s: float = 10.0
    tick_s: float = 1.0
    ping_every_s: float = 10.0
    dead_after_s: float = 45.0
    news_after_post_s: float = 8.0
    first_retry_s: float = 0.5
    longest_retry_s: float = 30.0
    jitter: float = 0.2  # part of a pause that is left to chance: a restarted server is not stormed by all at once


class EventSocket:
    """Delivers events from its own thread; `deliver` must only hand them over."""

    def __init__(
        self, http: HttpClient, routes: Routes, client_id: str, reader: MessageReader, timing: SocketTiming
    ) -> None:
        self._http, self._routes, self._reader, self._timing = http, routes, reader, timing
        self._client_id = client_id
        self._stopping = threading.Event()
        self._pause_over = threading.Event()
        self._thread: threading.Thread | None = None
        self._connection: websocket.WebSocket | None = None
        self._retry_s = timing.first_retry_s
        self._heard_at = self._message_at = self._pinged_at = 0.0
        self._posted_at: float | None = None

    def start(self, deliver: Callable[[EngineEvent], None]) -> None:
        """Starts the reader thread. Once per object."""
        self._thread = threading.Thread(
            target=self._run, args=(deliver,), name="vqdesk-engine-events", daemon=True
        )
        self._thread.start()

    def stop(self) -> None:
        """Tells the thread to end and breaks off what it waits for; returns at once."""
        self._stopping.set()
        self._pause_over.set()
        if (connection := self._connection) is not None:
            with suppress(OSError):  # it may break by itself at this moment
                connection.abort()  # type: ignore[no-untyped-call]

    def wait_for_end(self) -> None:
        """Returns when the thread has ended after `stop`, at the latest after 2 s."""
        if self._thread is not None:
            self._thread.join(2.0)

    def retry_now(self) -> None:
        """Ends the pause before the next attempt. Any thread."""
        self._pause_over.set()

    def expect_message(self, since: float) -> None:
        """A POST was accepted that began at `since` (monotonic): a message must follow. Any thread."""
        if self._posted_at is None or self._message_at >= self._posted_at:
            self._posted_at = since

    def _run(self, deliver: Callable[[EngineEvent], None]) -> None:
        while not self._stopping.is_set():
            problem = self._connect_and_read(deliver)
            if self._stopping.is_set():
                return
            pause_s = self._retry_s * (1 + self._timing.jitter * random.uniform(-1, 1))
            self._pause_over.clear()
            deliver(EngineOffline(problem, pause_s))
            is_hurried = self._pause_over.wait(pause_s) and not self._stopping.is_set()
            longer_s = min(self._retry_s * 2, self._timing.longest_retry_s)
            self._retry_s = self._timing.first_retry_s if is_hurried else longer_s

    def _connect_and_read(self, deliver: Callable[[EngineEvent], None]) -> Problem:
        """One life of a connection; returns why it ended."""
        try:
            endpoint = self._http.renew()
            info = self._routes.system()
            connection = self._connect(endpoint)
            deliver(EngineOnline(info.version, info.input_folder, info.card_bytes))
            self._retry_s = self._timing.first_retry_s
            for event in self._reader.console(open_log(self._http, self._client_id)):
                deliver(event)
            self._read(connection, deliver)
        except UserError as error:
            return error.problem
        except (websocket.WebSocketException, OSError) as error:
            return unreachable(self._http.endpoint().url, error).problem
        except Exception as error:  # noqa: BLE001 - top of the thread: a bug of ours must not end the lane for good
            _log.exception("The event reader failed")
            return Problem("The events of the server cannot be read.", repr(error), "Please report this bug.")
        finally:
            if self._connection is not None:
                self._connection.close(timeout=1)
                self._connection = None
        return Problem("The connection to the server was closed.", "", "VQDesk connects again by itself.")

    def _connect(self, endpoint: Endpoint) -> websocket.WebSocket:
        """An open socket whose flags were sent and whose first message (`status`) has come."""
        connection = websocket.WebSocket(enable_multithread=True, skip_utf8_validation=True)
        self._connection = connection  # from here on `stop` can break it off
        address = "ws" + endpoint.url.rstrip("/").removeprefix("http") + f"/ws?clientId={quote(self._client_id)}"
        connection.connect(  # type: ignore[no-untyped-call]
            address,
            timeout=self._timing.connect_s,
            header=[f"{name}: {value}" for name, value in own_headers(endpoint).items()],
            sslopt={"context": tls_context()} if endpoint.url.startswith("https") else {},
            suppress_origin=True,  # the server compares it with Host; programs need none
            http_no_proxy=["*"],
        )
        connection.send(FEATURE_FLAGS)
        connection.recv()
        connection.sock = _ReadAhead(connection.sock)  # type: ignore[assignment]
        connection.settimeout(self._timing.tick_s)
        self._heard_at = self._message_at = self._pinged_at = time.monotonic()
        self._posted_at = None
        return connection

    def _read(self, connection: websocket.WebSocket, deliver: Callable[[EngineEvent], None]) -> None:
        while not self._stopping.is_set():
            try:
                opcode, frame = connection.recv_data(control_frame=True)
            except websocket.WebSocketTimeoutException:
                self._check_alive(connection)
                continue
            self._heard_at = time.monotonic()
            if opcode == ABNF.OPCODE_CLOSE:
                return
            if opcode in (ABNF.OPCODE_TEXT, ABNF.OPCODE_BINARY):
                self._message_at = self._heard_at
                read = self._reader.text if opcode == ABNF.OPCODE_TEXT else self._reader.binary
                for event in read(frame):
                    deliver(event)

    def _check_alive(self, connection: websocket.WebSocket) -> None:
        """Called in silence. The server never pings but answers pings. Raises EngineUnreachable to reconnect."""
        now, timing = time.monotonic(), self._timing
        if now - self._heard_at > timing.dead_after_s:
            raise EngineUnreachable(
                "The server fell silent.",
                f"No sign of life for {timing.dead_after_s:.0f} s.",
                "VQDesk connects again by itself.",
            )
        posted_at = self._posted_at
        if posted_at is not None and self._message_at < posted_at < now - timing.news_after_post_s:
            raise EngineUnreachable(
                "The server sends no news.",
                "It took a prompt but told nothing of it.",
                "VQDesk connects again by itself.",
            )
        if now - max(self._heard_at, self._pinged_at) > timing.ping_every_s:
            self._pinged_at = now
            connection.ping()


class _ReadAhead:
    """A socket that takes all that has come at once: websocket-client asks three times for every message."""

    def __init__(self, plain: Any) -> None:
        self._plain = plain
        self._ahead = b""
        self.gettimeout = plain.gettimeout  # asked for at every read

    def recv(self, size: int) -> bytes:
        """At most `size` bytes; empty when the server has closed."""
        if not self._ahead:
            self._ahead = self._plain.recv(_READ_AHEAD_BYTES)
        piece, self._ahead = self._ahead[:size], self._ahead[size:]
        return piece

    def __getattr__(self, name: str) -> Any:
        return getattr(self._plain, name)
