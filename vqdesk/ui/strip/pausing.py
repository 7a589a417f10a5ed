"""Pause and resume in the strip: after the current prompts, or now."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from vqdesk.domain.events import QueueChanged
from vqdesk.ui.widgets.buttons import Button, SplitButton


class PauseButton(SplitButton):
    """Pauses after what runs; its menu offers to take that back too. `wanted`: paused, now."""

    wanted = Signal(bool, bool)

    def __init__(self, parent: QWidget) -> None:
        menu = QMenu(parent)
        super().__init__(Button("", small=True), menu, _tr("Ways to pause"), parent)
        self._queue = QueueChanged(paused=False, running=0, waiting=0)
        self.after = QAction(_tr("Pause after the current prompts"), self)
        self.now = QAction(_tr("Pause now: stop what runs and put it back"), self)
        for action in (self.after, self.now):
            menu.addAction(action)
        self.after.triggered.connect(self.toggle)
        self.now.triggered.connect(self.pause_now)
        self.button.clicked.connect(self.toggle)
        self.named_actions = {
            "queue.pause": self._command(_tr("Pause the queue, or go on"), self.toggle, "Ctrl+P"),
            "queue.pause_now": self._command(self.now.text(), self.pause_now, "Ctrl+Shift+P"),
        }
        for action in self.named_actions.values():
            parent.addAction(action)
        self.show_queue(self._queue)

    def toggle(self) -> None:
        """Pauses when what runs has ended, or goes on."""
        self.wanted.emit(not self._queue.paused, False)

    def pause_now(self) -> None:
        """Also takes back what runs; on a paused queue that still runs something, only that."""
        self.wanted.emit(True, True)

    def _command(self, words: str, act: Callable[[], None], keys: str) -> QAction:
        """Holds in every state of the queue, where the entries of the menu come and go."""
        action = QAction(words, self, shortcut=QKeySequence(keys))
        action.triggered.connect(lambda _checked: act())
        return action

    def show_queue(self, queue: QueueChanged) -> None:
        """Words for the state of the queue; nothing running can be stopped only while something runs."""
        self._queue = queue
        self.button.setText(_tr("Resume") if queue.paused else _tr("Pause"))
        self.button.set_icon("play" if queue.paused else "pause")
        tip = _tr("Go on with the queue") if queue.paused else _tr("Start nothing new; what runs goes on")
        keys = self.named_actions["queue.pause"].shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.button.setToolTip(f"{tip} ({keys})" if keys else tip)
        self.after.setVisible(not queue.paused)
        self.now.setText(
            _tr("Stop what still runs and put it back")
            if queue.paused
            else _tr("Pause now: stop what runs and put it back")
        )
        is_offered = not queue.paused or queue.running > 0
        self.menu_part.setVisible(is_offered)
        self.button.join(right=is_offered)
        self.updateGeometry()


def _tr(text: str) -> str:
    return QCoreApplication.translate("PauseButton", text)
