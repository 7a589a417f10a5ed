"""The top of the import page: which file it is, what was found in it, and which task it does."""

from pathlib import PurePath

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vqdesk.ui.importing import words
from vqdesk.ui.importing.drafting import Drafting
from vqdesk.ui.language import in_words
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.buttons import IconButton
from vqdesk.ui.widgets.fields import ComboBox
from vqdesk.ui.widgets.labels import ElidedLabel, Label
from vqdesk.ui.widgets.surfaces import Panel


class ImportHead(Panel):
    """`closed` when the user wants to leave."""

    closed = Signal()

    def __init__(self, drafting: Drafting, parent: QWidget | None = None) -> None:
        super().__init__("surface.1", "bottom", parent)
        self._drafting = drafting
        self._title = ElidedLabel("", "title", elide="middle")
        self._facts = ElidedLabel("", "small", "text.secondary")
        self.task = ComboBox(self.tr("Task"))
        self._tasks = words.tasks()
        self.task.add_choices([(at, word) for at, (_, word) in enumerate(self._tasks)])
        self.task.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToContents)
        self.task.setToolTip(self.tr("Guessed from what goes in and out. Outputs are sorted by it."))
        self.task.activated.connect(self._choose)
        self.close_button = IconButton("close", self.tr("Close"))
        self.close_button.set_name(self.tr("Close"), self.tr("Esc"))
        self.close_button.clicked.connect(self.closed)
        self._build_row()
        drafting.opened.connect(self._show)

    @property
    def facts(self) -> str:
        """What was found, in one line."""
        return self._facts.text()

    def _show(self) -> None:
        source, draft = self._drafting.source, self._drafting.draft
        if source is None:
            return
        name = PurePath(source.file).name
        said = self.tr("Form of {0}") if source.definition_file else self.tr("Import {0}")
        self._title.setText(said.format(name))
        facts = [in_words(source.kind), words.amount_of_nodes(source.nodes)]
        if draft is not None:
            facts.append(words.takes(draft.input))
        self._facts.setText(" · ".join(facts))
        self.task.setEnabled(draft is not None)
        places = [at for at, (guess, _) in enumerate(self._tasks) if draft is not None and guess == draft.guess]
        self.task.choose(places[0] if places else None)

    def _choose(self) -> None:
        at = self.task.currentData()
        if at is not None:
            self._drafting.choose_task(self._tasks[at][0])

    def _build_row(self) -> None:
        space = current_theme().space
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(self._title)
        lines.addWidget(self._facts)
        label = Label(self.tr("Task"), "label", "text.secondary")
        label.setBuddy(self.task)
        row = QHBoxLayout(self)
        row.setContentsMargins(space.m, space.s, space.m, space.s)
        row.setSpacing(space.s)
        row.addLayout(lines, 1)
        row.addWidget(label)
        row.addWidget(self.task)
        row.addWidget(self.close_button)
