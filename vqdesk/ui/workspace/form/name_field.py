"""A name that a server may know: a line to type in, and a list to search as soon as a server tells its names."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from vqdesk.ui.widgets.fields import CompoundField, LineField
from vqdesk.ui.widgets.search_combo import SearchCombo
from vqdesk.ui.widgets.search_row import DETAIL_ROLE, WARNS_ROLE


class NameField(CompoundField):
    """`edited` after the user gave another name. Names that the server lacks stay, and are marked in the list."""

    edited = Signal()

    def __init__(self, name: str, *, placeholder: str = "", may_be_empty: bool = False) -> None:
        super().__init__()
        self._value = ""
        self._offered: tuple[str, ...] | None = None
        self._may_be_empty = may_be_empty
        self.line = LineField()
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(placeholder)
        self.line.textEdited.connect(self._take)
        self.combo = SearchCombo(name, takes_words=True)
        self.combo.activated.connect(lambda at: self._take(self.combo.itemData(at)))
        self.combo.worded.connect(self._take)
        self.combo.hide()
        self.marked = (self.line, self.combo)
        self.setFocusProxy(self.line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line)
        row.addWidget(self.combo)

    @property
    def value(self) -> str:
        """The name."""
        return self._value

    def set_value(self, value: str) -> None:
        """Shows a name."""
        self._value = value
        if value != self.line.text():
            self.line.setText(value)
        self._fill()

    def set_offered(self, names: Sequence[str] | None) -> None:
        """The names that the server has; None while it is not known, then any line can be typed."""
        offered = None if names is None else tuple(names)
        if offered == self._offered:
            return
        had_focus = self.line.hasFocus() or self.combo.hasFocus()
        self._offered = offered
        self._fill()
        self.line.setVisible(offered is None)
        self.combo.setVisible(offered is not None)
        front = self.line if offered is None else self.combo
        self.setFocusProxy(front)
        if had_focus:
            front.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        if self._offered is None:
            return
        names = list(self._offered)
        self.combo.clear()
        if self._may_be_empty:
            self.combo.add_choices([("", self.tr("Off"))])
        if self._value and self._value not in names:
            self.combo.add_choices([(self._value, self._value)])
            at = self.combo.count() - 1
            self.combo.setItemData(at, self.tr("not on the server"), DETAIL_ROLE)
            self.combo.setItemData(at, True, WARNS_ROLE)
        self.combo.add_choices([(name, name) for name in names])
        self.combo.choose(self._value)
        self.combo.setToolTip(self._value)

    def _take(self, value: str) -> None:
        self.set_value(value)
        self.edited.emit()
