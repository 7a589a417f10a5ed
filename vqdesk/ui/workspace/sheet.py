"""One workspace: what the user does in its page, and what follows."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vqdesk.domain.errors import Problem
from vqdesk.domain.framing import Size, target_size
from vqdesk.domain.job import Job
from vqdesk.domain.modes import Mode, as_used, belongs, mode_of, offered
from vqdesk.domain.workflow import WorkflowDefinition, WorkflowShelf, effective_values
from vqdesk.domain.workspace import Workspace, WorkspaceState
from vqdesk.ui.calls import Calls
from vqdesk.ui.workspace import words
from vqdesk.ui.workspace.choosing import find_definition, first_workflow
from vqdesk.ui.workspace.engines import Engines
from vqdesk.ui.workspace.lane_check import LaneCheck
from vqdesk.ui.workspace.lane_choice import LANE, chosen_lane
from vqdesk.ui.workspace.media_model import MediaItem
from vqdesk.ui.workspace.only_one import OnlyOne
from vqdesk.ui.workspace.outlook import OutlookLine
from vqdesk.ui.workspace.page import WorkspacePage
from vqdesk.ui.workspace.readiness import Readiness, judge
from vqdesk.ui.workspace.refitting import refitted
from vqdesk.ui.workspace.submission import Submission

if TYPE_CHECKING:
    from vqdesk.services.forms import FormReport


class WorkspaceSheet(QWidget):
    """Lives only while its tab was lately in front: `state` is all that must outlive it."""

    state_changed = Signal(str)  # id of the workspace
    job_added = Signal(object)
    reload_asked = Signal()

    def __init__(
        self, calls: Calls, make_page: Callable[[QWidget], WorkspacePage], engines: Engines, parent: QWidget
    ) -> None:
        super().__init__(parent)
        page = self.page = make_page(self)
        self.submission = Submission(calls, self)
        self._only_one = OnlyOne(page.media)
        self.outlook = OutlookLine(calls, page.footer, self)
        self._engines = engines
        self._workspace = Workspace("")
        self._state = WorkspaceState()
        self._shelf = WorkflowShelf(())
        self._definition: WorkflowDefinition | None = None
        self._is_open = False
        self._lacking = 0
        self.check = LaneCheck(calls, self)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.page)
        self._connect_page()
        self._show_parts()
        self._show_readiness()

    @property
    def state(self) -> WorkspaceState:
        """What the workspace holds now."""
        return self._state

    @property
    def is_busy(self) -> bool:
        """Whether something is under way that would be lost with the page."""
        return self.submission.is_busy or self.page.media.is_busy or self.page.prompts.auto.is_busy

    def open(self, workspace: Workspace, shelf: WorkflowShelf) -> None:
        """Shows a workspace. Files that were dropped before come behind its own."""
        self._workspace, self._shelf, self._state = workspace, shelf, workspace.state
        self._show_inputs(before=self.page.media.model.items)
        self._choose_definition(self._state.workflow or self._first_workflow())
        self.page.scroll_to(self._state.scroll)
        self.check.look_again()

    def label(self, workspace: Workspace) -> None:
        """Takes another title or colour."""
        self._workspace = replace(workspace, state=self._state)

    def take_shelf(self, shelf: WorkflowShelf) -> None:
        """The workflows were read again; what was typed stays."""
        self._shelf = shelf
        self._choose_definition(self._state.workflow or self._first_workflow())

    def take_engines(self, is_first: bool) -> None:
        """Other engines render now; with the first one the workflow becomes one that it can run."""
        if is_first:
            self.choose_workflow(self._first_workflow())
        self.page.workflow_bar.show_lanes(self._engines.lanes, chosen_lane(self._state.own_values))
        self._show_parts()
        self._show_readiness()

    # ---- wishes of the user -------------------------------------------------------------------------

    def choose_workflow(self, name: str) -> None:
        """Picks a workflow, in its own mode when this one does not offer it; images go along."""
        if name == self._state.workflow:
            return
        definition = find_definition(self._shelf, name)
        if definition is not None and not belongs(definition, self._state.mode):
            inputs, mode = self._state.inputs, mode_of(definition, self._state.mode)
            self._state = self._state.in_mode(mode)
            if not self._state.inputs:
                self._state = replace(self._state, inputs=inputs)
        self._choose_definition(name)
        self._changed()

    def choose_mode(self, mode: Mode) -> None:
        """Parks this mode's form and shows the other's."""
        if mode is self._state.mode:
            return
        self._state = self._state.in_mode(mode)
        self._show_inputs(before=())
        self._choose_definition(self._state.workflow or self._first_workflow())
        self._changed()

    def edit(self, **fields: object) -> None:
        """Changes fields of the state."""
        changed = replace(self._state, **fields)
        if changed != self._state:
            self._state = changed
            self._changed()

    def _edit_value(self, name: str, value: object) -> None:
        if self._definition is not None:
            self._state = self._state.with_value(name, value, self.page.form.default_of(name))
            self.page.form.refresh(self._state.own_values)
            self._changed()

    def _remember(self, state: WorkspaceState) -> None:
        """What is only about looking is no change of the work."""
        if self._is_open and self.isVisible():
            self._state = state
            self.state_changed.emit(self._workspace.id)

    def _take_files(self) -> None:
        if self._is_open:
            media = self.page.media
            self.edit(inputs=media.model.paths, folder=media.folder_text, uses_folder=media.uses_folder)
            self._show_readiness()  # files may have turned out to be unusable

    def _submit(self, *, force: bool = False) -> None:
        self.page.problem.hide()
        ready = self._judge()
        if self._definition is not None and (ready.blocked is None or (force and ready.only_lacks)):
            self.submission.send(self._definition, replace(self._workspace, state=self._state), force=force)

    # ---- what follows -------------------------------------------------------------------------------

    def _job_added(self, job: Job) -> None:
        self._state = replace(self._state, is_changed=False)
        self.state_changed.emit(self._workspace.id)
        self._show_readiness()
        self.page.form.count_seed_up(job.tries)
        made = words.amount("prompt", job.counts.total)
        self.page.footer.confirm(self.tr("#{0} added: {1}").format(job.number, made))
        self.job_added.emit(job)

    def _job_refused(self, problem: Problem) -> None:
        self._show_readiness()
        self.page.problem.tell(problem)
        self.page.media.look_again()

    def _first_workflow(self) -> str:
        return first_workflow(_offered(self._shelf, self._state.mode), self._engines.lanes)

    def _choose_definition(self, name: str) -> None:
        found = find_definition(self._shelf, name)
        mode = mode_of(found, self._state.mode) if found is not None else self._state.mode
        self._definition = as_used(found, mode) if found is not None else None
        self._state = replace(self._state, workflow=name, mode=mode)
        if found is not None:
            self._state, told = refitted(self._state, found)
            if told is not None:
                self.page.problem.tell(told)
                self.state_changed.emit(self._workspace.id)
        self._only_one.is_on = mode is Mode.SINGLE
        self.page.modes.show_mode(mode, self._state.image_mode)
        self.page.workflow_bar.show_shelf(_offered(self._shelf, self._state.mode), name)
        self.page.workflow_bar.show_lanes(self._engines.lanes, chosen_lane(self._state.own_values))
        if self._definition is not None:
            self.page.show_definition(self._definition, self._state)
            spec = self._definition.input
            self.page.media.set_kind(spec.kind if spec else "image")
        self._show_parts()
        self._show_readiness()

    def _show_inputs(self, before: Sequence[MediaItem]) -> None:
        """What the grid holds on the way there is no wish of the user."""
        self._is_open = False
        self.page.media.model.replace_all(before)
        self.page.media.restore(self._state.inputs, self._state.folder, self._state.uses_folder)
        self._is_open = True
        self._take_files()

    def _changed(self) -> None:
        self._state = replace(self._state, is_changed=True)
        self.state_changed.emit(self._workspace.id)
        self._show_readiness()

    def _judge(self) -> Readiness:
        broken, has_engine = len(self.page.media.model.broken), bool(self._engines.lanes)
        return judge(self._definition, self._state, broken, has_engine, self._lacking)

    def _take_report(self, report: "FormReport") -> None:
        """What the engines say to the form."""
        if report.workflow == self._state.workflow:
            self._lacking = len(report.lacks)
            self.page.form.show_report(report)
            self.page.lacks.show_lacks(report.lacks)
            self._show_readiness()

    def _show_readiness(self) -> None:
        if self._definition is not None:
            self.check.look(self._definition.name, self._state.own_values)
        ready = self._judge()
        self.page.form.show_errors(ready.errors)
        if self._definition is not None:
            self.page.prompts.show_state(self._definition, self._state, ready.plan)
            self.page.presets.show_state(self._definition, self._state)
        self.page.media.model.set_target(_target(self._definition, self._state))
        self.page.footer.show_sentence(ready.sentence, ready.blocked)
        self.outlook.look(self._definition, self._state, self.page.media.model.items)

    def _show_parts(self) -> None:
        has_engine = bool(self._engines.lanes) and not self._engines.is_asking
        self.page.show_parts(
            first_start=self._is_open and not has_engine,
            workflow=self._is_open and has_engine,
            media=self._is_open and (self._definition is None or self._definition.input is not None),
            form=self._definition is not None and has_engine,
        )

    # ---- wiring -------------------------------------------------------------------------------------

    def _connect_page(self) -> None:
        page = self.page
        page.modes.chosen.connect(self.choose_mode)
        page.workflow_bar.chosen.connect(self.choose_workflow)
        page.workflow_bar.lane_chosen.connect(lambda lane_id: self._edit_value(LANE, lane_id))
        page.workflow_bar.reload_asked.connect(self.reload_asked)
        page.media.changed.connect(self._take_files)
        page.form.value_edited.connect(self._edit_value)
        page.form.tries_edited.connect(lambda tries: self.edit(tries=tries))
        page.form.name_edited.connect(lambda name: self.edit(job_name=name))
        page.form.group_toggled.connect(lambda *group: self._remember(self._state.with_group(*group)))
        page.form.submitted.connect(page.footer.submit)
        page.prompts.edited.connect(lambda fields: self.edit(**fields))
        page.footer.submitted.connect(self._submit)
        page.lacks.anyway.connect(lambda: self._submit(force=True))
        page.lacks.look_again.connect(self.check.look_again)
        page.lacks.name_taken.connect(page.form.take_name)
        self.check.reported.connect(self._take_report)
        self.check.needs_known.connect(page.workflow_bar.show_needs)
        self._engines.reached.connect(self.check.look_again)
        page.scrolled.connect(lambda at: self._remember(replace(self._state, scroll=at)))
        self.submission.busy_changed.connect(page.footer.set_busy)
        self.submission.added.connect(self._job_added)
        self.submission.copying.connect(page.footer.show_copying)
        self.submission.stopped.connect(self._show_readiness)
        page.footer.stop_asked.connect(self.submission.stop)
        self.submission.refused.connect(self._job_refused)


def _target(definition: WorkflowDefinition | None, state: WorkspaceState) -> Size | None:
    """The size to which the workflow crops its images."""
    if definition is None:
        return None
    known = {parameter.name for parameter in definition.parameters}
    own = {name: value for name, value in state.own_values.items() if name in known}
    return target_size(definition.task_type, effective_values(definition, own))


def _offered(shelf: WorkflowShelf, mode: Mode) -> WorkflowShelf:
    return replace(shelf, definitions=offered(shelf.definitions, mode))
