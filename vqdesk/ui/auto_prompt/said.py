"""What the line below the table says of batches and of steps that can be undone."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoStack

from vqdesk.domain.auto_prompt import AutoBatch
from vqdesk.domain.errors import Problem
from vqdesk.ui.auto_prompt import words
from vqdesk.ui.workspace.note_line import NoteLine

_NONE = -1


class AutoSaid(QObject):
    """Undo is offered until another step follows."""

    def __init__(self, note: NoteLine, stack: QUndoStack, parent: QObject) -> None:
        super().__init__(parent)
        self._note = note
        self._stack = stack
        self._step = _NONE
        stack.indexChanged.connect(self._forget)
        note.acted.connect(self._undo)

    def step(self, said: str) -> None:
        """A step was done just now."""
        self._step = self._stack.index()
        self._note.tell(said, button=self.tr("Undo"))

    def end(self, batch: AutoBatch) -> None:
        """A batch has ended; nothing is said when everything is there."""
        self._step = _NONE
        said = words.end_words(batch)
        self._note.tell(said, details=_details(batch.problem), warns=bool(said))

    def problem(self, problem: Problem) -> None:
        """Something could not be begun."""
        self._step = _NONE
        self._note.tell(problem.summary, details=_details(problem), warns=True)

    def _forget(self, index: int) -> None:
        if self._step not in (_NONE, index):
            self._step = _NONE
            self._note.tell("")

    def _undo(self) -> None:
        if self._step != _NONE:
            self._stack.undo()


def _details(problem: Problem | None) -> str:
    return " ".join(part for part in (problem.cause, problem.remedy) if part) if problem else ""
