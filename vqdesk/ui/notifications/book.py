"""The notices that are kept: newest first, over restarts."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from vqdesk.domain.notifications import MOST_KEPT, Notice
from vqdesk.ui.calls import Calls


class NoticeBook(QObject):
    """`changed` after every change."""

    changed = Signal()
    failed = Signal(object)  # Problem

    def __init__(self, calls: Calls, parent: QObject) -> None:
        super().__init__(parent)
        self._calls = calls
        self.notices: list[Notice] = []

    @property
    def unread(self) -> int:
        """How many nobody has looked at."""
        return sum(not one.is_read for one in self.notices)

    def start(self) -> None:
        """Reads those of earlier days."""
        self._calls.ask(self, lambda desk: desk.notices.kept(), self._take_kept, self.failed.emit)

    def add(self, notice: Notice) -> None:
        """Keeps one more."""
        self._put([notice, *self.notices][:MOST_KEPT])

    def read_all(self) -> None:
        """The user has seen the list."""
        if self.unread:
            self._put([replace(one, is_read=True) for one in self.notices])

    def clear(self) -> None:
        """Forgets all."""
        self._put([])

    def _put(self, notices: list[Notice]) -> None:
        self.notices = notices
        self._calls.ask(self, lambda desk: desk.notices.keep(notices), failed=self.failed.emit)
        self.changed.emit()

    def _take_kept(self, kept: list[Notice]) -> None:
        self.notices = [*self.notices, *kept][:MOST_KEPT]
        self.changed.emit()
