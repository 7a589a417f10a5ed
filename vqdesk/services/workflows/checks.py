"""What a definition promises against what its template holds."""

from collections import Counter
from collections.abc import Iterator

from vqdesk.domain.graph import bound_value, has_binding, is_link, split_binding
from vqdesk.domain.job import Graph
from vqdesk.domain.naming import TASK_FOLDERS
from vqdesk.domain.parameters import similar_names
from vqdesk.services.workflows.findings import Finding, Place
from vqdesk.services.workflows.schema import DefinitionFile, ParameterFile
from vqdesk.services.workflows.shape_checks import check_shape

_FPS_FIELDS = ("fps", "frame_rate")
_FRAME_FIELDS = ("length", "num_frames")


def check_definition(model: DefinitionFile, graph: Graph, stem: str) -> list[Finding]:
    """All faults of a definition; `stem` is its file name without extension."""
    return [
        *_names(model, stem),
        *_bindings(model, graph),
        *_save_nodes(model, graph),
        *_parameters(model),
        *_sizes(model),
        *_timing(model, graph),
        *_lowering(model),
        *check_shape(model, graph),
    ]


def _names(model: DefinitionFile, stem: str) -> Iterator[Finding]:
    if model.name != stem:
        yield Finding(("name",), f"The name is “{model.name}”, the file's is “{stem}”.", "Make both the same.")
    if model.task_type not in TASK_FOLDERS:
        remedy = similar_names(model.task_type, TASK_FOLDERS, "Task types are")
        yield Finding(("task_type",), f"The task type “{model.task_type}” is not known.", remedy)
    counts = Counter(parameter.name for parameter in model.parameters)
    for n, parameter in enumerate(model.parameters):
        if counts[parameter.name] > 1:
            yield Finding(
                ("parameters", n, "name"), f"Two parameters are called “{parameter.name}”.", "Rename one."
            )
        if parameter.name == "seed":
            yield Finding(("parameters", n, "name"), "“seed” is a key of its own.", "Write “seed: {bind: […]}”.")


def _bindings(model: DefinitionFile, graph: Graph) -> Iterator[Finding]:
    taken: dict[str, Place] = {}
    for place, binding in _all_bindings(model):
        node, field = split_binding(binding)
        if node not in graph:
            yield Finding(
                place, f"The template has no node “{node}”.", similar_names(node, graph, "Its nodes are")
            )
        elif not has_binding(graph, binding):
            remedy = similar_names(field, graph[node]["inputs"], "Its inputs are")
            yield Finding(place, f"Node “{node}” of the template has no input “{field}”.", remedy)
        elif is_link(bound_value(graph, binding)):
            source = bound_value(graph, binding)[0]
            yield Finding(place, f"Input “{binding}” is connected to node “{source}”.", "Bind a plain value.")
        elif binding in taken:
            yield Finding(place, f"Input “{binding}” is bound twice.", "Remove one of the two.")
        taken[binding] = place


def _all_bindings(model: DefinitionFile) -> Iterator[tuple[Place, str]]:
    if model.input:
        yield ("input", "field"), f"{model.input.node}.{model.input.field}"
    for n, parameter in enumerate(model.parameters):
        for m, binding in enumerate(parameter.bind):
            yield ("parameters", n, "bind", m), binding
    for m, binding in enumerate(model.seed.bind if model.seed else []):
        yield ("seed", "bind", m), binding


def _save_nodes(model: DefinitionFile, graph: Graph) -> Iterator[Finding]:
    for n, node in enumerate(model.outputs):
        if node not in graph:
            remedy = similar_names(node, graph, "Its nodes are")
            yield Finding(("outputs", n), f"The template has no node “{node}”.", remedy)
        elif not has_binding(graph, f"{node}.filename_prefix"):
            cause = f"Node “{node}” ({graph[node]['class_type']}) has no input “filename_prefix”."
            yield Finding(("outputs", n), cause, "Name a node that saves files.")


def _parameters(model: DefinitionFile) -> Iterator[Finding]:
    names = [parameter.name for parameter in model.parameters]
    for n, parameter in enumerate(model.parameters):
        place: Place = ("parameters", n)
        condition = parameter.visible_when
        if condition and condition.parameter not in names:
            yield _no_parameter((*place, "visible_when", "parameter"), condition.parameter, names)
        numbers = [one.name for one in model.parameters if one.type in ("int", "float")]
        if parameter.less_than and parameter.less_than not in numbers:
            yield _no_parameter((*place, "less_than"), parameter.less_than, numbers)
        yield from _shape(parameter, place)


def _no_parameter(place: Place, name: str, names: list[str]) -> Finding:
    return Finding(place, f"There is no fitting parameter “{name}”.", similar_names(name, names, "Parameters are"))


def _shape(parameter: ParameterFile, place: Place) -> Iterator[Finding]:
    if (parameter.type == "choice") != bool(parameter.choices):
        yield Finding(
            (*place, "choices"), "Choices belong to type “choice”, and it needs them.", "Add or remove them."
        )
    if parameter.type == "resolution" and len(parameter.bind) != 2:
        yield Finding((*place, "bind"), "A resolution binds two inputs.", "Name the width's, then the height's.")
    if parameter.min is not None and parameter.max is not None and parameter.min > parameter.max:
        yield Finding((*place, "min"), "The lowest value is above the highest.", "Swap “min” and “max”.")
    if parameter.less_than and parameter.type not in ("int", "float"):
        yield Finding((*place, "less_than"), "“less_than” is for numbers.", "Remove it, or use type int or float.")
    if parameter.even_result and parameter.type != "float":
        yield Finding((*place, "even_result"), "“even_result” is for a factor.", "Remove it, or use type float.")
    if parameter.optional and (parameter.widget not in ("image", "video") or parameter.default != ""):
        cause = "“optional” is for a file of the user, which is empty at first."
        yield Finding((*place, "optional"), cause, "Use type path, widget image or video, and default “”.")
    for key in ("multiple_of", "frames_rule"):
        if getattr(parameter, key) and parameter.type not in ("int", "resolution"):
            yield Finding((*place, key), f"“{key}” is for whole numbers.", "Remove it, or use type int.")


def _sizes(model: DefinitionFile) -> Iterator[Finding]:
    if model.sizes is None:
        return
    numbers = [one.name for one in model.parameters if one.type == "int"]
    for key in ("width", "height"):
        name = getattr(model.sizes, key)
        if name not in numbers:
            yield _no_parameter(("sizes", key), name, numbers)


def _timing(model: DefinitionFile, graph: Graph) -> Iterator[Finding]:
    if not model.timing:
        return
    wanted = {
        "fps": (_FPS_FIELDS, model.timing.fps),
        "frames_per_stage": (_FRAME_FIELDS, model.timing.frames_per_stage),
    }
    for key, (fields, value) in wanted.items():
        found = [
            inputs[field]
            for inputs in (node["inputs"] for node in graph.values())
            for field in fields
            if isinstance(inputs.get(field), int | float)
        ]
        if found and value not in found:
            yield Finding(
                ("timing", key), f"The template says {found[0]:g}, not {value:g}.", f"Write {found[0]:g}."
            )


def _lowering(model: DefinitionFile) -> Iterator[Finding]:
    """`on_out_of_memory` names sizes of the form and steps that go down."""
    steps = model.on_out_of_memory.lower if model.on_out_of_memory else {}
    sizes = [one.name for one in model.parameters if one.type in ("int", "float", "resolution")]
    for name, step in steps.items():
        place: Place = ("on_out_of_memory", "lower", name)
        if name not in sizes:
            yield _no_parameter(place, name, sizes)
        if step == 0:
            yield Finding(place, "A step of 0 lowers nothing.", "Write a factor like 0.75, or a number like −16.")
