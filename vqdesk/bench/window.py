"""The window, measured in processes of its own: time to its first paint, and pauses under a flood of events.

Nothing here imports Qt: the programs in `resources/bench` do.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vqdesk.bench.figures import Figure
from vqdesk.domain.errors import UserError
from vqdesk.domain.job import JobDraft, JobId, LaneId, PromptDraft
from vqdesk.domain.status import PromptStatus
from vqdesk.locations import resources_dir
from vqdesk.ports import Move, Store
from vqdesk.runtime.app import App

JOBS = 10_000
EVENTS = 50_000
_OPEN_JOBS = 200
_PROMPTS = 200
START_BUDGET_S = 0.6
_BUDGET_PAUSE_MS = 20.0
_PATIENCE_S = 120.0


@dataclass(frozen=True, slots=True)
class StartResult:
    """Medians in seconds from the start of the process. `floor_s`: an empty QMainWindow.

    `rows_s` is when the queue's rows are read too; `early` names heavy libraries loaded before the first paint.
    `least_over_floor_s` compares the best of both: what else runs on the machine can only add to them.
    """

    over_floor_s: float
    least_over_floor_s: float
    painted_s: float
    floor_s: float
    rows_s: float
    early: tuple[str, ...]

    def figures(self) -> list[Figure]:
        budget = f"≤ {START_BUDGET_S} s"
        is_met = self.over_floor_s <= START_BUDGET_S
        early = ", ".join(self.early) or "none"
        return [
            Figure(f"first paint with {JOBS:,} jobs, over Qt's own", f"{self.over_floor_s:.2f} s", budget, is_met),
            Figure("heavy libraries before it", early, "none", not self.early),
        ]


@dataclass(frozen=True, slots=True)
class EventsResult:
    """The longest time in which the window could not react; medians over the rounds."""

    longest_pause_ms: float
    seconds: float

    def figures(self) -> list[Figure]:
        return [
            Figure(
                f"longest pause of the window, {EVENTS:,} events",
                f"{self.longest_pause_ms:.0f} ms",
                f"≤ {_BUDGET_PAUSE_MS:.0f} ms",
                self.longest_pause_ms <= _BUDGET_PAUSE_MS,
            )
        ]


@dataclass(frozen=True, slots=True)
class WindowBench:
    """`build` opens an app on a folder."""

    build: Callable[[Path], App]

    def measure_start(self, rounds: int = 5) -> StartResult:
        """Raises UserError when a window does not come up."""
        floors, painted, rows = [], [], []
        early: list[str] = []
        with tempfile.TemporaryDirectory(prefix="vqdesk-bench-") as folder:
            self._fill(Path(folder), _add_many_jobs)
            for number in range(rounds + 1):
                floor = run_window("empty_window.py", [], folder)
                ours = run_window("start.py", ["--home", folder], folder)
                if number:  # the first start reads the libraries from disk
                    floors.append(floor["painted"][0])
                    painted.append(ours["painted"][0])
                    rows.append(ours["rows"][0])
                    early = ours["painted"][1]["early"]
        over = [one - other for one, other in zip(painted, floors, strict=True)]
        medians = [statistics.median(times) for times in (painted, floors, rows)]
        return StartResult(
            statistics.median(over), min(painted) - min(floors), medians[0], medians[1], medians[2], tuple(early)
        )

    def measure_events(self, rounds: int = 3) -> EventsResult:
        """Progress of all prompts of an open job, as fast as a thread can post it. Raises UserError."""
        reports = []
        with tempfile.TemporaryDirectory(prefix="vqdesk-bench-") as folder:
            self._fill(Path(folder), _add_running_job)
            for _ in range(rounds):
                reports.append(run_window("events.py", [folder, str(EVENTS)], folder)["events"][1])
        return EventsResult(
            statistics.median(report["longest_pause_ms"] for report in reports),
            statistics.median(report["seconds"] for report in reports),
        )

    def _fill(self, folder: Path, add: Callable[[Store], None]) -> None:
        app = self.build(folder)
        try:
            with app.services.store.batch():
                add(app.services.store)
        finally:
            app.close()


def _add_many_jobs(store: Store) -> None:
    """Most have ended, as in a real queue."""
    for number in range(1, JOBS + 1):
        job_id = store.jobs.create(_job(f"Job {number}", 1))
        if number <= JOBS - _OPEN_JOBS:
            store.prompts.request_cancel([prompt.id for prompt in store.jobs.prompts(job_id)])


def _add_running_job(store: Store) -> None:
    job_id = store.jobs.create(_job("Flood", _PROMPTS))
    lane = store.lanes.ensure("Nobody", "http://127.0.0.1:9", "comfyui")
    _set_running(store, lane.id, job_id)
    store.lanes.remove(lane.id)  # the worker shall not look for these prompts


def _set_running(store: Store, lane_id: LaneId, job_id: JobId) -> None:
    for claimed in store.prompts.claim(lane_id, _PROMPTS, [store.jobs.get(job_id).needs]):
        store.prompts.move(Move(claimed.prompt.id, claimed.attempt_id, PromptStatus.RUNNING))


def _job(name: str, prompts: int) -> JobDraft:
    return JobDraft(
        name=name,
        workflow="bench",
        workflow_hash="bench",
        task_type="image_to_video",
        params={},
        graph={"image": {"class_type": "EmptyImage", "inputs": {}}},
        input_binding="",
        save_nodes=(),
        prompts=tuple(PromptDraft(seed=number) for number in range(prompts)),
    )


def run_window(program: str, arguments: list[str], folder: str) -> dict[str, tuple[float, dict[str, Any]]]:
    """Runs a program without a screen: its reports by name, each with the seconds since its start.

    Compiled modules are kept below `folder`, as those of an installed program are kept.
    """
    command = [sys.executable, str(resources_dir() / "bench" / program), *arguments]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": f"{folder}/compiled"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    reports: dict[str, tuple[float, dict[str, Any]]] = {}
    started = time.perf_counter()
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        guard = threading.Timer(_PATIENCE_S, process.kill)
        guard.start()
        assert process.stdout is not None
        for line in process.stdout:
            report = json.loads(line)
            reports[report.pop("report")] = (time.perf_counter() - started, report)
        guard.cancel()
    if process.returncode:
        raise UserError(
            "A window of the benchmark did not come up.",
            f"{program} ended with {process.returncode}.",
            "Its own words are above.",
        )
    return reports
