"""Runs, and the jobs that are in them."""

from collections.abc import Mapping, Sequence

from vqdesk.adapters.store.database import Database
from vqdesk.adapters.store.rows import to_json
from vqdesk.domain.job import JobId
from vqdesk.domain.run import Run, RunId

_THESE = "id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL"


class SqliteRunStore:
    """Implements ports.RunStore."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def all(self) -> list[Run]:
        with self._db.reading() as connection:
            rows = connection.execute(
                """SELECT runs.id, runs.name, runs.kind, count(*) AS jobs
                   FROM jobs JOIN runs ON runs.id = jobs.run_id
                   WHERE jobs.run_id IS NOT NULL AND jobs.deleted_at IS NULL
                   GROUP BY runs.id ORDER BY runs.name COLLATE NOCASE, runs.id"""
            )
            return [Run(RunId(row["id"]), row["name"], row["kind"], row["jobs"]) for row in rows]

    def make(self, name: str, kind: str) -> RunId:
        with self._db.writing() as connection:
            cursor = connection.execute(
                "INSERT INTO runs (name, kind, spec, state) VALUES (?, ?, '{}', 'open') RETURNING id", (name, kind)
            )
            return RunId(cursor.fetchone()[0])

    def put(self, job_ids: Sequence[JobId], run_id: RunId | None) -> list[JobId]:
        with self._db.writing() as connection:
            rows = connection.execute(
                f"UPDATE jobs SET run_id = ? WHERE {_THESE} AND run_id IS NOT ? RETURNING id",
                (run_id, _listed(job_ids), run_id),
            )
            return sorted(JobId(row[0]) for row in rows)

    def members(self, job_ids: Sequence[JobId]) -> Mapping[RunId | None, Sequence[JobId]]:
        found: dict[RunId | None, list[JobId]] = {}
        with self._db.reading() as connection:
            rows = connection.execute(
                f"SELECT id, run_id FROM jobs WHERE {_THESE} ORDER BY id", (_listed(job_ids),)
            )
            for row in rows:
                found.setdefault(row["run_id"], []).append(JobId(row["id"]))
        return found

    def rename(self, run_id: RunId, name: str) -> None:
        with self._db.writing() as connection:
            connection.execute("UPDATE runs SET name = ? WHERE id = ?", (name, run_id))


def _listed(job_ids: Sequence[JobId]) -> str:
    """As one bound value: a choice can be larger than the number of values that a statement takes."""
    return to_json([int(job_id) for job_id in job_ids])
