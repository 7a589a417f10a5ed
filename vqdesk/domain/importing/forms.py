"""Between a form's draft and a workflow: what the draft would make, and a draft of a workflow that is there."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from vqdesk.domain.errors import ParameterInvalid, WorkflowInvalid
from vqdesk.domain.graph import workflow_hash
from vqdesk.domain.importing.classes import Catalog
from vqdesk.domain.importing.convert import Conversion
from vqdesk.domain.importing.draft import FormDraft, draft_form
from vqdesk.domain.importing.fields import DraftField
from vqdesk.domain.importing.guess import Guess
from vqdesk.domain.parameters import RANDOM_SEED, Parameter, ParameterType, check_value
from vqdesk.domain.workflow import WorkflowDefinition

SEED_GROUP: Final = "Sampling"
"""Group of the seed in the form of an imported workflow."""

_NUMBERS: Final = (ParameterType.INT, ParameterType.FLOAT)


def definition_of(draft: FormDraft, name: str, title: str) -> WorkflowDefinition:
    """The workflow that saving the draft would make, for a preview and for a trial."""
    parameters = [one.parameter for one in draft.fields if one.is_chosen]
    if draft.seed_bind:
        parameters.append(
            Parameter("seed", "Seed", ParameterType.SEED, RANDOM_SEED, draft.seed_bind, group=SEED_GROUP)
        )
    return WorkflowDefinition(
        name=name,
        title=title,
        category=draft.guess.category,
        task_type=draft.guess.task_type,
        template=draft.graph,
        template_hash=workflow_hash(draft.graph),
        parameters=tuple(parameters),
        outputs=draft.outputs,
        input=draft.input,
        timing=draft.timing,
        requires=draft.requires,
        is_user=True,
    )


def draft_of(definition: WorkflowDefinition, catalog: Catalog) -> FormDraft:
    """The draft behind a saved workflow: its own fields ticked and as they are, further ones offered below."""
    base = definition.base or definition
    own = tuple(one for one in base.parameters if one.type is not ParameterType.SEED)
    taken = {binding for one in base.parameters for binding in one.bind} | {base.input_binding}
    fields = [DraftField(one, is_chosen=True, source=_title(base, one)) for one in own]
    fields += _offered(base, catalog, taken, {one.name for one in own})
    return FormDraft(
        graph=base.template,
        guess=Guess(base.category, base.task_type),
        fields=tuple(fields),
        seed_bind=base.seed_bindings,
        outputs=base.outputs,
        input=base.input,
        timing=base.timing,
        requires=base.requires,
    )


def faults(draft: FormDraft) -> tuple[ParameterInvalid, ...]:
    """What keeps the ticked fields from being saved, in the order of the form."""
    return tuple(fault for one in draft.fields if one.is_chosen for fault in _faults_of(one.parameter))


def _faults_of(one: Parameter) -> Iterator[ParameterInvalid]:
    if not one.label.strip():
        yield ParameterInvalid(one.name, "A field has no name.", f"It sets {one.bind[0]}.", "Give it a name.")
    if one.type in _NUMBERS and one.min is not None and one.max is not None and one.min > one.max:
        cause = f"The least value, {one.min:g}, is above the greatest, {one.max:g}."
        yield ParameterInvalid(one.name, f"{one.label} can have no value.", cause, "Exchange them.")
    elif wrong := check_value(one, one.default):
        yield wrong


def _offered(base: WorkflowDefinition, catalog: Catalog, taken: set[str], names: set[str]) -> Iterable[DraftField]:
    """What an import would find besides; nothing where the catalogue does not know how the graph saves."""
    try:
        found = draft_form(Conversion(base.template), catalog).fields
    except WorkflowInvalid:
        return
    for one in found:
        if taken.isdisjoint(one.parameter.bind):
            name = _free(one.parameter.name, names)
            names.add(name)
            yield replace(one, parameter=replace(one.parameter, name=name), is_chosen=False)


def _free(wanted: str, names: set[str]) -> str:
    name, n = wanted, 2
    while name in names:
        name, n = f"{wanted}_{n}", n + 1
    return name


def _title(base: WorkflowDefinition, one: Parameter) -> str:
    node = one.bind[0].partition(".")[0] if one.bind else ""
    entry = base.template.get(node, {})
    return str(entry.get("_meta", {}).get("title") or entry.get("class_type") or node)
