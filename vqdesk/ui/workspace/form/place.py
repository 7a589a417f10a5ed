"""Where the user is in a form, kept while the form is built anew."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget

from vqdesk.ui.workspace.form.fields import FormFields


@dataclass(frozen=True, slots=True)
class Place:
    """The parameter whose field has the keyboard, and the place in its text."""

    name: str = ""
    position: int = -1

    @classmethod
    def of(cls, form: QWidget, fields: FormFields) -> "Place":
        """Where the user is now; nowhere while the keyboard is elsewhere."""
        focused = QApplication.focusWidget()
        if focused is None or not form.isAncestorOf(focused):
            return cls()
        for field in fields:
            if field is focused or field.isAncestorOf(focused):
                return cls(field.parameter.name, _position(focused))
        return cls()

    def go(self, fields: FormFields) -> None:
        """Puts the keyboard back there, if the field is still there."""
        if self.name not in fields:
            return
        fields[self.name].setFocus(Qt.FocusReason.OtherFocusReason)
        editor = fields[self.name].editor
        focused = QApplication.focusWidget() if isinstance(editor, QWidget) else None
        if self.position >= 0 and isinstance(focused, QLineEdit):
            focused.setCursorPosition(self.position)
        elif self.position >= 0 and isinstance(focused, QTextEdit):
            cursor = focused.textCursor()
            cursor.movePosition(QTextCursor.MoveOperation.Start)
            cursor.setPosition(min(self.position, len(focused.toPlainText())))
            focused.setTextCursor(cursor)


def _position(widget: QWidget) -> int:
    if isinstance(widget, QLineEdit):
        return widget.cursorPosition()
    return widget.textCursor().position() if isinstance(widget, QTextEdit) else -1
