"""How fast a large job is accepted: 10,000 prompts through the submit service, against bare SQLite."""

import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from vqdesk.bench.figures import Figure
from vqdesk.domain.job import JobId
from vqdesk.runtime.app import App
from vqdesk.services.submit import SubmitRequest

PROMPTS = 10_000
_BUDGET_S = 3.0
_BUDGET_RATIO = 4.0
_COLUMNS = "job_id, ordinal, patch, seed, try_number, asset, source_path"


@dataclass(frozen=True, slots=True)
class SubmitResult:
    """Medians over the rounds, in seconds; `floor_s` is one executemany of the same rows into the same table."""

    ratio: float
    submit_s: float
    floor_s: float

    def figures(self) -> list[Figure]:
        return [
            Figure(f"submit of {PROMPTS:,} prompts", f"{self.submit_s:.2f} s", "< 3 s", self.submit_s < _BUDGET_S),
            Figure(
                "… against bare SQLite",
                f"{self.ratio:.1f} ×",
                f"≤ {_BUDGET_RATIO:.0f} ×",
                self.ratio <= _BUDGET_RATIO,
            ),
        ]


@dataclass(frozen=True, slots=True)
class SubmitBench:
    """`build` opens an app on a folder with the benchmark's workflows."""

    build: Callable[[Path], App]

    def measure(self, rounds: int = 5) -> SubmitResult:
        """Both ways in turn, each time into new files."""
        ours, floors, ratios = [], [], []
        for _ in range(rounds):
            with tempfile.TemporaryDirectory(prefix="vqdesk-bench-") as folder:
                submit_s, floor_s = self._round(Path(folder))
            ours.append(submit_s)
            floors.append(floor_s)
            ratios.append(submit_s / floor_s)
        return SubmitResult(statistics.median(ratios), statistics.median(ours), statistics.median(floors))

    def _round(self, folder: Path) -> tuple[float, float]:
        self.build(folder / "bare").close()  # the same tables, empty
        app = self.build(folder / "app")
        try:
            app.services.library.shelf()  # read once per program start, not per job
            started = time.perf_counter()
            job = app.services.submit.submit(SubmitRequest("chain", tries=PROMPTS))
            submit_s = time.perf_counter() - started
        finally:
            app.close()
        rows = _rows(folder / "app" / "vqdesk.db", job.id)
        return submit_s, _insert(folder / "bare" / "vqdesk.db", rows)


def _rows(database: Path, job_id: JobId) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(database)) as connection:
        query = f"SELECT {_COLUMNS} FROM prompts WHERE job_id = ? ORDER BY ordinal"
        return connection.execute(query, (job_id,)).fetchall()


def _insert(database: Path, rows: list[tuple[object, ...]]) -> float:
    """Seconds for the rows alone; foreign keys are off, for their job does not exist here."""
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = NORMAL")
        started = time.perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany(f"INSERT INTO prompts ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
        connection.execute("COMMIT")
        return time.perf_counter() - started
