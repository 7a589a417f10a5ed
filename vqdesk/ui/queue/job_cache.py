"""The rows of jobs that were seen lately, asked for in batches."""

from collections import OrderedDict
from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from vqdesk.domain.errors import Problem
from vqdesk.domain.job import Job, JobId
from vqdesk.ui.calls import Calls
from vqdesk.ui.paced import Paced

_CAPACITY = 2_000
_BATCH = 200
_FRAME_MS = 16


class JobCache(QObject):
    """LRU of jobs. What is not here is asked for once, and `arrived` tells when it is."""

    arrived = Signal(object)  # list[Job]
    status_changed = Signal()  # a known job has another state or place than before: order and counts may differ
    failed = Signal(object)  # Problem

    def __init__(self, calls: Calls, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._calls = calls
        self._jobs: OrderedDict[JobId, Job] = OrderedDict()
        self._wanted: OrderedDict[JobId, None] = OrderedDict()
        self._fetch = Paced(self._ask, _FRAME_MS, self)

    def get(self, job_id: JobId) -> Job | None:
        """The job, or None until it has arrived."""
        job = self._jobs.get(job_id)
        if job is None:
            self._want(job_id)
        else:
            self._jobs.move_to_end(job_id)
        return job

    def peek(self, job_id: JobId) -> Job | None:
        """The job if it is here; asks for nothing."""
        return self._jobs.get(job_id)

    def refresh(self, job_ids: Iterable[JobId]) -> None:
        """Reads again those that are here; their old rows stay until the new ones arrive."""
        for job_id in job_ids:
            if job_id in self._jobs:
                self._want(job_id)

    def refresh_all(self) -> None:
        """Reads again all that are here."""
        self.refresh(list(self._jobs))

    def _want(self, job_id: JobId) -> None:
        self._wanted[job_id] = None
        self._wanted.move_to_end(job_id)
        self._fetch.request()

    def _ask(self) -> None:
        newest = [self._wanted.popitem()[0] for _ in range(min(_BATCH, len(self._wanted)))]
        self._calls.ask(self, lambda desk: desk.jobs(newest), self._take, self._give_up)

    def _take(self, jobs: list[Job]) -> None:
        moved = False
        for job in jobs:
            before = self._jobs.get(job.id)
            moved = moved or (before is not None and _place(before) != _place(job))
            self._jobs[job.id] = job
            self._jobs.move_to_end(job.id)
        while len(self._jobs) > _CAPACITY:
            self._jobs.popitem(last=False)
        self.arrived.emit(jobs)
        if moved:
            self.status_changed.emit()
        self._next()

    def _give_up(self, problem: Problem) -> None:
        self.failed.emit(problem)
        self._next()

    def _next(self) -> None:
        if self._wanted:
            self._fetch.request()
        self._fetch.finished()


def _place(job: Job) -> tuple[object, ...]:
    return job.status, job.held, job.priority, job.position
