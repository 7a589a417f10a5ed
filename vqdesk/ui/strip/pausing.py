"""Pause and resume in the strip: after the current prompts, or now."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
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
        self.after.setShortcut(QKeySequence("Ctrl+P"))
        self.now = QAction(_tr("Pause now: stop what runs and put it back"), self)
        self.now.setShortcut(QKeySequence("Ctrl+Shift+P"))
        for action in (self.after, self.now):
            menu.addAction(action)
        self.after.triggered.connect(self.toggle)
        self.now.triggered.connect(self.pause_now)
        self.button.clicked.connect(self.toggle)
        QShortcut(QKeySequence("Ctrl+P"), parent).activated.connect(self.toggle)
        QShortcut(QKeySequence("Ctrl+Shift+P"), parent).activated.connect(self.pause_now)
        self.show_queue(self._queue)

    def toggle(self) -> None:
        """Pauses when what runs has ended, or goes on."""
        self.wanted.emit(not self._queue.paused, False)

    def pause_now(self) -> None:
        """Also takes back what runs; on a paused queue that still runs something, only that."""
        self.wanted.emit(True, True)

    def show_queue(self, queue: QueueChanged) -> None:
        """Words for the state of the queue; nothing running can be stopped only while something runs."""
        self._queue = queue
        self.button.setText(_tr("Resume") if queue.paused else _tr("Pause"))
        self.button.set_icon("play" if queue.paused else "pause")
        tip = _tr("Go on with the queue") if queue.paused else _tr("Start nothing new; what runs goes on")
        self.button.setToolTip(f"{tip} (Ctrl+P)")
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
