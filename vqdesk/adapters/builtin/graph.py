"""Order of execution and content signatures of a graph."""

import hashlib
import json
from collections.abc import Callable, Mapping
from typing import Any

from vqdesk.adapters.builtin.waiting import Graph


def is_link(value: Any) -> bool:
    """Whether an input value is [node id, slot]."""
    if not isinstance(value, list) or len(value) != 2:
        return False
    return isinstance(value[0], str) and isinstance(value[1], int | float)


def inputs_of(node: Mapping[str, Any]) -> dict[str, Any]:
    """Inputs of a node; a node that no output needs may lack them, as nobody has checked it."""
    inputs = node.get("inputs")
    return inputs if isinstance(inputs, dict) else {}


def links_of(node: Mapping[str, Any]) -> list[str]:
    """Ids of the nodes that a node takes its inputs from."""
    return [value[0] for value in inputs_of(node).values() if is_link(value)]


def signatures(graph: Graph, fingerprint: Callable[[str], Any]) -> dict[str, str]:
    """For each node a hash of its class, its values and all it depends on; node ids do not matter.

    `fingerprint(node id)` stands for what the values do not say, such as the content of a file.
    """
    known: dict[str, str] = {}

    def sign(node_id: str) -> str:
        if node_id not in known:
            node = graph[node_id]
            known[node_id] = ""  # a cycle among nodes that no output needs must not recurse for ever
            inputs = [
                (name, [sign(value[0]) if value[0] in graph else "", value[1]] if is_link(value) else value)
                for name, value in sorted(inputs_of(node).items())
            ]
            text = json.dumps([node["class_type"], fingerprint(node_id), inputs], default=str)
            known[node_id] = hashlib.blake2b(text.encode(), digest_size=16).hexdigest()
        return known[node_id]

    return {node_id: sign(node_id) for node_id in graph}


class ExecutionOrder:
    """Hands out nodes whose inputs are ready; outputs first, then those next to an output.

    The order is the one that ComfyUI 0.3.64 shows in its messages.
    """

    def __init__(self, graph: Graph, outputs: list[str], is_done: Callable[[str], bool]) -> None:
        self._graph = graph
        self._pending: dict[str, set[str]] = {}
        for output in outputs:
            self._add(output, is_done)

    def _add(self, output: str, is_done: Callable[[str], bool]) -> None:
        stack = [output]
        while stack:
            node_id = stack.pop()
            if node_id in self._pending:
                continue
            needs = [link for link in links_of(self._graph[node_id]) if not is_done(link)]
            self._pending[node_id] = set(needs)
            stack.extend(needs)

    def take(self, is_output: Callable[[str], bool]) -> str | None:
        """The next node, None when all have been taken. `complete` must follow before the next call."""
        ready = [node_id for node_id, needs in self._pending.items() if not needs]
        if not ready:
            return None
        for depth in range(3):
            for node_id in ready:
                if any(is_output(end) for end in self._after(node_id, depth)):
                    return node_id
        return ready[0]

    def _after(self, node_id: str, depth: int) -> list[str]:
        ends = [node_id]
        for _ in range(depth):
            ends = [other for end in ends for other, needs in self._pending.items() if end in needs]
        return ends

    def complete(self, node_id: str) -> None:
        """Marks a taken node as done."""
        del self._pending[node_id]
        for needs in self._pending.values():
            needs.discard(node_id)
