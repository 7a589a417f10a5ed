"""A user's hands for the dialogs that the window opens."""

from pathlib import Path
from typing import TypeVar

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QFileDialog, QMenu, QWidget
from real_window import PATIENCE_MS

Asked = TypeVar("Asked", bound=QDialog)


def asked(qtbot, window: QWidget, kind: type[Asked]) -> Asked:
    """The open dialog of this kind."""

    def found() -> list[Asked]:
        return [dialog for dialog in window.findChildren(kind) if dialog.isVisible()]

    qtbot.waitUntil(lambda: len(found()) == 1, timeout=PATIENCE_MS)
    return found()[0]


def answer_file(qtbot, window: QWidget, path: Path, kind: str = "") -> None:
    """Names a file in the open file dialog, after choosing a kind of file."""
    dialog = asked(qtbot, window, QFileDialog)
    if kind:
        dialog.selectNameFilter(kind)
        dialog.filterSelected.emit(kind)
    dialog.selectFile(str(path))
    dialog.accept()
    assert not dialog.isVisible()


def choose(menu: QMenu, *words: str) -> None:
    """Triggers an entry, through menus in it where several words are given."""
    for word in words[:-1]:
        menu = next(action.menu() for action in menu.actions() if action.text() == word)
    action: QAction = next(action for action in menu.actions() if action.text() == words[-1])
    assert action.isEnabled()
    action.trigger()
