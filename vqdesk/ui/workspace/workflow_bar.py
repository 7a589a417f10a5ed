"""Which workflow, and where it runs: the lists, reading them again, and what could not be read."""

from collections.abc import Mapping, Sequence
from pathlib import PurePath

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vqdesk.domain.job import Lane, LaneId
from vqdesk.domain.workflow import BrokenWorkflow, Category, WorkflowDefinition, WorkflowShelf
from vqdesk.ui.language import in_words
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.buttons import IconButton
from vqdesk.ui.widgets.fields import ComboBox
from vqdesk.ui.widgets.labels import Label
from vqdesk.ui.widgets.search_combo import SearchCombo
from vqdesk.ui.widgets.search_row import DETAIL_ROLE, SECTION_ROLE, WARNS_ROLE
from vqdesk.ui.widgets.surfaces import row_of
from vqdesk.ui.workspace.note_line import NoteLine

_WORKFLOW_PART = 3  # of the row's width, to 1 for the engine


class WorkflowBar(QWidget):
    """`chosen` carries the name of the picked workflow, `lane_chosen` the id of an engine or 0 for any."""

    chosen = Signal(str)
    lane_chosen = Signal(int)
    reload_asked = Signal()
    edit_asked = Signal(str)  # name of a workflow of the user

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._about: list[str] = []
        self._needs: Mapping[str, Sequence[str]] = {}
        self.combo = SearchCombo(self.tr("Workflow"))
        self.engine = ComboBox(self.tr("Engine"))
        self.engine.setToolTip(self.tr("Which engine renders the job"))
        self.engine.activated.connect(lambda _: self.lane_chosen.emit(self.engine.currentData()))
        self.engine.hide()
        self.reload = IconButton("refresh", self.tr("Read the workflow files again"))
        self.edit = IconButton("pencil", self.tr("Edit form of this workflow"))
        self.edit.clicked.connect(lambda: self.edit_asked.emit(self.combo.currentData()))
        self.edit.hide()
        self._own: frozenset[str] = frozenset()
        self.note = NoteLine()
        self.combo.activated.connect(lambda _: self.chosen.emit(self.combo.currentData()))
        self.reload.clicked.connect(self.reload_asked)
        self._label = Label(self.tr("Workflow"), "label", "text.secondary")
        self._label.setBuddy(self.combo)
        row = row_of(self.combo, self.engine, self.edit, self.reload)
        row.setStretch(0, _WORKFLOW_PART)
        row.setStretch(1, 1)
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
        self.combo.add_choices([(definition.name, in_words(definition.title)) for definition in shelf.definitions])
        self._own = frozenset(definition.name for definition in shelf.definitions if definition.is_user)
        self._about = [self._facts(definition) for definition in shelf.definitions]
        for row, definition in enumerate(shelf.definitions):
            self.combo.setItemData(row, self._section(definition), SECTION_ROLE)
            self.combo.setItemData(row, in_words(definition.description), Qt.ItemDataRole.ToolTipRole)
        self._say_needs()
        self.choose(chosen)
        self._say_broken(shelf.broken)

    def show_lanes(self, lanes: Sequence[Lane], chosen: LaneId | None) -> None:
        """Offers the engines where there is a choice; when the chosen one was removed any will do."""
        is_there = chosen in {lane.id for lane in lanes}
        self.engine.clear()
        self.engine.add_choices([(0, self.tr("Any engine")), *((int(lane.id), lane.name) for lane in lanes)])
        self.engine.choose(chosen if is_there else 0)
        self.engine.setVisible(len(lanes) > 1)
        if lanes and chosen and not is_there:
            self.lane_chosen.emit(0)

    def show_needs(self, needs: Mapping[str, Sequence[str]]) -> None:
        """Says in the list what no engine has for a workflow; workflows that can run are not in `needs`."""
        self._needs = needs
        self._say_needs()

    def _say_needs(self) -> None:
        for row, about in enumerate(self._about):
            lacking = self._needs.get(self.combo.itemData(row), ())
            more = self.tr(" and {0} more").format(len(lacking) - 1) if len(lacking) > 1 else ""
            said = self.tr("needs {0}{1}").format(lacking[0], more) if lacking else about
            self.combo.setItemData(row, said, DETAIL_ROLE)
            self.combo.setItemData(row, bool(lacking), WARNS_ROLE)

    def _facts(self, definition: WorkflowDefinition) -> str:
        """The task and what the description begins with; a search finds both."""
        own = self.tr("your own") if definition.is_user else ""
        task = definition.task_type.replace("_", " ")
        begins = in_words(definition.description).partition(". ")[0].rstrip(".")
        return " · ".join(part for part in (own, task, begins) if part)

    def _section(self, definition: WorkflowDefinition) -> str:
        return {
            Category.VIDEO_GEN: self.tr("Make videos"),
            Category.IMAGE_GEN: self.tr("Make images"),
            Category.VIDEO_UPSCALE: self.tr("Enlarge videos"),
            Category.IMAGE_UPSCALE: self.tr("Enlarge images"),
            Category.EDIT: self.tr("Change images"),
            Category.TOOL: self.tr("Tools"),
        }[definition.category]

    def choose(self, name: str) -> None:
        """Shows a workflow as the chosen one."""
        self.combo.choose(name)
        self.edit.setVisible(name in self._own)
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
        if one.field:
            where = self.tr("{0}, {1}").format(where, one.field)
        problem = one.problem
        parts = (problem.cause, problem.remedy) if problem.cause else (problem.summary, problem.remedy)
        return f"{where}: {' '.join(part for part in parts if part)}"
