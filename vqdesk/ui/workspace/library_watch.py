"""Looks now and then whether a workflow file has changed."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from vqdesk.domain.workflow import WorkflowShelf
from vqdesk.ui.calls import Calls

_EVERY_MS = 2_000


class LibraryWatch(QTimer):
    """`changed` carries the WorkflowShelf as it is now. Rests while `seen_by` is not seen."""

    changed = Signal(object)

    def __init__(self, calls: Calls, seen_by: QWidget) -> None:
        super().__init__(seen_by, interval=_EVERY_MS)
        self._calls = calls
        self._seen_by = seen_by
        self._shelf: WorkflowShelf | None = None
        self.timeout.connect(self._look)

    def know(self, shelf: WorkflowShelf) -> None:
        """What is shown now."""
        self._shelf = shelf
        self.start()

    def _look(self) -> None:
        if self._seen_by.isVisible():
            self._calls.ask(self, lambda desk: desk.workflows(), self._take, lambda _: None)

    def _take(self, shelf: WorkflowShelf) -> None:
        if shelf is not self._shelf and shelf != self._shelf:
            self.changed.emit(shelf)
