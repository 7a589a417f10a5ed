"""What is being imported: the opened file, the draft as the user has changed it so far, and its name."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from vqdesk.domain.errors import ParameterInvalid
from vqdesk.domain.importing import DraftField, FormDraft, Guess, definition_of, faults
from vqdesk.domain.workflow import WorkflowDefinition

if TYPE_CHECKING:
    from vqdesk.services.importing.opening import Opened

PREVIEW_NAME = "import-preview"


class Drafting(QObject):
    """`opened` when another file is here, `changed` after every edit of its draft or name."""

    opened = Signal()
    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source: Opened | None = None
        self._draft: FormDraft | None = None
        self._title = ""
        self._is_edited = False

    @property
    def source(self) -> "Opened | None":
        """The file as it was opened."""
        return self._source

    @property
    def draft(self) -> FormDraft | None:
        """The draft with the user's changes; None for a file that cannot become a form."""
        return self._draft

    @property
    def title(self) -> str:
        """The name that the workflow shall have."""
        return self._title

    @property
    def is_edited(self) -> bool:
        """Whether the user has changed anything since it was opened or saved."""
        return self._is_edited

    @property
    def fields(self) -> tuple[DraftField, ...]:
        """All fields, ticked or not, in the order of the form."""
        return self._draft.fields if self._draft else ()

    def field(self, name: str) -> DraftField | None:
        """The field of that name."""
        return next((one for one in self.fields if one.parameter.name == name), None)

    def groups(self) -> list[str]:
        """The groups that there are, each once."""
        return list(dict.fromkeys(one.parameter.group for one in self.fields if one.parameter.group))

    def definition(self) -> WorkflowDefinition | None:
        """The workflow that saving would make."""
        return definition_of(self._draft, PREVIEW_NAME, self._title) if self._draft else None

    def faults(self) -> tuple[ParameterInvalid, ...]:
        """What keeps it from being saved."""
        return faults(self._draft) if self._draft else ()

    def open(self, source: "Opened") -> None:
        """Begins with a file."""
        self._source, self._draft, self._title = source, source.draft, source.title
        self._is_edited = False
        self.opened.emit()
        self.changed.emit()

    def saved(self) -> None:
        """Everything is on disk."""
        self._is_edited = False

    def rename(self, title: str) -> None:
        """Another name for the workflow."""
        if title != self._title:
            self._title = title
            self._tell()

    def tick(self, name: str, *, is_chosen: bool) -> None:
        """Takes a field into the form, or out of it."""
        if self._draft:
            self._take(self._draft.with_field(name, is_chosen=is_chosen))

    def change(self, name: str, **changes: Any) -> None:
        """Another label, group, default, bound … of a field."""
        if self._draft:
            self._take(self._draft.with_field(name, **changes))

    def move(self, name: str, to: int) -> None:
        """Puts a field at another place."""
        if self._draft:
            self._take(self._draft.moved(name, to))

    def choose_task(self, guess: Guess) -> None:
        """Another category and task."""
        if self._draft:
            self._take(replace(self._draft, guess=guess))

    def _take(self, draft: FormDraft) -> None:
        if draft != self._draft:
            self._draft = draft
            self._tell()

    def _tell(self) -> None:
        self._is_edited = True
        self.changed.emit()
