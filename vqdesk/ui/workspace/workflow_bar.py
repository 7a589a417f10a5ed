"""Which workflow: the list, reading it again, and what could not be read."""

from pathlib import PurePath

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vqdesk.domain.workflow import BrokenWorkflow, WorkflowShelf
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.buttons import IconButton
from vqdesk.ui.widgets.fields import ComboBox
from vqdesk.ui.widgets.labels import Label
from vqdesk.ui.widgets.surfaces import row_of
from vqdesk.ui.workspace.note_line import NoteLine


class WorkflowBar(QWidget):
    """`chosen` carries the name of the workflow that the user picked."""

    chosen = Signal(str)
    reload_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.combo = ComboBox(self.tr("Workflow"))
        self.reload = IconButton("refresh", self.tr("Read the workflow files again"))
        self.note = NoteLine()
        self.combo.activated.connect(lambda _: self.chosen.emit(self.combo.currentData()))
        self.reload.clicked.connect(self.reload_asked)
        self._label = Label(self.tr("Workflow"), "label", "text.secondary")
        self._label.setBuddy(self.combo)
        row = row_of(self.combo, self.reload)
        row.setStretch(0, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(current_theme().space.xs)
        rows.addWidget(self._label)
        rows.addLayout(row)
        rows.addWidget(self.note)

    def set_compact(self, compact: bool) -> None:
        """The label goes where height is dear; the tool tip and screen readers keep it."""
        self._label.setVisible(not compact)

    def show_shelf(self, shelf: WorkflowShelf, chosen: str) -> None:
        """Lists the workflows and says which files are broken."""
        self.combo.clear()
        self.combo.add_choices([(definition.name, definition.title) for definition in shelf.definitions])
        for row, definition in enumerate(shelf.definitions):
            self.combo.setItemData(row, definition.description, Qt.ItemDataRole.ToolTipRole)
        self.choose(chosen)
        self._say_broken(shelf.broken)

    def choose(self, name: str) -> None:
        """Shows a workflow as the chosen one."""
        self.combo.choose(name)
        self.combo.setToolTip(self.combo.currentData(Qt.ItemDataRole.ToolTipRole) or "")

    def _say_broken(self, broken: tuple[BrokenWorkflow, ...]) -> None:
        if not broken:
            self.note.tell("")
            return
        if len(broken) == 1:
            self.note.tell(self._place(broken[0]), warns=True)
            return
        files = list(dict.fromkeys(PurePath(one.file).name for one in broken))
        names = ", ".join(files)
        said = (
            self.tr("The workflow file {0} cannot be used.").format(names)
            if len(files) == 1
            else self.tr("{0} workflow files cannot be used: {1}.").format(len(files), names)
        )
        self.note.tell(said, details="\n".join(self._place(one) for one in broken), warns=True)

    def _place(self, one: BrokenWorkflow) -> str:
        name = PurePath(one.file).name
        where = self.tr("{0}, line {1}").format(name, one.line) if one.line else name
        problem = one.problem
        parts = (problem.cause, problem.remedy) if problem.cause else (problem.summary, problem.remedy)
        return f"{where}: {' '.join(part for part in parts if part)}"
