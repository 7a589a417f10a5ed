"""Events from the worker thread into the window's thread, in batches of at most one per frame."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from vqdesk.runtime.inbox import Inbox
from vqdesk.ui.problems import answer_in_words

_FRAME_MS = 16


class Bridge(QObject):
    """`inbox.post` may be called from any thread; `batch` comes in this object's thread."""

    batch = Signal(object)  # list[AppEvent], never empty

    _woken = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.inbox = Inbox(wake=self._woken.emit)
        self._frame = QTimer(self, singleShot=True, interval=_FRAME_MS)
        self._frame.timeout.connect(self._deliver)
        self._woken.connect(self._frame.start, Qt.ConnectionType.QueuedConnection)

    def _deliver(self) -> None:
        events = self.inbox.drain()
        if events:
            self.batch.emit([answer_in_words(event) for event in events])
