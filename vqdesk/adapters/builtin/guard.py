"""Who may talk to the engine, and how much: token, host and origin checks, and the limit of a request's size."""

import hmac
import json
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any
from urllib.parse import urlsplit

from starlette.types import ASGIApp, Receive, Scope, Send

MAX_BODY = 104_857_600
MAX_DISCARDED = 10 * MAX_BODY
TOKEN_HEADER = b"x-vqdesk-token"
LOOPBACK_NAMES = frozenset({"127.0.0.1", "localhost", "::1"})

Message = MutableMapping[str, Any]


class TooLarge(Exception):
    """The request's body is over the limit."""


class Guard:
    """Wraps the application. Without a token everybody on this machine may ask, as with ComfyUI."""

    def __init__(self, app: ASGIApp, token: str, on_request: Callable[[], None]) -> None:
        self._app = app
        self._token = token.encode()
        self._on_request = on_request

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            return
        headers = dict(scope["headers"])
        if self._token and not hmac.compare_digest(headers.get(TOKEN_HEADER, b""), self._token):
            words = {"error": {"type": "forbidden", "message": "The header X-VQDesk-Token is missing or wrong."}}
            await _refuse(scope, send, 403, json.dumps(words).encode())
        elif not is_trusted(_text(headers, b"host"), _text(headers, b"origin")):
            await _refuse(scope, send, 403)
        else:
            self._on_request()
            await self._app(scope, _limited(receive), send)


def is_trusted(host: str, origin: str) -> bool:
    """Whether a request with these headers may come in.

    The host must be this machine. An origin with a host name must equal it, as ComfyUI wants: a web page
    elsewhere must not queue anything. `null` and `file://` have none and pass.
    """
    try:
        asked, came = urlsplit("//" + host.lower()), urlsplit(origin.lower())
        if host and asked.hostname not in LOOPBACK_NAMES:
            return False
        if not came.netloc:
            return True
        same_port = asked.port is None or came.port is None or asked.port == came.port
        return asked.hostname == came.hostname and same_port
    except ValueError:
        return False


def _text(headers: dict[bytes, bytes], name: bytes) -> str:
    return headers.get(name, b"").decode("latin-1")


def _limited(receive: Receive) -> Callable[[], Awaitable[Message]]:
    seen = 0

    async def counted() -> Message:
        nonlocal seen
        message = await receive()
        if message["type"] == "http.request":
            seen += len(message.get("body") or b"")
        if seen > MAX_BODY:
            # The client reads the answer only after it has sent everything; with no end in sight it gets none.
            while message.get("more_body") and seen < MAX_DISCARDED:
                message = await receive()
                seen += len(message.get("body") or b"")
            raise TooLarge
        return message

    return counted


async def _refuse(scope: Scope, send: Send, status: int, body: bytes = b"") -> None:
    kind = "websocket.http.response" if scope["type"] == "websocket" else "http.response"
    headers = [(b"content-length", str(len(body)).encode())]
    if body:
        headers.append((b"content-type", b"application/json; charset=utf-8"))
    await send({"type": f"{kind}.start", "status": status, "headers": headers})
    await send({"type": f"{kind}.body", "body": body})
