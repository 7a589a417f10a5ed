"""Questions about a graph that the form's draft asks: who feeds whom, where a value really stands."""

import math
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, NamedTuple

from vqdesk.domain.graph import is_link, links
from vqdesk.domain.importing.classes import Catalog, InputSpec, inputs_of, is_model_name
from vqdesk.domain.job import Graph

_VALUE_TYPES: Final = ("INT", "FLOAT", "STRING", "BOOLEAN", "COMBO", "*")
_MAX_WHOLE: Final = 2**64


class Place(NamedTuple):
    """An input that holds a plain value."""

    node: str
    field: str

    @property
    def binding(self) -> str:
        return f"{self.node}.{self.field}"


@dataclass(frozen=True)
class GraphView:
    """A sound graph with the catalogue's knowledge of its classes. Nothing here changes it."""

    graph: Graph
    catalog: Catalog

    @cached_property
    def _specs(self) -> dict[str, dict[str, InputSpec]]:
        classes = {node["class_type"] for node in self.graph.values()}
        return {kind: {spec.name: spec for spec in inputs_of(self.catalog, kind) or ()} for kind in classes}

    @cached_property
    def consumers(self) -> dict[str, list[Place]]:
        """Node → the inputs that take one of its outputs."""
        found: dict[str, list[Place]] = {}
        for link in links(self.graph):
            found.setdefault(link.source, []).append(Place(link.node, link.field))
        return found

    def knows(self, node_id: str) -> bool:
        return self.graph[node_id]["class_type"] in self.catalog

    def spec(self, place: Place) -> InputSpec | None:
        """What the catalogue says of an input, None when it says nothing."""
        specs = self._specs[self.graph[place.node]["class_type"]]
        head, dot, _ = place.field.rpartition(".")
        if place.field in specs or not dot:
            return specs.get(place.field)
        choice = self.spec(Place(place.node, head))  # a field that a dynamic choice brings
        brought = choice.chosen_inputs(self.value(Place(place.node, head))) if choice else ()
        return next((one for one in brought if one.name == place.field), None)

    def value(self, place: Place) -> Any:
        return self.graph[place.node]["inputs"].get(place.field)

    def title(self, node_id: str) -> str:
        """The title that the author gave the node, else the class's in the window."""
        kind = self.graph[node_id]["class_type"]
        title = self.graph[node_id].get("_meta", {}).get("title") or kind
        if title == kind:
            title = self.catalog.get(kind, {}).get("display_name") or kind
        return " ".join(str(title).split()) or node_id

    def holds_value(self, node_id: str) -> bool:
        """Whether a node is only there to hold one number, text or switch for others."""
        held = self.constants(node_id)
        if len(self.graph[node_id]["inputs"]) != 1 or len(held) != 1 or node_id not in self.consumers:
            return False
        entry = self.catalog.get(self.graph[node_id]["class_type"])
        if entry is None:
            return not is_model_name(self.value(held[0]))
        return all(isinstance(kind, list) or kind in _VALUE_TYPES for kind in entry.get("output") or ())

    def constants(self, node_id: str) -> list[Place]:
        """The inputs of a node that hold plain values."""
        inputs = self.graph[node_id]["inputs"]
        return [Place(node_id, name) for name, value in inputs.items() if is_plain(value)]

    def sources(self, node_id: str, fields: Iterable[str] | None = None) -> list[str]:
        """The nodes that feed a node, by all its inputs or the named ones."""
        inputs = self.graph[node_id]["inputs"]
        names = inputs if fields is None else [name for name in fields if name in inputs]
        return [inputs[name][0] for name in names if is_link(inputs[name])]

    def origin(self, place: Place) -> Place | None:
        """Where the value of an input stands: there, or in a node that holds a value and nothing else.

        None when it is computed.
        """
        while is_link(value := self.value(place)):
            if not self.holds_value(value[0]):
                return None
            place = self.constants(value[0])[0]
        return place if is_plain(value) else None

    def upstream(self, ends: Iterable[str]) -> set[str]:
        """These nodes and everything that they need."""
        found: set[str] = set()
        waiting = [end for end in ends if end in self.graph]
        while waiting:
            node_id = waiting.pop()
            if node_id not in found:
                found.add(node_id)
                waiting += self.sources(node_id)
        return found

    def downstream(self, start: str) -> Iterator[Place]:
        """The inputs that a node's outputs reach, nearest first."""
        waiting, seen = deque([start]), {start}
        while waiting:
            for place in self.consumers.get(waiting.popleft(), ()):
                yield place
                if place.node not in seen:
                    seen.add(place.node)
                    waiting.append(place.node)

    @cached_property
    def ranks(self) -> dict[str, int]:
        """Node → how many nodes at most lie before it; a later stage of a chain has a higher rank."""
        ranks: dict[str, int] = {}
        for start in self.graph:
            waiting = [start]
            while waiting:
                node_id = waiting[-1]
                before = self.sources(node_id)
                missing = [source for source in before if source not in ranks]
                if missing:
                    waiting += missing
                    continue
                ranks[node_id] = 1 + max((ranks[source] for source in before), default=-1)
                waiting.pop()
        return ranks


def is_plain(value: Any) -> bool:
    """Whether a value can stand in a form: text, a switch, or a number that every reader can hold."""
    if isinstance(value, float):
        return math.isfinite(value)
    return isinstance(value, str) or (isinstance(value, int) and abs(value) <= _MAX_WHOLE)
