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
class UiDocument:
    """A whole file. `skipped` counts the nodes and links that could not be read."""

    root: UiGraph
    definitions: Mapping[str, UiGraph] = field(default_factory=dict)
    models: tuple[Mapping[str, Any], ...] = ()
    skipped: int = 0


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
    return UiDocument(root, definitions, tuple(_dicts(document.get("models"))), skipped)


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


def _slots(raw: Any) -> tuple[Slot, ...]:
    """Broken entries keep their place, because links count slots."""
    return tuple(_read_slot(one if isinstance(one, dict) else {}) for one in _list(raw))


def _read_slot(raw: Mapping[str, Any]) -> Slot:
    link, name, kind = raw.get("link"), raw.get("name"), raw.get("type")
    widget = raw.get("widget")
    widget_name = widget.get("name") if isinstance(widget, dict) else None
    return Slot(
        name=name if isinstance(name, str) else "",
        type=kind if isinstance(kind, str) else "*",
        link=link if isinstance(link, int | str) else None,
        widget=widget_name if isinstance(widget_name, str) else "",
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
