"""Where an input's value really comes from: through subgraphs, reroutes, set and get, bypassed nodes."""

from dataclasses import dataclass
from typing import Any, Final

from vqdesk.domain.importing.document import BYPASSED, MUTED, Slot, UiNode
from vqdesk.domain.importing.levels import Level

NOTES: Final = frozenset({"Note", "MarkdownNote", "Label (rgthree)", "Bookmark (rgthree)"})
REROUTES: Final = frozenset({"Reroute", "Reroute (rgthree)", "ReroutePrimitive|pysssss"})
VIRTUAL: Final = NOTES | REROUTES | {"PrimitiveNode", "GetNode", "SetNode"}
"""Classes that exist only in ComfyUI's window; a server knows none of them."""


@dataclass(frozen=True, slots=True)
class Source:
    """An output of a node that the server runs."""

    node_id: str
    slot: int


@dataclass(frozen=True, slots=True)
class Constant:
    """A value held by a primitive or by an instance of a subgraph."""

    value: Any


class BrokenWiring(Exception):
    """A connection that leads nowhere, or in a circle; the text says how."""


@dataclass(frozen=True, slots=True)
class _At:
    """A place on the way up: an input slot, or (`is_output`) an output slot of a node."""

    level: Level
    node: UiNode
    slot: int
    is_output: bool = False


Found = Source | Constant | None
_Key = tuple[int, str, int, bool, str]


class Wiring:
    """Answers what feeds an input; remembers every step, so that long chains are walked once."""

    def __init__(self) -> None:
        self._known: dict[_Key, Found | BrokenWiring] = {}

    def resolve(self, level: Level, node: UiNode, slot: int) -> Found:
        """A node's output, a value, or nothing (not connected, or only to something muted).

        Raises BrokenWiring.
        """
        wanted = node.inputs[slot].type
        walked: dict[_Key, None] = {}
        end = self._walk(_At(level, node, slot), wanted, walked)
        self._known.update(dict.fromkeys(walked, end))
        if isinstance(end, BrokenWiring):
            raise end
        return end

    def _walk(self, start: _At, wanted: str, walked: dict[_Key, None]) -> Found | BrokenWiring:
        at: _At | Found = start
        while isinstance(at, _At):
            key = (id(at.level), at.node.id, at.slot, at.is_output, wanted)
            if key in self._known:
                return self._known[key]
            if key in walked:
                return BrokenWiring("its connection runs in a circle")
            walked[key] = None
            try:
                at = _from_output(at, wanted) if at.is_output else _from_input(at)
            except BrokenWiring as error:
                return error
        return at


def _from_input(at: _At) -> _At | Found:
    """One step up from an input slot."""
    if not 0 <= at.slot < len(at.node.inputs):
        return None
    link = at.node.inputs[at.slot].link
    if link is None:
        return None
    wire = at.level.graph.wires.get(link)
    if wire is None:
        raise BrokenWiring(f"its connection {link} is not in the file")
    if wire.source == at.level.graph.input_node and at.level.host:
        return _out_of_subgraph(at.level, wire.source_slot)
    source = at.level.graph.nodes.get(wire.source)
    if source is None:
        raise BrokenWiring(f"it is connected to node {wire.source}, which is not in the file")
    return _At(at.level, source, wire.source_slot, is_output=True)


def _out_of_subgraph(level: Level, index: int) -> _At | Found:
    """From a subgraph's own input to what is connected to the instance, or to the value it holds."""
    host, outer = level.host, level.parent
    if host is None or outer is None or index >= len(level.graph.inputs):
        raise BrokenWiring(f"its subgraph has no input {index + 1}")
    name = level.graph.inputs[index].name
    place = next((n for n, slot in enumerate(host.inputs) if slot.name == name), None)
    if place is not None and host.inputs[place].link is not None:
        return _At(outer, host, place)
    return Constant(level.promoted[name]) if name in level.promoted else None


def _from_output(at: _At, wanted: str) -> _At | Found:
    """One step up from an output slot; ends at a node that the server runs."""
    node = at.node
    if node.mode == MUTED:
        return None
    if node.mode == BYPASSED:
        place = _way_past(node, at.slot, wanted)
        return None if place is None else _At(at.level, node, place)
    if node.type in REROUTES:
        return _At(at.level, node, 0)
    if node.type in ("PrimitiveNode", "Seed Everywhere"):
        return Constant(node.values[0]) if isinstance(node.values, list) and node.values else None
    if node.type == "GetNode":
        return _setter(at.level, node)
    if node.type == "SetNode":
        return _At(at.level, node, 0)
    inside = at.level.inside.get(node.id)
    return _into_subgraph(inside, at) if inside else Source(at.level.node_id(node), at.slot)


def _into_subgraph(inside: Level, at: _At) -> _At | Found:
    wire = inside.out_wires.get(at.slot)
    if wire is None:
        return None
    if wire.source == inside.graph.input_node:
        return _out_of_subgraph(inside, wire.source_slot)
    inner = inside.graph.nodes.get(wire.source)
    return _At(inside, inner, wire.source_slot, is_output=True) if inner else None


def _setter(level: Level, getter: UiNode) -> _At:
    name = str(getter.values[0]) if isinstance(getter.values, list) and getter.values else ""
    place: Level | None = level
    while place:
        if name in place.setters:
            return _At(place, place.setters[name], 0)
        place = place.parent
    raise BrokenWiring(f"nothing sets “{name}”, which it gets")


def _way_past(node: UiNode, slot: int, wanted: str) -> int | None:
    """The input that a bypassed node hands on at an output: its own place, an equal type, a fitting type."""
    slots = node.inputs
    given = node.outputs[slot].type if slot < len(node.outputs) else wanted
    if wanted in ("*", ""):
        return (slot if slot < len(slots) else 0) if slots else None

    def fits(one: Slot) -> bool:
        return _connects(one.type, given) and _connects(one.type, wanted)

    if slot < len(slots) and fits(slots[slot]):
        return slot
    same = [n for n, one in enumerate(slots) if one.type == wanted]
    return next(iter(same or [n for n, one in enumerate(slots) if fits(one)]), None)


def _connects(one: str, other: str) -> bool:
    """ComfyUI's rule: "*" goes with everything, a list of types with each of them."""
    if one in ("*", "") or other in ("*", ""):
        return True
    return bool({part.strip().lower() for part in one.split(",")} & set(other.lower().split(",")))
