"""The list of jobs with a hundred thousand of them: how soon it is there, filters, searches and scrolls."""

import sqlite3
import statistics
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from vqdesk.bench.figures import Figure
from vqdesk.bench.window import run_window
from vqdesk.runtime.app import App

_OPEN_PART, _SHARE_FAILED, _SHARE_CANCELED = 20, 50, 40  # one job in so many
_RUNS = 100
_BUDGET_MS, _FRAME_MS, _WORST_FRAME_MS, _MEMORY_MB = 100.0, 16.0, 50.0, 350.0

_JOBS = f"""
    WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < :jobs)
    INSERT INTO jobs (name, workflow, workflow_hash, task_type, params, status, n_pending, n_failed, n_canceled,
                      n_succeeded, position, workspace_title, run_id, created_at, started_at, ended_at, reason)
    SELECT 'Lake at dusk ' || n, 'wan-' || (n % 7), 'bench', 'image_to_video',
           '{{"width": 832, "height": 480, "length": 81, "prompt": "a slow push in over calm water, take ' || n
           || '", "negative": "blurry, watermark, text, low quality, jitter"}}',
           state, iif(state = 'pending', :prompts, 0), iif(state = 'failed', :prompts, 0),
           iif(state = 'canceled', :prompts, 0), iif(state = 'succeeded', :prompts, 0), n,
           'Workspace ' || (n % 12), iif(n % 5, 1 + n / 5 % {_RUNS}, NULL),
           strftime('%Y-%m-%dT%H:%M:%S.000Z', 1750000000 + n * 97, 'unixepoch'),
           iif(state = 'pending', NULL, strftime('%Y-%m-%dT%H:%M:%S.000Z', 1750000000 + n * 97, 'unixepoch')),
           iif(state = 'pending', NULL, strftime('%Y-%m-%dT%H:%M:%S.000Z', 1750000090 + n * 97, 'unixepoch')),
           iif(state = 'failed', 'Out of GPU memory in “VAE Decode” at 1664×960', '')
    FROM (SELECT n, CASE WHEN n % {_OPEN_PART} = 0 THEN 'pending' WHEN n % {_SHARE_FAILED} = 1 THEN 'failed'
                         WHEN n % {_SHARE_CANCELED} = 2 THEN 'canceled' ELSE 'succeeded' END AS state
          FROM numbers)"""
_RUN_ROWS = f"""
    WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {_RUNS})
    INSERT INTO runs (id, name, kind, spec, state) SELECT n, 'Night ' || n, 'set', '{{}}', 'open' FROM numbers"""
_PROMPTS = """
    WITH RECURSIVE ordinals (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM ordinals WHERE n < :prompts)
    INSERT INTO prompts (job_id, ordinal, status, seed, source_path, started_at, ended_at)
    SELECT jobs.id, ordinals.n, jobs.status, jobs.id * 31 + ordinals.n, '/photos/lake_' || jobs.id || '.jpg',
           jobs.started_at, jobs.ended_at
    FROM jobs, ordinals"""
_TEXTS = """INSERT INTO jobs_fts (rowid, name, texts, files)
    SELECT id, name, 'a slow push in over calm water, take ' || id, 'lake_' || id || '.jpg' FROM jobs"""


@dataclass(frozen=True, slots=True)
class QueueResult:
    """Milliseconds from asking until the rows are painted (medians); frames of scrolling; memory of the window."""

    jobs: int
    prompts: int
    open_ms: float
    filter_ms: float
    search_ms: float
    group_ms: float
    frame_ms: float
    worst_frame_ms: float
    memory_mb: float

    def figures(self) -> list[Figure]:
        what = f"{self.jobs:,} jobs × {self.prompts}"
        rows = (
            ("open", self.open_ms, _BUDGET_MS, "ms"),
            ("chip", self.filter_ms, _BUDGET_MS, "ms"),
            ("search", self.search_ms, _BUDGET_MS, "ms"),
            ("groups", self.group_ms, _BUDGET_MS, "ms"),
            ("frame of scrolling, median", self.frame_ms, _FRAME_MS, "ms"),
            ("frame of scrolling, worst", self.worst_frame_ms, _WORST_FRAME_MS, "ms"),
            ("memory of the window", self.memory_mb, _MEMORY_MB, "MB"),
        )
        return [
            Figure(f"{what}: {name}", f"{value:.0f} {unit}", f"≤ {budget:.0f} {unit}", value <= budget)
            for name, value, budget, unit in rows
        ]


@dataclass(frozen=True, slots=True)
class QueueBench:
    """`build` opens an app on a folder."""

    build: Callable[[Path], App]

    def measure(self, jobs: int, prompts: int, rounds: int = 5) -> QueueResult:
        """Raises UserError when the window does not come up."""
        with tempfile.TemporaryDirectory(prefix="vqdesk-bench-") as folder:
            app = self.build(Path(folder))
            app.close()
            _fill(app.home.database, jobs, prompts)
            told = run_window("job_list.py", [folder, str(rounds)], folder)["queue"][1]
        names = ("open_ms", "filter_ms", "search_ms", "group_ms", "frame_ms")
        medians = {name: statistics.median(told[name]) for name in names}
        return QueueResult(
            jobs=jobs,
            prompts=prompts,
            open_ms=medians["open_ms"],
            filter_ms=medians["filter_ms"],
            search_ms=medians["search_ms"],
            group_ms=medians["group_ms"],
            frame_ms=medians["frame_ms"],
            worst_frame_ms=max(told["frame_ms"]),
            memory_mb=told["memory_mb"],
        )


def _fill(path: Path, jobs: int, prompts: int) -> None:
    """As a long-used queue is: most has ended. By SQL: through the app it would take minutes."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(_RUN_ROWS)
        for statement in (_JOBS, _PROMPTS):
            connection.execute(statement, {"jobs": jobs, "prompts": prompts})
        connection.execute(_TEXTS)
