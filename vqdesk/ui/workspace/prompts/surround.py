"""Asks for words before and after each text."""

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.buttons import Button, PrimaryButton
from vqdesk.ui.widgets.fields import LabeledField
from vqdesk.ui.widgets.surfaces import row_of
from vqdesk.ui.widgets.text_area import TextArea


class SurroundDialog(QDialog):
    """`around` is what was written when it was accepted."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Add before and after"))
        self.before = TextArea(self.tr("Before each text"), min_lines=2)
        self.after = TextArea(self.tr("After each text"), min_lines=2)
        self.add = PrimaryButton(self.tr("Add to texts"))
        self.add.clicked.connect(self.accept)
        cancel = Button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        space = current_theme().space
        rows = QVBoxLayout(self)
        rows.setContentsMargins(space.l, space.l, space.l, space.l)
        rows.setSpacing(space.m)
        rows.addWidget(LabeledField(self.before.accessibleName(), self.before))
        rows.addWidget(LabeledField(self.after.accessibleName(), self.after))
        rows.addLayout(row_of(None, cancel, self.add))
        self.setMinimumWidth(current_theme().size.form_min)
        for area in (self.before, self.after):
            area.submitted.connect(self.accept)

    @property
    def around(self) -> tuple[str, str]:
        """What goes before, and what after; spaces and commas as written."""
        return self.before.text(), self.after.text()
