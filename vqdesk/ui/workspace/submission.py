"""Sending a job: once at a time, with the outcome as a signal."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from vqdesk.domain.auto_rows import captions_of
from vqdesk.domain.errors import Problem
from vqdesk.domain.job import Job
from vqdesk.domain.prompt_plan import prompt_plan
from vqdesk.domain.shaping import shaped
from vqdesk.domain.workflow import WorkflowDefinition
from vqdesk.domain.workspace import Workspace
from vqdesk.runtime.copying import Copying
from vqdesk.ui.calls import Calls
from vqdesk.ui.workspace.lane_choice import chosen_lane
from vqdesk.ui.workspace.readiness import used_tries

if TYPE_CHECKING:
    from vqdesk.services.submit import SubmitRequest

_LOOK_EVERY_MS = 250


class Submission(QObject):
    """`added` carries the Job, `refused` the Problem, `stopped` nothing; `busy_changed` brackets all.

    `copying` counts the inputs of which VQDesk has its own copy now, while that takes long enough to be told.
    """

    busy_changed = Signal(bool)
    copying = Signal(int, int)
    stopped = Signal()
    added = Signal(object)
    refused = Signal(object)

    def __init__(self, calls: Calls, parent: QObject) -> None:
        super().__init__(parent)
        self._calls = calls
        self._is_busy = False
        self._copying = Copying()
        self._look = QTimer(self, interval=_LOOK_EVERY_MS)
        self._look.timeout.connect(self._say_copying)
        calls.bug.connect(self._give_up)

    @property
    def is_busy(self) -> bool:
        """Whether a job is on its way."""
        return self._is_busy

    def send(self, definition: WorkflowDefinition, workspace: Workspace, *, force: bool = False) -> None:
        """Adds a job to the queue; nothing happens while another one is on its way.

        With `force` also one for which every engine lacks something.
        """
        if self._is_busy:
            return
        self._set_busy(True)
        request = _request(definition, workspace, force)
        copying = self._copying = Copying()
        self._calls.ask(self, lambda desk: desk.submit(request, copying), self._take, self._fail)

    def stop(self) -> None:
        """Gives up while inputs are being copied; nothing is queued then."""
        self._copying.stop()

    def _say_copying(self) -> None:
        if self._copying.total:
            self.copying.emit(self._copying.done, self._copying.total)

    def _take(self, job: Job) -> None:
        self._set_busy(False)
        self.added.emit(job)

    def _fail(self, problem: Problem) -> None:
        self._set_busy(False)
        if self._copying.is_stopped:
            self.stopped.emit()
        else:
            self.refused.emit(problem)

    def _give_up(self, _bug: BaseException) -> None:
        self._set_busy(False)

    def _set_busy(self, is_busy: bool) -> None:
        if is_busy != self._is_busy:
            self._is_busy = is_busy
            if is_busy:
                self._look.start()
            else:
                self._look.stop()
            self.busy_changed.emit(is_busy)


def _request(definition: WorkflowDefinition, workspace: Workspace, force: bool) -> "SubmitRequest":
    from vqdesk.services.submit import SubmitRequest  # loads pydantic, which the first paint must not wait for
    from vqdesk.services.text_wishes import AutoTexts

    state = workspace.state
    plan = prompt_plan(definition, state)
    known = {parameter.name for parameter in shaped(definition, state.own_values).parameters}
    tries = used_tries(definition, state)
    return SubmitRequest(
        workflow=definition.name,
        inputs=state.inputs if definition.input else (),
        params={name: value for name, value in state.own_values.items() if name in known},
        per_file=plan.per_file,
        variations=plan.variations,
        tries=tries if isinstance(tries, int) else 1,
        name=state.job_name.strip() or None,
        lane_id=chosen_lane(state.own_values),
        workspace_id=workspace.id,
        workspace_title=workspace.title,
        auto=AutoTexts(captions_of(state.rows, state.auto, state.inputs)) if plan.later else None,
        force=force,
    )
