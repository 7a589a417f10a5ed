"""The shortcuts of the workspaces; those of the tabs hold in the whole window."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from vqdesk.ui.workspace.page import WorkspacePage
from vqdesk.ui.workspaces.bar import WorkspaceBar
from vqdesk.ui.workspaces.book import WorkspaceBook

_INSIDE = Qt.ShortcutContext.WidgetWithChildrenShortcut


def connect_tab_keys(panel: QWidget, book: WorkspaceBook, bar: WorkspaceBar) -> None:
    """As in a browser, so that nobody has to learn them."""

    def shift(step: int) -> None:
        tabs = book.tabs
        book.move(tabs.active, tabs.index(tabs.active) + step)

    actions: dict[str, Callable[[], None]] = {
        "Ctrl+T": book.new,
        "Ctrl+W": lambda: book.close(book.tabs.active),
        "Ctrl+Shift+T": book.reopen,
        "Ctrl+Shift+D": lambda: book.duplicate(book.tabs.active),
        "Ctrl+Tab": lambda: book.step(1),
        "Ctrl+Shift+Tab": lambda: book.step(-1),
        "Ctrl+PgDown": lambda: book.step(1),
        "Ctrl+PgUp": lambda: book.step(-1),
        "Ctrl+Shift+PgDown": lambda: shift(1),
        "Ctrl+Shift+PgUp": lambda: shift(-1),
        "Ctrl+9": lambda: book.choose_at(-1),
    }
    for number in range(1, 9):
        actions[f"Ctrl+{number}"] = lambda at=number - 1: book.choose_at(at)
    for keys, act in actions.items():
        QShortcut(QKeySequence(keys), panel, act)
    QShortcut(QKeySequence("F2"), panel, lambda: bar.start_renaming(book.tabs.active), context=_INSIDE)


def connect_page_keys(panel: QWidget, page: Callable[[], WorkspacePage]) -> None:
    """`page` gives the one in front."""
    for keys in ("Ctrl+Return", "Ctrl+Enter"):
        QShortcut(QKeySequence(keys), panel, lambda: page().footer.submit(), context=_INSIDE)
    paste = QKeySequence(QKeySequence.StandardKey.Paste)
    QShortcut(paste, panel, lambda: page().media.arrivals.paste(), context=_INSIDE)
