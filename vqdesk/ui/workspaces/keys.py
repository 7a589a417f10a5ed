"""What the user can do with workspaces, as actions with shortcuts; those of the tabs hold in the whole window."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from vqdesk.ui.workspaces.bar import WorkspaceBar
from vqdesk.ui.workspaces.book import WorkspaceBook

if TYPE_CHECKING:
    from vqdesk.ui.workspace.page import WorkspacePage  # loaded after the first paint

_INSIDE = Qt.ShortcutContext.WidgetWithChildrenShortcut
_Line = tuple[str, str, Callable[[], object], tuple[str, ...]]


def tab_actions(panel: QWidget, book: WorkspaceBook, bar: WorkspaceBar) -> dict[str, QAction]:
    """By name. Keys are as in a browser, so that nobody has to learn them."""

    def shift(step: int) -> None:
        tabs = book.tabs
        book.move(tabs.active, tabs.index(tabs.active) + step)

    lines: list[_Line] = [
        ("new", _tr("New workspace"), book.new, ("Ctrl+T",)),
        ("close", _tr("Close workspace"), lambda: book.close(book.tabs.active), ("Ctrl+W",)),
        ("reopen", _tr("Reopen closed workspace"), book.reopen, ("Ctrl+Shift+T",)),
        ("duplicate", _tr("Duplicate workspace"), lambda: book.duplicate(book.tabs.active), ("Ctrl+Shift+D",)),
        ("reset", _tr("Start workspace afresh"), lambda: book.reset(book.tabs.active), ()),
        ("next", _tr("Next workspace"), lambda: book.step(1), ("Ctrl+Tab", "Ctrl+PgDown")),
        ("last", _tr("Previous workspace"), lambda: book.step(-1), ("Ctrl+Shift+Tab", "Ctrl+PgUp")),
        ("right", _tr("Move workspace right"), lambda: shift(1), ("Ctrl+Shift+PgDown",)),
        ("left", _tr("Move workspace left"), lambda: shift(-1), ("Ctrl+Shift+PgUp",)),
        ("end", _tr("Last workspace"), lambda: book.choose_at(-1), ("Ctrl+9",)),
    ]
    for number in range(1, 9):
        words = _tr("Workspace {0}").format(number)
        lines.append((str(number), words, lambda at=number - 1: book.choose_at(at), (f"Ctrl+{number}",)))
    named = {f"workspace.{name}": _action(panel, words, act, keys) for name, words, act, keys in lines}
    rename = _action(panel, _tr("Rename workspace"), lambda: bar.start_renaming(book.tabs.active), ("F2",))
    rename.setShortcutContext(_INSIDE)
    return named | {"workspace.rename": rename}


def page_actions(panel: QWidget, page: "Callable[[], WorkspacePage]") -> dict[str, QAction]:
    """By name, for the page in front, which `page` gives; their keys hold inside the panel."""
    lines: list[_Line] = [
        ("submit", _tr("Add to queue"), lambda: page().footer.submit(), ("Ctrl+Return", "Ctrl+Enter")),
        ("paste", _tr("Paste files or a workflow"), lambda: page().media.arrivals.paste(), ("Ctrl+V",)),
        ("files", _tr("Add files…"), lambda: page().media.arrivals.choose(page().media.kind), ()),
    ]
    named = {f"form.{name}": _action(panel, words, act, keys) for name, words, act, keys in lines}
    for action in named.values():
        action.setShortcutContext(_INSIDE)
    return named


def _action(panel: QWidget, words: str, act: Callable[[], object], keys: tuple[str, ...]) -> QAction:
    action = QAction(words, panel)
    action.setShortcuts([QKeySequence(one) for one in keys])
    action.triggered.connect(lambda _checked: act())
    panel.addAction(action)
    return action


def _tr(text: str) -> str:
    return QCoreApplication.translate("WorkspaceKeys", text)
