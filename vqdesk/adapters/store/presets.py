"""Saved texts and settings."""

import sqlite3

from vqdesk.adapters.store.database import Database
from vqdesk.domain.errors import InputUnusable, NotFound
from vqdesk.domain.presets import Preset, PresetKey, PresetKind, from_body, to_body


class SqlitePresetStore:
    """Implements ports.PresetStore."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def all(self, kind: PresetKind | None = None, scope: str | None = None) -> list[Preset]:
        with self._db.reading() as connection:
            rows = _rows(connection, "CAST(body AS BLOB)")
        return [
            from_body(key, _text(body))
            for _, key, body in rows
            if kind in (None, key.kind) and scope in (None, key.scope)
        ]

    def get(self, key: PresetKey) -> Preset:
        for one in self.all(key.kind, key.scope):
            if one.key == key:
                return one
        raise _missing(key)

    def put(self, preset: Preset) -> None:
        row = (*_place(preset.key), to_body(preset))
        with self._db.writing() as connection:
            _remove(connection, preset.key)
            connection.execute(
                "INSERT INTO presets (kind, category, folder, name, body) VALUES (?, ?, ?, ?, ?)", row
            )

    def rename(self, old: PresetKey, new: PresetKey) -> None:
        with self._db.writing() as connection:
            ids = _ids(connection, old)
            if not ids:
                raise _missing(old)
            if new != old and _ids(connection, new):
                raise InputUnusable(
                    f"There is already a preset “{new.name}”.",
                    "Two presets in a folder cannot have one name.",
                    "Choose another name, or delete the other preset first.",
                )
            connection.execute(
                "UPDATE presets SET kind = ?, category = ?, folder = ?, name = ? WHERE id = ?",
                (*_place(new), ids[0]),
            )

    def remove(self, key: PresetKey) -> None:
        with self._db.writing() as connection:
            _remove(connection, key)


def _rows(connection: sqlite3.Connection, column: str) -> list[tuple[int, PresetKey, bytes]]:
    """In the order of the list. Keys are compared as they are read here: SQL finds no name with damaged bytes."""
    rows = connection.execute(
        f"""SELECT id, CAST(kind AS BLOB), CAST(category AS BLOB), CAST(folder AS BLOB), CAST(name AS BLOB),
                   {column}
            FROM presets ORDER BY category, folder COLLATE NOCASE, name COLLATE NOCASE"""
    )
    return [(int(row[0]), _key(*map(_text, row[1:5])), row[5]) for row in rows]


def _ids(connection: sqlite3.Connection, key: PresetKey) -> list[int]:
    return [number for number, one, _ in _rows(connection, "x''") if one == key]


def _remove(connection: sqlite3.Connection, key: PresetKey) -> None:
    connection.executemany("DELETE FROM presets WHERE id = ?", [(number,) for number in _ids(connection, key)])


def _key(kind: str, scope: str, folder: str, name: str) -> PresetKey:
    return PresetKey(PresetKind.PROMPT if kind == PresetKind.PROMPT else PresetKind.SETTINGS, scope, folder, name)


def _place(key: PresetKey) -> tuple[str, str, str, str]:
    return key.kind.value, key.scope, key.folder, key.name


def _text(stored: bytes) -> str:
    return stored.decode("utf-8", "replace")


def _missing(key: PresetKey) -> NotFound:
    return NotFound(
        f"There is no preset “{key.name}”.", "It was renamed or deleted meanwhile.", "Choose another one."
    )
