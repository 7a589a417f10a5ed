"""Makes notices of the worker's events: failures, the end of the queue, engines that go and come."""

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QLocale, QObject, Signal

from vqdesk.domain.errors import Problem
from vqdesk.domain.events import (
    AppEvent,
    JobsChanged,
    LaneChanged,
    NightChanged,
    PromptChanged,
    QueueChanged,
    Suspected,
    WorkerFailed,
)
from vqdesk.domain.job import Job, JobId, LaneId
from vqdesk.domain.notifications import Notice, NoticeKind
from vqdesk.ui.calls import Calls
from vqdesk.ui.language import in_words
from vqdesk.ui.paced import Paced

_PAUSE_MS = 1_000


class NoticeWatch(QObject):
    """`happened` carries a Notice, `began` comes when the queue starts to work."""

    happened = Signal(object)
    began = Signal()
    failed = Signal(object)  # Problem

    def __init__(self, calls: Calls, parent: QObject) -> None:
        super().__init__(parent)
        self._calls = calls
        self._work: int | None = None
        self._running = 0
        self._failures: dict[JobId, int] = {}
        self._changed: dict[JobId, bool] = {}  # whether a prompt of it went on
        self._asked: dict[JobId, bool] = {}
        self._lost: dict[LaneId, datetime] = {}
        self._met: set[LaneId] = set()
        self._told: set[str] = set()
        self._jobs = Paced(self._ask_jobs, _PAUSE_MS, self)

    def apply_events(self, batch: Sequence[AppEvent]) -> None:
        """Takes what happened in the worker."""
        for event in batch:
            if isinstance(event, PromptChanged | JobsChanged):
                goes_on = isinstance(event, PromptChanged) or self._changed.get(event.job_id, False)
                self._changed[event.job_id] = goes_on
            elif isinstance(event, QueueChanged):
                self._take_queue(event)
            elif isinstance(event, LaneChanged):
                self._take_lane(event)
            elif isinstance(event, Suspected):
                self._tell(NoticeKind.WARNED, event.problem, int(event.job_id))
            elif isinstance(event, WorkerFailed):
                self._tell(NoticeKind.FAILED, event.problem)
            elif isinstance(event, NightChanged):
                self._take_night(event)
        if self._changed:
            self._jobs.request()

    def _take_queue(self, queue: QueueChanged) -> None:
        work, before = queue.running + queue.waiting, self._work
        if queue.running and not self._running:
            self.began.emit()
        self._work, self._running = work, queue.running
        if before and not work:
            self._tell(NoticeKind.ENDED, Problem(self.tr("The queue is empty"), self.tr("Everything has ended.")))

    def _take_lane(self, lane: LaneChanged) -> None:
        now = datetime.now(UTC)
        if lane.state == "online":
            self._met.add(lane.lane_id)
            since = self._lost.pop(lane.lane_id, None)
            if since is not None:
                title = self.tr("{0} answers again").format(lane.name)
                span = self.tr("Away {0} – {1}").format(_clock(since), _clock(now))
                self._tell(NoticeKind.RECOVERED, Problem(title, span))
        elif lane.state == "offline" and lane.lane_id in self._met and lane.lane_id not in self._lost:
            self._lost[lane.lane_id] = now
            problem = lane.problem
            title = self.tr("{0} does not answer").format(lane.name)
            self._tell(NoticeKind.OFFLINE, Problem(title, problem.summary if problem else ""))

    def _take_night(self, night: NightChanged) -> None:
        wrong = {problem.summary: problem for problem in (night.disk, night.problem) if problem is not None}
        for rest in night.rests:
            if rest.problem is not None:
                wrong[f"{rest.lane_id} {rest.problem.summary}"] = rest.problem
        for key in wrong.keys() - self._told:
            self._tell(NoticeKind.WARNED, wrong[key])
        self._told = set(wrong)

    def _ask_jobs(self) -> None:
        self._asked, self._changed = self._changed, {}
        ids = list(self._asked)
        self._calls.ask(self, lambda desk: desk.jobs(ids), self._take_jobs, self._refused)

    def _take_jobs(self, jobs: list[Job]) -> None:
        for job in jobs:
            before = self._failures.get(job.id)
            now = self._failures[job.id] = job.counts.failed
            is_news = now > before if before is not None else now > 0 and self._asked.get(job.id, False)
            if is_news:
                words = self.tr("#{0} {1}: {2} of {3} failed")
                title = words.format(job.number, job.name, now, job.counts.total)
                self._tell(NoticeKind.FAILED, Problem(title, in_words(job.reason)), int(job.id))
        self._jobs.finished()

    def _refused(self, problem: Problem) -> None:
        self._jobs.finished()
        self.failed.emit(problem)

    def _tell(self, kind: NoticeKind, problem: Problem, job: int = 0) -> None:
        at = datetime.now(UTC).isoformat(timespec="seconds")
        self.happened.emit(Notice(at, kind, problem.summary, problem.cause, job))


def _clock(moment: datetime) -> str:
    return QLocale().toString(moment.astimezone().time(), QLocale.FormatType.ShortFormat)
