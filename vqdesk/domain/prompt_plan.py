"""What the prompt table of a workspace adds to a submission."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from vqdesk.domain.auto_rows import own_texts, unapplied
from vqdesk.domain.parameters import Parameter, ParameterType
from vqdesk.domain.prompt_modes import PromptMode
from vqdesk.domain.prompt_rows import own_values, wrong_cells
from vqdesk.domain.shaping import shaped
from vqdesk.domain.workflow import WorkflowDefinition
from vqdesk.domain.workspace import WorkspaceState

_WRITTEN: Final = "positive_prompt"


@dataclass(frozen=True, slots=True)
class PromptPlan:
    """`per_file` and `variations` as a submission takes them; `wrong` by (card, parameter), in words."""

    per_file: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    variations: tuple[Mapping[str, Any], ...] = ()
    wrong: Mapping[tuple[str, str], str] = field(default_factory=dict)
    lacks_texts: bool = False  # crossed, but there is no text to cross with
    unapplied: int = 0  # inputs with a written text that does not count yet
    textless: int = 0  # inputs for which a text can still be written, and the form has none
    later: int = 0  # inputs whose texts are written while the job waits


def prompt_plan(definition: WorkflowDefinition, state: WorkspaceState) -> PromptPlan:
    """Values of single inputs, or texts that are run with each of them; nothing in the mode for one text."""
    if not uses_table(definition, state):
        return PromptPlan()
    made = shaped(definition, state.own_values)
    own = own_values(made, state.rows, state.inputs)
    wrong = wrong_cells(made, state.own_values, own, state.inputs)
    if state.prompt_mode is PromptMode.AUTO and (plan := _waiting(made, state, wrong)):
        return plan
    if not state.crosses:
        return PromptPlan(own, (), wrong)
    texts = {column.name for column in text_columns(made)}
    lines = [{name: row[name] for name in row if name in texts} for row in own.values()]
    variations = [line for at, line in enumerate(lines) if line and line not in lines[:at]]
    rest = {card: {name: row[name] for name in row if name not in texts} for card, row in own.items()}
    return PromptPlan(
        per_file={card: row for card, row in rest.items() if row},
        variations=tuple(variations),
        wrong={(card, name): said for (card, name), said in wrong.items() if name in own.get(card, {})},
        lacks_texts=not variations,
    )


def uses_table(definition: WorkflowDefinition, state: WorkspaceState) -> bool:
    """Whether the values of single inputs count."""
    return state.prompt_mode is not PromptMode.ONE and may_differ(definition)


def may_differ(definition: WorkflowDefinition) -> bool:
    """Whether a job of this workflow can have several inputs at all."""
    return definition.input is not None and definition.input.max != 1


def text_columns(definition: WorkflowDefinition) -> tuple[Parameter, ...]:
    """The texts that every row of the table shows: one for each clip."""
    return tuple(one for one in definition.parameters if is_prompt_text(one) and not one.advanced)


def written_names(definition: WorkflowDefinition) -> tuple[str, ...]:
    """The parameters whose texts language models can write: one for each clip; none without images."""
    if definition.input is None or definition.input.kind != "image" or not may_differ(definition):
        return ()
    return tuple(one.name for one in text_columns(definition) if one.name.startswith(_WRITTEN))


def other_columns(definition: WorkflowDefinition) -> tuple[Parameter, ...]:
    """What else may differ from input to input: all that reaches the graph without changing its nodes."""
    texts = text_columns(definition)
    return tuple(one for one in definition.parameters if one not in texts and one.bind and not _shapes(one))


def shown_columns(definition: WorkflowDefinition, names: Sequence[str]) -> tuple[Parameter, ...]:
    """The texts, and of the other columns those that were chosen; without either the first other one."""
    texts, others = text_columns(definition), other_columns(definition)
    chosen = tuple(one for one in others if one.name in names)
    return (*texts, *chosen) or others[:1]


def is_prompt_text(parameter: Parameter) -> bool:
    """Whether it is a text of several lines."""
    return parameter.type is ParameterType.TEXT and (parameter.multiline or parameter.widget == "multiline")


def _waiting(
    definition: WorkflowDefinition, state: WorkspaceState, wrong: Mapping[tuple[str, str], str]
) -> PromptPlan | None:
    """While texts are to be written or applied; an empty cell is no fault then."""
    names = written_names(definition)
    is_empty = {cell for cell in wrong if cell[1] in names and not state.rows.get(cell[0], {}).get(cell[1])}
    waiting = unapplied(state.rows, state.auto, state.inputs, names)
    textless = {card for card, _ in is_empty} - set(waiting)
    if not waiting and not textless:
        return None
    others = {cell: said for cell, said in wrong.items() if cell not in is_empty}
    if state.writes_later and not state.crosses and not waiting and not own_texts(state.rows, textless, names):
        return PromptPlan(own_values(definition, state.rows, state.inputs), (), others, later=len(textless))
    return PromptPlan(wrong=others, unapplied=len(waiting), textless=len(textless))


def _shapes(parameter: Parameter) -> bool:
    return parameter.type is ParameterType.LORA
