"""The log of each job, and settings."""

from collections.abc import Sequence

from vqdesk.adapters.store.database import Database
from vqdesk.adapters.store.rows import log_entry_from, to_json
from vqdesk.domain.job import AttemptId, JobId, LogEntry
from vqdesk.ports import Clock, LogLine

ADD_EVENT = "INSERT INTO events (job_id, attempt_id, at, kind, data) VALUES (?, ?, ?, ?, ?)"


class SqliteLogStore:
    """Implements ports.LogStore."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    def add(self, job_id: JobId, kind: str, text: str, prompt_ordinal: int = 0) -> None:
        self.add_all([LogLine(job_id, self._clock.now_iso(), kind, text, prompt_ordinal)])

    def add_all(self, lines: Sequence[LogLine]) -> None:
        with self._db.writing() as connection:
            connection.executemany(ADD_EVENT, [event_values(line) for line in lines])

    def lines(self, job_id: JobId, after_id: int = 0, limit: int = 1000) -> list[LogEntry]:
        with self._db.reading() as connection:
            rows = connection.execute(
                "SELECT * FROM events WHERE job_id = ? AND id > ? ORDER BY id LIMIT ?", (job_id, after_id, limit)
            )
            return [log_entry_from(row) for row in rows]


def event_values(line: LogLine, attempt_id: AttemptId | None = None) -> tuple[object, ...]:
    """For `ADD_EVENT`."""
    place = {"prompt": line.prompt_ordinal} if line.prompt_ordinal else {}
    return line.job_id, attempt_id, line.at, line.kind, to_json({"text": line.text, **place})


class SqliteSettingStore:
    """Implements ports.SettingStore."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def get(self, key: str, default: str = "") -> str:
        with self._db.reading() as connection:
            row = connection.execute("SELECT value FROM settings WHERE key = ?", (key,)).fetchone()
            return default if row is None else str(row[0])

    def put(self, key: str, value: str) -> None:
        with self._db.writing() as connection:
            connection.execute("INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)", (key, value))
