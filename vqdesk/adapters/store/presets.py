"""Saved texts and settings."""

import json
import sqlite3

from vqdesk.adapters.store.database import Database
from vqdesk.domain.errors import InputUnusable, NotFound
from vqdesk.domain.presets import Preset, PresetKey, PresetKind

_KEY = "kind = ? AND category = ? AND folder = ? AND name = ?"


class SqlitePresetStore:
    """Implements ports.PresetStore."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def all(self, kind: PresetKind | None = None, scope: str | None = None) -> list[Preset]:
        with self._db.reading() as connection:
            rows = connection.execute(
                """SELECT * FROM presets WHERE (? IS NULL OR kind = ?) AND (? IS NULL OR category = ?)
                   ORDER BY category, folder COLLATE NOCASE, name COLLATE NOCASE""",
                (kind, kind, scope, scope),
            )
            return [_preset(row) for row in rows]

    def get(self, key: PresetKey) -> Preset:
        with self._db.reading() as connection:
            row = connection.execute(f"SELECT * FROM presets WHERE {_KEY}", _place(key)).fetchone()
        if row is None:
            raise _missing(key)
        return _preset(row)

    def put(self, preset: Preset) -> None:
        body = json.dumps({"values": dict(preset.values), "link": preset.link}, ensure_ascii=False)
        with self._db.writing() as connection:
            connection.execute(
                """INSERT INTO presets (kind, category, folder, name, body) VALUES (?, ?, ?, ?, ?)
                   ON CONFLICT (kind, category, folder, name) DO UPDATE SET body = excluded.body""",
                (*_place(preset.key), body),
            )

    def rename(self, old: PresetKey, new: PresetKey) -> None:
        with self._db.writing() as connection:
            try:
                done = connection.execute(
                    f"UPDATE presets SET kind = ?, category = ?, folder = ?, name = ? WHERE {_KEY}",
                    (*_place(new), *_place(old)),
                )
            except sqlite3.IntegrityError as error:
                raise InputUnusable(
                    f"There is already a preset “{new.name}”.",
                    "Two presets in a folder cannot have one name.",
                    "Choose another name, or delete the other preset first.",
                ) from error
            if not done.rowcount:
                raise _missing(old)

    def remove(self, key: PresetKey) -> None:
        with self._db.writing() as connection:
            connection.execute(f"DELETE FROM presets WHERE {_KEY}", _place(key))


def _place(key: PresetKey) -> tuple[str, str, str, str]:
    return key.kind.value, key.scope, key.folder, key.name


def _preset(row: sqlite3.Row) -> Preset:
    key = PresetKey(PresetKind(row["kind"]), row["category"], row["folder"], row["name"])
    body = json.loads(row["body"])
    return Preset(key, body["values"], body["link"])


def _missing(key: PresetKey) -> NotFound:
    return NotFound(
        f"There is no preset “{key.name}”.", "It was renamed or deleted meanwhile.", "Choose another one."
    )
