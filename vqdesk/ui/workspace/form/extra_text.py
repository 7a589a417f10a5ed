"""A text that most jobs do not need: a button until it is wanted or filled."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vqdesk.ui.widgets.buttons import QuietButton
from vqdesk.ui.workspace.form.parameter_field import ParameterField


class ExtraText(QWidget):
    """Shows the field at once where it holds a text of the user's own."""

    def __init__(self, field: ParameterField, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self.button = QuietButton(field.parameter.label, icon="plus", small=True)
        self.button.clicked.connect(self._open)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addWidget(field)
        self._frame_visible(field.is_changed)

    def _open(self) -> None:
        self._frame_visible(True)
        self._field.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _frame_visible(self, is_open: bool) -> None:
        self.button.setVisible(not is_open)
        self._field.setVisible(is_open)
