"""A file: typed, picked or dropped."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.buttons import Button
from vqdesk.ui.widgets.fields import CompoundField, LineField
from vqdesk.ui.widgets.file_dialogs import ask_for_file


class PathField(CompoundField):
    """`edited` after the user gave another file."""

    edited = Signal()

    def __init__(self, name: str, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = LineField()
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(placeholder or self.tr("Drop a file here, or choose one"))
        self.line.setAcceptDrops(False)  # it would take the address as text
        self.line.textChanged.connect(lambda _: self._tell())
        self.choose = Button(self.tr("Choose …"))
        self.choose.setAccessibleName(self.tr("Choose a file for {0}").format(name))
        self.choose.clicked.connect(self._ask)
        self.setAcceptDrops(True)
        self.marked = (self.line,)
        self.setFocusProxy(self.line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current_theme().space.s)
        row.addWidget(self.line, 1)
        row.addWidget(self.choose)

    @property
    def value(self) -> str:
        """The path as the user gave it."""
        return self.line.text()

    def set_value(self, path: str) -> None:
        """Shows a path."""
        if path != self.line.text():
            self.line.setText(path)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes one local file."""
        urls = event.mimeData().urls()
        if len(urls) == 1 and urls[0].isLocalFile():
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """The dropped file is the value."""
        self.line.setText(event.mimeData().urls()[0].toLocalFile())
        event.acceptProposedAction()

    def _tell(self) -> None:
        self.line.setToolTip(self.line.text())
        self.edited.emit()

    def _ask(self) -> None:
        ask_for_file(self, self.tr("Choose a file"), "", self.line.setText, self.line.text())
