"""Which workflow a workspace starts with."""

from collections.abc import Sequence

from vqdesk.domain.job import Lane
from vqdesk.domain.workflow import WorkflowDefinition, WorkflowShelf
from vqdesk.ui.workspace.spoken_forms import in_language

_OWN_CLASS_PREFIX = "VQ"  # classes of the built-in engine that ComfyUI does not have


def find_definition(shelf: WorkflowShelf, name: str) -> WorkflowDefinition | None:
    """The workflow of that name, as it is shown."""
    return next((in_language(one) for one in shelf.definitions if one.name == name), None)


def first_workflow(shelf: WorkflowShelf, lanes: Sequence[Lane]) -> str:
    """The first workflow that an engine of the user can run; the first of all when none is known."""
    has_builtin = any(lane.kind == "builtin" for lane in lanes) or not lanes
    runnable = [one.name for one in shelf.definitions if has_builtin or not _needs_builtin(one)]
    names = runnable or [one.name for one in shelf.definitions]
    return names[0] if names else ""


def _needs_builtin(definition: WorkflowDefinition) -> bool:
    return any(name.startswith(_OWN_CLASS_PREFIX) for name in definition.requires.nodes)
