"""Attempts that were given back because their lane went away; the server may still have them."""

from collections.abc import Sequence

from vqdesk.adapters.store.database import Database
from vqdesk.adapters.store.rows import to_json
from vqdesk.domain.job import AttemptId, LaneId, PromptId
from vqdesk.ports import Clock

_GIVEN = "outcome = 'given_back' AND ended_at IS NULL"


class SqliteReturnStore:
    """Implements ports.ReturnStore."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    def give_back(self, lane_id: LaneId, attempt_ids: Sequence[AttemptId] | None = None) -> list[PromptId]:
        wanted = "prompts.status IN ('submitting', 'queued', 'running')"
        if attempt_ids is not None:
            marks = ",".join("?" * len(attempt_ids))
            wanted = f"prompts.status = 'queued' AND jobs.lane_pin IS NULL AND prompts.attempt_id IN ({marks})"
        now = self._clock.now_iso()
        with self._db.writing() as connection:
            rows = connection.execute(
                f"""SELECT prompts.id, prompts.job_id, prompts.ordinal, prompts.attempt_id,
                           prompts.cancel_requested_at, lanes.name
                    FROM prompts JOIN attempts ON attempts.id = prompts.attempt_id
                    JOIN lanes ON lanes.id = attempts.lane_id JOIN jobs ON jobs.id = prompts.job_id
                    WHERE attempts.lane_id = ? AND {wanted}""",
                (lane_id, *(attempt_ids or ())),
            ).fetchall()
            for row in rows:
                to = "canceled" if row["cancel_requested_at"] else "pending"
                connection.execute(
                    """UPDATE prompts SET status = ?, started_at = NULL, revision = revision + 1,
                              waiting_since = ?, ended_at = CASE WHEN ? = 'canceled' THEN ? END WHERE id = ?""",
                    (to, now, to, now, row["id"]),
                )
                connection.execute("UPDATE attempts SET outcome = 'given_back' WHERE id = ?", (row["attempt_id"],))
                text = f"{row['name']} is away; the prompt goes back into the queue."
                connection.execute(
                    "INSERT INTO events (job_id, attempt_id, at, kind, data) VALUES (?, ?, ?, 'warning', ?)",
                    (row["job_id"], row["attempt_id"], now, to_json({"text": text, "prompt": row["ordinal"]})),
                )
            return [PromptId(row["id"]) for row in rows]

    def given_back(self, lane_id: LaneId) -> list[AttemptId]:
        with self._db.reading() as connection:
            rows = connection.execute(f"SELECT id FROM attempts WHERE lane_id = ? AND {_GIVEN}", (lane_id,))
            return [AttemptId(row["id"]) for row in rows]

    def settle(self, attempt_id: AttemptId) -> None:
        with self._db.writing() as connection:
            connection.execute(
                f"UPDATE attempts SET ended_at = ? WHERE id = ? AND {_GIVEN}", (self._clock.now_iso(), attempt_id)
            )

    def take_again(self, attempt_id: AttemptId) -> bool:
        with self._db.writing() as connection:
            taken = connection.execute(
                f"""UPDATE prompts SET status = 'submitting', revision = revision + 1
                    WHERE attempt_id = ? AND status = 'pending'
                      AND EXISTS (SELECT 1 FROM attempts WHERE id = ? AND {_GIVEN})""",
                (attempt_id, attempt_id),
            ).rowcount
            if taken:
                connection.execute("UPDATE attempts SET outcome = '' WHERE id = ?", (attempt_id,))
            return bool(taken)
