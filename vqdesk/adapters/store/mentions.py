"""What still speaks of a file: one pass over each table."""

from vqdesk.adapters.store.database import Database

_PLACES = (
    "SELECT prompts.source_path || char(10) || prompts.patch AS text FROM prompts"
    " JOIN jobs ON jobs.id = prompts.job_id WHERE jobs.deleted_at IS NULL",
    "SELECT params AS text FROM jobs WHERE deleted_at IS NULL",
    "SELECT state || char(10) || backup AS text FROM workspaces",
    "SELECT body AS text FROM presets",
)


class SqliteMentionStore:
    """Implements ports.MentionStore."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def texts_with(self, word: str) -> list[str]:
        found: list[str] = []
        with self._db.reading() as connection:
            for place in _PLACES:
                rows = connection.execute(
                    f"SELECT CAST(text AS BLOB) FROM ({place}) WHERE instr(text, ?)", (word,)
                )
                found += [row[0].decode("utf-8", "replace") for row in rows]
        return found
