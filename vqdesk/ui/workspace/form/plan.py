"""Where each parameter goes in the form, decided by type, group and hints alone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vqdesk.domain.parameters import Parameter, ParameterType
from vqdesk.domain.shaping import STAGES, lora_names
from vqdesk.domain.workflow import WorkflowDefinition
from vqdesk.ui.workspace.form.editors import is_long_text


@dataclass(frozen=True, slots=True)
class FormPlan:
    """`texts` over the whole width, `extra_texts` behind a button, `basics` in columns, `groups` closed.

    `slots` are the LoRA slots, each with its pairs of name and strength; they have a group of their own.
    """

    texts: tuple[Parameter, ...]
    extra_texts: tuple[Parameter, ...]
    basics: tuple[Parameter, ...]
    seed: Parameter | None
    groups: tuple[tuple[str, tuple[Parameter, ...]], ...]
    slots: tuple[tuple[tuple[Parameter, Parameter], ...], ...] = ()


def plan_form(definition: WorkflowDefinition) -> FormPlan:
    """What is advanced goes into its group, the rest is open, in the order of the definition."""
    slots = _slots(definition)
    taken = {one.name for slot in slots for pair in slot for one in pair} | {STAGES}
    plain = [p for p in definition.parameters if p.type is not ParameterType.SEED and p.name not in taken]
    short = [p for p in plain if not is_long_text(p)]
    return FormPlan(
        texts=tuple(p for p in plain if is_long_text(p) and not p.advanced),
        extra_texts=tuple(p for p in plain if is_long_text(p) and p.advanced),
        basics=tuple(p for p in short if not p.advanced),
        seed=definition.seed,
        groups=_groups([p for p in short if p.advanced]),
        slots=slots,
    )


def without_texts(plan: FormPlan) -> tuple[object, ...]:
    """What must be the same for a form to be kept when its texts change."""
    names = [(name, _names(parameters)) for name, parameters in plan.groups]
    slots = [_names(pair) for slot in plan.slots for pair in slot]
    return (_names(plan.extra_texts), _names(plan.basics), plan.seed and plan.seed.name, names, slots)


def _names(parameters: Iterable[Parameter]) -> tuple[str, ...]:
    return tuple(one.name for one in parameters)


def _groups(parameters: Sequence[Parameter]) -> tuple[tuple[str, tuple[Parameter, ...]], ...]:
    names = dict.fromkeys(p.group for p in parameters)
    return tuple((name, tuple(p for p in parameters if p.group == name)) for name in names)


def _slots(definition: WorkflowDefinition) -> tuple[tuple[tuple[Parameter, Parameter], ...], ...]:
    if definition.loras is None:
        return ()
    names = [name for name, _ in lora_names(definition.loras)]
    pairs = [(definition.parameter(name), definition.parameter(f"{name}_strength")) for name in names]
    experts = len(definition.loras.after)
    return tuple(tuple(pairs[at : at + experts]) for at in range(0, len(pairs), experts))
