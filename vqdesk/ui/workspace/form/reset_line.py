"""How many settings differ from the defaults, the way back, and the way back from there."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vqdesk.ui.widgets.buttons import LinkButton
from vqdesk.ui.widgets.labels import Label
from vqdesk.ui.widgets.surfaces import row_of


class ResetLine(QWidget):
    """Texts do not count: they are work, not settings. `wanted` carries the values to put in."""

    wanted = Signal(object)  # Mapping[str, Any]

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = Label("", "small", "text.secondary")
        self.button = LinkButton("")
        self.button.clicked.connect(self._act)
        self._changed: Mapping[str, Any] = {}
        self._defaults: Mapping[str, Any] = {}
        self._undo: Mapping[str, Any] = {}
        self.setLayout(row_of(self._said, self.button, None))
        self.layout().setContentsMargins(0, 0, 0, 0)
        self.hide()

    def show_changed(self, changed: Mapping[str, Any], defaults: Mapping[str, Any]) -> None:
        """The settings that differ, and their defaults."""
        self._changed, self._defaults = changed, defaults
        if changed:
            self._undo = {}
        count = len(changed)
        if count:
            one, many = self.tr("1 setting differs from its default."), self.tr("{0} settings differ.")
            self._said.setText(one if count == 1 else many.format(count))
            self.button.setText(self.tr("Reset all"))
        elif self._undo:
            self._said.setText(self.tr("All settings are at their defaults again."))
            self.button.setText(self.tr("Undo"))
        self.setVisible(bool(count or self._undo))

    def _act(self) -> None:
        if self._changed:
            before = dict(self._changed)
            self.wanted.emit({name: self._defaults[name] for name in before})
            self._undo = before
            self.show_changed({}, self._defaults)
        else:
            self.wanted.emit(dict(self._undo))
