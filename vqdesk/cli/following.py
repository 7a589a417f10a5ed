"""Waiting for jobs, with a bar on stderr when it is a terminal."""

import sys
import threading
import time
from collections.abc import Callable, Sequence

from vqdesk.domain.errors import EngineRejected, EngineUnreachable, Problem, UserError
from vqdesk.domain.events import AppEvent, LaneChanged, QueueChanged, WorkerFailed
from vqdesk.domain.job import Job, JobId, LaneId
from vqdesk.ports import JobQuery
from vqdesk.runtime.app import App
from vqdesk.runtime.thread import Runtime

_LOOK_EVERY_S = 0.2
_PAUSE_S = 0.02
_OFFLINE_PATIENCE_S = 30.0


class Watcher:
    """Listens to a runtime and remembers what ends a wait."""

    def __init__(self, runtime: Runtime, patience_s: float = _OFFLINE_PATIENCE_S) -> None:
        self._patience_s = patience_s
        self._woken = threading.Event()
        self.problem: UserError | None = None
        self._lanes: dict[LaneId, tuple[LaneChanged, float]] = {}  # newest state, and since when
        self._queue = QueueChanged(paused=False, running=0, waiting=0)
        self._hub = runtime.hub
        self._hub.subscribe(self._take)

    def stop(self) -> None:
        """Listens no longer."""
        self._hub.unsubscribe(self._take)

    def wait(self, jobs: Sequence[Job]) -> None:
        """Until something happened or a moment has passed. Raises what makes waiting for these jobs pointless."""
        self._woken.wait(_LOOK_EVERY_S)
        time.sleep(_PAUSE_S)  # events come in bursts; looking at each would slow the worker down
        self._woken.clear()
        if self.problem is not None:
            raise self.problem
        left = [job for job in jobs if job.counts.ended < job.counts.total]
        if left and all(self._is_stuck(job) for job in left):
            raise EngineRejected(
                "What is left cannot run.",
                self._queue.reason,
                "Name another engine (--engine), or cancel the job.",
            )
        away = [self._why_away(job) for job in left]
        if away and away[0] and all(away):
            raise EngineUnreachable(
                away[0].summary, away[0].cause, f"{away[0].remedy} The jobs wait in the queue."
            )

    @property
    def is_paused(self) -> bool:
        """Whether the queue is paused and nothing runs any more."""
        return self._queue.paused and not self._queue.running

    def _is_stuck(self, job: Job) -> bool:
        waits_only = job.counts.pending == job.counts.total - job.counts.ended
        return waits_only and job.needs in self._queue.stuck

    def _why_away(self, job: Job) -> Problem | None:
        """Why no lane that may run the job has answered for long; None when one has, or may still."""
        lanes = [one for key, one in self._lanes.items() if job.lane_pin in (None, key)]
        before = time.monotonic() - self._patience_s
        if not all(state.state == "offline" and since < before for state, since in lanes):
            return None
        return next((state.problem for state, _ in lanes if state.problem), None)

    def _take(self, event: AppEvent) -> None:
        if isinstance(event, WorkerFailed):
            self.problem = UserError(event.problem.summary, event.problem.cause, event.problem.remedy)
        if isinstance(event, QueueChanged):
            self._queue = event
        if isinstance(event, LaneChanged):
            known = self._lanes.get(event.lane_id)
            since = known[1] if known and known[0].state == event.state else time.monotonic()
            self._lanes[event.lane_id] = (event, since)
        if not self._woken.is_set():  # thousands of events come, and setting is slow
            self._woken.set()


def follow_jobs(app: App, runtime: Runtime, job_ids: Sequence[JobId]) -> list[Job]:
    """Waits until the jobs have ended.

    Raises EngineUnreachable when no server answers for half a minute, EngineRejected when none can run the rest.
    """
    _follow(Watcher(runtime), lambda: app.services.store.jobs.rows(job_ids))
    return app.services.store.jobs.rows(job_ids)


def follow_queue(app: App, runtime: Runtime) -> None:
    """Waits until nothing is pending or in flight. Raises like `follow_jobs`."""
    jobs = app.services.store.jobs

    def open_jobs() -> list[Job]:
        return jobs.rows(jobs.ids(JobQuery(status="running")) + jobs.ids(JobQuery(status="pending")))

    _follow(Watcher(runtime), open_jobs)


def _follow(watcher: Watcher, look: Callable[[], list[Job]]) -> None:
    try:
        _watch(watcher, look)
    finally:
        watcher.stop()


def _watch(watcher: Watcher, look: Callable[[], list[Job]]) -> None:
    from rich.console import Console  # the desktop starts through these commands too, and has no use for it
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("rendering"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, disable=not sys.stderr.isatty(), transient=True) as progress:
        bar = progress.add_task("prompts")
        has_told = False
        while True:
            jobs = look()
            done, total = sum(job.counts.ended for job in jobs), sum(job.counts.total for job in jobs)
            progress.update(bar, completed=done, total=total)
            if done >= total:
                return
            if watcher.is_paused and not has_told:
                has_told = True
                console.print("The queue is paused. It goes on after `vqdesk resume`, also from another terminal.")
            watcher.wait(jobs)
