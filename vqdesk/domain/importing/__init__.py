"""From whatever ComfyUI saved to a graph and the draft of a form: pure rules, no files."""

from vqdesk.domain.importing.convert import Conversion, convert, is_api_graph, tidy_api_graph
from vqdesk.domain.importing.document import UiDocument, is_ui_document, read_document
from vqdesk.domain.importing.draft import FormDraft, draft_form
from vqdesk.domain.importing.fields import DraftField
from vqdesk.domain.importing.forms import definition_of, draft_of, faults
from vqdesk.domain.importing.guess import Guess
from vqdesk.domain.importing.notes import ImportNote, ModelFile, NoteKind
from vqdesk.domain.importing.reuse import MadeBy, made_by

__all__ = [
    "Conversion",
    "DraftField",
    "FormDraft",
    "Guess",
    "ImportNote",
    "MadeBy",
    "ModelFile",
    "NoteKind",
    "UiDocument",
    "convert",
    "definition_of",
    "draft_form",
    "draft_of",
    "faults",
    "is_api_graph",
    "is_ui_document",
    "made_by",
    "read_document",
    "tidy_api_graph",
]
