"""From whatever ComfyUI saved to a graph and the draft of a form: pure rules, no files."""

from vqdesk.domain.importing.convert import Conversion, convert, is_api_graph, tidy_api_graph
from vqdesk.domain.importing.document import UiDocument, is_ui_document, read_document
from vqdesk.domain.importing.draft import FormDraft, draft_form
from vqdesk.domain.importing.notes import ImportNote, ModelFile, NoteKind
from vqdesk.domain.importing.reuse import MadeBy, made_by

__all__ = [
    "Conversion",
    "FormDraft",
    "ImportNote",
    "MadeBy",
    "ModelFile",
    "NoteKind",
    "UiDocument",
    "convert",
    "draft_form",
    "is_api_graph",
    "is_ui_document",
    "made_by",
    "read_document",
    "tidy_api_graph",
]
