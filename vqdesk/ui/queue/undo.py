"""What was done to the queue lately, and how it is taken back: a line above the list and Ctrl+Z."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vqdesk.ui.awake_timer import AwakeTimer
from vqdesk.ui.calls import Calls
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.banner import Banner

if TYPE_CHECKING:
    from vqdesk.runtime.desk import Question  # the window starts without loading the services

_SHOWN_MS = 12_000
_KEPT = 50


@dataclass(frozen=True, slots=True)
class _Step:
    words: str
    back: "tuple[Question, ...]"


class QueueUndo(QWidget):
    """Takes no room while there is nothing to say."""

    failed = Signal(object)  # Problem

    def __init__(self, calls: Calls, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._calls = calls
        self._steps: list[_Step] = []
        self.banner = Banner(self)
        self.banner.acted.connect(self.undo)
        self._hiding = AwakeTimer(_SHOWN_MS, self)
        self._hiding.timeout.connect(self._rest)
        rows = QVBoxLayout(self)
        space = current_theme().space
        rows.setContentsMargins(space.m, space.s, space.m, space.s)
        rows.addWidget(self.banner)
        self.hide()

    def did(self, words: str, *back: "Question") -> None:
        """Something was done: “Deleted 3 jobs”, and the questions that take it back."""
        self._steps = [*self._steps, _Step(words, back)][-_KEPT:]
        self._tell(words, self.tr("Undo"))

    def say(self, words: str) -> None:
        """Something was done that there is nothing to take back of."""
        self._tell(words, "")

    def undo(self) -> None:
        """Takes the last step back."""
        if self._steps:
            step = self._steps.pop()
            self._rest()
            for question in step.back:
                self._calls.ask(self, question, failed=self.failed.emit)

    def _tell(self, words: str, button: str) -> None:
        self.banner.tell("waiting", words, "", button)
        self.banner.button.setToolTip(self.tr("Undo (Ctrl+Z)"))
        self.show()
        self._hiding.start()

    def _rest(self) -> None:
        self._hiding.stop()
        self.hide()
