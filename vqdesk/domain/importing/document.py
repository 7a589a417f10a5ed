"""ComfyUI's window format (version 0.4 and newer) as typed values; every malformed part is passed over.

Facts: root links are lists [id, from, slot, to, slot, type], those in subgraphs objects; in a subgraph the nodes
−10 and −20 stand for its own inputs and outputs.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from vqdesk.domain.errors import WorkflowInvalid

MUTED: Final = 2
BYPASSED: Final = 4

MAX_LINKS: Final = 200_000
"""Connections of one level; the largest workflows seen have a few hundred."""


@dataclass(frozen=True, slots=True)
class Slot:
    """An input or output of a node. `widget` is the name of the widget that an input replaces, or ""."""

    name: str
    type: str
    link: int | str | None = None
    widget: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Wire:
    """A link: from an output slot to an input slot."""

    source: str
    source_slot: int
    target: str
    target_slot: int


@dataclass(frozen=True, slots=True)
class UiNode:
    """A node as the window saved it. `named` is its own list of widget names and values, where it has one."""

    id: str
    type: str
    mode: int
    title: str
    inputs: tuple[Slot, ...]
    outputs: tuple[Slot, ...]
    values: Any
    named: Mapping[str, Any]
    properties: Mapping[str, Any]

    @property
    def pack(self) -> str:
        """The node pack as the file states it: registry id or repository, and version; "" when it does not."""
        name = self.properties.get("cnr_id") or self.properties.get("aux_id")
        if not isinstance(name, str) or not name:
            return ""
        version = self.properties.get("ver")
        return f"{name} {version}" if isinstance(version, str) and version else name


@dataclass(frozen=True, slots=True)
class UiGraph:
    """One level: the root, or the inside of a subgraph with the slots and node ids of its two ends."""

    nodes: Mapping[str, UiNode]
    wires: Mapping[int | str, Wire]
    inputs: tuple[Slot, ...] = ()
    outputs: tuple[Slot, ...] = ()
    input_node: str = "-10"
    output_node: str = "-20"


@dataclass(frozen=True, slots=True)
class GroupNode:
    """A group node's definition: `links` and `external` name its nodes by their place."""

    nodes: tuple[UiNode, ...]
    links: tuple[tuple[int, int, int, int], ...] = ()
    external: frozenset[tuple[int, int]] = frozenset()
    config: Mapping[str, Any] = field(default_factory=dict)

    def setting(self, node: int, side: str, name: str, key: str) -> Any:
        """What the user set for an input or output of an inner node; None for nothing."""
        of_node = _dict(self.config.get(str(node)))
        return _dict(_dict(of_node.get(side)).get(name)).get(key)


@dataclass(frozen=True, slots=True)
class UiDocument:
    """A whole file. `skipped` counts the nodes and links that could not be read.

    `broadcasts` are the links of “Anything Everywhere” as its pack wrote them down when the file was saved.
    """

    root: UiGraph
    definitions: Mapping[str, UiGraph] = field(default_factory=dict)
    models: tuple[Mapping[str, Any], ...] = ()
    skipped: int = 0
    groups: Mapping[str, GroupNode] = field(default_factory=dict)
    broadcasts: tuple[Wire, ...] = ()


def is_ui_document(document: Any) -> bool:
    """Whether this JSON value has the shape of the window format."""
    return isinstance(document, dict) and isinstance(document.get("nodes"), list)


def read_document(document: Mapping[str, Any]) -> UiDocument:
    """Reads a value that `is_ui_document`; it is not changed. Raises WorkflowInvalid when it is too large."""
    root, skipped = _read_graph(document)
    definitions = {}
    for one in _dicts(_dict(document.get("definitions")).get("subgraphs")):
        if isinstance(one.get("id"), str):
            definitions[one["id"]], lost = _read_graph(one)
            skipped += lost
    extra = _dict(document.get("extra"))
    groups = {
        name: _read_group(raw) for name, raw in _dict(extra.get("groupNodes")).items() if isinstance(raw, dict)
    }
    wires = (_read_broadcast(one) for one in _list(extra.get("ue_links"))[:MAX_LINKS])
    return UiDocument(
        root=root,
        definitions=definitions,
        models=tuple(_dicts(document.get("models"))),
        skipped=skipped,
        groups=groups,
        broadcasts=tuple(wire for wire in wires if wire),
    )


def model_entries(document: UiDocument) -> Iterator[Mapping[str, Any]]:
    """The entries about model files, of the document and of every node."""
    yield from document.models
    for graph in (document.root, *document.definitions.values()):
        for node in graph.nodes.values():
            yield from _dicts(node.properties.get("models"))


def _read_graph(raw: Mapping[str, Any]) -> tuple[UiGraph, int]:
    if len(_list(raw.get("links"))) > MAX_LINKS:
        raise WorkflowInvalid(
            "The workflow is too large.",
            f"It has {len(raw['links'])} connections, and {MAX_LINKS} is the limit.",
            "Import a part of it.",
        )
    nodes = [_read_node(one) for one in _list(raw.get("nodes"))]
    wires = [_read_wire(one) for one in _list(raw.get("links"))]
    graph = UiGraph(
        nodes={node.id: node for node in nodes if node},
        wires=dict(wire for wire in wires if wire),
        inputs=_slots(raw.get("inputs")),
        outputs=_slots(raw.get("outputs")),
        input_node=_id(_dict(raw.get("inputNode")).get("id")) or "-10",
        output_node=_id(_dict(raw.get("outputNode")).get("id")) or "-20",
    )
    return graph, nodes.count(None) + wires.count(None)


def _read_node(raw: Any) -> UiNode | None:
    if not isinstance(raw, dict) or not isinstance(raw.get("type"), str) or not _id(raw.get("id")):
        return None
    properties = _dict(raw.get("properties"))
    mode = raw.get("mode")
    title = raw.get("title") or properties.get("Node name for S&R") or raw["type"]
    return UiNode(
        id=_id(raw["id"]),
        type=raw["type"],
        mode=mode if isinstance(mode, int) else 0,
        title=str(title)[:200],
        inputs=_slots(raw.get("inputs")),
        outputs=_slots(raw.get("outputs")),
        values=raw.get("widgets_values"),
        named=_dict(raw.get("widgets_values_named")),
        properties=properties,
    )


def _read_wire(raw: Any) -> tuple[int | str, Wire] | None:
    keys = ("id", "origin_id", "origin_slot", "target_id", "target_slot")
    parts = [raw.get(key) for key in keys] if isinstance(raw, dict) else _list(raw)[:5]
    if len(parts) < 5 or not isinstance(parts[0], int | str):
        return None
    source, target = _id(parts[1]), _id(parts[3])
    source_slot, target_slot = _slot_number(parts[2]), _slot_number(parts[4])
    if not source or not target or source_slot is None or target_slot is None or source_slot < 0:
        return None
    return parts[0], Wire(source, source_slot, target, target_slot)


def _read_group(raw: Mapping[str, Any]) -> GroupNode:
    """Nodes by their place, whatever ids they were copied with; a node that cannot be read keeps its place."""
    read = [_read_node({**_dict(one), "id": n}) for n, one in enumerate(_list(raw.get("nodes")))]
    nodes = [node or UiNode(str(n), "", 0, "", (), (), None, {}, {}) for n, node in enumerate(read)]
    links = [_whole_numbers(one, 4) for one in _list(raw.get("links"))[:MAX_LINKS]]
    external = [_whole_numbers(one, 2) for one in _list(raw.get("external"))]
    return GroupNode(
        nodes=tuple(nodes),
        links=tuple((a, b, c, d) for a, b, c, d in filter(None, links) if a < len(nodes) and c < len(nodes)),
        external=frozenset((a, b) for a, b in filter(None, external)),
        config=_dict(raw.get("config")),
    )


def _whole_numbers(raw: Any, count: int) -> list[int] | None:
    """The first parts of a list; None unless all are places."""
    parts = _list(raw)[:count]
    is_right = len(parts) == count and all(type(part) is int and part >= 0 for part in parts)
    return parts if is_right else None


def _read_broadcast(raw: Any) -> Wire | None:
    one = _dict(raw)
    source, target = _id(one.get("upstream")), _id(one.get("downstream"))
    slots = _slot_number(one.get("upstream_slot")), _slot_number(one.get("downstream_slot"))
    if not source or not target or slots[0] is None or slots[1] is None or min(slots[0], slots[1]) < 0:
        return None
    return Wire(source, slots[0], target, slots[1])


def _slots(raw: Any) -> tuple[Slot, ...]:
    """Broken entries keep their place, because links count slots."""
    return tuple(_read_slot(one if isinstance(one, dict) else {}) for one in _list(raw))


def _read_slot(raw: Mapping[str, Any]) -> Slot:
    link, name, kind = raw.get("link"), raw.get("name"), raw.get("type")
    widget = raw.get("widget")
    widget_name = widget.get("name") if isinstance(widget, dict) else None
    label = raw.get("label")
    return Slot(
        name=name if isinstance(name, str) else "",
        type=kind if isinstance(kind, str) else "*",
        link=link if isinstance(link, int | str) else None,
        widget=widget_name if isinstance(widget_name, str) else "",
        label=label if isinstance(label, str) else "",
    )


def _id(value: Any) -> str:
    return str(value) if isinstance(value, int | str) and not isinstance(value, bool) else ""


def _slot_number(value: Any) -> int | None:
    """Some exporters write numbers as text."""
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 9:
        return int(value)
    return value if isinstance(value, int) else None


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _dict(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _dicts(value: Any) -> list[dict[str, Any]]:
    return [one for one in _list(value) if isinstance(one, dict)]
