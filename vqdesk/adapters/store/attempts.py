"""What attempts have taught: failures in a row, deaths, times."""

import json
from collections.abc import Collection

from vqdesk.adapters.store.database import Database
from vqdesk.adapters.store.rows import attempt_from, unpack_nodes
from vqdesk.domain.attempts import Attempt
from vqdesk.domain.errors import Problem
from vqdesk.domain.job import AttemptId, LaneId, PromptId
from vqdesk.domain.node_times import NodeTime

_MOST_IN_FLIGHT = 64  # attempts may be recorded in another order than they were sent
_IN_FLIGHT = "('submitting', 'queued', 'running')"


class SqliteAttemptStore:
    """Implements ports.AttemptStore."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def recent(self, lane_id: LaneId, since: str, limit: int) -> list[Problem | None]:
        with self._db.reading() as connection:
            rows = connection.execute(
                """WITH ended AS (
                       SELECT rowid AS sent, outcome, error FROM attempts
                       WHERE lane_id = :lane AND ended_at > :since AND outcome IN ('succeeded', 'failed')
                       ORDER BY ended_at DESC LIMIT :looked_at),
                   open AS (
                       SELECT rowid AS sent, outcome, error FROM attempts
                       WHERE lane_id = :lane AND ended_at IS NULL AND outcome = ''
                         AND rowid < (SELECT max(sent) FROM ended))
                   SELECT outcome, error FROM (SELECT * FROM ended UNION ALL SELECT * FROM open)
                   ORDER BY sent DESC LIMIT :limit""",
                {"lane": lane_id, "since": since, "limit": limit, "looked_at": limit + _MOST_IN_FLIGHT},
            ).fetchall()
        return [
            Problem.from_dict(json.loads(row["error"])) if row["outcome"] == "failed" and row["error"] else None
            for row in rows
        ]

    def note_death(self, attempt_id: AttemptId) -> int:
        with self._db.writing() as connection:
            connection.execute("UPDATE attempts SET died = 1 WHERE id = ?", (attempt_id,))
            row = connection.execute(
                """SELECT sum(died) FROM attempts
                   WHERE prompt_id = (SELECT prompt_id FROM attempts WHERE id = ?)""",
                (attempt_id,),
            ).fetchone()
        return int(row[0] or 0)

    def note_deaths_in_flight(self) -> int:
        with self._db.writing() as connection:
            return connection.execute(
                """UPDATE attempts SET died = 1
                   WHERE id IN (SELECT attempt_id FROM prompts WHERE status = 'running')"""
            ).rowcount

    def seconds(self, workflow_hash: str, lane_id: LaneId, limit: int) -> list[float]:
        with self._db.reading() as connection:
            rows = connection.execute(
                "SELECT seconds FROM timings WHERE workflow_hash = ? AND lane_id = ? ORDER BY id DESC LIMIT ?",
                (workflow_hash, lane_id, limit),
            )
            return [row[0] for row in rows]

    def failed_as(self, kind: str) -> list[PromptId]:
        with self._db.reading() as connection:
            rows = connection.execute(
                """SELECT prompts.id FROM prompts JOIN jobs ON jobs.id = prompts.job_id
                   WHERE prompts.status = 'failed' AND jobs.n_failed > 0 AND jobs.deleted_at IS NULL
                     AND json_extract(prompts.error, '$.kind') = ? ORDER BY prompts.id""",
                (kind,),
            )
            return [PromptId(row[0]) for row in rows]

    def of_prompt(self, prompt_id: PromptId) -> list[Attempt]:
        with self._db.reading() as connection:
            rows = connection.execute("SELECT * FROM attempts WHERE prompt_id = ? ORDER BY n", (prompt_id,))
            return [attempt_from(row) for row in rows]

    def newest_nodes(self, workflow_hash: str) -> tuple[NodeTime, ...]:
        with self._db.reading() as connection:
            row = connection.execute(
                """SELECT attempts.nodes FROM timings JOIN attempts ON attempts.id = timings.attempt_id
                   WHERE timings.workflow_hash = ? ORDER BY timings.id DESC LIMIT 1""",
                (workflow_hash,),
            ).fetchone()
        return unpack_nodes(row["nodes"]) if row else ()

    def still_open(self, without: Collection[str]) -> int:
        with self._db.reading() as connection:
            row = connection.execute(
                f"""SELECT coalesce(sum(n_submitting + n_queued + n_running), 0)
                           + coalesce(sum(CASE WHEN held = 0 AND deleted_at IS NULL
                             AND needs NOT IN ({",".join("?" * len(without))}) THEN n_pending END), 0)
                    FROM jobs WHERE n_pending + n_submitting + n_queued + n_running > 0""",
                tuple(without),
            ).fetchone()
        return int(row[0])

    def in_flight(self) -> int:
        with self._db.reading() as connection:
            row = connection.execute(f"SELECT count(*) FROM prompts WHERE status IN {_IN_FLIGHT}").fetchone()
        return int(row[0])
