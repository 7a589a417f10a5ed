"""The shape of a workflow, chosen by values of the form: stages, LoRA slots, optional files (R-W5, R-W9).

A shaped definition is an ordinary one: its template has the nodes that the values ask for, and its parameters
bind to all of them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from vqdesk.domain.errors import ParameterInvalid
from vqdesk.domain.graph import is_link, split_binding, workflow_hash
from vqdesk.domain.job import Graph
from vqdesk.domain.parameters import Parameter, ParameterType
from vqdesk.domain.stages import FIRST, StagedGraph, StagesSpec, build_stages, stage_name
from vqdesk.domain.workflow import LoraSlots, Shape, WorkflowDefinition

STAGES: Final = "stages"
"""Parameter with the number of stages."""

SAVE_STAGES: Final = "save_stages"
"""Parameter that saves every stage as a clip of its own, besides the whole."""

_LORA_GROUP = "LoRAs"
_EXPERTS = ("high", "low")


def shaped(definition: WorkflowDefinition, values: Mapping[str, Any]) -> WorkflowDefinition:
    """The definition for these values of the form; wrong ones leave the default, for `check_values` to name."""
    base = definition.base or definition
    if base.stages is None and base.loras is None and not any(one.optional for one in base.parameters):
        return definition
    shape = shape_of(base, values)
    if definition.base and shape == definition.shape:
        return definition
    template, parameters = _without(base.template, base.parameters, shape.absent)
    outputs = base.outputs
    if base.loras:
        template = _with_loras(template, base.loras, shape)
        parameters = (*parameters, *_lora_parameters(base.loras, shape))
    if base.stages:
        overlap = base.timing.overlap if base.timing else 1
        built = build_stages(template, base.stages, shape.stages, overlap, shape.saves_stages)
        template, outputs = built.graph, (*outputs, *built.saves)
        parameters = tuple(_staged_parameters(base.stages, parameters, shape.stages, built, overlap))
    return replace(
        base,
        template=template,
        template_hash=workflow_hash(template),
        input=definition.input,  # a mode may ask for other numbers of files
        parameters=tuple(sorted(parameters, key=lambda one: one.type is ParameterType.SEED)),
        outputs=outputs,
        shape=shape,
        base=base,
    )


def shape_conflicts(
    definition: WorkflowDefinition, form: Mapping[str, Any], own: Mapping[str, Any]
) -> list[ParameterInvalid]:
    """Values of a single file that would need a graph of their own; all files of a job share one."""
    shape = shape_of(definition, form)
    labels = {p.name: p.label for p in definition.parameters}
    return [
        ParameterInvalid(
            name,
            f"{labels.get(name, name)} cannot differ from file to file.",
            "It decides which nodes the graph has, and all files of a job share one graph.",
            "Set it for the whole job, or submit the file by itself.",
        )
        for name in own
        if shape_of(definition, {**form, name: own[name]}) != shape
    ]


def has_effect(parameter: Parameter) -> bool:
    """Whether the parameter reaches this shape's graph; those of empty LoRA slots do not."""
    return bool(parameter.bind) or parameter.name in (STAGES, SAVE_STAGES)


def lora_names(slots: LoraSlots) -> Iterator[tuple[str, str]]:
    """(parameter, node before the slot) of every slot, in the order of the chain."""
    for number in range(1, slots.slots + 1):
        for expert, node in zip(_experts(slots), slots.after, strict=True):
            yield f"lora{number}{f'_{expert}' if expert else ''}", node


def shape_of(definition: WorkflowDefinition, values: Mapping[str, Any]) -> Shape:
    """The shape that these values of the form ask for; a number of stages out of range becomes the nearest one."""
    base = definition.base or definition
    stages = 1
    if base.stages:
        wanted = values.get(STAGES, base.stages.default)
        is_number = isinstance(wanted, int) and not isinstance(wanted, bool)
        stages = min(max(wanted, base.stages.min), base.stages.max) if is_number else base.stages.default
    on = [name for name, _ in lora_names(base.loras) if _is_named(values.get(name))] if base.loras else []
    off = [one.name for one in base.parameters if one.optional and not _is_named(values.get(one.name))]
    return Shape(stages, stages > 1 and values.get(SAVE_STAGES) is True, tuple(on), tuple(off))


def _is_named(value: Any) -> bool:
    return isinstance(value, str) and value.strip() != ""


def _without(
    graph: Graph, parameters: tuple[Parameter, ...], absent: Sequence[str]
) -> tuple[Graph, tuple[Parameter, ...]]:
    """The graph without the nodes of these files and the links from them; their parameters bind to nothing."""
    gone = {split_binding(binding)[0] for one in parameters if one.name in absent for binding in one.bind}
    left = {
        node_id: {**node, "inputs": {k: v for k, v in node["inputs"].items() if not (is_link(v) and v[0] in gone)}}
        for node_id, node in graph.items()
        if node_id not in gone
    }
    return left, tuple(replace(one, bind=()) if one.name in absent else one for one in parameters)


# ---- LoRAs ----------------------------------------------------------------------------------------


def _experts(slots: LoraSlots) -> Sequence[str]:
    return _EXPERTS if len(slots.after) == len(_EXPERTS) else ("",)


def _with_loras(graph: Graph, slots: LoraSlots, shape: Shape) -> Graph:
    """A chain of loaders after each expert; what took the expert's model takes the chain's end."""
    ends = {node: node for node in slots.after}
    added: Graph = {}
    for name, node in lora_names(slots):
        if name in shape.loras:
            added[name] = {
                "class_type": "LoraLoaderModelOnly",
                "inputs": {"model": [ends[node], 0], "lora_name": "", "strength_model": 1.0},
                "_meta": {"title": _lora_label(name)},
            }
            ends[node] = name
    if not added:
        return graph
    rewired = {node_id: {**node, "inputs": _moved(node["inputs"], ends)} for node_id, node in graph.items()}
    return {**rewired, **added}


def _moved(inputs: Mapping[str, Any], ends: Mapping[str, str]) -> dict[str, Any]:
    return {
        field: [ends.get(value[0], value[0]), 0] if is_link(value) and value[1] == 0 else value
        for field, value in inputs.items()
    }


def _lora_label(name: str) -> str:
    slot, _, expert = name.partition("_")
    return f"LoRA {slot.removeprefix('lora')}{f', {expert} noise' if expert else ''}"


def _lora_parameters(slots: LoraSlots, shape: Shape) -> Iterator[Parameter]:
    for name, _ in lora_names(slots):
        is_on, label = name in shape.loras, _lora_label(name)
        yield Parameter(
            name=name,
            label=label,
            type=ParameterType.LORA,
            default="",
            bind=(f"{name}.lora_name",) if is_on else (),
            group=_LORA_GROUP,
            help="File in models/loras; empty is off.",
            advanced=True,
        )
        yield Parameter(
            name=f"{name}_strength",
            label=f"{label}: strength",
            type=ParameterType.FLOAT,
            default=1.0,
            bind=(f"{name}.strength_model",) if is_on else (),
            group=_LORA_GROUP,
            min=-10,
            max=10,
            step=0.05,
            advanced=True,
        )


# ---- stages ---------------------------------------------------------------------------------------


def _staged_parameters(
    spec: StagesSpec, parameters: Sequence[Parameter], count: int, built: StagedGraph, overlap: int
) -> Iterator[Parameter]:
    first_prompt = next((n for n, one in enumerate(parameters) if one.name.endswith(FIRST)), 0)
    for n, one in enumerate(parameters):
        if n == first_prompt:
            yield from _stage_switches(spec, one.group)
        if one.name.endswith(FIRST):
            for stage in range(1, count + 1):
                yield _of_stage(one, stage, built)
            continue
        is_length = f"{spec.roles.i2v}.length" in one.bind
        yield replace(
            one,
            bind=_everywhere(one.bind, built),
            bind_less=tuple((f"{joint}.batch_index", overlap) for joint in built.joints) if is_length else (),
        )


def _stage_switches(spec: StagesSpec, group: str) -> Iterator[Parameter]:
    yield Parameter(
        STAGES, "Clips", ParameterType.INT, spec.default, (), group, min=spec.min, max=spec.max, unit="clips"
    )
    yield Parameter(
        SAVE_STAGES,
        "Save each clip too",
        ParameterType.BOOL,
        False,
        (),
        "Output",
        help="What is done stays when a later clip fails.",
        advanced=True,
    )


def _of_stage(one: Parameter, stage: int, built: StagedGraph) -> Parameter:
    label = one.label.replace("1", str(stage)) if "1" in one.label else f"{one.label} {stage}"
    places = [(split_binding(binding), binding) for binding in one.bind]
    bind = tuple(
        binding if stage == 1 else f"{built.copies[node][stage - 2]}.{field}"
        for (node, field), binding in places
        if stage == 1 or node in built.copies
    )
    return replace(one, name=stage_name(one.name, stage), label=label, bind=bind)


def _everywhere(bind: tuple[str, ...], built: StagedGraph) -> tuple[str, ...]:
    """The bindings, and the same of every copy of their nodes."""
    copies = [f"{copy}.{field}" for node, field in map(split_binding, bind) for copy in built.copies.get(node, ())]
    return (*bind, *copies)
