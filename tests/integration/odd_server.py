"""A server that answers as scripted, over real HTTP and WebSocket."""

import asyncio
import json
import socket
import threading
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from vqdesk.domain.job import AttemptId

RUN = AttemptId("0b0f7b1e-0f5c-4c4b-9a51-6f1f5a8f0001")
GRAPH = {"1": {"class_type": "EmptyImage", "inputs": {}}}
STATS = {"system": {"comfyui_version": "0.3.64"}, "devices": [{"name": "cpu", "vram_total": 1, "vram_free": 1}]}
DONE = {"outputs": {}, "status": {"status_str": "success", "messages": []}}


class OddServer:
    """Answers each route with the scripted replies in turn; the last one stays."""

    def __init__(self, url: str) -> None:
        self.url = url
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
        self.on_socket: Callable[[WebSocket], Awaitable[None]] = stay

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


async def stay(connection: WebSocket) -> None:
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
        self.url = ""
        self.script = OddServer("")

    def fresh(self) -> OddServer:
        """Forgets the last test's script."""
        self.script = OddServer(self.url)
        return self.script

    async def http(self, request: Request) -> Response:
        return await self.script.http(request)

    async def ws(self, connection: WebSocket) -> None:
        await self.script.ws(connection)


@contextmanager
def serving(prefix: str = "", tls: Path | None = None) -> Iterator[Stage]:
    """The stage on a free port of loopback, in a thread; as behind a proxy, below a path, with a certificate."""
    stage = Stage()
    routes = [
        WebSocketRoute(f"{prefix}/ws", stage.ws),
        Route(prefix + "/{path:path}", stage.http, methods=["GET", "POST", "PATCH"]),
    ]
    config = uvicorn.Config(Starlette(routes=routes), ws="websockets-sansio", log_config=None, lifespan="off")
    if tls is not None:
        config.ssl_certfile, config.ssl_keyfile = tls.with_suffix(".pem"), tls.with_suffix(".key")
    config.timeout_graceful_shutdown = 1
    running = uvicorn.Server(config)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        scheme = "https" if tls else "http"
        stage.url = f"{scheme}://127.0.0.1:{listener.getsockname()[1]}{prefix}"
        thread = threading.Thread(target=lambda: asyncio.run(running.serve(sockets=[listener])), daemon=True)
        thread.start()
        yield stage
        running.should_exit = True
        thread.join(5)
