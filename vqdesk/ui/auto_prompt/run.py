"""A batch that this workspace has asked for: from the click to its end."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from vqdesk.domain.auto_prompt import AutoBatch, AutoImage, AutoRunTold
from vqdesk.domain.errors import Problem
from vqdesk.domain.events import AppEvent
from vqdesk.services.auto_prompt import AutoOverrides, BatchRequest
from vqdesk.ui.auto_prompt.pace import BatchPace
from vqdesk.ui.calls import Calls


class AutoRun(QObject):
    """At most one at a time. What comes before the batch has its number waits until it is known."""

    changed = Signal()
    saved = Signal(object)  # Sequence[AutoImage]
    ended = Signal(object)  # AutoBatch
    failed = Signal(object)  # Problem: it could not be started

    def __init__(self, calls: Calls, parent: QObject) -> None:
        super().__init__(parent)
        self._calls = calls
        self._number: int | None = None
        self._early: list[AutoRunTold] = []
        self.pace: BatchPace | None = None
        self.left: set[str] = set()  # inputs that still wait for a stage
        self.is_stopping = False

    @property
    def is_running(self) -> bool:
        """From the click on."""
        return self.pace is not None

    def start(self, request: BatchRequest, overrides: AutoOverrides) -> None:
        """Begins, unless one is running."""
        if self.is_running:
            return
        self.pace = BatchPace(request.stage.stages)
        self.left, self._early, self.is_stopping = set(request.paths), [], False
        self._calls.ask(self, lambda desk: desk.auto_prompt.start(request, overrides), self._begun, self._refused)
        self.changed.emit()

    def stop(self) -> None:
        """Soon; what is there stays."""
        if not self.is_running or self.is_stopping:
            return
        self.is_stopping = True
        self._stop_now()
        self.changed.emit()

    def apply_events(self, batch: Sequence[AppEvent]) -> None:
        """Takes what the batch tells."""
        if not self.is_running:
            return
        told = [event for event in batch if isinstance(event, AutoRunTold)]
        if self._number is None:
            self._early += told
        else:
            self._take([event for event in told if event.run == self._number])

    def _begun(self, number: int) -> None:
        self._number = number
        if self.is_stopping:
            self._stop_now()
        early, self._early = self._early, []
        self._take([event for event in early if event.run == number])

    def _stop_now(self) -> None:
        number = self._number
        if number is not None:
            self._calls.ask(self, lambda desk: desk.auto_prompt.stop(number))

    def _refused(self, problem: Problem) -> None:
        self.pace = None
        self.failed.emit(problem)
        self.changed.emit()

    def _take(self, told: Sequence[AutoRunTold]) -> None:
        if not told or self.pace is None:
            return
        images, end = [], None
        for event in told:
            if isinstance(event.what, AutoBatch):
                end = event.what
                continue
            self.pace.take(event.what)
            if isinstance(event.what, AutoImage):
                images.append(event.what)
                if self.pace.stage == self.pace.stages[-1] or event.what.problem:
                    self.left.discard(event.what.path)
        if images:
            self.saved.emit(images)
        if end is not None:
            self.pace, self._number, self.left = None, None, set()
            self.ended.emit(end)
        self.changed.emit()
