"""The newest forecast of the queue, for every part of the window that shows time."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from vqdesk.domain.errors import Problem
from vqdesk.domain.estimates import Forecast
from vqdesk.domain.events import AppEvent, JobsChanged, LaneChanged, QueueChanged, StoreChanged
from vqdesk.ui.calls import Calls
from vqdesk.ui.paced import Paced

_FIRST_MS = 500
_PAUSE_MS = 1_000
_WHILE_RUNNING_MS = 3_000


class ForecastFeed(QObject):
    """Asks after changes, and now and then while something runs; an idle queue is left alone."""

    changed = Signal(object)  # Forecast
    failed = Signal(object)  # Problem

    def __init__(self, calls: Calls, parent: QObject) -> None:
        super().__init__(parent)
        self._calls = calls
        self._asking = Paced(self._ask, _PAUSE_MS, self)
        self._running = QTimer(self, interval=_WHILE_RUNNING_MS)
        self._running.timeout.connect(self._asking.request)

    def start(self) -> None:
        """Asks for the first time, when the list has been read: it matters more."""
        QTimer.singleShot(_FIRST_MS, self, self._asking.request)

    def apply_events(self, batch: Sequence[AppEvent]) -> None:
        """Takes what happened in the worker."""
        if any(isinstance(event, JobsChanged | LaneChanged | QueueChanged | StoreChanged) for event in batch):
            self._asking.request()

    def _ask(self) -> None:
        self._calls.ask(self, lambda desk: desk.estimates.forecast(), self._take, self._fail)

    def _take(self, said: Forecast) -> None:
        self._asking.finished()
        if said.queue is not None:
            self._running.start()
        else:
            self._running.stop()
        self.changed.emit(said)

    def _fail(self, problem: Problem) -> None:
        self._asking.finished()
        self._running.stop()
        self.failed.emit(problem)
