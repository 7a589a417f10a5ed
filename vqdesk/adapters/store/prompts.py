"""The life of prompts: claim, move, succeed, cancel, retry; each one transaction that checks what it changes."""

import sqlite3
import uuid
from collections.abc import Sequence
from dataclasses import replace

from vqdesk.adapters.store.choosing import WINDOW, Taker, waiting_jobs
from vqdesk.adapters.store.database import Database
from vqdesk.adapters.store.notes import ADD_EVENT, event_values
from vqdesk.adapters.store.rows import needs_from, pack_files, pack_nodes, pack_problem, prompt_from, to_json
from vqdesk.adapters.store.texts import await_again
from vqdesk.adapters.store.timings import remember_timing
from vqdesk.domain.errors import NotFound
from vqdesk.domain.feeding import Portion, Waiting, fair_room, portions
from vqdesk.domain.job import AttemptId, Claimed, InputFile, JobId, LaneId, NewOutput, Prompt, PromptId
from vqdesk.domain.needs import Needs
from vqdesk.domain.node_times import NodeTime
from vqdesk.domain.status import Cancellation, PromptStatus, check_transition, is_final
from vqdesk.ports import Clock, LogLine, Move

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
                              cancellation = 'never_sent', revision = revision + 1
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
                if wished:
                    _note(connection, _row(connection, prompt_id), now, ("info", "Cancel wished by the user."))
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
                              cancellation = NULL,
                              remote_files = NULL, started_at = NULL, ended_at = NULL, waiting_since = ?,
                              revision = revision + 1
                       WHERE id = ? AND status IN ('failed', 'canceled')""",
                    (now, prompt_id),
                ).rowcount
                if retried:
                    changed.append(prompt_id)
                    connection.execute("UPDATE attempts SET died = 0 WHERE prompt_id = ?", (prompt_id,))
                    _reopen_job(connection, prompt_id)
                    await_again(connection, prompt_id)
                    _refresh_reason(connection, prompt_id)
                    words = "Put back into the queue by the user."
                    _note(connection, _row(connection, prompt_id), now, ("info", words))
        return changed

    def pending_needs(self, lane_id: LaneId) -> dict[str, JobId]:
        with self._db.reading() as connection:
            rows = connection.execute(
                """SELECT key, job_id FROM (
                       SELECT key, (SELECT id FROM jobs WHERE needs = key AND n_pending > 0 AND held = 0
                                      AND deleted_at IS NULL AND (lane_pin IS NULL OR lane_pin = ?)
                                    ORDER BY id LIMIT 1) AS job_id FROM needs)
                   WHERE job_id IS NOT NULL""",
                (lane_id,),
            )
            return {row["key"]: JobId(row["job_id"]) for row in rows}

    def needs(self, key: str) -> Needs:
        with self._db.reading() as connection:
            row = connection.execute("SELECT classes, models FROM needs WHERE key = ?", (key,)).fetchone()
        return needs_from(row)

    def next_inputs(self, lane_id: LaneId, needs: Sequence[str], limit: int) -> list[InputFile]:
        if not needs:
            return []
        with self._db.reading() as connection:
            jobs = waiting_jobs(connection, Taker(lane_id, needs, self._clock.now_iso()), limit)
            found: dict[str, InputFile] = {}
            for job in jobs:
                rows = connection.execute(
                    """SELECT asset, source_path FROM prompts
                       WHERE job_id = ? AND status = 'pending' AND asset IS NOT NULL ORDER BY ordinal LIMIT ?""",
                    (job.job_id, limit),
                )
                for row in rows:
                    found.setdefault(row["asset"], InputFile(row["asset"], row["source_path"]))
                if len(found) >= limit:
                    break
        return list(found.values())[:limit]

    def claim(self, lane_id: LaneId, limit: int, needs: Sequence[str], most_overtaking: int = 0) -> list[Claimed]:
        if limit < 1 or not needs:
            return []
        taker = Taker(lane_id, needs, self._clock.now_iso())
        with self._db.writing() as connection:
            row = connection.execute(
                """SELECT loaded, (SELECT count(*) FROM lanes WHERE state = 'enabled') AS lanes
                   FROM lanes WHERE id = ?""",
                (lane_id,),
            ).fetchone()
            waiting = waiting_jobs(connection, taker, WINDOW if most_overtaking and row["loaded"] else limit)
            room = fair_room(waiting, limit, row["lanes"])
            taken = portions(waiting, room, row["loaded"], most_overtaking)
            _remember_overtaking(connection, waiting, taken, taker.now)
            loaded = next((one.share for one in reversed(taken) if one.share), row["loaded"])
            if loaded != row["loaded"]:
                connection.execute("UPDATE lanes SET loaded = ? WHERE id = ?", (loaded, lane_id))
            return [claimed for one in taken for claimed in _claimed(connection, one, taker)]

    def move(self, change: Move) -> bool:
        if change.to is PromptStatus.SUCCEEDED:
            raise ValueError("a success is recorded with its outputs, by succeed()")
        now = self._clock.now_iso()
        with self._db.writing() as connection:
            row = _movable(connection, change.prompt_id, change.attempt_id, change.to)
            if row is None:
                _note(connection, None, now, ("", ""), change.lines)
                return False
            if change.to is PromptStatus.PENDING and row["cancel_requested_at"]:
                words = f"{change.note} Canceled, as wished meanwhile."
                removed = Cancellation.REMOVED
                change = replace(
                    change, to=PromptStatus.CANCELED, outcome="canceled", note=words, cancellation=removed
                )
            elif change.to is PromptStatus.FAILED and row["cancel_requested_at"]:
                change = replace(change, cancellation=Cancellation.TOO_LATE)
            _write_move(connection, change, now)
            _note(connection, row, now, (change.note_kind, change.note), change.lines)
        return True

    def succeed(
        self,
        prompt_id: PromptId,
        attempt_id: AttemptId,
        outputs: Sequence[NewOutput],
        seconds: float,
        *,
        nodes: Sequence[NodeTime] = (),
        lines: Sequence[LogLine] = (),
    ) -> bool:
        now = self._clock.now_iso()
        with self._db.writing() as connection:
            row = _movable(connection, prompt_id, attempt_id, PromptStatus.SUCCEEDED)
            if row is None:
                _note(connection, None, now, ("", ""), lines)
                return False
            connection.executemany(
                """INSERT INTO outputs (prompt_id, attempt_id, node_id, remote_name, path, kind, bytes, sha256,
                                        width, height, fps, frames)
                   VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                [(prompt_id, attempt_id, *_output_values(output)) for output in outputs],
            )
            if outputs:
                connection.execute(
                    "UPDATE jobs SET last_output = ? WHERE id = ?", (outputs[-1].path, row["job_id"])
                )
            words = "1 file" if len(outputs) == 1 else f"{len(outputs)} files"
            late = Cancellation.TOO_LATE if row["cancel_requested_at"] else None
            done = Move(prompt_id, attempt_id, PromptStatus.SUCCEEDED, outcome="succeeded", cancellation=late)
            _write_move(connection, replace(done, nodes=tuple(nodes)), now)
            took = f" in {seconds:.1f} s" if seconds else ""
            _note(connection, row, now, ("info", f"Done{took}, {words} collected."), lines)
            if outputs and seconds > 0:
                remember_timing(connection, attempt_id, outputs, seconds)
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


def _claimed(connection: sqlite3.Connection, portion: Portion, taker: Taker) -> list[Claimed]:
    rows = connection.execute(
        """SELECT id, attempts, waiting_since FROM prompts
           WHERE job_id = ? AND status = 'pending' ORDER BY ordinal LIMIT ?""",
        (portion.job_id, portion.prompts),
    ).fetchall()
    claimed = []
    for row in rows:
        attempt_id = AttemptId(str(uuid.uuid4()))
        connection.execute(
            """INSERT INTO attempts (id, prompt_id, lane_id, n, submitted_at, waiting_since)
               VALUES (?, ?, ?, ?, ?, ?)""",
            (attempt_id, row["id"], taker.lane_id, row["attempts"] + 1, taker.now, row["waiting_since"]),
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


def _remember_overtaking(
    connection: sqlite3.Connection, waiting: Sequence[Waiting], taken: Sequence[Portion], now: str
) -> None:
    """Each job knows who was let ahead of it: that is what bounds it."""
    known = {job.job_id: set(job.overtaken_by) for job in waiting}
    for portion in taken:
        for job_id in portion.overtakes:
            if portion.job_id not in known[job_id]:
                known[job_id].add(portion.job_id)
                connection.execute(
                    "UPDATE jobs SET overtaken_by = ? WHERE id = ?", (to_json(sorted(known[job_id])), job_id)
                )
                text = f"Job {portion.job_id} goes ahead of this one: the models that it needs are loaded."
                connection.execute(
                    "INSERT INTO events (job_id, at, kind, data) VALUES (?, ?, 'info', ?)",
                    (job_id, now, to_json({"text": text})),
                )


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
    nodes = pack_nodes(change.nodes)
    connection.execute(
        """UPDATE prompts SET status = ?, revision = revision + 1, error = ?,
                  patch = coalesce(?, patch), lowered = CASE WHEN ? <> '' THEN ? ELSE lowered END,
                  remote_files = coalesce(?, remote_files),
                  started_at = CASE WHEN ? THEN coalesce(started_at, ?) ELSE started_at END,
                  ended_at = CASE WHEN ? THEN ? END, waiting_since = CASE WHEN ? THEN ? ELSE waiting_since END
           WHERE id = ?""",
        (
            *(change.to.value, error if ended else None, patch, change.lowered, change.lowered),
            *(files, running, now, ended, now, change.to is PromptStatus.PENDING, now, change.prompt_id),
        ),
    )
    outcome = change.outcome or (change.to.value if ended else "")
    connection.execute(
        """UPDATE attempts SET outcome = CASE WHEN ? <> '' THEN ? ELSE outcome END, error = coalesce(?, error),
                  started_at = CASE WHEN ? THEN coalesce(started_at, ?) ELSE started_at END,
                  queued_at = CASE WHEN ? THEN ? ELSE queued_at END,
                  ended_at = CASE WHEN ? <> '' THEN ? END, nodes = CASE WHEN ? <> '' THEN ? ELSE nodes END
           WHERE id = ?""",
        (
            *(outcome, outcome, error, running, now, change.to is PromptStatus.QUEUED, now),
            *(outcome, now, nodes, nodes, change.attempt_id),
        ),
    )
    if running:
        connection.execute(
            """UPDATE jobs SET started_at = coalesce(started_at, ?), ended_at = NULL
               WHERE id = (SELECT job_id FROM prompts WHERE id = ?)""",
            (now, change.prompt_id),
        )
    if change.cancellation is not None:
        connection.execute(
            "UPDATE prompts SET cancellation = ? WHERE id = ?", (change.cancellation.value, change.prompt_id)
        )
    if change.problem is not None and ended:
        _refresh_reason(connection, change.prompt_id)
    if ended:
        _end_job(connection, change.prompt_id, now)


def _end_job(connection: sqlite3.Connection, prompt_id: PromptId, now: str) -> None:
    ended = connection.execute(
        """UPDATE jobs SET ended_at = ? WHERE id = (SELECT job_id FROM prompts WHERE id = ?)
             AND n_pending + n_submitting + n_queued + n_running = 0""",
        (now, prompt_id),
    ).rowcount
    if ended:
        _stop_queue(connection, prompt_id)


def _stop_queue(connection: sqlite3.Connection, prompt_id: PromptId) -> None:
    """The queue pauses after a job with a stop, which is used up by that."""
    stopped = connection.execute(
        """UPDATE jobs SET stop_after = 0 WHERE id = (SELECT job_id FROM prompts WHERE id = ?)
             AND stop_after = 1 AND n_pending + n_submitting + n_queued + n_running = 0""",
        (prompt_id,),
    ).rowcount
    if stopped:
        connection.execute("INSERT OR REPLACE INTO settings (key, value) VALUES ('paused', '1')")


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


def _note(
    connection: sqlite3.Connection,
    row: sqlite3.Row | None,
    now: str,
    note: tuple[str, str],
    before: Sequence[LogLine] = (),
) -> None:
    """A line in the log of the prompt's job, after those that have waited for it."""
    kind, text = note
    lines = [event_values(line) for line in before]
    if text and row is not None:
        line = LogLine(row["job_id"], now, kind, text, row["ordinal"])
        lines.append(event_values(line, row["attempt_id"]))
    if lines:
        connection.executemany(ADD_EVENT, lines)


def _output_values(output: NewOutput) -> tuple[object, ...]:
    place = output.node_id, output.remote_name, output.path, output.kind
    return *place, output.bytes, output.sha256, output.width, output.height, output.fps, output.frames
