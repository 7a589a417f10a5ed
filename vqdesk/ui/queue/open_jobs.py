"""The jobs that are open in the list, with their prompts."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from vqdesk.domain.errors import Problem
from vqdesk.domain.job import JobId, Prompt, PromptId
from vqdesk.ui.calls import Calls
from vqdesk.ui.paced import Paced
from vqdesk.ui.queue.lines import FEW, LineKey, MoreKey, PromptKey, shown_prompts

if TYPE_CHECKING:
    from vqdesk.services.queue import JobDetail

_PAUSE_MS = 100


@dataclass(slots=True)
class _OpenJob:
    prompts: dict[PromptId, Prompt] = field(default_factory=dict)
    show_all: bool = False


class OpenJobs(QObject):
    """Reads the prompts of open jobs; `changed` comes when their lines may differ."""

    changed = Signal()
    failed = Signal(object)  # Problem

    def __init__(self, calls: Calls, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._calls = calls
        self._open: dict[JobId, _OpenJob] = {}
        self._stale: list[JobId] = []
        self._fetch = Paced(self._ask, _PAUSE_MS, self)

    def __contains__(self, job_id: JobId) -> bool:
        return job_id in self._open

    def __bool__(self) -> bool:
        return bool(self._open)

    def set_open(self, job_id: JobId, is_open: bool) -> None:
        """Opens or closes a job."""
        if is_open == (job_id in self._open):
            return
        if is_open:
            self._open[job_id] = _OpenJob()
            self.refresh(job_id)
        else:
            del self._open[job_id]
        self.changed.emit()

    def toggle_all(self, job_id: JobId) -> None:
        """Shows all prompts of an open job, or the few that matter now."""
        if job_id in self._open:
            self._open[job_id].show_all = not self._open[job_id].show_all
            self.changed.emit()

    def shows_all(self, job_id: JobId) -> bool:
        """True while every prompt of the job has a line."""
        return job_id in self._open and self._open[job_id].show_all

    def refresh(self, job_id: JobId) -> None:
        """Reads the prompts again if the job is open."""
        if job_id in self._open and job_id not in self._stale:
            self._stale.append(job_id)
            self._fetch.request()

    def prompt(self, key: PromptKey) -> Prompt | None:
        """The prompt of a line."""
        opened = self._open.get(key.job_id)
        return opened.prompts.get(key.prompt_id) if opened else None

    def prompts(self, job_id: JobId) -> list[Prompt]:
        """All known prompts of an open job."""
        opened = self._open.get(job_id)
        return list(opened.prompts.values()) if opened else []

    def lines(self, job_id: JobId) -> list[LineKey]:
        """The lines below a job."""
        opened = self._open.get(job_id)
        if opened is None or not opened.prompts:
            return []
        everything = list(opened.prompts.values())
        shown = shown_prompts(everything, show_all=opened.show_all)
        lines: list[LineKey] = [PromptKey(job_id, prompt.id) for prompt in shown]
        if len(everything) > FEW:
            lines.append(MoreKey(job_id))
        return lines

    def hidden(self, job_id: JobId) -> Sequence[Prompt]:
        """Prompts of an open job that have no line now."""
        opened = self._open.get(job_id)
        if opened is None:
            return []
        everything = list(opened.prompts.values())
        shown = {prompt.id for prompt in shown_prompts(everything, show_all=opened.show_all)}
        return [prompt for prompt in everything if prompt.id not in shown]

    def _ask(self) -> None:
        job_id = self._stale.pop(0)
        self._calls.ask(self, lambda desk: desk.job_detail(job_id), self._take, self._give_up)

    def _take(self, detail: "JobDetail") -> None:
        opened = self._open.get(detail.job.id)
        if opened is not None:
            opened.prompts = {prompt.id: prompt for prompt in detail.prompts}
            self.changed.emit()
        self._next()

    def _give_up(self, problem: Problem) -> None:
        self.failed.emit(problem)
        self._next()

    def _next(self) -> None:
        if self._stale:
            self._fetch.request()
        self._fetch.finished()
