"""HTTP and WebSocket routes of the engine, as recorded from ComfyUI 0.3.64; all exist under /api too."""

import os
import platform
import sys
import time
import uuid
from collections.abc import Mapping
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount, Route, WebSocketRoute
from starlette.websockets import WebSocket

import vqdesk
from vqdesk.adapters.builtin.catalog import Description, with_choices
from vqdesk.adapters.builtin.executor import Executor
from vqdesk.adapters.builtin.files import FileRoutes
from vqdesk.adapters.builtin.guard import Guard, TooLarge
from vqdesk.adapters.builtin.hub import FEATURES, Hub
from vqdesk.adapters.builtin.nodes import node_classes
from vqdesk.adapters.builtin.nodes.base import NodeClass
from vqdesk.adapters.builtin.options import EngineOptions
from vqdesk.adapters.builtin.replies import json_reply, server_error, too_large
from vqdesk.adapters.builtin.storage import Storage
from vqdesk.adapters.builtin.validation import NO_PROMPT, Validator
from vqdesk.adapters.builtin.waiting import History, PromptQueue, QueuedPrompt

PROTOCOL_VERSION = "0.3.64"
BAD_REQUESTS = (ValueError, TypeError, KeyError, AttributeError, OSError)
"""What odd bodies and files end in. Anything else is a bug of ours and is logged as one."""


class EngineServer:
    """All parts of a running engine, and the handlers of its routes."""

    def __init__(self, storage: Storage, options: EngineOptions) -> None:
        self.hub = Hub()
        self.queue = PromptQueue(self._tell_status)
        self.history = History()
        self.executor = Executor(self.queue, self.history, self.hub, storage, options)
        self.last_request = time.monotonic()
        self._storage = storage
        self._view_delay_s = options.view_delay_s
        self._classes: Mapping[str, NodeClass] = node_classes(options.test_nodes)
        self._validator = Validator(self._classes, storage)
        self._number = 0
        self.executor.start(self._classes)

    def app(self, token: str) -> Guard:
        """The ASGI application."""
        routes = self._routes()
        both: list[BaseRoute] = [*routes, Mount("/api", routes=routes)]
        handlers: dict[Any, Any] = {404: _empty, TooLarge: too_large, **dict.fromkeys(BAD_REQUESTS, server_error)}
        return Guard(Starlette(routes=both, exception_handlers=handlers), token, self._note_request)

    @property
    def is_idle(self) -> bool:
        return not self.hub.client_count and not self.queue.remaining

    def _routes(self) -> list[BaseRoute]:
        return [
            Route("/system_stats", self.system_stats),
            Route("/features", self.features),
            Route("/object_info", self.object_info),
            Route("/object_info/{name}", self.object_info),
            Route("/prompt", self.queue_length, methods=["GET"]),
            Route("/prompt", self.post_prompt, methods=["POST"]),
            Route("/queue", self.get_queue, methods=["GET"]),
            Route("/queue", self.post_queue, methods=["POST"]),
            Route("/history", self.get_history, methods=["GET"]),
            Route("/history", self.post_history, methods=["POST"]),
            Route("/history/{prompt_id:path}", self.get_history_record),
            Route("/interrupt", self.interrupt, methods=["POST"]),
            Route("/free", self.free, methods=["POST"]),
            *FileRoutes(self._storage, self._view_delay_s).routes(),
            WebSocketRoute("/ws", self.websocket),
            Route("/ws", _upgrade_wanted),
        ]

    def _note_request(self) -> None:
        self.last_request = time.monotonic()

    def _exec_state(self) -> dict[str, Any]:
        return {"exec_info": {"queue_remaining": self.queue.remaining}}

    def _tell_status(self) -> None:
        self.hub.publish("status", {"status": self._exec_state()})

    async def websocket(self, socket: WebSocket) -> None:
        await self.hub.serve(socket, self._greet)

    def _greet(self, sid: str) -> list[tuple[str, dict[str, Any]]]:
        messages: list[tuple[str, dict[str, Any]]] = [("status", {"status": self._exec_state(), "sid": sid})]
        node_id = self.executor.current_node(sid)
        if node_id is not None:
            messages.append(("executing", {"node": node_id}))
        return messages

    async def system_stats(self, _request: Request) -> Response:
        total, free = _memory()
        system = {
            "os": os.name,
            "ram_total": total,
            "ram_free": free,
            "comfyui_version": PROTOCOL_VERSION,
            "vqdesk_engine": vqdesk.__version__,
            "python_version": sys.version,
            "pytorch_version": "",
            "embedded_python": False,
            "argv": ["vqdesk", "engine"],
        }
        device = {
            "name": f"cpu ({platform.machine()})",
            "type": "cpu",
            "index": None,
            "vram_total": total,
            "vram_free": free,
            "torch_vram_total": total,
            "torch_vram_free": free,
        }
        return json_reply({"system": system, "devices": [device]})

    async def features(self, _request: Request) -> Response:
        return json_reply(FEATURES)

    async def object_info(self, request: Request) -> Response:
        """All classes, or one; an unknown class is an empty object."""
        wanted = request.path_params.get("name")
        names = [name for name in self._classes if wanted in (None, name)]
        return json_reply({name: self._describe(self._classes[name]) for name in names})

    def _describe(self, node_class: NodeClass) -> Description:
        if not node_class.choices_media:
            return node_class.description
        choices = self._storage.listing(node_class.choices_media)
        return with_choices(node_class.description, node_class.checked_input, choices)

    async def queue_length(self, _request: Request) -> Response:
        return json_reply(self._exec_state())

    async def post_prompt(self, request: Request) -> Response:
        """Queues a graph. Malformed bodies raise, which is the recorded 500."""
        body = await request.json()
        body = body if isinstance(body, dict) else {}
        number = self._take_number(body)
        if "prompt" not in body:
            return json_reply({"error": NO_PROMPT, "node_errors": {}}, 400)
        graph = body["prompt"]
        if not isinstance(graph, dict | list) or (isinstance(graph, list) and graph):
            raise TypeError("prompt is not a graph")
        prompt_id = str(body["prompt_id"]) if "prompt_id" in body else str(uuid.uuid4())
        extra_data = dict(body.get("extra_data", {}))
        if "client_id" in body:
            extra_data["client_id"] = body["client_id"]
        graph = dict(graph)
        verdict = self._validator.check(graph, body.get("partial_execution_targets"))
        if verdict.error is not None:
            return json_reply({"error": verdict.error, "node_errors": verdict.node_errors}, 400)
        self.queue.put(QueuedPrompt(number, prompt_id, graph, extra_data, verdict.outputs))
        return json_reply({"prompt_id": prompt_id, "number": number, "node_errors": verdict.node_errors})

    def _take_number(self, body: dict[str, Any]) -> float:
        if "number" in body:
            return float(body["number"])
        number = self._number
        self._number += 1
        return -number if body.get("front") else number

    async def get_queue(self, _request: Request) -> Response:
        running = self.queue.running
        pending = [prompt.as_list() for prompt in self.queue.waiting()]
        return json_reply({"queue_running": [running.as_list()] if running else [], "queue_pending": pending})

    async def post_queue(self, request: Request) -> Response:
        body = await request.json()
        if body.get("clear"):
            self.queue.clear()
        self.queue.delete(body.get("delete", []))
        return Response()

    async def get_history(self, request: Request) -> Response:
        query = request.query_params
        max_items = int(query["max_items"]) if "max_items" in query else None
        return json_reply(self.history.some(max_items, int(query.get("offset", -1))))

    async def get_history_record(self, request: Request) -> Response:
        return json_reply(self.history.one(request.path_params["prompt_id"]))

    async def post_history(self, request: Request) -> Response:
        body = await request.json()
        if body.get("clear"):
            self.history.clear()
        self.history.delete(body.get("delete", []))
        return Response()

    async def interrupt(self, request: Request) -> Response:
        """Stops the running prompt; with `prompt_id` only that one."""
        try:
            body = await request.json()
        except ValueError:
            body = {}
        self.executor.interrupt(body.get("prompt_id") if isinstance(body, dict) else None)
        return Response()

    async def free(self, request: Request) -> Response:
        body = await request.json()
        if body.get("free_memory"):
            self.executor.forget_results()
        return Response()


async def _empty(_request: Request, _error: HTTPException) -> Response:
    return Response(status_code=404)


async def _upgrade_wanted(_request: Request) -> Response:
    return PlainTextResponse('No WebSocket UPGRADE hdr: None\n Can "Upgrade" only to "WebSocket".', 400)


def _memory() -> tuple[int, int]:
    """Bytes of memory in all and free; 0 where the platform does not say."""
    try:
        page = os.sysconf("SC_PAGE_SIZE")
        return page * os.sysconf("SC_PHYS_PAGES"), page * os.sysconf("SC_AVPHYS_PAGES")
    except (AttributeError, OSError, ValueError):
        return 0, 0
