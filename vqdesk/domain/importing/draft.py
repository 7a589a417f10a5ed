"""The draft of a form for an imported graph: everything that a user may want, the likely parts ticked."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from vqdesk.domain.errors import WorkflowInvalid
from vqdesk.domain.graph import structure_faults
from vqdesk.domain.importing.classes import Catalog
from vqdesk.domain.importing.convert import Conversion
from vqdesk.domain.importing.fields import KNOWN, DraftField, FieldMaker, Known, known_fields, other_fields
from vqdesk.domain.importing.guess import Guess, guess
from vqdesk.domain.importing.notes import ImportNote, ModelFile, NoteKind
from vqdesk.domain.importing.roles import PREFIX_FIELD, MediaRole, media_inputs, saving_nodes, seeds, texts
from vqdesk.domain.importing.view import GraphView, Place
from vqdesk.domain.job import Graph
from vqdesk.domain.parameters import ParameterType
from vqdesk.domain.workflow import InputSpec, Requires, Timing

_PROMPTS = "Prompts"


@dataclass(frozen=True, slots=True)
class FormDraft:
    """A workflow before it is saved. Only ticked fields become parameters; `graph` holds what the outputs need."""

    graph: Graph
    guess: Guess
    fields: tuple[DraftField, ...]
    seed_bind: tuple[str, ...]
    outputs: tuple[str, ...]
    input: InputSpec | None = None
    timing: Timing | None = None
    requires: Requires = field(default_factory=Requires)
    notes: tuple[ImportNote, ...] = ()

    def with_field(self, name: str, *, is_chosen: bool | None = None, **changes: Any) -> "FormDraft":
        """One field ticked or not, renamed, or with other bounds. Raises KeyError for an unknown name."""
        if name not in [one.parameter.name for one in self.fields]:
            raise KeyError(name)
        return replace(self, fields=tuple(_changed(one, name, is_chosen, changes) for one in self.fields))

    def moved(self, name: str, to: int) -> "FormDraft":
        """One field at another place of the list, counted without it. Raises KeyError for an unknown name."""
        mine = next((one for one in self.fields if one.parameter.name == name), None)
        if mine is None:
            raise KeyError(name)
        others = [one for one in self.fields if one is not mine]
        place = min(max(to, 0), len(others))
        return replace(self, fields=(*others[:place], mine, *others[place:]))


def _changed(one: DraftField, name: str, is_chosen: bool | None, changes: dict[str, Any]) -> DraftField:
    if one.parameter.name != name:
        return one
    ticked = one.is_chosen if is_chosen is None else is_chosen
    return replace(one, parameter=replace(one.parameter, **changes), is_chosen=ticked)


def draft_form(conversion: Conversion, catalog: Catalog) -> FormDraft:
    """Finds by wiring what the form needs. Raises WorkflowInvalid when nothing is saved or links make a circle."""
    for node_id, fault in structure_faults(conversion.graph):
        raise WorkflowInvalid(
            "The workflow cannot run.", f"Node {node_id}: {fault}", "Repair it in ComfyUI and save it again."
        )
    whole, changes = _saving_graph(_plain_ids(conversion.graph), catalog)
    outputs = saving_nodes(GraphView(whole, catalog))
    needed = GraphView(whole, catalog).upstream(outputs)
    graph = {node_id: node for node_id, node in whole.items() if node_id in needed}
    _ensure_prefixes(graph, outputs)
    view = GraphView(graph, catalog)
    maker = FieldMaker(view)
    maker.take(Place(node_id, PREFIX_FIELD) for node_id in outputs)
    spec = _add_media(view, maker)
    _add_texts(view, maker)
    seed_places = [place for place in seeds(view) if not maker.is_taken(place)]
    maker.take(seed_places)
    known_fields(view, maker)
    other_fields(view, maker)
    return FormDraft(
        graph=graph,
        guess=guess(view, outputs, spec.kind if spec else ""),
        fields=tuple(maker.fields),
        seed_bind=tuple(place.binding for place in seed_places),
        outputs=tuple(outputs),
        input=spec,
        timing=_timing(graph, maker.fields),
        requires=_requires(view, conversion.models),
        notes=(*changes, *_left_out(whole, needed)),
    )


def _plain_ids(graph: Graph) -> Graph:
    """Ids without dots: in a binding the first dot ends the node's id."""
    if not any("." in node_id for node_id in graph):
        return {node_id: {**node, "inputs": dict(node["inputs"])} for node_id, node in graph.items()}
    new: dict[str, str] = {}
    for node_id in graph:
        name = node_id.replace(".", "_")
        while name != node_id and (name in graph or name in new.values()):
            name += "_"
        new[node_id] = name

    def relinked(value: Any) -> Any:
        return [new[value[0]], value[1]] if isinstance(value, list) and len(value) == 2 else value

    return {
        new[node_id]: {**node, "inputs": {name: relinked(value) for name, value in node["inputs"].items()}}
        for node_id, node in graph.items()
    }


def _saving_graph(graph: Graph, catalog: Catalog) -> tuple[Graph, list[ImportNote]]:
    """The graph with its previews as saved pictures when it saves nothing else. Raises WorkflowInvalid."""
    if saving_nodes(GraphView(graph, catalog)):
        return graph, []
    notes = []
    for node_id, node in graph.items():
        if node["class_type"] == "PreviewImage" and "images" in node["inputs"]:
            text = "It only showed its pictures; here it saves them."
            notes.append(ImportNote(NoteKind.CHANGED, text, node_id, node["class_type"]))
            graph[node_id] = {**node, "class_type": "SaveImage"}
    if not notes:
        raise _saves_nothing(graph, catalog)
    return graph, notes


def _saves_nothing(graph: Graph, catalog: Catalog) -> WorkflowInvalid:
    unknown = sorted({node["class_type"] for node in graph.values()} - catalog.keys())
    if unknown:
        return WorkflowInvalid(
            "No node of the workflow is known to save files.",
            f"Unknown classes, of which one may do so: {', '.join(unknown[:8])}.",
            "Connect a ComfyUI that has them, or give its catalogue with --object-info.",
        )
    return WorkflowInvalid(
        "The workflow saves nothing.",
        "None of its nodes writes a file under a name of its own.",
        "Add a node that saves pictures or clips, and save the workflow again.",
    )


def _ensure_prefixes(graph: Graph, outputs: Sequence[str]) -> None:
    """Every prefix a plain value, since each attempt sets its own, and every output really saved."""
    for node_id in outputs:
        inputs = graph[node_id]["inputs"]
        if not isinstance(inputs.get(PREFIX_FIELD), str):
            inputs[PREFIX_FIELD] = "vqdesk"
        if "save_output" in inputs:
            inputs["save_output"] = True


def _add_media(view: GraphView, maker: FieldMaker) -> InputSpec | None:
    """The input of the batch; further files become fields that name a file at the server."""
    found = media_inputs(view)
    main = found[0] if found and found[0].role is not MediaRole.OTHER else None
    if main:
        maker.take([main.place])
    for one in found[1:] if main else found:
        title = view.title(one.place.node)
        known = Known(f"{one.role.value}_file", title, "Inputs", advanced=False, kinds=())
        maker.add(
            [one.place], known, type=ParameterType.PATH, choices=(), help="A file in the server's input folder."
        )
    return InputSpec(main.role.value, main.place.node, main.place.field) if main else None


def _add_texts(view: GraphView, maker: FieldMaker) -> None:
    found = texts(view)
    many = {"type": ParameterType.TEXT, "widget": "multiline", "multiline": True}
    for n, place in enumerate(found.positive, start=1):
        if found.is_chain:
            known = Known(f"positive_prompt_stage{n}", f"Clip {n}", _PROMPTS, advanced=False, kinds=())
        else:
            label = "Prompt" if n == 1 else f"Prompt, {view.title(place.node)}"[:80]
            known = Known("positive_prompt", label, _PROMPTS, advanced=False, kinds=())
        maker.add([place], known, **many)
    known = Known("negative_prompt", "Negative prompt", _PROMPTS, kinds=())
    maker.add_all(known, found.negative, **many)


def _timing(graph: Graph, fields: Sequence[DraftField]) -> Timing | None:
    """Rate and length of the form, unless nodes of the graph hold other ones."""
    found = {one.parameter.name: one.parameter.default for one in reversed(fields) if one.is_chosen}
    fps, length = found.get("fps", 0), found.get("length", 0)
    held = {"fps": {fps}, "length": {length}}
    for node in graph.values():
        for name, value in node["inputs"].items():
            if name in KNOWN and KNOWN[name].name in held and isinstance(value, int | float):
                held[KNOWN[name].name].add(value)
    is_clear = fps > 0 and length >= 1 and held == {"fps": {fps}, "length": {length}}
    return Timing(float(fps), int(length)) if is_clear else None


def _requires(view: GraphView, models: Sequence[ModelFile]) -> Requires:
    """The models that the file names, as far as the graph still loads them."""
    loaded = {
        str(view.value(place)).replace("\\", "/").rpartition("/")[2]
        for n in view.graph
        for place in view.constants(n)
    }
    folders: dict[str, tuple[str, ...]] = {}
    for model in models:
        if model.folder and model.name in loaded:
            folders[model.folder] = (*folders.get(model.folder, ()), model.name)
    return Requires(models=folders)


def _left_out(whole: Graph, needed: set[str]) -> list[ImportNote]:
    text = "No saved file needs it; it was left out of the form's workflow."
    return [
        ImportNote(
            NoteKind.LEFT_OUT, text, node_id, node["class_type"], str(node.get("_meta", {}).get("title", ""))
        )
        for node_id, node in whole.items()
        if node_id not in needed
    ]
