"""What the user does with lines of the list: cancel, retry, delete, duplicate, open the folder, the menu."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget

from vqdesk.domain.errors import Problem
from vqdesk.domain.job import Job, JobId, Prompt
from vqdesk.domain.status import PromptStatus, is_final
from vqdesk.ports import Weight
from vqdesk.ui.calls import Calls
from vqdesk.ui.commands.list_keys import ListKeys
from vqdesk.ui.detail.opening import open_folder_of
from vqdesk.ui.queue.edit_commands import EditCommands
from vqdesk.ui.queue.group_menu import add_folding
from vqdesk.ui.queue.job_menu import RETRYABLE, Chosen, JobMenu
from vqdesk.ui.queue.line_source import LineSource
from vqdesk.ui.queue.lines import GroupKey, LineKey, PromptKey, is_job, job_of
from vqdesk.ui.queue.order_commands import OrderCommands
from vqdesk.ui.queue.row_actions import FIRST_KEYS, RowAction
from vqdesk.ui.queue.run_commands import RunCommands
from vqdesk.ui.queue.undo import QueueUndo
from vqdesk.ui.queue.words import jobs_text, prompts_text
from vqdesk.ui.widgets.question import Question, Role

if TYPE_CHECKING:
    from vqdesk.runtime.desk import Question  # the window starts without loading the services
    from vqdesk.services.queue import JobDetail

_STATES = ("failed", "canceled")


class QueueCommands(QWidget):
    """Asks the desk; asks the user first where more than one prompt would end. Never shown itself."""

    failed = Signal(object)  # Problem

    def __init__(
        self,
        calls: Calls,
        source: LineSource,
        ids: Callable[[], Sequence[JobId]],
        undo: QueueUndo,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._calls = calls
        self._source = source
        self._undo = undo
        self.keys = ListKeys(FIRST_KEYS)
        self.order = OrderCommands(calls, source, ids, undo)
        self.editing = EditCommands(calls, source, undo, self)
        self.runs = RunCommands(calls, source, undo, self)
        for part in (self.order, self.editing, self.runs):
            part.failed.connect(self.failed)
        self.hide()

    def run(self, action: RowAction, keys: Sequence[LineKey], at: QPoint) -> None:
        """Does it with these lines; `at` is the place of a menu, in pixels of the screen."""
        if action is RowAction.UNDO:
            self._undo.undo()
        if not keys or action is RowAction.UNDO:
            return
        jobs = [key for key in keys if is_job(key)]
        action = _meant(action, keys)
        match action:
            case RowAction.FOLD | RowAction.FOLD_GROUP:
                self._fold(keys[0])
            case RowAction.CANCEL:
                self._cancel_or_delete(jobs, self._prompts(keys))
            case RowAction.RETRY | RowAction.RETRY_ALL:
                self._retry(action, jobs, self._prompts(keys))
            case RowAction.FOLDER:
                self._open_folder(job_of(keys[0]))
            case RowAction.MORE:
                self.menu(keys).popup(at)
            case RowAction.DELETE:
                self._delete(jobs)
            case _ if jobs:
                any(part.run(action, jobs) for part in (self.order, self.editing, self.runs))

    def menu(self, keys: Sequence[LineKey]) -> JobMenu:
        """What can be done with these lines."""
        ids = [key for key in keys if is_job(key)]
        jobs = self._known(ids)
        owners = self._known([job_of(key) for key in keys])
        chosen = Chosen(jobs, self._prompts(keys), owners, len(jobs) < len(ids))
        menu = JobMenu(
            chosen,
            lambda action: self.run(action, keys, QPoint()),
            lambda colour: self.editing.mark(ids, colour),
            self.window(),
            self.keys,
        )
        heads = [key for key in keys if isinstance(key, GroupKey)]
        if heads:
            add_folding(menu, heads, self._source.folds)
        return menu

    def _fold(self, key: LineKey) -> None:
        if isinstance(key, GroupKey):
            self._source.folds.toggle(key)
        else:
            job_id = job_of(key)
            self._source.open_jobs.set_open(job_id, job_id not in self._source.open_jobs)

    # ---- cancel, retry -----------------------------------------------------------------------------

    def _cancel_or_delete(self, jobs: Sequence[JobId], prompts: Sequence[Prompt]) -> None:
        """What has ended is taken from the list instead."""
        open_prompts = [prompt for prompt in prompts if not is_final(prompt.status)]

        def decide(weight: Weight) -> None:
            number = weight.open_prompts + len(open_prompts)
            if number > 1:
                self._ask_and_cancel((jobs, open_prompts), weight, number)
            elif number:
                self._cancel(jobs, open_prompts)
            elif jobs:
                self._delete(jobs)

        self._weigh(jobs, decide)

    def _ask_and_cancel(
        self, chosen: tuple[Sequence[JobId], Sequence[Prompt]], weight: Weight, number: int
    ) -> None:
        jobs, prompts = chosen
        more = self.tr("What is done stays. Canceled prompts can be retried, from their start.")
        box = Question(self.tr("Cancel"), self._question(jobs, weight, number), more, self.window())
        verb = box.add(self.tr("Cancel {0}").format(prompts_text(number)), Role.DestructiveRole)
        box.add(self.tr("Keep running"), Role.RejectRole)
        verb.clicked.connect(lambda: self._cancel(jobs, prompts))
        box.open()

    def _question(self, jobs: Sequence[JobId], weight: Weight, number: int) -> str:
        known = self._known(jobs)
        if len(jobs) == 1 and known:
            return self.tr("Cancel {0} of #{1} {2}?").format(prompts_text(number), jobs[0], known[0].name)
        return self.tr("Cancel {0} of {1}?").format(prompts_text(number), jobs_text(max(1, weight.open_jobs)))

    def _cancel(self, jobs: Sequence[JobId], prompts: Sequence[Prompt]) -> None:
        if jobs:
            self._ask(lambda desk: desk.editing.cancel(jobs))
        if prompts:
            ids = [prompt.id for prompt in prompts]
            self._ask(lambda desk: desk.cancel_prompts(ids))

    def _retry(self, action: RowAction, jobs: Sequence[JobId], prompts: Sequence[Prompt]) -> None:
        """Canceled prompts of a job come along when it has no failed ones, or when all are wanted."""

        def decide(weight: Weight) -> None:
            both = action is RowAction.RETRY_ALL or not weight.failed_prompts
            if weight.failed_prompts or weight.canceled_prompts:
                self._ask(lambda desk: desk.editing.retry(jobs, _STATES if both else _STATES[:1]))

        if jobs:
            self._weigh(jobs, decide)
        ids = [prompt.id for prompt in prompts if prompt.status in RETRYABLE]
        if ids:
            self._ask(lambda desk: desk.retry_prompts(ids))

    # ---- delete ------------------------------------------------------------------------------------

    def _delete(self, jobs: Sequence[JobId]) -> None:
        """At once, because it can be undone; what is at a server stays and is named."""

        def tell(gone: list[JobId]) -> None:
            if gone:
                words = self.tr("Deleted {0}").format(jobs_text(len(gone)))
                self._undo.did(words, lambda desk: desk.editing.restore(gone))
            left = len(jobs) - len(gone)
            if left:
                cause = self.tr("A prompt of each is at a server.")
                summary = self.tr("{0} could not be deleted.").format(jobs_text(left))
                self.failed.emit(Problem(summary, cause, self.tr("Cancel first.")))

        if jobs:
            self._calls.ask(self, lambda desk: desk.editing.delete(jobs), tell, self.failed.emit)

    # ---- folder ------------------------------------------------------------------------------------

    def _open_folder(self, job_id: JobId) -> None:
        self._calls.ask(self, lambda desk: desk.job_detail(job_id), self._show_folder, self.failed.emit)

    def _show_folder(self, detail: "JobDetail") -> None:
        if not detail.outputs:
            self.failed.emit(Problem(self.tr("#{0} has no outputs yet.").format(detail.job.number)))
            return
        problem = open_folder_of(detail.outputs[-1].path)
        if problem is not None:
            self.failed.emit(problem)

    # ---- what is chosen ----------------------------------------------------------------------------

    def _weigh(self, jobs: Sequence[JobId], then: Callable[[Weight], None]) -> None:
        """From the rows when all are here; thousands of chosen jobs are counted by the store."""
        known = self._known(jobs)
        if len(known) == len(jobs):
            then(_weight(known))
        else:
            self._calls.ask(self, lambda desk: desk.editing.weigh(jobs), then, self.failed.emit)

    def _ask(self, question: "Question") -> None:
        self._calls.ask(self, question, failed=self.failed.emit)

    def _known(self, ids: Sequence[JobId]) -> list[Job]:
        return [job for job in map(self._source.job, dict.fromkeys(ids)) if job is not None]

    def _prompts(self, keys: Sequence[LineKey]) -> list[Prompt]:
        """Prompts of lines whose job is not among the lines itself."""
        jobs = {key for key in keys if is_job(key)}
        lines = [key for key in keys if isinstance(key, PromptKey) and key.job_id not in jobs]
        return [prompt for prompt in map(self._source.open_jobs.prompt, lines) if prompt is not None]


def _meant(action: RowAction, keys: Sequence[LineKey]) -> RowAction:
    """Whoever renames the head of a run with its jobs means the run."""
    head = keys[0]
    if action is not RowAction.RENAME or not isinstance(head, GroupKey) or head.group != "run" or not head.head:
        return action
    return RowAction.RENAME_RUN if sum(map(is_job, keys)) == head.jobs else action


def _weight(jobs: Sequence[Job]) -> Weight:
    left = [job.counts.total - job.counts.ended for job in jobs]
    return Weight(
        jobs=len(jobs),
        open_jobs=sum(map(bool, left)),
        at_server=sum(job.status is PromptStatus.RUNNING for job in jobs),
        waiting_jobs=sum(bool(job.counts.pending) for job in jobs),
        open_prompts=sum(left),
        failed_prompts=sum(job.counts.failed for job in jobs),
        canceled_prompts=sum(job.counts.canceled for job in jobs),
    )
