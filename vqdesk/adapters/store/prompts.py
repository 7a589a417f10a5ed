"""The life of prompts: claim, move, succeed, cancel, retry; each one transaction that checks what it changes."""

import sqlite3
import uuid
from collections.abc import Sequence
from dataclasses import replace

from vqdesk.adapters.store.database import Database
from vqdesk.adapters.store.rows import pack_files, pack_problem, prompt_from, to_json
from vqdesk.domain.errors import NotFound
from vqdesk.domain.job import AttemptId, Claimed, JobId, LaneId, NewOutput, Prompt, PromptId
from vqdesk.domain.status import PromptStatus, check_transition, is_final
from vqdesk.ports import Clock, Move

_IN_FLIGHT = "('submitting', 'queued', 'running')"


class SqlitePromptStore:
    """Implements ports.PromptStore."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    def get(self, prompt_id: PromptId) -> Prompt:
        with self._db.reading() as connection:
            row = _row(connection, prompt_id)
        if row is None:
            raise NotFound(
                "This prompt does not exist.",
                f"The queue holds none with the id {prompt_id}.",
                "Look at the job again.",
            )
        return prompt_from(row)

    def request_cancel(self, prompt_ids: Sequence[PromptId]) -> list[PromptId]:
        now = self._clock.now_iso()
        changed: list[PromptId] = []
        with self._db.writing() as connection:
            for prompt_id in prompt_ids:
                canceled = connection.execute(
                    """UPDATE prompts SET status = 'canceled', ended_at = ?, cancel_requested_at = ?,
                              revision = revision + 1
                       WHERE id = ? AND status = 'pending'""",
                    (now, now, prompt_id),
                ).rowcount
                wished = connection.execute(
                    f"""UPDATE prompts SET cancel_requested_at = ?, revision = revision + 1
                        WHERE id = ? AND status IN {_IN_FLIGHT} AND cancel_requested_at IS NULL""",
                    (now, prompt_id),
                ).rowcount
                if canceled:
                    _end_job(connection, prompt_id, now)
                    _note(connection, _row(connection, prompt_id), now, ("info", "Canceled before it was sent."))
                if canceled or wished:
                    changed.append(prompt_id)
        return changed

    def retry(self, prompt_ids: Sequence[PromptId]) -> list[PromptId]:
        now = self._clock.now_iso()
        changed: list[PromptId] = []
        with self._db.writing() as connection:
            for prompt_id in prompt_ids:
                retried = connection.execute(
                    """UPDATE prompts SET status = 'pending', error = NULL, cancel_requested_at = NULL,
                              remote_files = NULL, started_at = NULL, ended_at = NULL, revision = revision + 1
                       WHERE id = ? AND status IN ('failed', 'canceled')""",
                    (prompt_id,),
                ).rowcount
                if retried:
                    changed.append(prompt_id)
                    connection.execute("UPDATE attempts SET died = 0 WHERE prompt_id = ?", (prompt_id,))
                    _reopen_job(connection, prompt_id)
                    _refresh_reason(connection, prompt_id)
                    _note(
                        connection,
                        _row(connection, prompt_id),
                        now,
                        ("info", "Put back into the queue by the user."),
                    )
        return changed

    def pending_workflows(self, lane_id: LaneId) -> dict[str, JobId]:
        with self._db.reading() as connection:
            rows = connection.execute(
                """SELECT workflow_hash, min(id) FROM jobs
                   WHERE n_pending > 0 AND deleted_at IS NULL AND held = 0
                     AND (lane_pin IS NULL OR lane_pin = ?)
                   GROUP BY workflow_hash""",
                (lane_id,),
            )
            return {row[0]: JobId(row[1]) for row in rows}

    def claim(self, lane_id: LaneId, limit: int, workflow_hashes: Sequence[str]) -> list[Claimed]:
        if limit < 1 or not workflow_hashes:
            return []
        now = self._clock.now_iso()
        with self._db.writing() as connection:
            if _is_paused(connection):
                return []
            rows = _next_pending(connection, lane_id, limit, (workflow_hashes, now))
            claimed = []
            for row in rows:
                attempt_id = AttemptId(str(uuid.uuid4()))
                connection.execute(
                    "INSERT INTO attempts (id, prompt_id, lane_id, n, submitted_at) VALUES (?, ?, ?, ?, ?)",
                    (attempt_id, row["id"], lane_id, row["attempts"] + 1, now),
                )
                connection.execute(
                    """UPDATE prompts SET status = 'submitting', attempt_id = ?, attempts = attempts + 1,
                              remote_files = NULL, started_at = NULL, ended_at = NULL, revision = revision + 1
                       WHERE id = ?""",
                    (attempt_id, row["id"]),
                )
                fresh = _row(connection, PromptId(row["id"]))
                assert fresh is not None
                claimed.append(Claimed(prompt_from(fresh), attempt_id))
        return claimed

    def move(self, change: Move) -> bool:
        if change.to is PromptStatus.SUCCEEDED:
            raise ValueError("a success is recorded with its outputs, by succeed()")
        now = self._clock.now_iso()
        with self._db.writing() as connection:
            row = _movable(connection, change.prompt_id, change.attempt_id, change.to)
            if row is None:
                return False
            if change.to is PromptStatus.PENDING and row["cancel_requested_at"]:
                words = f"{change.note} Canceled, as wished meanwhile."
                change = replace(change, to=PromptStatus.CANCELED, outcome="canceled", note=words)
            _write_move(connection, change, now)
            _note(connection, row, now, (change.note_kind, change.note))
        return True

    def succeed(
        self, prompt_id: PromptId, attempt_id: AttemptId, outputs: Sequence[NewOutput], seconds: float
    ) -> bool:
        now = self._clock.now_iso()
        with self._db.writing() as connection:
            row = _movable(connection, prompt_id, attempt_id, PromptStatus.SUCCEEDED)
            if row is None:
                return False
            connection.executemany(
                """INSERT INTO outputs (prompt_id, attempt_id, node_id, remote_name, path, kind, bytes, sha256,
                                        width, height, fps, frames)
                   VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                [(prompt_id, attempt_id, *_output_values(output)) for output in outputs],
            )
            words = "1 file" if len(outputs) == 1 else f"{len(outputs)} files"
            done = Move(prompt_id, attempt_id, PromptStatus.SUCCEEDED, outcome="succeeded")
            _write_move(connection, done, now)
            took = f" in {seconds:.1f} s" if seconds else ""
            _note(connection, row, now, ("info", f"Done{took}, {words} collected."))
            if outputs and seconds > 0:
                _remember_timing(connection, attempt_id, outputs[0], seconds)
        return True

    def recall(self, attempt_id: AttemptId) -> None:
        with self._db.writing() as connection:
            connection.execute(
                "UPDATE attempts SET outcome = 'recalled' WHERE id = ? AND ended_at IS NULL", (attempt_id,)
            )

    def was_recalled(self, attempt_id: AttemptId) -> bool:
        with self._db.reading() as connection:
            row = connection.execute("SELECT outcome FROM attempts WHERE id = ?", (attempt_id,)).fetchone()
        return row is not None and row[0] == "recalled"

    def in_flight(self, lane_id: LaneId) -> list[Prompt]:
        with self._db.reading() as connection:
            rows = connection.execute(
                f"""SELECT prompts.* FROM prompts JOIN attempts ON attempts.id = prompts.attempt_id
                    WHERE prompts.status IN {_IN_FLIGHT} AND attempts.lane_id = ?
                    ORDER BY attempts.submitted_at, prompts.id""",
                (lane_id,),
            )
            return [prompt_from(row) for row in rows]


def _row(connection: sqlite3.Connection, prompt_id: PromptId) -> sqlite3.Row | None:
    row: sqlite3.Row | None = connection.execute("SELECT * FROM prompts WHERE id = ?", (prompt_id,)).fetchone()
    return row


def _is_paused(connection: sqlite3.Connection) -> bool:
    row = connection.execute("SELECT value FROM settings WHERE key = 'paused'").fetchone()
    return row is not None and row[0] == "1"


def _next_pending(
    connection: sqlite3.Connection, lane_id: LaneId, limit: int, allowed: tuple[Sequence[str], str]
) -> list[sqlite3.Row]:
    hashes, now = allowed
    jobs = connection.execute(
        f"""SELECT id FROM jobs
            WHERE n_pending > 0 AND deleted_at IS NULL AND held = 0 AND (start_at IS NULL OR start_at <= ?)
              AND (lane_pin IS NULL OR lane_pin = ?) AND workflow_hash IN ({",".join("?" * len(hashes))})
            ORDER BY priority DESC, position LIMIT ?""",
        (now, lane_id, *hashes, limit),
    ).fetchall()
    rows: list[sqlite3.Row] = []
    for job in jobs:
        rows += connection.execute(
            "SELECT id, attempts FROM prompts WHERE job_id = ? AND status = 'pending' ORDER BY ordinal LIMIT ?",
            (job["id"], limit - len(rows)),
        ).fetchall()
        if len(rows) >= limit:
            break
    return rows


def _movable(
    connection: sqlite3.Connection, prompt_id: PromptId, attempt_id: AttemptId, to: PromptStatus
) -> sqlite3.Row | None:
    """The prompt as it is, if this attempt may still move it there."""
    row = _row(connection, prompt_id)
    if row is None or row["attempt_id"] != attempt_id:
        return None
    status = PromptStatus(row["status"])
    if status is to or is_final(status) or status is PromptStatus.PENDING:
        return None
    check_transition(prompt_id, status, to)
    return row


def _write_move(connection: sqlite3.Connection, change: Move, now: str) -> None:
    running, ended = change.to is PromptStatus.RUNNING, is_final(change.to)
    error = pack_problem(change.problem)
    files = None if change.remote_files is None else pack_files(change.remote_files)
    patch = None if change.patch is None else to_json(dict(change.patch))
    connection.execute(
        """UPDATE prompts SET status = ?, revision = revision + 1, error = ?,
                  patch = coalesce(?, patch), lowered = CASE WHEN ? <> '' THEN ? ELSE lowered END,
                  remote_files = coalesce(?, remote_files),
                  started_at = CASE WHEN ? THEN coalesce(started_at, ?) ELSE started_at END,
                  ended_at = CASE WHEN ? THEN ? END
           WHERE id = ?""",
        (
            *(change.to.value, error if ended else None, patch, change.lowered, change.lowered),
            *(files, running, now, ended, now, change.prompt_id),
        ),
    )
    outcome = change.outcome or (change.to.value if ended else "")
    connection.execute(
        """UPDATE attempts SET outcome = CASE WHEN ? <> '' THEN ? ELSE outcome END, error = coalesce(?, error),
                  started_at = CASE WHEN ? THEN coalesce(started_at, ?) ELSE started_at END,
                  ended_at = CASE WHEN ? <> '' THEN ? END
           WHERE id = ?""",
        (outcome, outcome, error, running, now, outcome, now, change.attempt_id),
    )
    if running:
        connection.execute(
            """UPDATE jobs SET started_at = coalesce(started_at, ?), ended_at = NULL
               WHERE id = (SELECT job_id FROM prompts WHERE id = ?)""",
            (now, change.prompt_id),
        )
    if change.problem is not None and ended:
        _refresh_reason(connection, change.prompt_id)
    if ended:
        _end_job(connection, change.prompt_id, now)


def _end_job(connection: sqlite3.Connection, prompt_id: PromptId, now: str) -> None:
    connection.execute(
        """UPDATE jobs SET ended_at = ? WHERE id = (SELECT job_id FROM prompts WHERE id = ?)
             AND n_pending + n_submitting + n_queued + n_running = 0""",
        (now, prompt_id),
    )


def _reopen_job(connection: sqlite3.Connection, prompt_id: PromptId) -> None:
    connection.execute(
        "UPDATE jobs SET ended_at = NULL WHERE id = (SELECT job_id FROM prompts WHERE id = ?)", (prompt_id,)
    )


def _refresh_reason(connection: sqlite3.Connection, prompt_id: PromptId) -> None:
    connection.execute(
        """UPDATE jobs SET reason = coalesce(
                  (SELECT json_extract(error, '$.summary') FROM prompts
                   WHERE job_id = jobs.id AND status = 'failed' AND error IS NOT NULL
                   ORDER BY ordinal LIMIT 1), '')
           WHERE id = (SELECT job_id FROM prompts WHERE id = ?)""",
        (prompt_id,),
    )


def _note(connection: sqlite3.Connection, row: sqlite3.Row | None, now: str, note: tuple[str, str]) -> None:
    """A line in the log of the prompt's job."""
    kind, text = note
    if not text or row is None:
        return
    connection.execute(
        "INSERT INTO events (job_id, attempt_id, at, kind, data) VALUES (?, ?, ?, ?, ?)",
        (row["job_id"], row["attempt_id"], now, kind, to_json({"text": text, "prompt": row["ordinal"]})),
    )


def _output_values(output: NewOutput) -> tuple[object, ...]:
    return (
        output.node_id,
        output.remote_name,
        output.path,
        output.kind,
        output.bytes,
        output.sha256,
        output.width,
        output.height,
        output.fps,
        output.frames,
    )


def _remember_timing(
    connection: sqlite3.Connection, attempt_id: AttemptId, output: NewOutput, seconds: float
) -> None:
    connection.execute(
        """INSERT INTO timings (workflow_hash, w, h, frames, lane_id, seconds)
           SELECT jobs.workflow_hash, ?, ?, ?, attempts.lane_id, ?
           FROM attempts JOIN prompts ON prompts.id = attempts.prompt_id JOIN jobs ON jobs.id = prompts.job_id
           WHERE attempts.id = ?""",
        (output.width, output.height, output.frames, seconds, attempt_id),
    )
