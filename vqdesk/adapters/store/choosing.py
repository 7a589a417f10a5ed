"""What a lane may take now, in the queue's order; and what already waits at its server."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from vqdesk.domain.feeding import Sent, Waiting
from vqdesk.domain.job import AttemptId, JobId, LaneId

WINDOW = 50
"""So many jobs are looked at together: affinity never reaches farther."""

_Place = tuple[int, float, int]


@dataclass(frozen=True, slots=True)
class Taker:
    """Who asks: the lane, the needs that it can meet, and the time (ISO-8601)."""

    lane_id: LaneId
    needs: Sequence[str]
    now: str


def is_paused(connection: sqlite3.Connection) -> bool:
    """Whether nothing new is to be sent."""
    row = connection.execute("SELECT value FROM settings WHERE key = 'paused'").fetchone()
    return row is not None and row[0] == "1"


def waiting_jobs(connection: sqlite3.Connection, taker: Taker, limit: int = WINDOW) -> list[Waiting]:
    """The next jobs with prompts for this lane, up to the one after which the user wants to stop."""
    if is_paused(connection):
        return []
    rows = connection.execute(
        f"""SELECT id, priority, position, n_pending, share, placed_at, overtaken_by, lane_pin
            FROM jobs INDEXED BY jobs_next
            WHERE n_pending > 0 AND deleted_at IS NULL AND held = 0 AND awaits = ''
              AND (start_at IS NULL OR start_at <= ?)
              AND (lane_pin IS NULL OR lane_pin = ?) AND needs IN ({",".join("?" * len(taker.needs))})
            ORDER BY priority DESC, position, id LIMIT ?""",
        (taker.now, taker.lane_id, *taker.needs, limit),
    )
    last = _stop(connection)
    return [_waiting(row) for row in rows if last is None or _place(row) <= last]


def sent_prompts(connection: sqlite3.Connection, lane_id: LaneId) -> list[Sent]:
    """What waits at the lane's server."""
    rows = connection.execute(
        """SELECT jobs.id, jobs.priority, jobs.position, jobs.held,
                  attempts.id AS attempt_id, attempts.submitted_at
           FROM prompts JOIN attempts ON attempts.id = prompts.attempt_id JOIN jobs ON jobs.id = prompts.job_id
           WHERE prompts.status = 'queued' AND attempts.lane_id = ?""",
        (lane_id,),
    )
    last = _stop(connection)
    return [
        Sent(
            AttemptId(row["attempt_id"]),
            JobId(row["id"]),
            row["priority"],
            row["position"],
            row["submitted_at"],
            must_return=bool(row["held"]) or (last is not None and _place(row) > last),
        )
        for row in rows
    ]


def _stop(connection: sqlite3.Connection) -> _Place | None:
    """The place of the first open job after which the queue shall stop."""
    row = connection.execute(
        """SELECT id, priority, position FROM jobs INDEXED BY jobs_stops
           WHERE stop_after = 1 AND deleted_at IS NULL AND held = 0
             AND n_pending + n_submitting + n_queued + n_running > 0
           ORDER BY priority DESC, position, id LIMIT 1"""
    ).fetchone()
    return None if row is None else _place(row)


def _place(row: sqlite3.Row) -> _Place:
    return -row["priority"], row["position"], row["id"]


def _waiting(row: sqlite3.Row) -> Waiting:
    return Waiting(
        JobId(row["id"]),
        row["priority"],
        row["position"],
        row["n_pending"],
        row["share"],
        row["placed_at"],
        row["lane_pin"] is not None,
        frozenset(JobId(one) for one in json.loads(row["overtaken_by"])),
    )
