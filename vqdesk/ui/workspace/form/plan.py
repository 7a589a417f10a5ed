"""Where each parameter goes in the form, decided by type, group and hints alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from vqdesk.domain.parameters import Parameter, ParameterType
from vqdesk.domain.workflow import WorkflowDefinition
from vqdesk.ui.workspace.form.editors import is_long_text


@dataclass(frozen=True, slots=True)
class FormPlan:
    """`texts` over the whole width, `extra_texts` behind a button, `basics` in columns, `groups` closed."""

    texts: tuple[Parameter, ...]
    extra_texts: tuple[Parameter, ...]
    basics: tuple[Parameter, ...]
    seed: Parameter | None
    groups: tuple[tuple[str, tuple[Parameter, ...]], ...]


def plan_form(definition: WorkflowDefinition) -> FormPlan:
    """What is advanced goes into its group, the rest is open, in the order of the definition."""
    plain = [p for p in definition.parameters if p.type is not ParameterType.SEED]
    short = [p for p in plain if not is_long_text(p)]
    return FormPlan(
        texts=tuple(p for p in plain if is_long_text(p) and not p.advanced),
        extra_texts=tuple(p for p in plain if is_long_text(p) and p.advanced),
        basics=tuple(p for p in short if not p.advanced),
        seed=definition.seed,
        groups=_groups([p for p in short if p.advanced]),
    )


def _groups(parameters: Sequence[Parameter]) -> tuple[tuple[str, tuple[Parameter, ...]], ...]:
    names = dict.fromkeys(p.group for p in parameters)
    return tuple((name, tuple(p for p in parameters if p.group == name)) for name in names)
