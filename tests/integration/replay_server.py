"""A server that answers one prompt of ours with what a real ComfyUI was recorded to say of one of its own."""

import asyncio
import io
import json
from pathlib import Path
from typing import Any

from odd_server import OddServer, queue, stay
from PIL import Image
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.websockets import WebSocket

WIRE = Path(__file__).parents[1] / "data" / "wire"
_CLASSES = ("EmptyImage", "VQSleep", "SaveImage")


def transcript(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((WIRE / f"{name}.json").read_text("utf-8"))
    return found


def picture() -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (64, 64), (90, 60, 30)).save(buffer, "PNG")
    return buffer.getvalue()


class ReplayServer(OddServer):
    """`recorded` is the id of the prompt in the transcript; our own takes its place in all that is sent."""

    def __init__(self, url: str, name: str, recorded: str) -> None:
        super().__init__(url)
        self._recorded = recorded
        entries = transcript(name)
        self.messages = [
            entry["response"]
            for entry in entries
            if entry["kind"] == "ws" and entry["event"] == "message" and recorded in json.dumps(entry)
        ]
        self.record = next(
            entry["response"]
            for entry in entries
            if entry["kind"] == "http" and entry["request"]["path"] == f"/history/{recorded}" and entry["response"]
        )
        self.ours = ""
        self.posted = asyncio.Event()
        self.replied = asyncio.Event()
        self.told = asyncio.Event()
        self.asked = 0  # how often our record was asked for
        self.empty_first = 0  # so often it is not there yet
        self.slow_s = 0.0
        self.tells_before_reply = False
        self.tells_after_asked = 0
        self.on_socket = self._tell
        self.reply("GET", "/object_info", {each: {"input": {}} for each in _CLASSES})

    async def http(self, request: Request) -> Response:
        await asyncio.sleep(self.slow_s)
        path = request.url.path
        if (request.method, path) == ("POST", "/prompt"):
            return await self._take(await request.json())
        if self.ours and path == f"/history/{self.ours}":
            self.asked += 1
            return JSONResponse(self._as_ours(self.record) if self.asked > self.empty_first else {})
        if path == "/queue" and self.ours and self.asked <= self.empty_first:
            return JSONResponse(queue(running=(self.ours,)))
        if path == "/view":
            return Response(picture())
        return await super().http(request)

    async def _take(self, body: dict[str, Any]) -> Response:
        self.ours = body["prompt_id"]
        self.posted.set()
        if self.tells_before_reply:
            await self.told.wait()
        self.replied.set()
        return JSONResponse({"prompt_id": self.ours, "number": 1, "node_errors": {}})

    async def _tell(self, connection: WebSocket) -> None:
        await (self.posted if self.tells_before_reply else self.replied).wait()
        while self.asked < self.tells_after_asked:
            await asyncio.sleep(0.02)
        for message in self.messages:
            await connection.send_json(self._as_ours(message))
        self.told.set()
        await stay(connection)

    def _as_ours(self, value: Any) -> Any:
        return json.loads(json.dumps(value).replace(self._recorded, self.ours))
