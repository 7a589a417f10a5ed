"""Asks for the name of a preset, and for what goes into it."""

from collections.abc import Collection, Sequence

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.buttons import Button, PrimaryButton
from vqdesk.ui.widgets.fields import ComboBox, LabeledField, LineField
from vqdesk.ui.widgets.surfaces import row_of
from vqdesk.ui.widgets.switches import CheckBox


class PresetDialog(QDialog):
    """`folder` may be empty. `taken` are the labels in use: saving under one of them overwrites it."""

    def __init__(
        self, title: str, verb: str, parent: QWidget, *, label: str = "", taken: Collection[str] = ()
    ) -> None:
        super().__init__(parent)
        folder, _, name = label.rpartition("/")
        self._verb, self._old, self._taken = verb, label, taken
        self.setWindowTitle(title)
        self.name = self._line(self.tr("Name"), name)
        self.folder_line = self._line(self.tr("Folder"), folder)
        self.folder_line.setPlaceholderText(self.tr("none"))
        self.save = PrimaryButton(verb)
        self.save.clicked.connect(self.accept)
        cancel = Button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        space = current_theme().space
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(space.l, space.l, space.l, space.l)
        self._rows.setSpacing(space.m)
        for line in (self.name, self.folder_line):
            self._rows.addWidget(LabeledField(line.accessibleName(), line))
            line.textChanged.connect(self._allow)
            line.returnPressed.connect(lambda: self.accept() if self.save.isEnabled() else None)
        self._rows.addLayout(row_of(None, cancel, self.save))
        self.setMinimumWidth(current_theme().size.form_min * 3 // 4)
        self.finished.connect(self.deleteLater)
        self._allow()

    @property
    def folder(self) -> str:
        """Where it is kept; "" for none."""
        return "/".join(filter(None, (" ".join(part.split()) for part in self.folder_line.text().split("/"))))

    @property
    def label(self) -> str:
        """Folder and name, as they will be kept."""
        name = " ".join(self.name.text().split())
        return f"{self.folder}/{name}" if self.folder else name

    @property
    def overwrites(self) -> bool:
        """Whether another preset has this name."""
        return self.label in self._taken and self.label != self._old

    def insert(self, part: QWidget) -> None:
        """Puts a further question above the buttons."""
        self._rows.insertWidget(self._rows.count() - 1, part)

    def _line(self, name: str, text: str) -> LineField:
        line = LineField(text)
        line.setAccessibleName(name)
        return line

    def _allow(self) -> None:
        wrong = None if self.name.text().strip() else self.tr("It needs a name.")
        if self._old and self.overwrites:
            wrong = self.tr("Another preset has this name.")
        self.save.set_blocked(wrong)
        self.save.setText(self.tr("Overwrite") if self.overwrites and not self._old else self._verb)


class SettingsDialog(PresetDialog):
    """Asks which values of the form are kept, and whose texts they bring; `prompts` are labels of kept texts."""

    def __init__(
        self, title: str, verb: str, parent: QWidget, *, taken: Collection[str], prompts: Sequence[str]
    ) -> None:
        super().__init__(title, verb, parent, taken=taken)
        self.texts = CheckBox(self.tr("With the texts"))
        self.changed = CheckBox(self.tr("Only what differs from the defaults"))
        self.link = ComboBox(self.tr("Bring the texts of"))
        self.link.add_choices([("", self.tr("none")), *((label, label) for label in prompts)])
        self.link.currentIndexChanged.connect(lambda _: self._separate())
        for box in (self.texts, self.changed):
            self.insert(box)
        linking = LabeledField(self.link.accessibleName(), self.link)
        self.insert(linking)
        linking.setVisible(bool(prompts))

    @property
    def linked(self) -> str:
        """Label of the texts that it brings; "" for none."""
        return str(self.link.currentData())

    def _separate(self) -> None:
        """Texts come from one place only."""
        if self.linked:
            self.texts.setChecked(False)
        self.texts.setEnabled(not self.linked)
