"""The log of each job, and settings."""

from vqdesk.adapters.store.database import Database
from vqdesk.adapters.store.rows import log_entry_from, to_json
from vqdesk.domain.job import JobId, LogEntry
from vqdesk.ports import Clock


class SqliteLogStore:
    """Implements ports.LogStore."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    def add(self, job_id: JobId, kind: str, text: str, prompt_ordinal: int = 0) -> None:
        data = {"text": text, "prompt": prompt_ordinal} if prompt_ordinal else {"text": text}
        with self._db.writing() as connection:
            connection.execute(
                "INSERT INTO events (job_id, at, kind, data) VALUES (?, ?, ?, ?)",
                (job_id, self._clock.now_iso(), kind, to_json(data)),
            )

    def lines(self, job_id: JobId, after_id: int = 0, limit: int = 1000) -> list[LogEntry]:
        with self._db.reading() as connection:
            rows = connection.execute(
                "SELECT * FROM events WHERE job_id = ? AND id > ? ORDER BY id LIMIT ?", (job_id, after_id, limit)
            )
            return [log_entry_from(row) for row in rows]


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
