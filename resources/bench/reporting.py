"""How a measured program tells its parent that something happened: a JSON line, at once."""

import json
import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMainWindow


def report(name: str, **facts: Any) -> None:
    """The parent takes the time when the line arrives."""
    sys.stdout.write(json.dumps({"report": name, **facts}) + "\n")
    sys.stdout.flush()


class FirstPaint(QObject):
    """Calls `then` with the first main window, when all of it has been painted, before anything else happens."""

    def __init__(self, application: QApplication, then: Callable[[QMainWindow], None]) -> None:
        super().__init__(application)
        self._application = application
        self._then = then
        self._window: QMainWindow | None = None
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            if isinstance(watched, QMainWindow):
                self._window = watched
        elif self._window is not None:
            self._application.removeEventFilter(self)
            self._then(self._window)
        return False
