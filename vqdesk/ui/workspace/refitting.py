"""Values that meet a workflow which was changed since: adjusted where they must be, and never in silence."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from vqdesk.domain.errors import Problem
from vqdesk.domain.restoring import Adjusted, restored, shape_of
from vqdesk.domain.workflow import WorkflowDefinition
from vqdesk.domain.workspace import WorkspaceState


def refitted(state: WorkspaceState, definition: WorkflowDefinition) -> tuple[WorkspaceState, Problem | None]:
    """The state with values that fit the definition as it is now, and what to tell about it."""
    found = restored(definition, state.own_values, state.shapes.get(definition.name, {}))
    shapes = {**state.shapes, definition.name: shape_of(definition)}
    fitting = replace(state.with_own_values(found.values) if state.own_values else state, shapes=shapes)
    said = [_adjusted(one) for one in found.adjusted]
    said += [_tr("{0} is not a part of it any more.").format(name) for name in found.gone]
    if not said:
        return fitting, None
    summary = _tr("The workflow “{0}” was changed since you used it here.").format(definition.title)
    return fitting, Problem(summary, " ".join(said), _tr("Look at the values before you add it."))


def _adjusted(one: Adjusted) -> str:
    if one.now is None:
        return _tr("{0} {1} is not possible any more; the default is back.").format(one.label, one.before)
    return _tr("{0} {1} became {2}.").format(one.label, one.before, one.now)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Refitting", text)
