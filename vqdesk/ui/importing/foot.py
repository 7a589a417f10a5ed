"""The bottom of the import page: the workflow's name, what saving makes, and the button."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vqdesk.ui.importing import words
from vqdesk.ui.importing.drafting import Drafting
from vqdesk.ui.language import in_words
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.buttons import Button, PrimaryButton
from vqdesk.ui.widgets.fields import LineField
from vqdesk.ui.widgets.labels import ElidedLabel, Label
from vqdesk.ui.widgets.surfaces import Panel


class ImportFoot(Panel):
    """`save_asked` and `trial_asked` only while their buttons are open."""

    save_asked = Signal()
    trial_asked = Signal()

    def __init__(self, drafting: Drafting, parent: QWidget | None = None) -> None:
        super().__init__("surface.2", "top", parent)
        self._drafting = drafting
        self.name = LineField()
        self.name.setAccessibleName(self.tr("Name of the workflow"))
        self.name.setAcceptDrops(False)
        self.name.textEdited.connect(lambda text: drafting.rename(" ".join(text.split())))
        self.name.returnPressed.connect(self._save)
        self._sentence = ElidedLabel("", "strong")
        self._second = ElidedLabel("", "small", "text.secondary")
        self.trial = Button(self.tr("Try it"))
        self.save = PrimaryButton(self.tr("Save workflow"))
        self.trial.clicked.connect(self.trial_asked)
        self.save.clicked.connect(self._save)
        self.setFixedHeight(current_theme().size.footer)
        self._build_row()
        drafting.opened.connect(self._show_name)
        drafting.changed.connect(self._show)

    @property
    def second_line(self) -> str:
        """Why it cannot be saved, or where it will be."""
        return self._second.text()

    def set_busy(self, is_busy: bool) -> None:
        """While it is being saved."""
        self._show()
        if is_busy:
            self.save.set_blocked(self.tr("Saving …"))

    def _show_name(self) -> None:
        self.name.setText(self._drafting.title)
        self.name.setCursorPosition(0)  # the beginning of a long name says most

    def _save(self) -> None:
        if self.save.isEnabled():
            self.save_asked.emit()

    def _show(self) -> None:
        source, draft = self._drafting.source, self._drafting.draft
        if source is None:
            return
        reason = self._reason()
        self._sentence.setText(words.amount_of_fields(self._drafting.fields))
        saved = (
            self.tr("Comments and keys of your own in its file stay.")
            if source.definition_file
            else self.tr("It becomes a workflow of yours and is chosen at once.")
        )
        self._second.setText(reason or saved)
        self._second.set_color("status.failed" if reason and draft is not None else "text.secondary")
        self.save.setText(self.tr("Save changes") if source.definition_file else self.tr("Save workflow"))
        self.save.set_blocked(reason)
        self.trial.set_blocked(self._no_trial())

    def _reason(self) -> str | None:
        if self._drafting.draft is None:
            return self.tr("It cannot become a form.")
        if faults := self._drafting.faults():
            problem = faults[0].problem
            return f"{in_words(problem.summary)} {in_words(problem.cause)}"
        return None if self._drafting.title.strip() else self.tr("It needs a name.")

    def _no_trial(self) -> str | None:
        if self._drafting.draft is None:
            return self.tr("It cannot become a form.")
        return self.tr("Correct the values first.") if self._drafting.faults() else None

    def _build_row(self) -> None:
        space, size = current_theme().space, current_theme().size
        label = Label(self.tr("Name"), "label", "text.secondary")
        label.setBuddy(self.name)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addStretch(1)
        lines.addWidget(self._sentence)
        lines.addWidget(self._second)
        lines.addStretch(1)
        self.name.setMinimumWidth(2 * size.number_field)
        row = QHBoxLayout(self)
        row.setContentsMargins(space.m, 0, space.m, 0)
        row.setSpacing(space.s)
        row.addWidget(label)
        row.addWidget(self.name, 1)
        row.addSpacing(space.s)
        row.addLayout(lines, 1)
        row.addWidget(self.trial)
        row.addWidget(self.save)
