"""One run of a prompt as its clients see it: the messages, their order and who gets which."""

import time
from collections.abc import Callable
from typing import Any

from vqdesk.adapters.builtin.frames import Picture
from vqdesk.adapters.builtin.hub import Hub, Preview
from vqdesk.adapters.builtin.nodes.base import Interrupted
from vqdesk.adapters.builtin.pictures import preview_jpeg
from vqdesk.adapters.builtin.waiting import QueuedPrompt

PREVIEW_INTERVAL_S = 0.125


class Run:
    """Reports of the running prompt. Used by the executor's thread; `interrupt` comes from another."""

    def __init__(self, prompt: QueuedPrompt, hub: Hub) -> None:
        self.prompt_id = prompt.prompt_id
        self.client_id: str | None = prompt.extra_data.get("client_id")
        self.messages: list[tuple[str, dict[str, Any]]] = []
        self.current_node: str | None = None
        self._hub = hub
        self._nodes: dict[str, dict[str, Any]] = {}
        self._is_interrupted = False
        self._last_preview = 0.0

    def interrupt(self) -> None:
        """Asks the running node to stop at its next report."""
        self._is_interrupted = True

    def check(self) -> None:
        """Raises Interrupted after `interrupt`."""
        if self._is_interrupted:
            raise Interrupted

    def announce(self, event: str, data: dict[str, Any], is_broadcast: bool = False) -> None:
        """A message that also goes into the history record."""
        data = {"prompt_id": self.prompt_id, **data, "timestamp": int(time.time() * 1000)}
        self.messages.append((event, data))
        if self.client_id is not None or is_broadcast:
            self._hub.publish(event, data, self.client_id)

    def start_node(self, node_id: str) -> None:
        self.current_node = node_id
        self._set_state(node_id, "running", 0.0, 1.0)
        self._tell("executing", {"node": node_id, "display_node": node_id, "prompt_id": self.prompt_id})

    def show_output(self, node_id: str, shown: dict[str, Any] | None) -> None:
        """The `executed` message of a node with results to show."""
        data = {"node": node_id, "display_node": node_id, "output": shown, "prompt_id": self.prompt_id}
        self._tell("executed", data)

    def finish_node(self, node_id: str) -> None:
        state = self._nodes.get(node_id, {"value": 1, "max": 1})
        self._set_state(node_id, "finished", state["max"], state["max"])

    def end(self) -> None:
        """The last message of a run."""
        self._tell("executing", {"node": None, "prompt_id": self.prompt_id})

    def progress(self, value: int, total: int, picture: Callable[[], Picture] | None = None) -> None:
        """Progress of the running node, with a preview now and then. Raises Interrupted."""
        self.check()
        node_id = self.current_node or ""
        self._set_state(node_id, "running", value, total)
        if picture is not None:
            self._preview(node_id, picture)
        data = {"value": value, "max": total, "prompt_id": self.prompt_id, "node": node_id}
        self._hub.publish("progress", data, self.client_id)

    def _preview(self, node_id: str, picture: Callable[[], Picture]) -> None:
        now = time.monotonic()
        if now - self._last_preview < PREVIEW_INTERVAL_S or not self._hub.is_connected(self.client_id):
            return
        self._last_preview = now
        metadata = {**self._names(node_id), "image_type": "image/jpeg"}
        self._hub.publish_preview(Preview(preview_jpeg(picture()), metadata), self.client_id)

    def _names(self, node_id: str) -> dict[str, Any]:
        return {
            "node_id": node_id,
            "prompt_id": self.prompt_id,
            "display_node_id": node_id,
            "parent_node_id": None,
            "real_node_id": node_id,
        }

    def _set_state(self, node_id: str, state: str, value: float, total: float) -> None:
        self._nodes[node_id] = {"value": value, "max": total, "state": state, **self._names(node_id)}
        data = {"prompt_id": self.prompt_id, "nodes": self._nodes}
        self._hub.publish("progress_state", data, self.client_id)

    def _tell(self, event: str, data: dict[str, Any]) -> None:
        if self.client_id is not None:
            self._hub.publish(event, data, self.client_id)
