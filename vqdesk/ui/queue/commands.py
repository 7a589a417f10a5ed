"""What the user does with lines of the list: cancel, retry, fold, open the folder, the menu."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMessageBox, QWidget

from vqdesk.domain.errors import Problem
from vqdesk.domain.job import Job, JobId, Prompt, PromptId
from vqdesk.domain.status import PromptStatus, is_final
from vqdesk.ui.calls import Calls
from vqdesk.ui.detail.opening import open_folder_of
from vqdesk.ui.queue.line_source import LineSource
from vqdesk.ui.queue.lines import LineKey, MoreKey, PromptKey, job_of
from vqdesk.ui.queue.row_actions import RowAction
from vqdesk.ui.queue.words import prompts_text

if TYPE_CHECKING:
    from vqdesk.services.queue import JobDetail

_RETRYABLE = (PromptStatus.FAILED, PromptStatus.CANCELED)


class QueueCommands(QWidget):
    """Asks the desk; asks the user first where more than one prompt would end. Never shown itself."""

    failed = Signal(object)  # Problem

    def __init__(self, calls: Calls, source: LineSource, parent: QWidget) -> None:
        super().__init__(parent)
        self._calls = calls
        self._source = source
        self.hide()

    def run(self, action: RowAction, keys: Sequence[LineKey], at: QPoint) -> None:
        """Does it with these lines; `at` is the place of a menu, in pixels of the screen."""
        if not keys:
            return
        match action:
            case RowAction.FOLD:
                job_id = job_of(keys[0])
                self._source.open_jobs.set_open(job_id, job_id not in self._source.open_jobs)
            case RowAction.CANCEL:
                self._ask_and_cancel(keys)
            case RowAction.RETRY:
                self._retry(keys)
            case RowAction.FOLDER:
                self._open_folder(job_of(keys[0]))
            case RowAction.MORE:
                self._menu(keys).popup(at)

    def _ask_and_cancel(self, keys: Sequence[LineKey]) -> None:
        jobs = [job for job in self._jobs(keys) if _live(job)]
        prompts = [prompt for prompt in self._prompts(keys) if not is_final(prompt.status)]
        number = sum(_live(job) for job in jobs) + len(prompts)
        if number == 0:
            return
        if number == 1:
            self._cancel(jobs, prompts)
            return
        box = QMessageBox(
            QMessageBox.Icon.NoIcon, self.tr("Cancel"), self._question(jobs, number), parent=self.window()
        )
        box.setInformativeText(self.tr("What is done stays. Canceled prompts can be retried, from their start."))
        verb = box.addButton(
            self.tr("Cancel {0}").format(prompts_text(number)), QMessageBox.ButtonRole.DestructiveRole
        )
        box.addButton(self.tr("Keep running"), QMessageBox.ButtonRole.RejectRole)
        verb.clicked.connect(lambda: self._cancel(jobs, prompts))
        box.open()

    def _question(self, jobs: Sequence[Job], number: int) -> str:
        if len(jobs) == 1:
            return self.tr("Cancel {0} of #{1} {2}?").format(prompts_text(number), jobs[0].number, jobs[0].name)
        return self.tr("Cancel {0} of {1} jobs?").format(prompts_text(number), len(jobs))

    def _cancel(self, jobs: Sequence[Job], prompts: Sequence[Prompt]) -> None:
        for job in jobs:
            job_id = job.id
            self._calls.ask(self, lambda desk, wanted=job_id: desk.cancel_job(wanted), failed=self.failed.emit)
        if prompts:
            ids = [prompt.id for prompt in prompts]
            self._calls.ask(self, lambda desk: desk.cancel_prompts(ids), failed=self.failed.emit)

    def _retry(self, keys: Sequence[LineKey]) -> None:
        for job in self._jobs(keys):
            if job.counts.failed or job.counts.canceled:
                self._calls.ask(self, lambda desk, wanted=job.id: desk.retry_job(wanted), failed=self.failed.emit)
        ids: list[PromptId] = [prompt.id for prompt in self._prompts(keys) if prompt.status in _RETRYABLE]
        if ids:
            self._calls.ask(self, lambda desk: desk.retry_prompts(ids), failed=self.failed.emit)

    def _open_folder(self, job_id: JobId) -> None:
        self._calls.ask(self, lambda desk: desk.job_detail(job_id), self._show_folder, self.failed.emit)

    def _show_folder(self, detail: "JobDetail") -> None:
        if not detail.outputs:
            self.failed.emit(Problem(self.tr("#{0} has no outputs yet.").format(detail.job.number)))
            return
        problem = open_folder_of(detail.outputs[-1].path)
        if problem is not None:
            self.failed.emit(problem)

    def _menu(self, keys: Sequence[LineKey]) -> QMenu:
        jobs, prompts = self._jobs(keys), self._prompts(keys)
        menu = QMenu(self.window())
        live = any(map(_live, jobs)) or any(not is_final(prompt.status) for prompt in prompts)
        ended_badly = any(job.counts.failed or job.counts.canceled for job in jobs)
        ended_badly = ended_badly or any(prompt.status in _RETRYABLE for prompt in prompts)
        done = any(job.counts.succeeded for job in self._jobs([job_of(key) for key in keys]))
        entries = (
            (RowAction.CANCEL, self.tr("Cancel"), "Del", live),
            (RowAction.RETRY, self.tr("Retry"), "R", ended_badly),
            (RowAction.FOLDER, self.tr("Open folder with outputs"), "O", done),
        )
        for action, words, key, possible in entries:
            entry = QAction(f"{words}\t{key}", menu, enabled=possible)
            entry.triggered.connect(lambda _checked, wanted=action: self.run(wanted, keys, QPoint()))
            menu.addAction(entry)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _jobs(self, keys: Sequence[LineKey]) -> list[Job]:
        found = [self._source.job(key) for key in keys if not isinstance(key, PromptKey | MoreKey)]
        return [job for job in found if job is not None]

    def _prompts(self, keys: Sequence[LineKey]) -> list[Prompt]:
        """Prompts of lines whose job is not among the lines itself."""
        found = [
            self._source.open_jobs.prompt(key)
            for key in keys
            if isinstance(key, PromptKey) and key.job_id not in keys
        ]
        return [prompt for prompt in found if prompt is not None]


def _live(job: Job) -> int:
    return job.counts.total - job.counts.ended
