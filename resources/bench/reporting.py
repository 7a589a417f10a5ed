"""How a measured program tells its parent that something happened: a JSON line, at once."""

import json
import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow


def report(name: str, **facts: Any) -> None:
    """The parent takes the time when the line arrives."""
    sys.stdout.write(json.dumps({"report": name, **facts}) + "\n")
    sys.stdout.flush()


class FirstPaint(QObject):
    """Calls `then` with the first main window, once all of it has been painted for the first time."""

    def __init__(self, application: QApplication, then: Callable[[QMainWindow], None]) -> None:
        super().__init__(application)
        self._application = application
        self._then = then
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, QMainWindow):
            self._application.removeEventFilter(self)
            QTimer.singleShot(0, lambda: self._then(watched))  # its children paint in the same turn
        return False
