"""Answers like a server of language models, for pictures of the window; what it says stands here in order."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

_PATIENCE_S = 120.0
_THINKS_S = 0.5
_CAPTIONS = (
    "A dandelion clock stands before a meadow full of others, the low sun behind it.",
    "Half a fig lies in a red wooden bowl on rough concrete, its shadow hard and long.",
    "A stream falls over pale rocks through a green forest in soft shade.",
    "The sun touches distant hills; before it a stone table on a grassy summit.",
    "A trodden path leads over a meadow to grey peaks with snow, one white cloud above.",
    "Two brown spaniels lean out of the window of a white wooden house.",
)
_MOTION = (
    (
        "A light wind bends the stalk; a few seeds come loose. Slow push in.",
        "The seeds drift away into the light.",
    ),
    (
        "The shadow creeps over the bowl. The camera circles a little left.",
        "It rises until it looks straight down.",
    ),
    (
        "Water runs down the steps without a pause. Low glide upstream.",
        "It stops; leaves fall on the water.",
    ),
    ("The sun sinks, its rays grow longer. Still camera.", "The hills turn blue; a bird crosses from the left."),
    (
        "The cloud passes over the ridge. Walking pace along the path.",
        "It tilts up to the snow and holds.",
    ),
    ("The upper dog looks down, its ears swing. Still camera.", "Both turn to the right as if they were called."),
)


class ScriptedModel:
    """`url` says where; from `hold` until `let_go` it thinks."""

    def __init__(self) -> None:
        self.url = ""
        self._asked = {"captions": 0, "motion": 0}
        self._left = len(_MOTION)
        self._free = threading.Event()
        self._free.set()

    def hold(self, after_motion: int) -> None:
        """Answers so many motion prompts more, then waits."""
        self._left = after_motion
        self._free.clear()

    def let_go(self) -> None:
        """Answers everything."""
        self._free.set()

    def answer(self, body: dict[str, Any]) -> str:
        """The next caption, or the next motion prompts, after a while."""
        time.sleep(_THINKS_S)
        if isinstance(body["messages"][-1]["content"], list):
            return _CAPTIONS[self._next("captions")]
        at = self._next("motion")
        if at >= self._left:
            self._free.wait(_PATIENCE_S)
        return json.dumps({"clips": _MOTION[at]})

    def _next(self, kind: str) -> int:
        at = self._asked[kind]
        self._asked[kind] += 1
        return at % len(_CAPTIONS)


class _Handler(BaseHTTPRequestHandler):
    model: ScriptedModel

    def log_message(self, *_: object) -> None:
        """Says nothing in the terminal."""

    def do_GET(self) -> None:
        """The list of models."""
        if self.path != "/v1/models":
            self.send_error(404)
            return
        self._send("application/json", json.dumps({"object": "list", "data": [{"id": "vision"}, {"id": "text"}]}))

    def do_POST(self) -> None:
        """A streamed answer."""
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        text = {"delta": {"content": self.model.answer(body)}, "finish_reason": None}
        parts = [json.dumps({"choices": [choice]}) for choice in (text, {"delta": {}, "finish_reason": "stop"})]
        self._send("text/event-stream", "".join(f"data: {part}\n\n" for part in (*parts, "[DONE]")))

    def _send(self, kind: str, text: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(text.encode())


@contextmanager
def scripted_model() -> Iterator[ScriptedModel]:
    """Listens on this computer only."""
    model = ScriptedModel()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"model": model}))
    server.daemon_threads = True
    model.url = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield model
    finally:
        model.let_go()
        server.shutdown()
        server.server_close()
