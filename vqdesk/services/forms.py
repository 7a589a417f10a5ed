"""What the engines say to a form: which values they offer, and what they lack for it (R-W7). No I/O."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from vqdesk.domain.graph import bound_value, has_binding, split_binding, with_patch
from vqdesk.domain.needs import choices_of
from vqdesk.domain.parameters import Parameter, ParameterType
from vqdesk.domain.shaping import lora_names, shaped
from vqdesk.domain.workflow import WorkflowDefinition, check_values, effective_values, patch_for
from vqdesk.ports import NodeCatalog
from vqdesk.services import preflight
from vqdesk.services.preflight import Lack

_LISTED = (ParameterType.TEXT, ParameterType.LORA)
_LORA_LIST = ("LoraLoaderModelOnly", "lora_name")


@dataclass(frozen=True, slots=True)
class FormReport:
    """`offered` are the values that the server has, by parameter; `is_checked` is False while no engine answers.

    `lacks` is empty while values break the rules of the form itself: those come first.
    """

    workflow: str = ""
    is_checked: bool = False
    offered: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    lacks: tuple[Lack, ...] = ()


def report(
    definition: WorkflowDefinition, values: Mapping[str, Any], catalogs: Sequence[NodeCatalog]
) -> FormReport:
    """What the best of these engines says to the values of a form."""
    made = shaped(definition, values)
    known = {p.name for p in made.parameters}
    own = {name: value for name, value in values.items() if name in known}
    catalog = preflight.best_of(catalogs, made.template)
    if catalog is None:
        return FormReport(definition.name)
    offered = dict(_offered(made, catalog))
    if check_values(made, own):
        return FormReport(definition.name, is_checked=True, offered=offered)
    graph = with_patch(made.template, patch_for(made, effective_values(made, own)))
    found = preflight.lacks(made, catalog, graph)
    return FormReport(definition.name, is_checked=True, offered=offered, lacks=tuple(found))


def needs(definition: WorkflowDefinition, catalogs: Sequence[NodeCatalog]) -> tuple[str, ...]:
    """What the best engine lacks for a workflow as it is shipped, a few words each; empty when nobody answers."""
    catalog = preflight.best_of(catalogs, definition.template)
    if catalog is None:
        return ()
    return tuple(preflight.missing_names(definition, catalog))


def _offered(definition: WorkflowDefinition, catalog: NodeCatalog) -> Iterator[tuple[str, tuple[str, ...]]]:
    slots = {name for name, _ in lora_names(definition.loras)} if definition.loras else set()
    for parameter in definition.parameters:
        if parameter.type not in _LISTED:
            continue
        values = _choices(definition, parameter, catalog)
        if values is None and parameter.name in slots:
            values = choices_of(catalog, *_LORA_LIST)
        if values is not None:
            yield parameter.name, tuple(str(one) for one in values)


def _choices(definition: WorkflowDefinition, parameter: Parameter, catalog: NodeCatalog) -> list[Any] | None:
    """What all inputs of a parameter take; None when one of them takes any text."""
    lists = []
    for binding in parameter.bind:
        if not has_binding(definition.template, binding) or not isinstance(
            bound_value(definition.template, binding), str
        ):
            return None
        node_id, name = split_binding(binding)
        values = choices_of(catalog, definition.template[node_id]["class_type"], name)
        if values is None:
            return None
        lists.append(values)
    return [one for one in lists[0] if all(one in other for other in lists)] if lists else None
