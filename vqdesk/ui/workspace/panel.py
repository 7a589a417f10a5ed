"""The left half of the window: one workspace, from images to the button that queues them."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vqdesk.domain.errors import Problem
from vqdesk.domain.job import Job, Lane
from vqdesk.domain.workflow import WorkflowDefinition, WorkflowShelf
from vqdesk.ui.calls import Calls
from vqdesk.ui.workspace import words
from vqdesk.ui.workspace.choosing import find_definition, first_workflow
from vqdesk.ui.workspace.dropping import FileDrops
from vqdesk.ui.workspace.engines import Engines
from vqdesk.ui.workspace.page import WorkspacePage
from vqdesk.ui.workspace.readiness import Readiness, judge
from vqdesk.ui.workspace.state import WorkspaceState, from_json, to_json
from vqdesk.ui.workspace.submission import Submission

if TYPE_CHECKING:
    from vqdesk.runtime.desk import Desk

_SAVE_AFTER_MS = 500


@dataclass(frozen=True, slots=True)
class _Opened:
    state: WorkspaceState
    shelf: WorkflowShelf
    lanes: list[Lane]
    samples: list[str]


class WorkspacePanel(QWidget):
    """Takes files dropped anywhere on it. `job_added` carries the Job that a click made."""

    job_added = Signal(object)
    engine_chosen = Signal(str)  # builtin or comfyui; empty when one was given up

    def __init__(self, calls: Calls, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._calls = calls
        self._state = WorkspaceState()
        self._shelf = WorkflowShelf(())
        self._definition: WorkflowDefinition | None = None
        self._is_open = False
        self._save_timer = QTimer(self, singleShot=True, interval=_SAVE_AFTER_MS)
        self.page = WorkspacePage(calls)
        self.submission = Submission(calls, self)
        self.engines = Engines(calls, self.page.first_start, self)
        self._drops = FileDrops(self)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.page)
        self._connect_page()
        self._connect_outside()
        self._show_parts()
        self._show_readiness()

    @property
    def state(self) -> WorkspaceState:
        """What the workspace holds now."""
        return self._state

    @property
    def is_open(self) -> bool:
        """Whether the last session has been read."""
        return self._is_open

    def start(self) -> None:
        """Opens the workspace of the last session."""
        self._calls.ask(self, _open_workspace, self._open, self.page.problem.tell)

    def reload_workflows(self) -> None:
        """Reads the workflow files again; what was typed stays."""
        self._calls.ask(self, lambda desk: desk.workflows(), self._take_shelf, self.page.problem.tell)

    def save_now(self) -> None:
        """Stores the state without waiting; for the moment before the window closes."""
        if self._is_open:
            self._save_timer.stop()
            text = to_json(self._state)
            self._calls.ask(self, lambda desk: desk.save_workspace(text))

    # ---- answers of the desk ------------------------------------------------------------------------

    def _open(self, found: _Opened) -> None:
        self._shelf, self._state = found.shelf, found.state
        self.engines.start(found.lanes)
        self.page.media.offer_samples(found.samples)
        self._is_open = True
        self.page.media.restore(found.state.inputs)
        self._choose_definition(found.state.workflow or first_workflow(found.shelf, found.lanes))

    def _take_shelf(self, shelf: WorkflowShelf) -> None:
        self._shelf = shelf
        self._choose_definition(self._state.workflow or first_workflow(shelf, self.engines.lanes))

    def _engines_changed(self, is_first: bool) -> None:
        if is_first:
            self._pick_workflow(first_workflow(self._shelf, self.engines.lanes))
        self._show_parts()
        self._show_readiness()

    def _job_added(self, job: Job) -> None:
        self._show_readiness()
        made = words.amount("prompt", job.counts.total)
        self.page.footer.confirm(self.tr("#{0} added: {1}").format(job.number, made))
        self.job_added.emit(job)

    def _job_refused(self, problem: Problem) -> None:
        self._show_readiness()
        self.page.problem.tell(problem)
        self.page.media.look_again()

    # ---- wishes of the user -------------------------------------------------------------------------

    def _pick_workflow(self, name: str) -> None:
        if name != self._state.workflow:
            self._choose_definition(name)
            self._changed()

    def _edit_value(self, name: str, value: object) -> None:
        if self._definition is not None:
            default = self._definition.parameter(name).default
            self._state = self._state.with_value(name, value, default)
            self.page.form.refresh(self._state.own_values)
            self._changed()

    def _edit(self, **fields: object) -> None:
        self._state = replace(self._state, **fields)
        self._changed()

    def _toggle_group(self, name: str, is_open: bool) -> None:
        self._state = self._state.with_group(name, is_open)
        self._save_timer.start()

    def _take_files(self) -> None:
        if self._is_open:
            self._edit(inputs=self.page.media.model.paths)

    def _submit(self) -> None:
        self.page.problem.hide()
        if self._definition is not None and self._judge().blocked is None:
            self.submission.send(self._definition, self._state)

    # ---- what follows -------------------------------------------------------------------------------

    def _choose_definition(self, name: str) -> None:
        self._definition = find_definition(self._shelf, name)
        self._state = replace(self._state, workflow=name)
        self.page.workflow_bar.show_shelf(self._shelf, name)
        if self._definition is not None:
            self.page.show_definition(self._definition, self._state)
            spec = self._definition.input
            self.page.media.set_kind(spec.kind if spec else "image")
        self._show_parts()
        self._show_readiness()

    def _changed(self) -> None:
        self._save_timer.start()
        self._show_readiness()

    def _judge(self) -> Readiness:
        return judge(self._definition, self._state, len(self.page.media.model.broken), bool(self.engines.lanes))

    def _show_readiness(self) -> None:
        ready = self._judge()
        self.page.form.show_errors(ready.errors)
        self.page.footer.show_sentence(ready.sentence, ready.blocked)

    def _show_parts(self) -> None:
        has_engine = bool(self.engines.lanes) and not self.engines.is_asking
        self.page.show_parts(
            first_start=self._is_open and not has_engine,
            workflow=self._is_open and has_engine,
            media=self._is_open and (self._definition is None or self._definition.input is not None),
            form=self._definition is not None and has_engine,
        )

    # ---- wiring -------------------------------------------------------------------------------------

    def _connect_page(self) -> None:
        page = self.page
        self.engines.changed.connect(self._engines_changed)
        self.engines.chosen.connect(self.engine_chosen)
        self.engines.failed.connect(page.problem.tell)
        page.workflow_bar.chosen.connect(self._pick_workflow)
        page.workflow_bar.reload_asked.connect(self.reload_workflows)
        page.media.changed.connect(self._take_files)
        page.form.value_edited.connect(self._edit_value)
        page.form.tries_edited.connect(lambda tries: self._edit(tries=tries))
        page.form.name_edited.connect(lambda name: self._edit(job_name=name))
        page.form.group_toggled.connect(self._toggle_group)
        page.form.submitted.connect(page.footer.submit)
        page.footer.submitted.connect(self._submit)

    def _connect_outside(self) -> None:
        self._drops.dropped.connect(self.page.media.add)
        self._drops.hovered.connect(self.page.media.set_lit)
        self.submission.busy_changed.connect(self.page.footer.set_busy)
        self.submission.added.connect(self._job_added)
        self.submission.refused.connect(self._job_refused)
        self._save_timer.timeout.connect(self.save_now)
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.page.footer.submit, context=inside)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self, self.page.media.paste, context=inside)


async def _open_workspace(desk: "Desk") -> _Opened:
    return _Opened(
        state=from_json(await desk.load_workspace()),
        shelf=await desk.workflows(),
        lanes=await desk.lanes(),
        samples=await desk.sample_photos(),
    )
