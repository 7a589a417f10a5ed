"""The shelf of workflows for everybody else: what reads and checks the files is loaded at its first use."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vqdesk.domain.workflow import BrokenWorkflow, WorkflowDefinition, WorkflowShelf

if TYPE_CHECKING:
    from vqdesk.services.workflows import library


class WorkflowLibrary:
    """The shipped workflows and the user's own. The window opens before YAML and validation are loaded."""

    def __init__(self, shipped: Path, user: Path) -> None:
        self._folders = (shipped, user)

    @cached_property
    def _library(self) -> "library.WorkflowLibrary":
        from vqdesk.services.workflows import library

        return library.WorkflowLibrary(*self._folders)

    def shelf(self) -> WorkflowShelf:
        """All workflows by category and title; files are read again only when one of them has changed."""
        return self._library.shelf()

    def get(self, name: str) -> WorkflowDefinition:
        """Raises NotFound, with similar names, or with the fault when the file of that name is broken."""
        return self._library.get(name)

    def faults(self, name: str) -> tuple[BrokenWorkflow, ...]:
        """What is wrong with the user's file of this name, in whose place the shipped one is taken."""
        return self._library.faults(name)


def check_file(path: Path) -> tuple[BrokenWorkflow, ...]:
    """Everything that is wrong with a definition and its template, or with a template alone (".json")."""
    from vqdesk.services.workflows import library

    return library.check_file(path)


def definition_schema() -> dict[str, Any]:
    """The JSON schema of definition files."""
    from vqdesk.services.workflows import published

    return published.definition_schema()
