"""A server of language models that answers with recorded traffic, or with shapes of documents, over real HTTP."""

import json
import select
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

WIRE = Path(__file__).parent / "data" / "wire" / "llm"
CHAT = "/v1/chat/completions"


def recorded(number: str) -> dict[str, Any]:
    """The response of a recording."""
    found: dict[str, Any] = json.loads(next(WIRE.glob(f"{number}-*.json")).read_text("utf-8"))["response"]
    return found


def reply(status: int, body: Any) -> dict[str, Any]:
    return {"status": status, "body": body}


def stream(*blocks: str, pause_s: float = 0.0) -> dict[str, Any]:
    return {"status": 200, "events": [{"raw": block} for block in blocks], "pause_s": pause_s}


def chunk(content: str | None = None, end: str | None = None, **more: Any) -> str:
    delta = {} if content is None else {"content": content}
    choice = {"index": 0, "delta": delta | more, "finish_reason": end}
    return f"data: {json.dumps({'choices': [choice]})}"


def said(text: str, end: str = "stop") -> dict[str, Any]:
    """A whole answer."""
    return stream(chunk(text), chunk(end=end), "data: [DONE]")


def generic(*ids: str) -> dict[str, Any]:
    return reply(200, {"object": "list", "data": [{"id": one, "object": "model"} for one in ids]})


class LlmScript:
    """`chat` answers a question by its body; the other paths have one answer each, unknown ones a 404."""

    def __init__(self) -> None:
        self.url = ""
        self.paths: dict[str, Any] = {"/v1/models": generic("m")}
        self.chat: Callable[[dict[str, Any]], dict[str, Any]] = lambda _: said("Yes.")
        self.unknown = recorded("23")
        self.asked: list[dict[str, Any]] = []
        self.seen: list[tuple[str, Any]] = []
        self.tokens: list[str | None] = []
        self.hung_up = threading.Event()
        self.gone = False

    @property
    def pictures(self) -> int:
        return sum(isinstance(body["messages"][1]["content"], list) for body in self.asked)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    script: LlmScript

    def log_message(self, *_: object) -> None:
        """Quiet."""

    def do_GET(self) -> None:
        self._answer(None)

    def do_POST(self) -> None:
        raw = self.rfile.read(int(self.headers["Content-Length"]))
        self._answer(json.loads(raw))

    def _answer(self, body: Any) -> None:
        script = self.script
        if script.gone:
            self.connection.shutdown(socket.SHUT_RDWR)
            self.close_connection = True
            return
        script.seen.append((self.path, body))
        if self.path == CHAT:
            script.asked.append(body)
            script.tokens.append(self.headers.get("Authorization"))
            self._send(script.chat(body))
            return
        answer = script.paths.get(self.path, script.unknown)
        self._send(answer(body) if callable(answer) else answer)

    def _send(self, answer: dict[str, Any]) -> None:
        self.close_connection = True
        self.send_response(answer["status"])
        if "events" in answer:
            self.send_header("Content-Type", "text/event-stream")
            self.end_headers()
            self._stream(answer)
            return
        data = answer["body_text"].encode() if "body_text" in answer else json.dumps(answer["body"]).encode()
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def _stream(self, answer: dict[str, Any]) -> None:
        try:
            for event in answer["events"]:
                if event["raw"] == "hang":
                    self._hang()
                    return
                self.wfile.write(f"{event['raw']}\n\n".encode())
                self.wfile.flush()
                time.sleep(answer.get("pause_s", 0.0))
        except OSError:
            self.script.hung_up.set()

    def _hang(self) -> None:
        """Silent until the other side has closed, which is noticed."""
        self.wfile.flush()
        ready, _, _ = select.select([self.connection], [], [], 30)
        if ready:
            self.script.hung_up.set()


@contextmanager
def llm_server() -> Iterator[LlmScript]:
    """On a free port of loopback."""
    script = LlmScript()
    handler = type("Handler", (_Handler,), {"script": script})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    script.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield script
    finally:
        server.shutdown()
        server.server_close()
