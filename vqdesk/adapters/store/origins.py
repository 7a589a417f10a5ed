"""From a finished file back to the prompt that made it."""

from vqdesk.adapters.store.database import Database
from vqdesk.adapters.store.rows import prompt_from
from vqdesk.domain.job import AttemptId, Prompt


class SqliteOriginStore:
    """Implements ports.OriginStore."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def of_attempt(self, attempt_id: AttemptId) -> Prompt | None:
        return self._found("SELECT prompt_id FROM attempts WHERE id = ?", attempt_id)

    def of_content(self, sha256: str) -> Prompt | None:
        return self._found("SELECT prompt_id FROM outputs WHERE sha256 = ? ORDER BY id DESC LIMIT 1", sha256)

    def _found(self, which: str, value: str) -> Prompt | None:
        with self._db.reading() as connection:
            row = connection.execute(f"SELECT * FROM prompts WHERE id = ({which})", (value,)).fetchone()
            return prompt_from(row) if row else None
