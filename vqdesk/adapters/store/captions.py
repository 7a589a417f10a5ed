"""What language models have written."""

import json
from collections.abc import Sequence

from vqdesk.adapters.store.database import Database
from vqdesk.ports import CaptionKey, KeptTexts


class SqliteCaptionStore:
    """Implements ports.CaptionStore."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def caption(self, key: CaptionKey) -> str | None:
        with self._db.reading() as connection:
            row = connection.execute(
                "SELECT text FROM captions WHERE sha256 = ? AND model = ? AND prompt_version = ?",
                (key.sha256, key.model, key.prompt_version),
            ).fetchone()
        return str(row["text"]) if row else None

    def keep_caption(self, key: CaptionKey, text: str) -> None:
        with self._db.writing() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO captions (sha256, model, prompt_version, text) VALUES (?, ?, ?, ?)",
                (key.sha256, key.model, key.prompt_version, text),
            )

    def motion(self, version: str, model: str) -> tuple[str, ...] | None:
        with self._db.reading() as connection:
            row = connection.execute(
                "SELECT texts FROM motions WHERE version = ? AND model = ?", (version, model)
            ).fetchone()
        return tuple(json.loads(row["texts"])) if row else None

    def keep_motion(self, version: str, model: str, texts: Sequence[str]) -> None:
        with self._db.writing() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO motions (version, model, texts) VALUES (?, ?, ?)",
                (version, model, json.dumps(list(texts), ensure_ascii=False)),
            )

    def kept(self) -> KeptTexts:
        with self._db.reading() as connection:
            counts = [connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in _TABLES]
        return KeptTexts(*counts)

    def clear(self) -> None:
        with self._db.writing() as connection:
            for name in _TABLES:
                connection.execute(f"DELETE FROM {name}")


_TABLES = ("captions", "motions")
