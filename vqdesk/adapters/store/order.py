"""The order of the queue: priorities, places, holds, stops and times of start."""

import sqlite3
from collections.abc import Sequence

from vqdesk.adapters.store.choosing import Taker, sent_prompts, waiting_jobs
from vqdesk.adapters.store.database import Database
from vqdesk.adapters.store.jobs import no_such_job
from vqdesk.domain.feeding import Sent, Waiting
from vqdesk.domain.job import JobId, LaneId
from vqdesk.ports import Clock, Together

_LEAST_STEP = 1e-6
_OPEN = "deleted_at IS NULL AND n_pending + n_submitting + n_queued + n_running > 0"


class SqliteOrderStore:
    """Implements ports.OrderStore."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    def move(self, job_ids: Sequence[JobId], before: JobId | None) -> list[JobId]:
        with self._db.writing() as connection:
            return _move(connection, job_ids, before, self._clock.now_iso())

    def move_first(self, job_ids: Sequence[JobId]) -> list[JobId]:
        with self._db.writing() as connection:
            marks = ",".join("?" * len(job_ids))
            row = connection.execute(
                f"""SELECT id FROM jobs WHERE {_OPEN} AND id NOT IN ({marks})
                    ORDER BY priority DESC, position, id LIMIT 1""",
                tuple(job_ids),
            ).fetchone()
            return _move(connection, job_ids, JobId(row["id"]) if row else None, self._clock.now_iso())

    def set_priority(self, job_ids: Sequence[JobId], priority: int) -> list[JobId]:
        return self._set(job_ids, "priority", priority)

    def set_held(self, job_ids: Sequence[JobId], held: bool) -> list[JobId]:
        return self._set(job_ids, "held", int(held))

    def set_stop_after(self, job_ids: Sequence[JobId], stop: bool) -> list[JobId]:
        return self._set(job_ids, "stop_after", int(stop))

    def set_start_at(self, job_ids: Sequence[JobId], start_at: str) -> list[JobId]:
        return self._set(job_ids, "start_at", start_at or None)

    def next_start(self) -> str:
        with self._db.reading() as connection:
            row = connection.execute(
                """SELECT min(start_at) FROM jobs WHERE start_at > ? AND n_pending > 0 AND deleted_at IS NULL""",
                (self._clock.now_iso(),),
            ).fetchone()
            return str(row[0] or "")

    def waiting(self, lane_id: LaneId, needs: Sequence[str]) -> list[Waiting]:
        with self._db.reading() as connection:
            return waiting_jobs(connection, Taker(lane_id, needs, self._clock.now_iso()))

    def sent(self, lane_id: LaneId) -> list[Sent]:
        with self._db.reading() as connection:
            return sent_prompts(connection, lane_id)

    def together(self) -> list[Together]:
        with self._db.reading() as connection:
            rows = connection.execute(
                """SELECT lanes.id, lanes.loaded, count(*) AS jobs FROM lanes
                   JOIN jobs ON jobs.share = lanes.loaded AND (jobs.lane_pin IS NULL OR jobs.lane_pin = lanes.id)
                   WHERE lanes.state = 'enabled' AND lanes.loaded <> '' AND jobs.held = 0
                     AND jobs.n_pending > 0 AND jobs.deleted_at IS NULL
                     AND EXISTS (SELECT 1 FROM jobs AS others WHERE others.n_pending > 0
                                 AND others.overtaken_by <> '[]' AND others.deleted_at IS NULL)
                   GROUP BY lanes.id ORDER BY lanes.id"""
            )
            return [Together(LaneId(row["id"]), row["loaded"], row["jobs"]) for row in rows]

    def _set(self, job_ids: Sequence[JobId], column: str, value: object) -> list[JobId]:
        with self._db.writing() as connection:
            changed = _open_ones(connection, job_ids)
            connection.executemany(
                f"UPDATE jobs SET {column} = ? WHERE id = ?", [(value, job_id) for job_id in changed]
            )
            return changed


def _open_ones(connection: sqlite3.Connection, job_ids: Sequence[JobId]) -> list[JobId]:
    """Those that have not ended, in the order given. Raises NotFound for a job that does not exist."""
    found = []
    for job_id in dict.fromkeys(job_ids):
        row = connection.execute(
            f"SELECT {_OPEN} AS is_open FROM jobs WHERE id = ? AND deleted_at IS NULL", (job_id,)
        ).fetchone()
        if row is None:
            raise no_such_job(job_id)
        if row["is_open"]:
            found.append(job_id)
    return found


def _move(connection: sqlite3.Connection, job_ids: Sequence[JobId], before: JobId | None, now: str) -> list[JobId]:
    moved = [job_id for job_id in _open_ones(connection, job_ids) if job_id != before]
    if moved:
        priority, places = _room(connection, moved, before)
        connection.executemany(
            "UPDATE jobs SET priority = ?, position = ?, placed_at = ? WHERE id = ?",
            [(priority, place, now, job_id) for job_id, place in zip(moved, places, strict=True)],
        )
    return moved


def _room(
    connection: sqlite3.Connection, moved: Sequence[JobId], before: JobId | None
) -> tuple[int, Sequence[float]]:
    """The priority, and a place for each, between the neighbours; a queue that is too tight is numbered anew."""
    marks = ",".join("?" * len(moved))
    others = connection.execute(
        f"""SELECT id, priority, position FROM jobs WHERE {_OPEN} AND id NOT IN ({marks})
            ORDER BY priority DESC, position, id""",
        tuple(moved),
    ).fetchall()
    if before is None:
        priority = others[-1]["priority"] if others else 0
        last = max((row["position"] for row in others if row["priority"] == priority), default=0.0)
        return priority, [last + step for step in range(1, len(moved) + 1)]
    place = next((n for n, row in enumerate(others) if row["id"] == before), None)
    if place is None:
        raise no_such_job(before)
    after, priority = others[place]["position"], others[place]["priority"]
    is_first = place == 0 or others[place - 1]["priority"] != priority
    start = after - len(moved) - 1 if is_first else others[place - 1]["position"]
    step = (after - start) / (len(moved) + 1)
    if step < _LEAST_STEP:
        _number_anew(connection, others)
        return _room(connection, moved, before)
    return priority, [start + step * number for number in range(1, len(moved) + 1)]


def _number_anew(connection: sqlite3.Connection, rows: Sequence[sqlite3.Row]) -> None:
    connection.executemany(
        "UPDATE jobs SET position = ? WHERE id = ?",
        [(float(number), row["id"]) for number, row in enumerate(rows, start=1)],
    )
