"""Waiting for jobs, with a bar on stderr when it is a terminal."""

import sys
import threading
import time
from collections.abc import Callable, Sequence

from vqdesk.domain.errors import ComputerRefused, EngineRejected, EngineUnreachable, Problem, UserError
from vqdesk.domain.events import AppEvent, LaneChanged, LaneRest, NightChanged, QueueChanged, WorkerFailed
from vqdesk.domain.job import Job, JobId, LaneId
from vqdesk.domain.policies.rest import RestReason
from vqdesk.ports import JobQuery
from vqdesk.runtime.app import App
from vqdesk.runtime.thread import Runtime

_LOOK_EVERY_S = 0.2
_PAUSE_S = 0.05
_OFFLINE_PATIENCE_S = 30.0


class Watcher:
    """Listens to a runtime and remembers what ends a wait."""

    def __init__(self, runtime: Runtime, patience_s: float = _OFFLINE_PATIENCE_S) -> None:
        self._patience_s = patience_s
        self._woken = threading.Event()
        self.problem: UserError | None = None
        self._lanes: dict[LaneId, tuple[LaneChanged, float]] = {}  # newest state, and since when
        self._queue = QueueChanged(paused=False, running=0, waiting=0)
        self._rests: tuple[LaneRest, ...] = ()
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
        self._refuse_paused(left)
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

    def _refuse_paused(self, left: Sequence[Job]) -> None:
        """Raises when every lane that may run what is left has paused itself after failures."""
        paused = {rest.lane_id: rest.problem for rest in self._rests if rest.reason == RestReason.FAILURES}
        waiting = [job for job in left if job.counts.pending == job.counts.total - job.counts.ended]
        if not left or len(waiting) < len(left) or not paused:
            return
        if all(key in paused for job in left for key in self._lanes if job.lane_pin in (None, key)):
            problem = next(one for one in paused.values() if one is not None)
            remedy = "Correct the cause, then go on with `vqdesk resume`."
            raise EngineRejected(problem.summary, problem.cause, remedy)

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
        if isinstance(event, NightChanged):
            self._rests = event.rests
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
        return jobs.rows(jobs.ids(JobQuery(("running", "pending", "held"))))

    _follow(Watcher(runtime), open_jobs)


def await_night(runtime: Runtime) -> None:
    """Waits for what happens after the queue; its countdown is told on stderr, and Ctrl+C stops it."""
    told = _Countdown()
    runtime.hub.subscribe(told.take)
    try:
        runtime.submit(runtime.desk.night.settle()).result()
    finally:
        runtime.hub.unsubscribe(told.take)
    problem = runtime.worker.night.state.problem
    if problem is not None:
        raise ComputerRefused(problem.summary, problem.cause, problem.remedy)


class _Countdown:
    """Says once what will happen."""

    def __init__(self) -> None:
        self._is_told = False

    def take(self, event: AppEvent) -> None:
        if isinstance(event, NightChanged) and event.countdown_s is not None and not self._is_told:
            self._is_told = True
            words = f"The queue is done: {event.after_queue} in {event.countdown_s} s. Ctrl+C stops it."
            sys.stderr.write(f"{words}\n")


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
        has_told, awaited = False, set[str]()
        while True:
            jobs = look()
            done, total = sum(job.counts.ended for job in jobs), sum(job.counts.total for job in jobs)
            progress.update(bar, completed=done, total=total)
            if done >= total:
                return
            if watcher.is_paused and not has_told:
                has_told = True
                console.print("The queue is paused. It goes on after `vqdesk resume`, also from another terminal.")
            awaiting = [f"Job {job.number} {job.awaits}" for job in jobs if job.awaits]
            for words in awaiting:
                if words not in awaited:
                    console.print(words, markup=False, highlight=False, soft_wrap=True)
            awaited.update(awaiting)
            watcher.wait(jobs)
