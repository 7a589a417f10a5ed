"""Reads a job's log into memory, page by page, and again whenever it grew."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from vqdesk.domain.errors import Problem
from vqdesk.domain.events import AppEvent, LogGrew
from vqdesk.domain.job import JobId, LogEntry
from vqdesk.ui.calls import Calls
from vqdesk.ui.logs.job_lines import JobLines
from vqdesk.ui.paced import Paced
from vqdesk.ui.theme.source import current_theme

_PAGE = 1000


class JobFeed(QObject):
    """Asks nothing until `set_wanted(True)`: a log that nobody sees costs nothing."""

    refused = Signal(object)  # Problem

    def __init__(self, calls: Calls, model: JobLines, parent: QObject) -> None:
        super().__init__(parent)
        self._calls = calls
        self._model = model
        self._job_id: JobId | None = None
        self._wanted = False
        self._paced: Paced | None = None

    def follow(self, job_id: JobId | None) -> None:
        """Turns to another job's log; answers about the one before are ignored."""
        if job_id == self._job_id:
            return
        self._job_id = job_id
        self._model.clear()
        if self._paced is not None:
            self._paced.deleteLater()
        self._paced = Paced(self._ask, current_theme().duration.progress_update, self)
        self._request()

    def set_wanted(self, wanted: bool) -> None:
        """Tells whether somebody looks."""
        self._wanted = wanted
        self._request()

    def apply_events(self, batch: Sequence[AppEvent]) -> None:
        """Reads on when the log of this job grew."""
        if any(isinstance(event, LogGrew) and event.job_id == self._job_id for event in batch):
            self._request()

    def _request(self) -> None:
        if self._wanted and self._job_id is not None:
            self._paced.request()

    def _ask(self) -> None:
        job_id, after = self._job_id, self._model.last_id
        self._calls.ask(
            self._paced,
            lambda desk: desk.log_lines(job_id, after, _PAGE),
            lambda entries: self._take(job_id, entries),
            lambda problem: self._refuse(job_id, problem),
        )

    def _take(self, job_id: JobId, entries: Sequence[LogEntry]) -> None:
        if job_id != self._job_id:
            return
        self._model.append(entries)
        if len(entries) == _PAGE:
            self._ask()
        else:
            self._paced.finished()

    def _refuse(self, job_id: JobId, problem: Problem) -> None:
        if job_id == self._job_id:
            self._paced.finished()
            self.refused.emit(problem)
