"""What a cell becomes while it is edited."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QTextEdit, QWidget

from vqdesk.ui.theme.source import current_theme

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_Hint = QAbstractItemDelegate.EndEditHint
_TABS = {Qt.Key.Key_Tab: _Hint.EditNextItem, Qt.Key.Key_Backtab: _Hint.EditPreviousItem}


class TextCellEditor(QTextEdit):
    """Several lines: Enter breaks the line. `done` carries how to end: Ctrl+Enter, or Tab and Shift+Tab."""

    done = Signal(object)  # QAbstractItemDelegate.EndEditHint

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAcceptRichText(False)
        self.document().setDocumentMargin(0)
        self.setFont(current_theme().font("body"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAcceptDrops(False)  # files dropped here belong to the panel

    def text(self) -> str:
        """The plain text."""
        return self.toPlainText()

    def event(self, event: QEvent) -> bool:
        """Ctrl+Enter ends the cell and does not add the job."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _ends(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter stays at the cell, Tab goes on."""
        if _ends(event):
            self.done.emit(_Hint.NoHint)
        elif event.key() in _TABS:
            self.done.emit(_TABS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


def _ends(event: QKeyEvent) -> bool:
    return event.key() in _ENTER and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
