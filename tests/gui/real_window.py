"""The real window over the real worker, store and built-in engine, and a user's hands for it."""

import json
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from vqdesk import bootstrap
from vqdesk.ports import Store
from vqdesk.runtime.app import App
from vqdesk.ui.app import Desktop
from vqdesk.ui.main_window import MainWindow
from vqdesk.ui.theme.apply import ThemeSwitch
from vqdesk.ui.window_memory import WindowMemory

LEFT, NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
PATIENCE_MS = 60_000


@dataclass(frozen=True)
class RealWindow:
    """A window that works on its own data folder."""

    app: App
    desktop: Desktop

    @property
    def window(self) -> MainWindow:
        return self.desktop.window

    @property
    def store(self) -> Store:
        """What a test asks for the truth."""
        return self.app.services.store


@contextmanager
def opened(qtbot, home: Path, switch: ThemeSwitch) -> Iterator[RealWindow]:
    """A desktop on this folder, closed at the end with the engine that it may have started."""
    app = bootstrap.build(str(home))
    with app.running() as runtime:
        desktop = Desktop(app, runtime, switch)
        qtbot.addWidget(desktop.window)
        desktop.open(WindowMemory())
        desktop.window.resize(1600, 1000)
        qtbot.waitUntil(lambda: desktop.window.workspace.is_open, timeout=PATIENCE_MS)
        qtbot.waitUntil(lambda: desktop.window.queue.is_loaded, timeout=PATIENCE_MS)
        desktop.window.activateWindow()
        qtbot.waitUntil(desktop.window.isActiveWindow, timeout=PATIENCE_MS)
        yield RealWindow(app, desktop)
        desktop.close()
    app.close()
    stop_engine(home)


def engine_pid(home: Path) -> int:
    return int(json.loads((home / "engine.json").read_text(encoding="utf-8"))["pid"])


def stop_engine(home: Path) -> None:
    if (home / "engine.json").is_file():
        os.kill(engine_pid(home), signal.SIGTERM)


def drop(target: QWidget, paths: list[Path]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    middle = target.rect().center()
    for event in (
        QDragEnterEvent(middle, Qt.DropAction.CopyAction, data, LEFT, NO_KEYS),
        QDragMoveEvent(middle, Qt.DropAction.CopyAction, data, LEFT, NO_KEYS),
        QDropEvent(QPointF(middle), Qt.DropAction.CopyAction, data, LEFT, NO_KEYS),
    ):
        QApplication.sendEvent(target, event)
        assert event.isAccepted()


def click(qtbot, window: MainWindow, words: str) -> None:
    def found() -> list[QPushButton]:
        buttons = window.findChildren(QPushButton)
        return [
            button for button in buttons if button.text() == words and button.isVisible() and button.isEnabled()
        ]

    qtbot.waitUntil(lambda: bool(found()), timeout=PATIENCE_MS)
    qtbot.mouseClick(found()[0], LEFT)


def type_into(qtbot, window: MainWindow, label: str, value: int) -> None:
    field = next(field for field in window.findChildren(QLineEdit) if field.accessibleName() == label)
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, str(value))
    qtbot.keyClick(field, Qt.Key.Key_Tab)
