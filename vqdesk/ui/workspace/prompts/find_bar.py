"""Find and replace in the texts of the table."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.buttons import Button, IconButton
from vqdesk.ui.widgets.fields import LineField
from vqdesk.ui.widgets.flow import FlowLayout
from vqdesk.ui.widgets.labels import Label


class FindBar(QWidget):
    """`replace_asked` carries what to find, what to put there, and whether large and small letters differ."""

    replace_asked = Signal(str, str, bool)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.find = self._line(self.tr("Find"), "search")
        self.by = self._line(self.tr("Replace by"), "")
        self.case = Button(self.tr("Aa"), small=True)
        self.case.setCheckable(True)
        self.case.setAccessibleName(self.tr("Match large and small letters"))
        self.case.setToolTip(self.case.accessibleName())
        self.replace = Button(self.tr("Replace all"), small=True)
        self.replace.setToolTip(self.tr("In the selected cells, or in all of the table (Enter)"))
        self.close_button = IconButton("close", self.tr("Close"), small=True)
        self.close_button.set_name(self.tr("Close"), self.tr("Esc"))
        self._said = Label("", "small", "text.secondary")
        self.replace.clicked.connect(self._ask)
        self.close_button.clicked.connect(self._close)
        row = FlowLayout(self)
        for part in (self.find, self.by, self.case, self.replace, self._said, self.close_button):
            row.addWidget(part)
        self.hide()

    @property
    def said(self) -> str:
        """What came of it."""
        return self._said.text()

    def open(self) -> None:
        """Shows the line with the keyboard in it."""
        self._said.setText("")
        self.show()
        self.find.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.find.selectAll()

    def say(self, places: int) -> None:
        """How many places were changed."""
        one = self.tr("1 place changed")
        self._said.setText(one if places == 1 else self.tr("{0} places changed").format(places))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

    def _ask(self) -> None:
        if self.find.text():
            self.replace_asked.emit(self.find.text(), self.by.text(), self.case.isChecked())

    def _close(self) -> None:
        self.hide()
        self.closed.emit()

    def _line(self, name: str, icon: str) -> LineField:
        line = LineField(icon=icon)
        line.setPlaceholderText(name)
        line.setAccessibleName(name)
        line.setAcceptDrops(False)
        line.setMinimumWidth(current_theme().size.number_field)
        line.returnPressed.connect(self._ask)
        return line
