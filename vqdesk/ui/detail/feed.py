"""Keeps the newest state of one job in the window: asks the desk, again after every change, never in a rush."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from vqdesk.domain.errors import Problem
from vqdesk.domain.events import AppEvent, JobsChanged, PromptChanged, StoreChanged
from vqdesk.domain.job import JobId
from vqdesk.ui.calls import Calls
from vqdesk.ui.paced import Paced
from vqdesk.ui.theme.source import current_theme

if TYPE_CHECKING:
    from vqdesk.runtime.desk import Desk
    from vqdesk.services.queue import JobDetail  # the window starts without loading the services

_GLANCE_MS = 200  # what is shown of the job before may stay so long


class DetailFeed(QObject):
    """One question is under way at a time; changes meanwhile lead to one more."""

    arrived = Signal(object)  # JobDetail of the job that is followed
    refused = Signal(object)  # Problem
    slow = Signal(object)  # JobId: the first answer about it takes longer than a glance

    def __init__(self, calls: Calls, parent: QObject) -> None:
        super().__init__(parent)
        self._calls = calls
        self._job_id: JobId | None = None
        self._paced: Paced | None = None
        self._may_be_gone = False
        self._glance = QTimer(self, singleShot=True, interval=_GLANCE_MS)
        self._glance.timeout.connect(lambda: self.slow.emit(self._job_id))

    @property
    def job_id(self) -> JobId | None:
        """The job that is followed."""
        return self._job_id

    def follow(self, job_id: JobId | None) -> None:
        """Turns to another job and asks for it at once; answers about the one before are ignored."""
        self._job_id, self._may_be_gone = job_id, False
        if self._paced is not None:
            self._paced.deleteLater()
        self._paced = Paced(self._ask, current_theme().duration.progress_update, self)
        self._paced.request()
        if job_id is None:
            self._glance.stop()
        else:
            self._glance.start()

    def apply_events(self, batch: Sequence[AppEvent]) -> None:
        """Asks again when something about the job changed, or anything may have."""
        news = (event for event in batch if isinstance(event, JobsChanged | PromptChanged))
        is_about_all = any(isinstance(event, StoreChanged) for event in batch)
        if self._paced is not None and (is_about_all or any(event.job_id == self._job_id for event in news)):
            self._may_be_gone |= is_about_all
            self._paced.request()

    def _ask(self) -> None:
        job_id = self._job_id
        if job_id is None:
            return
        may_be_gone, self._may_be_gone = self._may_be_gone, False

        async def newest(desk: "Desk") -> "JobDetail | None":
            is_gone = may_be_gone and not await desk.jobs([job_id])
            return None if is_gone else await desk.job_detail(job_id)

        self._calls.ask(
            self._paced,
            newest,
            lambda detail: self._take(job_id, detail),
            lambda problem: self._refuse(job_id, problem),
        )

    def _take(self, job_id: JobId, detail: "JobDetail | None") -> None:
        """A job that was deleted meanwhile stays as it was shown: it may come back."""
        if job_id == self._job_id:
            self._paced.finished()
            self._glance.stop()
            if detail is not None:
                self.arrived.emit(detail)

    def _refuse(self, job_id: JobId, problem: Problem) -> None:
        if job_id == self._job_id:
            self._paced.finished()
            self._glance.stop()
            self.refused.emit(problem)
