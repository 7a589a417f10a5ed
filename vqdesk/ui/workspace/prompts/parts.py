"""The table and what stands around it, as one value."""

from dataclasses import dataclass

from vqdesk.ui.workspace.prompts.edits import RowEdits
from vqdesk.ui.workspace.prompts.model import PromptTableModel
from vqdesk.ui.workspace.prompts.table import PromptTable
from vqdesk.ui.workspace.prompts.tools import TableTools


@dataclass(frozen=True)
class TableParts:
    """What auto-prompts work on."""

    model: PromptTableModel
    edits: RowEdits
    table: PromptTable
    tools: TableTools
