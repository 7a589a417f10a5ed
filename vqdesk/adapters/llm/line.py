"""The wire of one request, which can be cut from outside: only a closed socket ends the work at a server.

A read may be blocked while no byte arrives (a model loads, a long prompt is read), so limits of time and the wish
to stop are kept by a thread of their own.
"""

import socket
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection


class Cut(StrEnum):
    """Why a line was cut."""

    STOPPED = "stopped"
    NO_CONTENT = "no_content"
    STALLED = "stalled"
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Patience:
    """Limits in seconds.

    `cold_s`: until the first content of a model that may have to load; `warm_s`: of one that has answered before.
    """

    cold_s: float = 300.0
    warm_s: float = 120.0
    stall_s: float = 60.0
    total_s: float = 600.0
    load_s: float = 300.0
    unload_s: float = 30.0
    list_s: float = 5.0
    connect_s: float = 3.0


class Line:
    """Use it as a context; `cause` says afterwards why it was cut, None when nobody did."""

    def __init__(self, first_s: float, stall_s: float, total_s: float) -> None:
        self._stall_s = stall_s
        self._changed = threading.Condition()
        now = time.monotonic()
        self._ends_at = now + total_s
        self._content_by = now + first_s
        self._waits_for = Cut.NO_CONTENT
        self._socket: socket.socket | None = None
        self._is_over = False
        self.cause: Cut | None = None

    def __enter__(self) -> "Line":
        threading.Thread(target=self._watch, name="llm-line", daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        with self._changed:
            self._is_over = True
            self._changed.notify()
            self._close()

    def take(self, wire: socket.socket) -> None:
        """The connection stands; it may have been given up meanwhile."""
        with self._changed:
            self._socket = wire
            if self.cause is not None:
                self._close()

    def moved(self) -> None:
        """Content came; a sign of life alone does not count."""
        with self._changed:
            self._content_by = time.monotonic() + self._stall_s
            if self._waits_for is Cut.NO_CONTENT:
                self._waits_for = Cut.STALLED
                self._changed.notify()  # from now on the limit is a shorter one

    def stop(self) -> None:
        """The user does not want it any more."""
        with self._changed:
            self._cut(Cut.STOPPED)
            self._changed.notify()

    def _watch(self) -> None:
        with self._changed:
            while not self._is_over and self.cause is None:
                now = time.monotonic()
                if now >= self._ends_at:
                    self._cut(Cut.TOTAL)
                elif now >= self._content_by:
                    self._cut(self._waits_for)
                else:
                    self._changed.wait(min(self._ends_at, self._content_by) - now)

    def _cut(self, cause: Cut) -> None:
        if self.cause is None and not self._is_over:
            self.cause = cause
            self._close()

    def _close(self) -> None:
        if self._socket is not None:
            with suppress(OSError):  # it may be closed already
                self._socket.shutdown(socket.SHUT_RDWR)


def session_on(line: Line) -> requests.Session:
    """A session whose only connection is this line; no proxies of the environment."""
    session = requests.Session()
    session.trust_env = False
    session.mount("http://", _LineAdapter(line))
    session.mount("https://", _LineAdapter(line))
    return session


class _LineHttp(HTTPConnection):
    def __init__(self, *args: Any, line: Line, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._line = line

    def connect(self) -> None:
        super().connect()
        self._line.take(self.sock)


class _LineHttps(HTTPSConnection):
    def __init__(self, *args: Any, line: Line, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._line = line

    def connect(self) -> None:
        super().connect()
        self._line.take(self.sock)


class _LineAdapter(HTTPAdapter):
    def __init__(self, line: Line) -> None:
        self._line = line
        super().__init__()

    def get_connection_with_tls_context(self, *args: Any, **kwargs: Any) -> Any:
        pool: Any = super().get_connection_with_tls_context(*args, **kwargs)
        pool.ConnectionCls = _LineHttps if pool.scheme == "https" else _LineHttp
        pool.conn_kw["line"] = self._line
        return pool
