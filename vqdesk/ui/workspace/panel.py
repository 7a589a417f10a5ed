"""The left half of the window: a tab for each workspace, and the one in front."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from vqdesk.domain.errors import Problem
from vqdesk.domain.job import Lane
from vqdesk.domain.tabs import ClosedTab, Tabs
from vqdesk.domain.workflow import WorkflowShelf
from vqdesk.domain.workspace import Workspace, WorkspaceState
from vqdesk.ui.calls import Calls
from vqdesk.ui.thumbnails import Thumbnails
from vqdesk.ui.widgets.tab_order import set_tab_order_by_layout
from vqdesk.ui.workspace.dropping import FileDrops, Offer
from vqdesk.ui.workspace.engines import Engines
from vqdesk.ui.workspace.first_start import FirstStart
from vqdesk.ui.workspace.library_watch import LibraryWatch
from vqdesk.ui.workspaces.bar import WorkspaceBar
from vqdesk.ui.workspaces.book import WorkspaceBook
from vqdesk.ui.workspaces.keys import page_actions, tab_actions
from vqdesk.ui.workspaces.sheets import Sheets

if TYPE_CHECKING:
    from vqdesk.runtime.desk import Desk
    from vqdesk.services.workspaces import OpenedWorkspaces
    from vqdesk.ui.workspace.page import WorkspacePage
    from vqdesk.ui.workspace.sheet import WorkspaceSheet
    from vqdesk.ui.workspace.submission import Submission


@dataclass(frozen=True, slots=True)
class _Opened:
    workspaces: "OpenedWorkspaces"
    shelf: WorkflowShelf
    lanes: list[Lane]
    samples: list[str]


class WorkspacePanel(QWidget):
    """Takes files dropped anywhere on it. `page`, `state` and `submission` are those of the tab in front."""

    opened = Signal()
    job_added = Signal(object)  # Job
    workflow_pasted = Signal(str)
    edit_form_asked = Signal(str)
    engine_chosen = Signal(str)  # builtin or comfyui; empty when one was given up

    def __init__(self, calls: Calls, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._calls = calls
        self._sort: Callable[[Offer], object] = self.keep_files
        self._shelf = WorkflowShelf(())
        self._samples: list[str] = []
        self._problems: dict[str, Problem] = {}
        self._is_open = False
        self.bar = WorkspaceBar()
        self._first_start = FirstStart(calls)
        self._thumbnails = Thumbnails(calls, self)
        self.engines = Engines(calls, self._first_start, self)
        self._watch = LibraryWatch(calls, self)
        self._drops = FileDrops(self)
        self.sheets = Sheets(self._make_sheet)
        self.book = WorkspaceBook(calls, self.sheets.states, self)
        rows = self._rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.bar)
        rows.addWidget(self.sheets, 1)
        self.bar.show_tabs(self.book.read())
        self._connect()

    @property
    def sheet(self) -> "WorkspaceSheet":
        """The workspace in front; the first one is built when it is wanted, not for the first paint."""
        if not self.sheets.alive:
            self._show_tabs()
        return self.sheets.current

    @property
    def page(self) -> "WorkspacePage":
        """What is seen of it."""
        return self.sheet.page

    @property
    def submission(self) -> "Submission":
        """Its way to the queue."""
        return self.sheet.submission

    @property
    def state(self) -> WorkspaceState:
        """What it holds now."""
        return self.sheet.state

    @property
    def is_open(self) -> bool:
        """Whether the last session has been read."""
        return self._is_open

    def start(self) -> None:
        """Opens the workspaces of the last session."""
        self._calls.ask(self, _open_workspaces, self._open, self._tell)
        self._show_tabs()

    def reload_workflows(self) -> None:
        """Reads the workflow files again; what was typed stays."""
        self._calls.ask(self, lambda desk: desk.workflows(), self._take_shelf, self._tell)

    def save_now(self) -> None:
        """Stores what changed without waiting; for the moment before the window closes."""
        self.book.save_now()

    def add_files(self, offer: Offer) -> None:
        """Adds files and folders to the workspace in front, sorted where somebody sorts them."""
        self._sort(offer)

    def sort_files(self, sort: Callable[[Offer], object]) -> None:
        """`sort` gets what is dropped first; what is an input comes back by `keep_files`."""
        self._sort = sort

    def keep_files(self, offer: Offer) -> None:
        """Adds inputs to the workspace in front."""
        self.page.media.arrivals.take(offer)

    def choose_saved(self, name: str) -> None:
        """Reads the workflows again and picks one that was just written."""

        def choose(shelf: WorkflowShelf) -> None:
            self._take_shelf(shelf)
            self.sheet.choose_workflow(name)

        self._calls.ask(self, lambda desk: desk.workflows(), choose, self._tell)

    def add_line(self, line: QWidget) -> None:
        """Puts a line that comes and goes between the tabs and the page."""
        self._rows.insertWidget(1, line)

    def set_lit(self, lit: bool) -> None:
        """Something is held over the window and may be dropped."""
        self.page.media.set_lit(lit)

    # ---- what follows -------------------------------------------------------------------------------

    def _open(self, found: _Opened) -> None:
        self._shelf, self._samples = found.shelf, found.samples
        self._watch.know(found.shelf)
        self._problems = dict(found.workspaces.problems)
        self.engines.start(found.lanes)
        self.book.open(_tabs_of(found.workspaces), found.workspaces.folder)
        self.sheets.rename(self.book.tabs.active)
        self._is_open = True
        self._fill(self.sheet, self.book.tabs.current)
        self._show_tabs()
        self.opened.emit()

    def _show_tabs(self) -> None:
        tabs = self.book.tabs
        self.sheets.keep_only(tabs.ids)
        keeps_keyboard = self.bar.isAncestorOf(QApplication.focusWidget() or self)
        if self.sheets.show_workspace(tabs.current):
            set_tab_order_by_layout(self)
            if self._is_open and not keeps_keyboard:
                self.sheets.focus()
        for one in tabs.open:
            if sheet := self.sheets.alive.get(one.id):
                sheet.label(one)
        self.bar.show_tabs(self.book.read())

    def _make_sheet(self, workspace: Workspace) -> "WorkspaceSheet":
        from vqdesk.ui.workspace.page import WorkspacePage  # loaded after the first paint
        from vqdesk.ui.workspace.sheet import WorkspaceSheet

        def make_page(holder: QWidget) -> WorkspacePage:
            return WorkspacePage(self._calls, self._thumbnails, self._first_start, holder)

        sheet = WorkspaceSheet(self._calls, make_page, self.engines, self.sheets)
        page = sheet.page
        sheet.reload_asked.connect(self.reload_workflows)
        sheet.job_added.connect(self.job_added)
        sheet.state_changed.connect(self._note)
        page.media.arrivals.workflow_pasted.connect(self.workflow_pasted)
        page.workflow_bar.edit_asked.connect(self.edit_form_asked)
        if self._is_open:
            self._fill(sheet, workspace)
        return sheet

    def _fill(self, sheet: "WorkspaceSheet", workspace: Workspace) -> None:
        sheet.page.media.offer_samples(self._samples)
        sheet.open(workspace, self._shelf)
        if problem := self._problems.pop(workspace.id, None):
            sheet.page.problem.tell(problem)

    def _note(self, workspace_id: str) -> None:
        self.book.note(workspace_id)
        self.bar.show_tabs(self.book.read())

    def _take_shelf(self, shelf: WorkflowShelf) -> None:
        self._shelf = shelf
        self._watch.know(shelf)
        for sheet in self.sheets.alive.values():
            sheet.take_shelf(shelf)

    def _take_engines(self, is_first: bool) -> None:
        for sheet in self.sheets.alive.values():
            sheet.take_engines(is_first)

    def _tell(self, problem: Problem) -> None:
        self.page.problem.tell(problem)

    def _connect(self) -> None:
        bar, book = self.bar, self.book
        self.engines.changed.connect(self._take_engines)
        self.engines.chosen.connect(self.engine_chosen)
        self._watch.changed.connect(self._take_shelf)
        self.engines.failed.connect(self._tell)
        self.engines.reached.connect(self.book.look_for_folder)
        self._drops.dropped.connect(self.add_files)
        self._drops.hovered.connect(self.set_lit)
        book.changed.connect(self._show_tabs)
        book.failed.connect(self._tell)
        bar.new_asked.connect(book.new)
        bar.chosen.connect(book.choose)
        bar.close_asked.connect(book.close)
        bar.duplicate_asked.connect(book.duplicate)
        bar.reopen_asked.connect(book.reopen)
        bar.reset_asked.connect(book.reset)
        bar.moved.connect(book.move)
        bar.titled.connect(book.rename)
        bar.coloured.connect(book.recolour)
        self.named_actions = page_actions(self, lambda: self.page) | tab_actions(self, book, bar)


def _tabs_of(found: "OpenedWorkspaces") -> Tabs | None:
    if not found.workspaces:
        return None
    ids = [one.id for one in found.workspaces]
    active = found.active if found.active in ids else ids[0]
    return Tabs(found.workspaces, active, tuple(ClosedTab(len(ids), one) for one in found.closed))


async def _open_workspaces(desk: "Desk") -> _Opened:
    return _Opened(
        workspaces=await desk.workspaces.open(),
        shelf=await desk.workflows(),
        lanes=await desk.lanes(),
        samples=await desk.sample_photos(),
    )
