"""Subgraphs unfolded: one level per instance, each knowing where it hangs."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from typing import Any, Final

from vqdesk.domain.errors import WorkflowInvalid
from vqdesk.domain.importing.document import BYPASSED, MUTED, UiDocument, UiGraph, UiNode, Wire
from vqdesk.domain.importing.notes import ImportNote, NoteKind

MAX_NODES: Final = 20_000
"""Nodes after unfolding; a small file of nested subgraphs can stand for millions."""

MAX_DEPTH: Final = 30


@dataclass(eq=False, slots=True)
class Level:
    """The root, or the inside of one instance. `path` holds the ids of the instances around it."""

    graph: UiGraph
    path: tuple[str, ...] = ()
    parent: "Level | None" = None
    host: UiNode | None = None
    inside: dict[str, "Level"] = field(default_factory=dict)
    out_wires: Mapping[int, Wire] = field(default_factory=dict)
    setters: Mapping[str, UiNode] = field(default_factory=dict)
    promoted: Mapping[str, Any] = field(default_factory=dict)

    def node_id(self, node: UiNode) -> str:
        """The id in the graph: "instance:inner", as ComfyUI's window builds it."""
        return ":".join((*self.path, node.id))


@dataclass(frozen=True, slots=True)
class Unfolded:
    """All levels from the root on, and the instances that could not be opened."""

    levels: tuple[Level, ...]
    notes: tuple[ImportNote, ...]

    def nodes(self) -> Iterator[tuple[Level, UiNode]]:
        """Every node of every level, instances included."""
        for level in self.levels:
            for node in level.graph.nodes.values():
                yield level, node


def unfold(document: UiDocument) -> Unfolded:
    """Opens all instances that are neither muted nor bypassed, within MAX_NODES and MAX_DEPTH.

    Raises WorkflowInvalid for a root that is larger than that.
    """
    count = len(document.root.nodes)
    if count > MAX_NODES:
        raise WorkflowInvalid(
            "The workflow is too large.",
            f"It has {count} nodes, and {MAX_NODES} is the limit.",
            "Import a part of it.",
        )
    levels, notes = [_level(document.root)], []
    leading = _leading_inputs(document.definitions)
    for level in levels:  # grows while it is walked
        for node in level.graph.nodes.values():
            inner = document.definitions.get(node.type)
            if inner is None or node.mode in (MUTED, BYPASSED):
                continue
            count += len(inner.nodes)
            if count > MAX_NODES or len(level.path) >= MAX_DEPTH:
                text = "The subgraph is nested too deep, or holds itself; it was left out."
                notes.append(ImportNote(NoteKind.BROKEN_WIRING, text, level.node_id(node), "subgraph", node.title))
                continue
            opened = _level(inner, (*level.path, node.id), level, node)
            opened.promoted = promoted_values(node, inner, leading[node.type])
            level.inside[node.id] = opened
            levels.append(opened)
    return Unfolded(tuple(levels), tuple(notes))


def _level(
    graph: UiGraph, path: tuple[str, ...] = (), parent: Level | None = None, host: UiNode | None = None
) -> Level:
    outs = {wire.target_slot: wire for wire in graph.wires.values() if wire.target == graph.output_node}
    setters: dict[str, UiNode] = {}
    for node in graph.nodes.values():
        if node.type == "SetNode" and isinstance(node.values, list) and node.values:
            setters.setdefault(str(node.values[0]), node)
    return Level(graph, path, parent, host, {}, outs, setters)


def promoted_values(node: UiNode, inner: UiGraph, leading: Set[int]) -> dict[str, Any]:
    """Values of an instance that win over those inside, by the subgraph's input name.

    With `proxyWidgets` the inner values are the live ones, but for entries of the node itself ("-1"). `leading`
    are the indexes of the subgraph's inputs that end at a widget.
    """
    values = node.values if isinstance(node.values, list) else []
    proxies = node.properties.get("proxyWidgets")
    if isinstance(proxies, list) and proxies:
        own = zip(proxies, values, strict=True) if len(proxies) == len(values) else ()
        return {
            str(proxy[1]): value
            for proxy, value in own
            if isinstance(proxy, list) and len(proxy) > 1 and str(proxy[0]) == "-1"
        }
    listed = [slot.name for slot in node.inputs if slot.widget]
    if len(node.named) == len(values):
        listed = list(node.named)
    elif len(listed) != len(values):
        listed = [slot.name for n, slot in enumerate(inner.inputs) if n in leading]
    return dict(zip(listed, values, strict=False))


def _leading_inputs(definitions: Mapping[str, UiGraph]) -> dict[str, set[int]]:
    """For every subgraph the indexes of its inputs that end, also through nested ones, at a widget."""
    leading: dict[str, set[int]] = {name: set() for name in definitions}
    for _ in range(MAX_DEPTH):
        grown = False
        for name, inner in definitions.items():
            found = {
                wire.source_slot for wire in inner.wires.values() if _leads(wire, inner, definitions, leading)
            }
            grown = grown or found != leading[name]
            leading[name] = found
        if not grown:
            break
    return leading


def _leads(
    wire: Wire, inner: UiGraph, definitions: Mapping[str, UiGraph], leading: Mapping[str, set[int]]
) -> bool:
    target = inner.nodes.get(wire.target)
    if wire.source != inner.input_node or target is None or not 0 <= wire.target_slot < len(target.inputs):
        return False
    slot = target.inputs[wire.target_slot]
    if slot.widget or target.type not in definitions:
        return bool(slot.widget)
    names = [one.name for one in definitions[target.type].inputs]
    return slot.name in names and names.index(slot.name) in leading[target.type]
