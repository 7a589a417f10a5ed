"""The question before quitting while prompts run."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from vqdesk.domain.events import AppEvent, NightChanged, QueueChanged
from vqdesk.domain.policies.after_queue import AfterQueue
from vqdesk.ui.night.words import quit_texts
from vqdesk.ui.widgets.question import Question, Role


class ExitQuestion(QObject):
    """Knows from events whether there is anything to ask; a window that runs no queue asks nothing."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._queue = QueueChanged(paused=False, running=0, waiting=0)
        self._night: NightChanged | None = None
        self._is_answered = False
        self.box: Question | None = None

    def apply_events(self, batch: Sequence[AppEvent]) -> None:
        """Takes what happened in the worker."""
        for event in batch:
            if isinstance(event, QueueChanged):
                self._queue = event
            elif isinstance(event, NightChanged):
                self._night = event

    def may_leave(self) -> bool:
        """Whether the window may close now; else the user is being asked, and a yes closes it."""
        is_calm = self._night is None or not self._night.asks_before_exit or not self._queue.running
        if is_calm or self._is_answered:
            return True
        if self.box is None:
            self._ask(AfterQueue(self._night.after_queue) if self._night else AfterQueue.NOTHING)
        return False

    def _ask(self, wish: AfterQueue) -> None:
        question, explained = quit_texts(self._queue.running, self._queue.waiting, wish)
        self.box = Question(self.tr("Quit"), question, explained, self._window)
        leave = self.box.add(self.tr("Quit VQDesk"), Role.DestructiveRole)
        stay = self.box.add(self.tr("Keep it open"), Role.RejectRole)
        self.box.setDefaultButton(stay)
        leave.clicked.connect(self._leave)
        self.box.finished.connect(self._forget)
        self.box.open()

    def _leave(self) -> None:
        self._is_answered = True
        self._window.close()

    def _forget(self, _result: int) -> None:
        self.box = None
