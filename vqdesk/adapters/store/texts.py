"""Jobs that wait for their texts."""

import json
import sqlite3
from collections.abc import Mapping, Sequence

from vqdesk.adapters.store.database import Database
from vqdesk.adapters.store.rows import pack_problem, to_json
from vqdesk.domain.auto_prompt.wishes import TextWish, awaiting_words, wish_from_json, wish_to_json
from vqdesk.domain.errors import Problem
from vqdesk.domain.job import InputFile, JobId, PromptId
from vqdesk.domain.status import PromptStatus, check_transition
from vqdesk.ports import AwaitedTexts, Clock

_OPEN = "job_id = ? AND status = 'pending' AND wants_text = 1"


class SqliteTextStore:
    """Implements ports.TextStore."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    def next(self) -> AwaitedTexts | None:
        with self._db.writing() as connection:
            while (row := _first(connection)) is not None:
                inputs = _inputs(connection, row["id"])
                if inputs:
                    return AwaitedTexts(
                        JobId(row["id"]), wish_from_json(row["wish"]), inputs, _total(connection, row["id"])
                    )
                _let_go(connection, row["id"])  # its prompts were canceled meanwhile
        return None

    def wish(self, job_id: JobId) -> TextWish | None:
        with self._db.reading() as connection:
            row = connection.execute("SELECT wish FROM text_wishes WHERE job_id = ?", (job_id,)).fetchone()
        return wish_from_json(row["wish"]) if row else None

    def waits(self, job_id: JobId) -> bool:
        with self._db.reading() as connection:
            found = connection.execute(
                f"""SELECT 1 FROM jobs WHERE id = ? AND awaits <> '' AND held = 0 AND deleted_at IS NULL
                      AND EXISTS (SELECT 1 FROM prompts WHERE {_OPEN})""",
                (job_id, job_id),
            ).fetchone()
        return found is not None

    def say(self, job_id: JobId, words: str) -> bool:
        with self._db.writing() as connection:
            changed = connection.execute(
                "UPDATE jobs SET awaits = ? WHERE id = ? AND awaits NOT IN ('', ?)", (words, job_id, words)
            ).rowcount
        return bool(changed)

    def write(self, job_id: JobId, sha256: str, patch: Mapping[str, str], note: str = "") -> list[PromptId]:
        with self._db.writing() as connection:
            rows = _waiting(connection, job_id, sha256)
            for row in rows:
                connection.execute(
                    "UPDATE prompts SET patch = ?, wants_text = 0, revision = revision + 1 WHERE id = ?",
                    (to_json({**patch, **json.loads(row["patch"])}), row["id"]),
                )
            if rows:
                connection.execute(
                    "UPDATE jobs_fts SET texts = texts || ? WHERE rowid = ?",
                    ("\n" + "\n".join(dict.fromkeys(patch.values())), job_id),
                )
                words = f"{_name(rows)}: {note or 'its text is written.'}"
                self._note(connection, job_id, "warning" if note else "info", words)
            _let_go_if_done(connection, job_id)
        return [PromptId(row["id"]) for row in rows]

    def fail(self, job_id: JobId, sha256: str, problem: Problem) -> list[PromptId]:
        check_transition(0, PromptStatus.PENDING, PromptStatus.FAILED)
        now = self._clock.now_iso()
        with self._db.writing() as connection:
            rows = _waiting(connection, job_id, sha256)
            for row in rows:
                connection.execute(
                    """UPDATE prompts SET status = 'failed', error = ?, ended_at = ?, revision = revision + 1
                       WHERE id = ?""",
                    (pack_problem(problem), now, row["id"]),
                )
            if rows:
                connection.execute(
                    "UPDATE jobs SET reason = ? WHERE id = ? AND reason = ''", (problem.summary, job_id)
                )
                self._note(connection, job_id, "error", f"{_name(rows)}: {problem.sentence()}")
            _let_go_if_done(connection, job_id)
            connection.execute(
                """UPDATE jobs SET ended_at = ? WHERE id = ?
                     AND n_pending + n_submitting + n_queued + n_running = 0""",
                (now, job_id),
            )
        return [PromptId(row["id"]) for row in rows]

    def go_without(self, job_ids: Sequence[JobId]) -> list[JobId]:
        gone = []
        with self._db.writing() as connection:
            for job_id in job_ids:
                if connection.execute("SELECT 1 FROM jobs WHERE id = ? AND awaits <> ''", (job_id,)).fetchone():
                    _let_go(connection, job_id)
                    self._note(connection, job_id, "info", "It goes on without waiting for its texts.")
                    gone.append(job_id)
        return gone

    def _note(self, connection: sqlite3.Connection, job_id: int, kind: str, text: str) -> None:
        connection.execute(
            "INSERT INTO events (job_id, at, kind, data) VALUES (?, ?, ?, ?)",
            (job_id, self._clock.now_iso(), kind, to_json({"text": text})),
        )


def remember_wish(connection: sqlite3.Connection, job_id: int, wish: TextWish) -> None:
    """A new job waits from its first moment on."""
    connection.execute("INSERT INTO text_wishes (job_id, wish) VALUES (?, ?)", (job_id, wish_to_json(wish)))
    connection.execute("UPDATE jobs SET awaits = ? WHERE id = ?", (awaiting_words(0, 0), job_id))


def await_again(connection: sqlite3.Connection, prompt_id: int) -> None:
    """A prompt that still wants a text has its job wait."""
    connection.execute(
        """UPDATE jobs SET awaits = ?
           WHERE id = (SELECT job_id FROM prompts WHERE id = ? AND status = 'pending' AND wants_text = 1)""",
        (awaiting_words(0, 0), prompt_id),
    )


def _first(connection: sqlite3.Connection) -> sqlite3.Row | None:
    row: sqlite3.Row | None = connection.execute(
        """SELECT jobs.id, text_wishes.wish FROM jobs INDEXED BY jobs_awaiting
           JOIN text_wishes ON text_wishes.job_id = jobs.id
           WHERE jobs.awaits <> '' AND jobs.held = 0 AND jobs.deleted_at IS NULL
           ORDER BY jobs.priority DESC, jobs.position, jobs.id LIMIT 1"""
    ).fetchone()
    return row


def _inputs(connection: sqlite3.Connection, job_id: int) -> tuple[InputFile, ...]:
    rows = connection.execute(
        f"SELECT asset, source_path FROM prompts WHERE {_OPEN} AND asset IS NOT NULL ORDER BY ordinal", (job_id,)
    )
    found: dict[str, InputFile] = {}
    for row in rows:
        found.setdefault(row["asset"], InputFile(row["asset"], row["source_path"]))
    return tuple(found.values())


def _total(connection: sqlite3.Connection, job_id: int) -> int:
    total: int = connection.execute(
        "SELECT count(DISTINCT asset) FROM prompts WHERE job_id = ?", (job_id,)
    ).fetchone()[0]
    return total


def _waiting(connection: sqlite3.Connection, job_id: JobId, sha256: str) -> list[sqlite3.Row]:
    return connection.execute(
        f"SELECT id, patch, source_path FROM prompts WHERE {_OPEN} AND asset = ? ORDER BY ordinal",
        (job_id, sha256),
    ).fetchall()


def _name(rows: Sequence[sqlite3.Row]) -> str:
    path: str = rows[0]["source_path"]
    return path.replace("\\", "/").rsplit("/", 1)[-1]


def _let_go_if_done(connection: sqlite3.Connection, job_id: int) -> None:
    connection.execute(
        f"UPDATE jobs SET awaits = '' WHERE id = ? AND NOT EXISTS (SELECT 1 FROM prompts WHERE {_OPEN})",
        (job_id, job_id),
    )


def _let_go(connection: sqlite3.Connection, job_id: int) -> None:
    connection.execute(f"UPDATE prompts SET wants_text = 0 WHERE {_OPEN}", (job_id,))
    connection.execute("UPDATE jobs SET awaits = '' WHERE id = ?", (job_id,))
