"""Group nodes of old files, opened like subgraphs.

Facts (ComfyUI's window until 2025, `groupNode.ts`): `extra.groupNodes[name]` holds copied nodes, their links as
[source index, slot, target index, slot], and the outputs that are also used outside. An instance has the type
"workflow>name" or "workflow/name". Its inputs are those of the inner nodes that nothing inside feeds, node by
node, and after all others those that were fields. Its values are those of the inner nodes' fields, node by node.
An instance inside a group is a node like any other, with the fields and inputs that its own group gives it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from vqdesk.domain.importing.classes import Catalog, InputSpec, inputs_of
from vqdesk.domain.importing.document import GroupNode, Slot, UiDocument, UiGraph, UiNode, Wire
from vqdesk.domain.importing.levels import MAX_NODES
from vqdesk.domain.importing.notes import ImportNote, NoteKind
from vqdesk.domain.importing.widgets import BUTTONS, CONTROL_WORDS, read_values

PREFIXES: Final = ("workflow/", "workflow>")
_INPUTS, _OUTPUTS = "-10", "-20"
_SpecsOf = Callable[[UiNode], Sequence[InputSpec] | None]
_STORED_VALUES: Final = "Its own values cannot be told apart; those that the group was made with were used."


def is_group(class_type: str) -> bool:
    """Whether a type is that of a group node's instance."""
    return class_type.startswith(PREFIXES)


def open_groups(document: UiDocument, catalog: Catalog) -> tuple[UiDocument, tuple[ImportNote, ...]]:
    """Every instance whose group is in the file becomes an instance of a subgraph of its own, also inside others.

    A group that holds itself, or that would make more than MAX_NODES nodes, stays as it is.
    """
    if not document.groups:
        return document, ()
    bench = _Bench(document.groups, catalog)
    definitions = {name: bench.opened(graph) for name, graph in document.definitions.items()}
    root = bench.opened(document.root)
    return replace(document, root=root, definitions=definitions | bench.definitions), tuple(bench.notes)


class _Bench:
    """Opens instances, and those inside what was opened."""

    def __init__(self, groups: Mapping[str, GroupNode], catalog: Catalog) -> None:
        self._groups = groups
        self._catalog = catalog
        self._specs: dict[str, Sequence[InputSpec] | None] = {}
        self._left = MAX_NODES
        self.definitions: dict[str, UiGraph] = {}
        self.notes: list[ImportNote] = []

    def opened(self, graph: UiGraph, path: tuple[str, ...] = (), around: frozenset[str] = frozenset()) -> UiGraph:
        """A level with its instances opened; `around` are the types of the instances that it is inside of."""
        nodes = dict(graph.nodes)
        for node in graph.nodes.values():
            group = self._group(node.type)
            if group is None or node.type in around or len(group.nodes) > self._left:
                continue
            self._left -= len(group.nodes)
            opening, inner = _Opening(group, node, self.specs_of), (*path, node.id)
            name = f"{node.type}#{len(self.definitions)}"
            self.definitions[name] = opening.graph()
            self.definitions[name] = self.opened(self.definitions[name], inner, around | {node.type})
            nodes[node.id] = replace(node, type=name, values=None, named={})
            if not opening.is_exact:
                at = ":".join(inner)
                self.notes.append(ImportNote(NoteKind.UNNAMED_VALUES, _STORED_VALUES, at, node.type, node.title))
        return replace(graph, nodes=nodes)

    def specs_of(self, node: UiNode) -> Sequence[InputSpec] | None:
        """The inputs of a node's class; of a group's instance its fields."""
        group = self._group(node.type)
        if group is None:
            return inputs_of(self._catalog, node.type)
        if node.type not in self._specs:
            self._specs[node.type] = None  # one that holds itself
            self._specs[node.type] = _Opening(group, node, self.specs_of).field_specs()
        return self._specs[node.type]

    def _group(self, class_type: str) -> GroupNode | None:
        return self._groups.get(class_type[len(PREFIXES[0]) :]) if is_group(class_type) else None


@dataclass(frozen=True, slots=True)
class _Field:
    """A field of an instance: which input of which inner node it sets. `count`: values of a primitive."""

    name: str
    node: int
    input: str
    spec: InputSpec | None = None
    count: int = 1


@dataclass
class _Ends:
    """What an instance shows, in its own order: places of inner inputs and outputs, and fields."""

    inputs: list[tuple[int, int]] = field(default_factory=list)
    late: list[tuple[int, int]] = field(default_factory=list)
    outputs: list[tuple[int, int]] = field(default_factory=list)
    fields: list[_Field] = field(default_factory=list)


class _Opening:
    """One instance of a group."""

    def __init__(self, group: GroupNode, host: UiNode, specs_of: _SpecsOf) -> None:
        self._group = group
        self._host = host
        self._fed = {(to, slot) for _, _, to, slot in group.links}
        self._used = {(node, slot) for node, slot, _, _ in group.links}
        self._specs = [specs_of(node) for node in group.nodes]
        self._seen: dict[str, int] = {}
        self._ends = _Ends()
        for at, node in enumerate(group.nodes):
            self._add_node(at, node)
        self._own = self._own_values()
        self.is_exact = self._own is not None

    def field_specs(self) -> list[InputSpec]:
        """The fields of an instance as inputs of a class."""
        return [_as_input(one) for one in self._ends.fields]

    def graph(self) -> UiGraph:
        """The inside of the instance, with its values."""
        inputs = self._outer_inputs()
        wires = [Wire(str(a), b, str(c), d) for a, b, c, d in self._group.links]
        wires += [Wire(_INPUTS, n, str(at), slot) for n, (at, slot) in inputs.items()]
        ends = [Wire(str(at), slot, _OUTPUTS, n) for n, (at, slot) in enumerate(self._ends.outputs)]
        feeds = {(wire.target, wire.target_slot): n for n, wire in enumerate(wires)}
        nodes = {str(at): self._inner(at, feeds) for at in range(len(self._group.nodes))}
        shown = [Slot(slot.name, slot.type) for slot in self._host.inputs]
        return UiGraph(nodes, dict(enumerate([*wires, *ends])), tuple(shown), self._host.outputs)

    def _add_node(self, at: int, node: UiNode) -> None:
        if node.type == "Reroute":
            is_inside = (at, 0) in self._fed and (at, 0) in self._used and (at, 0) not in self._group.external
            if not is_inside:
                self._add_inputs(at, [0], self._ends.inputs)
                self._add_outputs(at, 1)
        elif node.type == "PrimitiveNode":
            if (at, 0) in self._used:
                count = len(node.values) if isinstance(node.values, list) else 0
                self._ends.fields.append(_Field(self._name(at, "value"), at, "value", None, count))
                self._add_outputs(at, 1)
        else:
            converted = [n for n, slot in enumerate(node.inputs) if slot.widget]
            names = {node.inputs[n].widget for n in converted}
            for spec in self._specs[at] or ():
                if spec.is_widget and spec.name not in names:
                    self._ends.fields.append(_Field(self._name(at, spec.name), at, spec.name, spec))
            self._add_inputs(at, [n for n in range(len(node.inputs)) if n not in converted], self._ends.inputs)
            self._add_inputs(at, sorted(converted, key=str), self._ends.late)
            self._add_outputs(at, len(node.outputs))

    def _add_inputs(self, at: int, slots: Sequence[int], shown: list[tuple[int, int]]) -> None:
        node = self._group.nodes[at]
        for slot in slots:
            name = node.inputs[slot].name if slot < len(node.inputs) else ""
            if (at, slot) not in self._fed:
                self._name(at, name)
                if self._group.setting(at, "input", name, "visible") is not False:
                    shown.append((at, slot))

    def _add_outputs(self, at: int, count: int) -> None:
        for slot in range(count):
            is_hidden = (at, slot) in self._used and (at, slot) not in self._group.external
            visible = self._group.setting(at, "output", str(slot), "visible")
            if visible if isinstance(visible, bool) else not is_hidden:
                self._ends.outputs.append((at, slot))

    def _name(self, at: int, input_name: str) -> str:
        """The name that the window gives a field or input of the instance: names are unique."""
        node = self._group.nodes[at]
        given = self._group.setting(at, "input", input_name, "name")
        name = key = given if isinstance(given, str) else input_name
        if name in self._seen or node.type == "PrimitiveNode":
            name = key = f"{node.title} {input_name}"
            if name in self._seen:
                name = f"{node.title} {self._seen[name]} {input_name}"
        self._seen[key] = self._seen.get(key, 1) + 1
        return name

    def _outer_inputs(self) -> dict[int, tuple[int, int]]:
        """Place of the host's input → place of the inner one. Fields of the host that are connected come last."""
        ends = dict(enumerate([*self._ends.inputs, *self._ends.late]))
        fields = {one.name: one for one in self._ends.fields}
        for n, slot in enumerate(self._host.inputs):
            if n not in ends and slot.widget in fields:
                one = fields[slot.widget]
                ends[n] = (one.node, len(self._group.nodes[one.node].inputs) + self._extra(one))
        return {n: place for n, place in ends.items() if n < len(self._host.inputs)}

    def _extra(self, wanted: _Field) -> int:
        return [one for one in self._ends.fields if one.node == wanted.node].index(wanted)

    def _inner(self, at: int, feeds: Mapping[tuple[str, int], int]) -> UiNode:
        node = self._group.nodes[at]
        mine = [one for one in self._ends.fields if one.node == at]
        slots = [*node.inputs, *(Slot(one.input, "*", None, one.input) for one in mine)]
        wired = tuple(replace(slot, link=feeds.get((str(at), n))) for n, slot in enumerate(slots))
        return replace(node, inputs=wired, values=self._values(at, node))

    def _values(self, at: int, node: UiNode) -> Any:
        own = {one.input: value for one, value in self._own or () if one.node == at}
        if not own:
            return node.values
        if node.type == "PrimitiveNode":
            return [own["value"]]
        return {**read_values(node, self._specs[at]).values, **own}

    def _own_values(self) -> list[tuple[_Field, Any]] | None:
        """The instance's values by field; None when there are more or fewer than its fields explain."""
        if isinstance(self._host.values, Mapping):
            named = self._host.values
            return [(one, named[one.name]) for one in self._ends.fields if one.name in named]
        values = self._host.values if isinstance(self._host.values, list) else []
        if not values:
            return []
        if any(self._is_unknown(at) for at in range(len(self._group.nodes))):
            return None
        taken = list(_dealt(self._ends.fields, values))
        used = taken[-1][2] if taken else 0
        is_whole = used == len(values) and len(taken) == len(self._ends.fields)
        return [(one, value) for one, value, _ in taken] if is_whole else None

    def _is_unknown(self, at: int) -> bool:
        node = self._group.nodes[at]
        return self._specs[at] is None and node.type not in ("Reroute", "PrimitiveNode") and bool(node.values)


def _as_input(one: _Field) -> InputSpec:
    """Under the name that the instance shows, and followed by the same word after a seed."""
    if one.spec is None:
        return InputSpec(one.name, "STRING", options={"control_after_generate": one.count > 1})
    options = {**one.spec.options, "control_after_generate": one.spec.has_control}
    return replace(one.spec, name=one.name, options=options)


def _dealt(fields: Sequence[_Field], values: Sequence[Any]) -> Iterator[tuple[_Field, Any, int]]:
    """Field, value, and how many values are used up then: words after seeds and upload buttons are passed over."""
    at = 0
    for n, one in enumerate(fields):
        if at >= len(values):
            return
        value = values[at]
        at += one.count
        if one.spec is not None and one.spec.has_control and at < len(values) and values[at] in CONTROL_WORDS:
            at += 1
        is_last = n + 1 == len(fields) or fields[n + 1].node != one.node
        uploads = any(other.spec and other.spec.upload_kind for other in fields if other.node == one.node)
        if is_last and uploads and at < len(values) and values[at] in BUTTONS:
            at += 1
        yield one, value, at
