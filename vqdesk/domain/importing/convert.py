"""ComfyUI's window format → a graph in API format, by a server's catalogue of classes.

The steps are those of ComfyUI's own window when it queues (its `graphToPrompt`), from a file instead of a canvas.
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from vqdesk.domain.graph import is_link, structure_faults
from vqdesk.domain.importing.broadcasts import BROADCASTERS, with_broadcasts
from vqdesk.domain.importing.classes import MISFIT, Catalog, InputSpec, inputs_of
from vqdesk.domain.importing.document import BYPASSED, MUTED, UiDocument, UiNode, model_entries
from vqdesk.domain.importing.groups import is_group, open_groups
from vqdesk.domain.importing.levels import Level, unfold
from vqdesk.domain.importing.notes import ImportNote, ModelFile, NoteKind
from vqdesk.domain.importing.widgets import read_values
from vqdesk.domain.importing.wiring import VIRTUAL, BrokenWiring, Constant, Source, Wiring
from vqdesk.domain.job import Graph

_SHOWN_VALUES = 3
_UNKNOWN = "No server known here has this class; it was kept as it is."
_GROUP_NODE = "It is a group node of an old kind; convert it to a subgraph in ComfyUI, and import it again."


@dataclass(frozen=True, slots=True)
class Conversion:
    """A graph, what was not taken over, and the models that the file names with their download pages."""

    graph: Graph
    notes: tuple[ImportNote, ...] = ()
    models: tuple[ModelFile, ...] = ()

    def unknown_classes(self) -> tuple[str, ...]:
        """Classes that the catalogue does not have, each once, in the order of the graph."""
        return tuple(dict.fromkeys(n.class_type for n in self.notes if n.kind is NoteKind.UNKNOWN_CLASS))


@dataclass(frozen=True, slots=True)
class _Workbench:
    """What the conversion of single nodes shares."""

    catalog: Catalog
    wiring: Wiring = field(default_factory=Wiring)
    specs: dict[str, tuple[InputSpec, ...] | None] = field(default_factory=dict)
    notes: list[ImportNote] = field(default_factory=list)

    def specs_of(self, class_type: str) -> tuple[InputSpec, ...] | None:
        if class_type not in self.specs:
            self.specs[class_type] = inputs_of(self.catalog, class_type)
        return self.specs[class_type]

    def outputs_of(self, class_type: str) -> float:
        """How many outputs a class has; no limit for an unknown one."""
        outputs = self.catalog.get(class_type, {}).get("output")
        return len(outputs) if isinstance(outputs, list | tuple) else math.inf

    def note(self, kind: NoteKind, at: tuple[Level, UiNode], text: str) -> None:
        level, node = at
        self.notes.append(ImportNote(kind, text, level.node_id(node), node.type, node.title, node.pack))


def convert(document: UiDocument, catalog: Catalog) -> Conversion:
    """Every node that a server would run, unknown classes too. Raises WorkflowInvalid when there are too many."""
    document, told = open_groups(document, catalog)
    document, broadcast = with_broadcasts(document)
    unfolded = unfold(document)
    bench = _Workbench(catalog, notes=[*told, *broadcast, *unfolded.notes])
    if document.skipped:
        text = f"{document.skipped} nodes or connections of the file could not be read and were left out."
        bench.notes.append(ImportNote(NoteKind.BROKEN_WIRING, text))
    graph: Graph = {}
    for level, node in unfolded.nodes():
        if _is_run(level, node, document):
            graph[level.node_id(node)] = _convert_node(bench, level, node)
    _drop_dead_links(graph)
    for level, node in unfolded.nodes():
        if level.node_id(node) in graph:
            _check_node(bench, level, node, graph)
    _note_circles(bench, graph)
    return Conversion(graph, tuple(bench.notes), tuple(_models(document)))


def _is_run(level: Level, node: UiNode, document: UiDocument) -> bool:
    is_container = node.id in level.inside or node.type in document.definitions
    is_virtual = node.type in VIRTUAL or node.type in BROADCASTERS
    return node.mode not in (MUTED, BYPASSED) and not is_virtual and not is_container


def _convert_node(bench: _Workbench, level: Level, node: UiNode) -> dict[str, Any]:
    specs = bench.specs_of(node.type)
    if specs is None:
        bench.note(NoteKind.UNKNOWN_CLASS, (level, node), _GROUP_NODE if is_group(node.type) else _UNKNOWN)
    reading = read_values(node, specs)
    if reading.unnamed:
        shown = ", ".join(repr(value)[:60] for value in reading.unnamed[:_SHOWN_VALUES])
        more = "" if len(reading.unnamed) <= _SHOWN_VALUES else f" and {len(reading.unnamed) - _SHOWN_VALUES} more"
        text = f"Nothing tells which inputs these values belong to: {shown}{more}."
        bench.note(NoteKind.UNNAMED_VALUES, (level, node), text)
    links = _linked_values(bench, level, node)
    inputs = {name: _wrapped(value) for name, value in reading.values.items()} | links
    if specs is not None:
        _fit_to_class(bench, (level, node), specs, inputs)
    return {"class_type": node.type, "inputs": inputs, "_meta": {"title": node.title}}


def _has_alternatives(text: str) -> bool:
    return -1 < text.find("{") < text.rfind("|") < text.rfind("}")


def _wrapped(value: Any) -> Any:
    """Lists that are values go into an object, or a server would take them for connections."""
    return {"__value__": value} if isinstance(value, list) else value


def _linked_values(bench: _Workbench, level: Level, node: UiNode) -> dict[str, Any]:
    """Connections as links, and what primitives and instances hold as values; dead ends leave the field's own."""
    found: dict[str, Any] = {}
    for n, slot in enumerate(node.inputs):
        if slot.link is None or not slot.name:
            continue
        try:
            end = bench.wiring.resolve(level, node, n)
        except BrokenWiring as error:
            text = f"Input “{slot.name}” is left open: {error}."
            bench.note(NoteKind.BROKEN_WIRING, (level, node), text)
            continue
        if isinstance(end, Source):
            found[slot.name] = [end.node_id, end.slot]
        elif isinstance(end, Constant):
            found[slot.name] = _wrapped(end.value)
    return found


def _fit_to_class(
    bench: _Workbench, at: tuple[Level, UiNode], specs: tuple[InputSpec, ...], inputs: dict[str, Any]
) -> None:
    """Fills missing fields with the class's defaults, and replaces values of a wrong type."""
    for spec in _with_dynamic(specs, inputs):
        if not spec.is_widget or (spec.name not in inputs and not spec.is_required):
            continue
        value = inputs.get(spec.name)
        if spec.name in inputs and (is_link(value) or spec.fit(value) != MISFIT):
            continue
        default = spec.default()
        if default is None:
            inputs.pop(spec.name, None)
            continue
        if spec.name in inputs and value is not None:
            text = f"“{spec.name}” cannot be {repr(value)[:60]}; {default!r}, the class's default, was put there."
            bench.note(NoteKind.FILLED_IN, at, text)
        inputs[spec.name] = default


def _with_dynamic(specs: tuple[InputSpec, ...], inputs: Mapping[str, Any]) -> Iterator[InputSpec]:
    """All fields, those of dynamic choices right after the choice, for the values as they are when asked."""
    waiting = list(reversed(specs))
    while waiting:
        spec = waiting.pop()
        yield spec
        waiting += reversed(spec.chosen_inputs(inputs.get(spec.name)))


def _drop_dead_links(graph: Graph) -> None:
    for node in graph.values():
        dead = [name for name, value in node["inputs"].items() if is_link(value) and value[0] not in graph]
        for name in dead:
            del node["inputs"][name]


def _check_node(bench: _Workbench, level: Level, node: UiNode, graph: Graph) -> None:
    """Notes what the catalogue's server would refuse: open inputs, choices and outputs that it does not have."""
    inputs = graph[level.node_id(node)]["inputs"]
    for spec in _with_dynamic(bench.specs_of(node.type) or (), inputs):
        value = inputs.get(spec.name)
        grown = any(name.startswith(f"{spec.name}.") for name in inputs)
        if spec.is_required and spec.name not in inputs and not grown and not spec.is_dynamic:
            text = f"The required input “{spec.name}” is not connected."
            bench.note(NoteKind.MISSING_INPUT, (level, node), text)
        elif isinstance(value, str) and spec.options.get("dynamicPrompts") and _has_alternatives(value):
            text = f"“{spec.name}” has alternatives like {{a|b}}, of which only ComfyUI's window chooses one."
            bench.note(NoteKind.TEXT_SYNTAX, (level, node), text)
        elif isinstance(value, str) and spec.lacks(value):
            text = f"“{value[:60]}” is not among the choices of “{spec.name}”; the file may be of a newer ComfyUI."
            bench.note(NoteKind.OTHER_VERSION, (level, node), text)
    for name, value in inputs.items():
        if is_link(value) and value[1] >= bench.outputs_of(graph[value[0]]["class_type"]):
            text = f"Input “{name}” takes output {value[1] + 1} of node {value[0]}, which has fewer here."
            bench.note(NoteKind.OTHER_VERSION, (level, node), f"{text} The file may be of a newer ComfyUI.")


def _note_circles(bench: _Workbench, graph: Graph) -> None:
    for node_id, text in structure_faults(graph):
        bench.notes.append(ImportNote(NoteKind.BROKEN_WIRING, text, node_id, graph[node_id]["class_type"]))


def _models(document: UiDocument) -> Iterator[ModelFile]:
    seen = set()
    for entry in model_entries(document):
        name, folder, url = (str(entry.get(key) or "") for key in ("name", "directory", "url"))
        if name and (name, folder) not in seen:
            seen.add((name, folder))
            yield ModelFile(name, folder, url)


# ---- graphs that are in API format already ----------------------------------------------------------


def is_api_graph(document: Any) -> bool:
    """Whether this JSON value is a graph in API format: every value has a class_type."""
    return (
        isinstance(document, dict)
        and bool(document)
        and all(isinstance(node, dict) and isinstance(node.get("class_type"), str) for node in document.values())
    )


def tidy_api_graph(document: Mapping[str, Any], catalog: Catalog) -> Conversion:
    """The graph as it is, with only class, inputs and title of each node, and links in the server's notation."""
    graph: Graph = {}
    notes = []
    for node_id, node in document.items():
        raw_inputs = node.get("inputs")
        inputs = raw_inputs if isinstance(raw_inputs, dict) else {}
        title = _title_of(node)
        graph[str(node_id)] = {
            "class_type": node["class_type"],
            "inputs": {str(name): _text_link(value) for name, value in inputs.items()},
            "_meta": {"title": title},
        }
        if node["class_type"] not in catalog:
            notes.append(ImportNote(NoteKind.UNKNOWN_CLASS, _UNKNOWN, str(node_id), node["class_type"], title))
    _drop_dead_links(graph)
    notes += [
        ImportNote(NoteKind.BROKEN_WIRING, text, node_id, graph[node_id]["class_type"])
        for node_id, text in structure_faults(graph)
    ]
    return Conversion(graph, tuple(notes))


def _title_of(node: Mapping[str, Any]) -> str:
    meta = node.get("_meta")
    title = meta.get("title") if isinstance(meta, dict) else None
    return title[:200] if isinstance(title, str) else str(node["class_type"])


def _text_link(value: Any) -> Any:
    """Links whose node id is a number, as some exporters write them, fail at the server; ids are text."""
    if isinstance(value, list) and len(value) == 2 and type(value[0]) is int and type(value[1]) is int:
        return [str(value[0]), value[1]]
    return value
