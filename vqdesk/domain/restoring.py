"""Remembered values of a workflow whose definition has changed since (R-V2).

Only what the change touches is looked at: a wrong value that the user left wrong stays as it was typed.
"""

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from vqdesk.domain.parameters import Parameter, check_value
from vqdesk.domain.workflow import WorkflowDefinition

Shape = Mapping[str, str]
"""By parameter, a short text that changes with its rules or its place in the graph."""

_JOINT: Final = " "


@dataclass(frozen=True, slots=True)
class Adjusted:
    """A value that had to give way: `now` is None where the default takes its place."""

    label: str
    before: Any
    now: Any


@dataclass(frozen=True, slots=True)
class Restored:
    """The values that fit, what was adjusted, and names that no longer mean anything. Those keep their values."""

    values: Mapping[str, Any]
    adjusted: tuple[Adjusted, ...] = ()
    gone: tuple[str, ...] = ()


def shape_of(definition: WorkflowDefinition) -> Shape:
    """What to remember of a definition beside its values."""
    return {parameter.name: _shape(parameter) for parameter in definition.parameters}


def restored(definition: WorkflowDefinition, values: Mapping[str, Any], known: Shape) -> Restored:
    """The values for the definition as it is now; `known` is its shape when they were typed, empty if unknown."""
    now = shape_of(definition)
    if not known or dict(known) == dict(now):
        return Restored(values)
    kept = _renamed(values, known, now)
    adjusted: list[Adjusted] = []
    for parameter in definition.parameters:
        name = parameter.name
        if name not in kept or known.get(name) == now[name]:
            continue
        wrong = check_value(parameter, kept[name])
        if wrong is not None:
            before = kept.pop(name)
            near = _nearest(parameter, before, wrong.nearest)
            if near is not None and near != parameter.default:
                kept[name] = near
            adjusted.append(Adjusted(parameter.label, before, near))
    gone = tuple(name for name in kept if name in known and name not in now)
    return Restored(kept, tuple(adjusted), gone)


def _renamed(values: Mapping[str, Any], known: Shape, now: Shape) -> dict[str, Any]:
    """A parameter that is gone, and a single new one in its place in the graph, are the same one."""
    places: dict[str, list[str]] = {}
    for name, shape in now.items():
        if name not in known:
            places.setdefault(_place(shape), []).append(name)
    kept: dict[str, Any] = {}
    for name, value in values.items():
        heirs = places.get(_place(known[name]), []) if name in known and name not in now else []
        kept[heirs[0] if len(heirs) == 1 and heirs[0] not in values else name] = value
    return kept


def _nearest(parameter: Parameter, value: Any, offered: tuple[Any, ...]) -> Any:
    right = [one for one in offered if check_value(parameter, one) is None]
    if isinstance(value, int | float) and all(isinstance(one, int | float) for one in right):
        right.sort(key=lambda one: abs(one - value))
    return right[0] if right else None


def _shape(parameter: Parameter) -> str:
    rules = (
        parameter.type.value,
        parameter.min,
        parameter.max,
        parameter.multiple_of,
        parameter.frames_rule,
        tuple(choice.value for choice in parameter.choices),
    )
    return f"{zlib.crc32(repr(rules).encode()):08x}{_JOINT}{','.join(parameter.bind)}"


def _place(shape: str) -> str:
    return shape.partition(_JOINT)[2]
