"""“Reuse these settings”: from the graph in a finished clip back to the workflow and the values that made it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from vqdesk.domain.graph import bound_value, has_binding
from vqdesk.domain.importing.roles import PREFIX_FIELD
from vqdesk.domain.job import Graph
from vqdesk.domain.parameters import Parameter, ParameterType
from vqdesk.domain.shaping import SAVE_STAGES, STAGES, lora_names, shaped
from vqdesk.domain.workflow import WorkflowDefinition


@dataclass(frozen=True, slots=True)
class MadeBy:
    """A workflow's name and the values of its form, seed included; those of one file where each had its own."""

    workflow: str
    values: Mapping[str, Any]


def made_by(graph: Graph, definitions: Iterable[WorkflowDefinition]) -> MadeBy | None:
    """The first definition that makes exactly this graph, None when none does."""
    for definition in definitions:
        for shape_values in _shapes(graph, definition):
            values = _values_in(graph, shaped(definition, shape_values))
            if values is not None:
                return MadeBy(definition.name, {**shape_values, **values})
    return None


def _shapes(graph: Graph, definition: WorkflowDefinition) -> Iterator[dict[str, Any]]:
    """Values that decide the nodes: LoRAs that the graph has, and each number of stages."""
    on: dict[str, Any] = {}
    for name, _ in lora_names(definition.loras) if definition.loras else ():
        if has_binding(graph, f"{name}.lora_name"):
            on[name] = bound_value(graph, f"{name}.lora_name")
    if definition.stages is None:
        yield on
        return
    for count in range(definition.stages.min, definition.stages.max + 1):
        for saves in (False, True) if count > 1 else (False,):
            yield {**on, STAGES: count, SAVE_STAGES: saves}


def _values_in(graph: Graph, definition: WorkflowDefinition) -> dict[str, Any] | None:
    """The form's values in a graph of this definition; None when anything else differs from its template."""
    template = definition.template
    if template.keys() != graph.keys():
        return None
    free = {f"{node}.{PREFIX_FIELD}" for node in definition.outputs} | {definition.input_binding}
    for parameter in definition.parameters:
        free |= {*parameter.bind, *(binding for binding, _ in parameter.bind_less)}
    for node_id, node in template.items():
        ours, theirs = node["inputs"], graph[node_id]["inputs"]
        if node["class_type"] != graph[node_id]["class_type"] or ours.keys() != theirs.keys():
            return None
        if any(ours[name] != theirs[name] for name in ours if f"{node_id}.{name}" not in free):
            return None
    values = {one.name: _value_of(graph, one) for one in definition.parameters if one.bind}
    return None if None in values.values() else values


def _value_of(graph: Graph, parameter: Parameter) -> Any:
    """The value at all places of a parameter; None when they differ."""
    found = [bound_value(graph, binding) for binding in parameter.bind]
    if parameter.type is ParameterType.RESOLUTION:
        return "x".join(str(side) for side in found)
    return found[0] if all(value == found[0] for value in found) else None
