"""Jobs changed after they were queued: marks, places, values; deleted and brought back."""

import json
import sqlite3
from collections.abc import Sequence

from vqdesk.adapters.store.database import Database
from vqdesk.adapters.store.jobs import no_such_job, remember_needs
from vqdesk.adapters.store.rows import to_json, unpack_graph
from vqdesk.domain.job import JobId, PromptId
from vqdesk.domain.needs import needs_of
from vqdesk.ports import Clock, JobValues, Place, Weight

_AT_SERVER = "n_submitting + n_queued + n_running"
_THESE = "id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL"


class SqliteEditingStore:
    """Implements ports.EditingStore."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    def weigh(self, job_ids: Sequence[JobId]) -> Weight:
        with self._db.reading() as connection:
            row = connection.execute(
                f"""SELECT count(*), coalesce(sum(n_pending + {_AT_SERVER} > 0), 0),
                           coalesce(sum({_AT_SERVER} > 0), 0), coalesce(sum(n_pending > 0), 0),
                           coalesce(sum(n_pending + {_AT_SERVER}), 0), coalesce(sum(n_failed), 0),
                           coalesce(sum(n_canceled), 0)
                    FROM jobs WHERE {_THESE}""",
                (_listed(job_ids),),
            ).fetchone()
        return Weight(*row)

    def open_prompts(self, job_ids: Sequence[JobId]) -> list[PromptId]:
        return self.ended_prompts(job_ids, ("pending", "submitting", "queued", "running"))

    def ended_prompts(self, job_ids: Sequence[JobId], states: Sequence[str]) -> list[PromptId]:
        with self._db.reading() as connection:
            rows = connection.execute(
                """SELECT prompts.id FROM prompts JOIN jobs ON jobs.id = prompts.job_id
                   WHERE job_id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL
                     AND prompts.status IN (SELECT value FROM json_each(?)) ORDER BY prompts.id""",
                (_listed(job_ids), to_json(list(states))),
            )
            return [PromptId(row[0]) for row in rows]

    def open_jobs(self) -> list[JobId]:
        with self._db.reading() as connection:
            rows = connection.execute(
                """SELECT id FROM jobs WHERE status IN ('running', 'pending') AND deleted_at IS NULL
                   ORDER BY priority DESC, position, id"""
            )
            return [JobId(row[0]) for row in rows]

    def waiting_jobs(self, job_ids: Sequence[JobId] | None = None) -> list[JobId]:
        these, values = ("", ()) if job_ids is None else (f"AND {_THESE}", (_listed(job_ids),))
        with self._db.reading() as connection:
            rows = connection.execute(
                f"""SELECT id FROM jobs WHERE n_pending > 0 AND deleted_at IS NULL {these}
                    ORDER BY priority DESC, position, id""",
                values,
            )
            return [JobId(row[0]) for row in rows]

    def rename(self, job_id: JobId, name: str) -> list[JobId]:
        with self._db.writing() as connection:
            renamed = _update(connection, [job_id], "name = ?", name)
            connection.execute("UPDATE jobs_fts SET name = ? WHERE rowid = ?", (name, job_id))
            return renamed

    def set_note(self, job_ids: Sequence[JobId], note: str) -> list[JobId]:
        with self._db.writing() as connection:
            return _update(connection, job_ids, "note = ?", note)

    def set_colour(self, job_ids: Sequence[JobId], colour: str) -> list[JobId]:
        with self._db.writing() as connection:
            return _update(connection, job_ids, "colour = ?", colour)

    def delete(self, job_ids: Sequence[JobId]) -> list[JobId]:
        with self._db.writing() as connection:
            return _update(connection, job_ids, "deleted_at = ?", self._clock.now_iso(), f"{_AT_SERVER} = 0")

    def restore(self, job_ids: Sequence[JobId]) -> list[JobId]:
        with self._db.writing() as connection:
            rows = connection.execute(
                """UPDATE jobs SET deleted_at = NULL
                   WHERE id IN (SELECT value FROM json_each(?)) AND deleted_at IS NOT NULL RETURNING id""",
                (_listed(job_ids),),
            )
            return sorted(JobId(row[0]) for row in rows)

    def places(self, job_ids: Sequence[JobId]) -> list[Place]:
        with self._db.reading() as connection:
            rows = connection.execute(
                f"SELECT id, priority, position FROM jobs WHERE {_THESE} ORDER BY id", (_listed(job_ids),)
            )
            return [Place(JobId(row["id"]), row["priority"], row["position"]) for row in rows]

    def put_back(self, places: Sequence[Place]) -> list[JobId]:
        now = self._clock.now_iso()
        with self._db.writing() as connection:
            return [
                place.job_id
                for place in places
                if connection.execute(
                    f"""UPDATE jobs SET priority = ?, position = ?, placed_at = ?
                        WHERE id = ? AND deleted_at IS NULL AND n_pending + {_AT_SERVER} > 0""",
                    (place.priority, place.position, now, place.job_id),
                ).rowcount
            ]

    def texts(self, job_id: JobId) -> str:
        with self._db.reading() as connection:
            return _texts(connection, job_id)

    def change(self, values: JobValues) -> JobValues:
        job_id = values.job_id
        with self._db.writing() as connection:
            before = _values(connection, job_id)
            connection.executemany(
                "UPDATE prompts SET patch = ?, revision = revision + 1 WHERE id = ? AND job_id = ? "
                "AND status = 'pending'",
                [(to_json(dict(patch)), prompt_id, job_id) for prompt_id, patch in values.patches.items()],
            )
            connection.execute("UPDATE jobs SET params = ? WHERE id = ?", (to_json(dict(values.params)), job_id))
            connection.execute("UPDATE jobs_fts SET texts = ? WHERE rowid = ?", (values.texts, job_id))
            _refresh_needs(connection, job_id)
            patches = {key: patch for key, patch in before.patches.items() if key in values.patches}
            return JobValues(job_id, before.params, before.texts, patches)


def _update(
    connection: sqlite3.Connection, job_ids: Sequence[JobId], change: str, value: object, only: str = "1"
) -> list[JobId]:
    rows = connection.execute(
        f"UPDATE jobs SET {change} WHERE {_THESE} AND {only} RETURNING id", (value, _listed(job_ids))
    )
    return sorted(JobId(row[0]) for row in rows)


def _values(connection: sqlite3.Connection, job_id: JobId) -> JobValues:
    row = connection.execute("SELECT params FROM jobs WHERE id = ? AND deleted_at IS NULL", (job_id,)).fetchone()
    if row is None:
        raise no_such_job(job_id)
    prompts = connection.execute(
        "SELECT id, patch FROM prompts WHERE job_id = ? AND status = 'pending'", (job_id,)
    ).fetchall()
    patches = {PromptId(prompt["id"]): json.loads(prompt["patch"]) for prompt in prompts}
    return JobValues(job_id, json.loads(row["params"]), _texts(connection, job_id), patches)


def _texts(connection: sqlite3.Connection, job_id: JobId) -> str:
    row = connection.execute("SELECT texts FROM jobs_fts WHERE rowid = ?", (job_id,)).fetchone()
    return "" if row is None else str(row[0])


def _refresh_needs(connection: sqlite3.Connection, job_id: JobId) -> None:
    """Another model may be needed now than when the job was queued."""
    graph = connection.execute("SELECT graph FROM job_graphs WHERE job_id = ?", (job_id,)).fetchone()["graph"]
    rows = connection.execute("SELECT patch FROM prompts WHERE job_id = ?", (job_id,))
    remember_needs(connection, job_id, needs_of(unpack_graph(graph), [json.loads(row["patch"]) for row in rows]))


def _listed(job_ids: Sequence[JobId]) -> str:
    """As one bound value: a choice can be larger than the number of values that a statement takes."""
    return to_json([int(job_id) for job_id in job_ids])
