"""Workflow definitions: read from YAML and JSON, checked, and kept on a shelf."""

from vqdesk.domain.workflow import WorkflowShelf
from vqdesk.services.workflows.shelf import WorkflowLibrary, check_file, definition_schema

__all__ = ["WorkflowLibrary", "WorkflowShelf", "check_file", "definition_schema"]
