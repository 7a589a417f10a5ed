"""The line above the table: what the rows hold, other columns, and what can be done to many texts at once."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from vqdesk.domain.parameters import Parameter
from vqdesk.ui.widgets.buttons import QuietButton
from vqdesk.ui.widgets.labels import ElidedLabel
from vqdesk.ui.widgets.menus import PassingMenu
from vqdesk.ui.widgets.surfaces import row_of
from vqdesk.ui.widgets.switches import CheckBox


class TableTools(QWidget):
    """`asked` names an action of the texts menu; `columns_chosen` carries the names of the further columns."""

    asked = Signal(str)
    columns_chosen = Signal(list)
    crossing_chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._others: Sequence[Parameter] = ()
        self._chosen: list[str] = []
        self._said = ElidedLabel("", "small", "text.secondary")
        self.crosses = CheckBox(self.tr("Texts × images"))
        self.crosses.setToolTip(self.tr("Runs each text of the table with each image, instead of its own only"))
        self.crosses.clicked.connect(self.crossing_chosen)
        self.columns = QuietButton(self.tr("Columns"), icon="columns", small=True)
        self.columns.setToolTip(self.tr("Give other values to each image too, such as its own seed or strength"))
        self.columns.clicked.connect(lambda: _open(self.column_menu(), self.columns))
        self.texts = QuietButton(self.tr("Texts"), icon="list", small=True)
        self.texts.setToolTip(self.tr("Read, write and change many texts at once"))
        self.texts.clicked.connect(lambda: _open(self.text_menu(), self.texts))
        row = row_of(self._said, self.crosses, self.columns, self.texts)
        row.setStretch(0, 1)
        self.setLayout(row)

    @property
    def said(self) -> str:
        """What the rows hold."""
        return self._said.text()

    def say(self, text: str) -> None:
        """How many rows have texts of their own."""
        self._said.setText(text)

    def show_columns(self, others: Sequence[Parameter], chosen: Sequence[str]) -> None:
        """What may be a column, and what is."""
        self._others, self._chosen = others, list(chosen)
        nothing = self.tr("All that this workflow has is in the table")
        self.columns.set_blocked(None if others else nothing)

    def column_menu(self) -> QMenu:
        """A tick for each further column."""
        menu = PassingMenu(self)
        for parameter in self._others:
            action = menu.addAction(parameter.label.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(parameter.name in self._chosen)
            action.toggled.connect(lambda on, name=parameter.name: self._choose(name, on))
        return menu

    def text_menu(self) -> QMenu:
        """All actions, with their keys."""
        menu = PassingMenu(self)
        self._add(menu, self.tr("Pick up .txt files beside the images"), "beside")
        self._add(menu, self.tr("Read a list (CSV, JSON)…"), "read")
        self._add(menu, self.tr("Write a list (CSV, JSON)…"), "write")
        menu.addSeparator()
        self._add(menu, self.tr("Fill down"), "fill", "Ctrl+D")
        self._add(menu, self.tr("Add before and after…"), "surround")
        self._add(menu, self.tr("Find and replace"), "find", "Ctrl+H")
        menu.addSeparator()
        self._add(menu, self.tr("Copy"), "copy", "Ctrl+C")
        self._add(menu, self.tr("Paste"), "paste", "Ctrl+V")
        self._add(menu, self.tr("Clear"), "clear", "Del")
        menu.addSeparator()
        self._add(menu, self.tr("Undo"), "undo", "Ctrl+Z")
        self._add(menu, self.tr("Redo"), "redo", "Ctrl+Y")
        return menu

    def _add(self, menu: QMenu, words: str, name: str, keys: str = "") -> QAction:
        action = menu.addAction(words)
        if keys:
            action.setShortcut(QKeySequence(keys))
            action.setShortcutVisibleInContextMenu(True)
        action.triggered.connect(lambda: self.asked.emit(name))
        return action

    def _choose(self, name: str, on: bool) -> None:
        others = [one for one in self._chosen if one != name]
        self.columns_chosen.emit([*others, name] if on else others)


def _open(menu: QMenu, below: QWidget) -> None:
    menu.exec(below.mapToGlobal(QPoint(0, below.height())))
