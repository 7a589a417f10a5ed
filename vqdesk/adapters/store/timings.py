"""What estimates are made of: the times of the past, and what is still to do."""

import json
import sqlite3
from collections.abc import Sequence
from datetime import datetime

from vqdesk.adapters.store.database import Database
from vqdesk.domain.estimates import AtLane, Load, OpenJob, Timing, load_of
from vqdesk.domain.job import AttemptId, JobId, LaneId, NewOutput, PromptId
from vqdesk.ports import Clock

_OF_WORKFLOW = 80
_OF_TASK = 20
_LOOKED_AT = 200  # jobs one by one; those after them workflow by workflow
_SHARED = JobId(0)

_JOB = """jobs.id, jobs.workflow_hash, jobs.task_type, jobs.params, jobs.lane_pin, jobs.needs,
          assets.width, assets.height, assets.frames"""
_WAITING = "n_pending > 0 AND deleted_at IS NULL"


class SqliteTimingStore:
    """Implements ports.TimingStore."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    def history(self, workflow_hash: str, task_type: str) -> list[Timing]:
        with self._db.reading() as connection:
            own = connection.execute(
                "SELECT * FROM timings WHERE workflow_hash = ? ORDER BY id DESC LIMIT ?",
                (workflow_hash, _OF_WORKFLOW),
            ).fetchall()
            others = connection.execute(
                "SELECT * FROM timings WHERE task_type = ? AND workflow_hash <> ? ORDER BY id DESC LIMIT ?",
                (task_type, workflow_hash, _OF_TASK),
            ).fetchall()
        return [_timing_from(row) for row in (*own, *others)]

    def open_jobs(self) -> list[OpenJob]:
        now = self._clock.now_iso()
        with self._db.reading() as connection:
            rows = connection.execute(
                f"""SELECT {_JOB}, jobs.n_pending,
                           jobs.held = 0 AND (start_at IS NULL OR start_at <= ?) AS is_counted
                    FROM jobs LEFT JOIN assets ON assets.sha256 = jobs.first_asset
                    WHERE {_WAITING} ORDER BY priority DESC, position, id LIMIT ?""",
                (now, _LOOKED_AT),
            ).fetchall()
            jobs = [_job_from(row, row["n_pending"], is_counted=bool(row["is_counted"])) for row in rows]
            if len(rows) == _LOOKED_AT:
                jobs += _far_jobs(connection, now)
        return jobs

    def at_lanes(self) -> list[AtLane]:
        now = self._clock.now_iso()
        with self._db.reading() as connection:
            rows = connection.execute(
                f"""SELECT {_JOB}, prompts.id AS prompt_id, prompts.status, prompts.started_at, attempts.lane_id
                    FROM prompts JOIN attempts ON attempts.id = prompts.attempt_id
                         JOIN jobs ON jobs.id = prompts.job_id
                         LEFT JOIN assets ON assets.sha256 = prompts.asset
                    WHERE prompts.status IN ('submitting', 'queued', 'running')
                    ORDER BY prompts.status <> 'running', attempts.submitted_at, prompts.id"""
            ).fetchall()
        return [_at_lane_from(row, now) for row in rows]


def remember_timing(
    connection: sqlite3.Connection, attempt_id: AttemptId, outputs: Sequence[NewOutput], seconds: float
) -> None:
    """Keeps how long an attempt took and how much it wrote; a part of the transaction of its success."""
    row = connection.execute(
        f"""SELECT {_JOB}, attempts.lane_id
            FROM attempts JOIN prompts ON prompts.id = attempts.prompt_id JOIN jobs ON jobs.id = prompts.job_id
                 LEFT JOIN assets ON assets.sha256 = prompts.asset
            WHERE attempts.id = ?""",
        (attempt_id,),
    ).fetchone()
    load = _load_from(row)
    connection.execute(
        """INSERT INTO timings (workflow_hash, task_type, lane_id, w, h, frames, steps, seconds, bytes, attempt_id)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        (
            row["workflow_hash"],
            row["task_type"],
            row["lane_id"],
            load.width,
            load.height,
            load.frames,
            load.steps,
            seconds,
            sum(output.bytes for output in outputs),
            attempt_id,
        ),
    )


def _far_jobs(connection: sqlite3.Connection, now: str) -> list[OpenJob]:
    """What comes after those that were looked at, one row for each workflow, with the size of one of its jobs."""
    rows = connection.execute(
        f"""WITH far AS (SELECT id, workflow_hash, n_pending FROM jobs
                         WHERE {_WAITING} AND held = 0 AND (start_at IS NULL OR start_at <= ?)
                         ORDER BY priority DESC, position, id LIMIT -1 OFFSET ?)
            SELECT {_JOB}, far.prompts FROM
                (SELECT min(id) AS id, sum(n_pending) AS prompts FROM far GROUP BY workflow_hash) AS far
                JOIN jobs ON jobs.id = far.id LEFT JOIN assets ON assets.sha256 = jobs.first_asset""",
        (now, _LOOKED_AT),
    )
    return [_job_from(row, row["prompts"], job_id=_SHARED) for row in rows]


def _timing_from(row: sqlite3.Row) -> Timing:
    return Timing(
        workflow_hash=row["workflow_hash"],
        task_type=row["task_type"],
        lane_id=LaneId(row["lane_id"]),
        load=Load(row["w"], row["h"], row["frames"], row["steps"]),
        seconds=row["seconds"],
        bytes=row["bytes"],
    )


def _job_from(row: sqlite3.Row, waiting: int, *, job_id: JobId | None = None, is_counted: bool = True) -> OpenJob:
    return OpenJob(
        id=JobId(row["id"]) if job_id is None else job_id,
        workflow_hash=row["workflow_hash"],
        task_type=row["task_type"],
        load=_load_from(row),
        waiting=waiting,
        lane_pin=LaneId(row["lane_pin"]) if row["lane_pin"] is not None else None,
        needs=row["needs"],
        is_counted=is_counted,
    )


def _load_from(row: sqlite3.Row) -> Load:
    given = Load(row["width"] or 0, row["height"] or 0, row["frames"] or 0)
    return load_of(json.loads(row["params"]), given)


def _at_lane_from(row: sqlite3.Row, now: str) -> AtLane:
    is_running = row["status"] == "running"
    return AtLane(
        prompt_id=PromptId(row["prompt_id"]),
        job=_job_from(row, 0),
        lane_id=LaneId(row["lane_id"]),
        is_running=is_running,
        elapsed_s=_seconds(row["started_at"], now) if is_running and row["started_at"] else 0.0,
    )


def _seconds(start: str, end: str) -> float:
    """Between two stored times; clocks may have been turned back."""
    return max((datetime.fromisoformat(end) - datetime.fromisoformat(start)).total_seconds(), 0.0)
