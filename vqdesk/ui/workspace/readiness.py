"""Whether the workspace can be queued, what that would make, and why not."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from vqdesk.domain.errors import ParameterInvalid
from vqdesk.domain.fanout import check_tries, count
from vqdesk.domain.file_values import missing_files
from vqdesk.domain.parameters import RANDOM_SEED
from vqdesk.domain.prompt_plan import PromptPlan, prompt_plan
from vqdesk.domain.shaping import shaped
from vqdesk.domain.workflow import WorkflowDefinition, check_values, effective_values
from vqdesk.domain.workspace import WorkspaceState
from vqdesk.ui.workspace import words
from vqdesk.ui.workspace.words import Sentence

_NOTHING: Final = PromptPlan()


@dataclass(frozen=True, slots=True)
class Readiness:
    """`blocked` says why nothing can be added now, or is None."""

    sentence: Sentence
    errors: Sequence[ParameterInvalid] = ()
    blocked: str | None = None
    only_lacks: bool = False  # blocked by what the engine lacks alone: the user may add the job anyway
    plan: PromptPlan = _NOTHING  # what single inputs have for themselves


def used_tries(definition: WorkflowDefinition, state: WorkspaceState) -> int | str:
    """The tries that count: without a seed every try would give the same, so there is one."""
    return state.tries if definition.seed else 1


def judge(
    definition: WorkflowDefinition | None,
    state: WorkspaceState,
    broken_files: int,
    has_engine: bool,
    lacking: int = 0,
) -> Readiness:
    """What the footer and the fields say.

    `broken_files` counts files that cannot be used, `lacking` what no engine has for these values.
    """
    if definition is None:
        nothing = words.empty_sentence("image") if not state.workflow else Sentence("", "", "")
        return Readiness(nothing, blocked=_no_workflow(state, has_engine, nothing))
    definition = shaped(definition, state.own_values)
    plan = prompt_plan(definition, state)
    errors = _errors(definition, state)
    tries = used_tries(definition, state)
    spec = definition.input
    if spec is not None and not state.inputs:
        sentence = words.empty_sentence(spec.kind)
        return Readiness(sentence, errors, sentence.second, plan=plan)
    made = count(definition, len(state.inputs), tries if isinstance(tries, int) else 1, len(plan.variations))
    sentence = words.count_sentence(made, has_tries=definition.seed is not None)
    blocked = words.wrong_values(errors) if errors else _wrong_cells(plan)
    blocked = blocked or _blocked(definition, state, broken_files, has_engine)
    if blocked is None and lacking:
        return Readiness(sentence, errors, _lacking(lacking), only_lacks=True, plan=plan)
    return Readiness(sentence, errors, blocked, plan=plan)


def _wrong_cells(plan: PromptPlan) -> str | None:
    if plan.unapplied:
        many = _tr("{0} have texts that are not applied yet: apply or clear them.")
        return many.format(words.amount("image", plan.unapplied))
    if plan.textless and not plan.wrong:
        return _tr("{0} still need a text: have it written, or write one below for all.").format(
            words.amount("image", plan.textless)
        )
    if plan.lacks_texts:
        return _tr("The table has no text yet to run with every image.")
    if not plan.wrong:
        return None
    many = _tr("{0} cells of the table need a look.").format(len(plan.wrong))
    return _tr("One cell of the table needs a look.") if len(plan.wrong) == 1 else many


def _errors(definition: WorkflowDefinition, state: WorkspaceState) -> list[ParameterInvalid]:
    known = {p.name for p in definition.parameters}
    own = {name: value for name, value in state.own_values.items() if name in known}
    values = effective_values(definition, own)
    errors = [*check_values(definition, values), *missing_files(definition, values)]
    tries = used_tries(definition, state)
    if not isinstance(tries, int):
        said = _tr("Tries cannot be “{0}”.").format(tries)
        errors.append(ParameterInvalid("tries", said, "", _tr("Use a whole number, 1 or more.")))
    elif wrong := check_tries(definition, tries, values.get("seed", RANDOM_SEED)):
        errors.append(wrong)
    return errors


def _blocked(
    definition: WorkflowDefinition, state: WorkspaceState, broken_files: int, has_engine: bool
) -> str | None:
    if broken_files:
        return _tr("{0} cannot be used; take the marked tiles out.").format(words.amount("file", broken_files))
    spec = definition.input
    if spec is not None:
        given = len(state.inputs)
        if given < spec.min:
            return _tr("Needs at least {0}.").format(words.amount(spec.kind, spec.min))
        if spec.max is not None and given > spec.max:
            return _tr("Takes at most {0}.").format(words.amount(spec.kind, spec.max))
    return None if has_engine else _tr("First choose above what renders.")


def _lacking(count: int) -> str:
    many = _tr("The engine lacks {0} things, see above.")
    return _tr("The engine lacks one thing, see above.") if count == 1 else many.format(count)


def _no_workflow(state: WorkspaceState, has_engine: bool, nothing: Sentence) -> str:
    if not has_engine or not state.workflow:
        return nothing.second
    return _tr("The workflow “{0}” is not there. Choose another.").format(state.workflow)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Readiness", text)
