"""Waiting for jobs, with a bar on stderr when it is a terminal."""

import sys
import threading
import time
from collections.abc import Callable, Sequence

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from vqdesk.domain.errors import EngineUnreachable, UserError
from vqdesk.domain.events import AppEvent, LaneChanged, WorkerFailed
from vqdesk.domain.job import Job, JobId
from vqdesk.domain.status import is_final
from vqdesk.ports import JobQuery
from vqdesk.runtime.app import App
from vqdesk.runtime.thread import Runtime

_LOOK_EVERY_S = 0.2
_PAUSE_S = 0.02
_OFFLINE_PATIENCE_S = 30.0


class Watcher:
    """Listens to a runtime and remembers what ends a wait."""

    def __init__(self, runtime: Runtime) -> None:
        self._woken = threading.Event()
        self.problem: UserError | None = None
        self._offline_since: float | None = None
        self._offline: LaneChanged | None = None
        runtime.hub.subscribe(self._take)

    def wait(self) -> None:
        """Until something happened or a moment has passed. Raises what makes waiting pointless."""
        self._woken.wait(_LOOK_EVERY_S)
        time.sleep(_PAUSE_S)  # events come in bursts; looking at each would slow the worker down
        self._woken.clear()
        if self.problem is not None:
            raise self.problem
        away_s = time.monotonic() - self._offline_since if self._offline_since is not None else 0.0
        if away_s > _OFFLINE_PATIENCE_S and self._offline and self._offline.problem:
            known = self._offline.problem
            raise EngineUnreachable(known.summary, known.cause, f"{known.remedy} The jobs wait in the queue.")

    def _take(self, event: AppEvent) -> None:
        if isinstance(event, WorkerFailed):
            self.problem = UserError(event.problem.summary, event.problem.cause, event.problem.remedy)
        if isinstance(event, LaneChanged):
            is_offline = event.state == "offline"
            self._offline = event if is_offline else None
            self._offline_since = (self._offline_since or time.monotonic()) if is_offline else None
        self._woken.set()


def follow_jobs(app: App, runtime: Runtime, job_ids: Sequence[JobId]) -> list[Job]:
    """Waits until the jobs have ended. Raises EngineUnreachable when no server answers for half a minute."""

    def look() -> tuple[int, int]:
        jobs = app.services.store.jobs.rows(job_ids)
        return sum(job.counts.ended for job in jobs), sum(job.counts.total for job in jobs)

    _follow(Watcher(runtime), look)
    return app.services.store.jobs.rows(job_ids)


def follow_queue(app: App, runtime: Runtime) -> None:
    """Waits until nothing is pending or in flight."""

    def look() -> tuple[int, int]:
        jobs = app.services.store.jobs
        open_ids = jobs.ids(JobQuery(status="running")) + jobs.ids(JobQuery(status="pending"))
        rows = [job for job in jobs.rows(open_ids) if not is_final(job.status)]
        left = sum(job.counts.total - job.counts.ended for job in rows)
        done = sum(job.counts.ended for job in rows)
        return done, done + left

    _follow(Watcher(runtime), look)


def _follow(watcher: Watcher, look: Callable[[], tuple[int, int]]) -> None:
    columns = (TextColumn("rendering"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, disable=not sys.stderr.isatty(), transient=True) as progress:
        bar = progress.add_task("prompts")
        while True:
            done, total = look()
            progress.update(bar, completed=done, total=total)
            if done >= total:
                return
            watcher.wait()
