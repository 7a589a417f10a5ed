"""Asks for the name of a preset, and for what goes into it."""

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.buttons import Button, PrimaryButton
from vqdesk.ui.widgets.fields import LabeledField, LineField
from vqdesk.ui.widgets.surfaces import row_of
from vqdesk.ui.widgets.switches import CheckBox


class PresetDialog(QDialog):
    """`folder` may be empty. With `asks_content` it also asks which values are kept."""

    def __init__(
        self, title: str, verb: str, parent: QWidget, *, label: str = "", asks_content: bool = False
    ) -> None:
        super().__init__(parent)
        folder, _, name = label.rpartition("/")
        self.setWindowTitle(title)
        self.name = self._line(self.tr("Name"), name)
        self.folder_line = self._line(self.tr("Folder"), folder)
        self.folder_line.setPlaceholderText(self.tr("none"))
        self.texts = CheckBox(self.tr("With the texts"))
        self.changed = CheckBox(self.tr("Only what differs from the defaults"))
        self.save = PrimaryButton(verb)
        self.save.clicked.connect(self.accept)
        cancel = Button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        space = current_theme().space
        rows = QVBoxLayout(self)
        rows.setContentsMargins(space.l, space.l, space.l, space.l)
        rows.setSpacing(space.m)
        for line in (self.name, self.folder_line):
            rows.addWidget(LabeledField(line.accessibleName(), line))
            line.textChanged.connect(self._allow)
            line.returnPressed.connect(lambda: self.accept() if self.save.isEnabled() else None)
        for box in (self.texts, self.changed):
            rows.addWidget(box)
            box.setVisible(asks_content)
        rows.addLayout(row_of(None, cancel, self.save))
        self.setMinimumWidth(current_theme().size.form_min * 3 // 4)
        self._allow()

    @property
    def folder(self) -> str:
        """Where it is kept; "" for none."""
        return self.folder_line.text()

    def _line(self, name: str, text: str) -> LineField:
        line = LineField(text)
        line.setAccessibleName(name)
        return line

    def _allow(self) -> None:
        has_name = bool(self.name.text().strip())
        self.save.set_blocked(None if has_name else self.tr("It needs a name."))
