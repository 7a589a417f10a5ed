"""A step lower after a lack of memory: smaller or shorter, as the workflow says, and always a right value."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from vqdesk.domain.parameters import Parameter, ParameterType, check_value, nearest_values, resolution_size
from vqdesk.domain.workflow import WorkflowDefinition, check_values, effective_values, patch_for


@dataclass(frozen=True, slots=True)
class Lowered:
    """The values that changed, where they go ("node.input" → value), and words: “Width 832 → 624”."""

    values: Mapping[str, Any]
    patch: Mapping[str, Any]
    words: str


def lowered(definition: WorkflowDefinition, values: Mapping[str, Any]) -> Lowered | None:
    """One step below these values; None where the workflow names no step or nothing can go lower.

    A step between 0 and 1 is a factor, a negative one is added. Multiples and 4n+1 are kept by going further down.
    """
    now = effective_values(definition, values)
    fresh = {
        p.name: lower
        for p in definition.parameters
        if p.name in definition.on_out_of_memory
        and (lower := _lower(p, now[p.name], definition.on_out_of_memory[p.name])) is not None
    }
    if not fresh or check_values(definition, {**now, **fresh}):
        return None
    words = ", ".join(
        f"{p.label} {_shown(now[p.name])} → {_shown(fresh[p.name])}"
        for p in definition.parameters
        if p.name in fresh
    )
    return Lowered(fresh, patch_for(definition, fresh), words)


def _lower(parameter: Parameter, value: Any, step: float) -> Any:
    """None when there is nothing right below."""
    match parameter.type:
        case ParameterType.INT:
            return _whole(parameter, value, step)
        case ParameterType.RESOLUTION:
            sides = [_whole(parameter, side, step) for side in resolution_size(value)]
            return None if None in sides else f"{sides[0]}x{sides[1]}"
        case ParameterType.FLOAT:
            wanted = round(_stepped(value, step), 4)
            return wanted if wanted < value and check_value(parameter, wanted) is None else None
    return None


def _whole(parameter: Parameter, value: int, step: float) -> int | None:
    wanted = math.floor(_stepped(value, step))
    below = [near for near in nearest_values(parameter, wanted) if near <= wanted]
    return max(below) if below and 0 < max(below) < value else None


def _stepped(value: float, step: float) -> float:
    return value * step if step > 0 else value + step


def _shown(value: Any) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)
