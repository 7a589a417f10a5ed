"""The tabs of the window."""

from collections.abc import Sequence

from vqdesk.adapters.store.database import Database
from vqdesk.ports import Clock, StoredWorkspace

_KEPT_CLOSED = 50


class SqliteWorkspaceStore:
    """Implements ports.WorkspaceStore."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    def open(self) -> list[StoredWorkspace]:
        return self._rows("closed_at = '' ORDER BY position, rowid")

    def closed(self, limit: int) -> list[StoredWorkspace]:
        return self._rows("closed_at <> '' ORDER BY closed_at DESC, position LIMIT ?", limit)

    def active(self) -> str:
        with self._db.reading() as connection:
            row = connection.execute("SELECT id FROM workspaces WHERE is_active").fetchone()
            return "" if row is None else str(row[0])

    def put(self, workspace: StoredWorkspace) -> None:
        with self._db.writing() as connection:
            connection.execute(
                """INSERT INTO workspaces (id, title, colour, state, position)
                   VALUES (?, ?, ?, ?, (SELECT coalesce(max(position), 0) + 1 FROM workspaces))
                   ON CONFLICT (id) DO UPDATE
                   SET title = excluded.title, colour = excluded.colour, state = excluded.state""",
                (workspace.id, workspace.title, workspace.colour, workspace.state),
            )

    def arrange(self, ids: Sequence[str], active: str) -> None:
        with self._db.writing() as connection:
            connection.execute(
                "UPDATE workspaces SET closed_at = ?, is_active = 0 WHERE closed_at = ''", (self._clock.now_iso(),)
            )
            connection.executemany(
                "UPDATE workspaces SET position = ?, closed_at = '', is_active = ? WHERE id = ?",
                [(position, one == active, one) for position, one in enumerate(ids)],
            )
            connection.execute(
                """DELETE FROM workspaces WHERE closed_at <> '' AND backup = '' AND id NOT IN (
                       SELECT id FROM workspaces WHERE closed_at <> '' ORDER BY closed_at DESC LIMIT ?)""",
                (_KEPT_CLOSED,),
            )

    def keep_damaged(self, workspace_id: str, text: str) -> None:
        line = text.replace("\n", " ")
        with self._db.writing() as connection:
            connection.execute(
                """UPDATE workspaces SET backup = CASE backup WHEN '' THEN ? ELSE backup || char(10) || ? END
                   WHERE id = ?""",
                (line, line, workspace_id),
            )

    def damaged(self, workspace_id: str) -> str:
        with self._db.reading() as connection:
            row = connection.execute("SELECT backup FROM workspaces WHERE id = ?", (workspace_id,)).fetchone()
            return "" if row is None else str(row[0])

    def _rows(self, which: str, *values: int) -> list[StoredWorkspace]:
        with self._db.reading() as connection:
            rows = connection.execute(
                f"""SELECT id, CAST(title AS BLOB), CAST(colour AS BLOB), CAST(state AS BLOB)
                    FROM workspaces WHERE {which}""",
                values,
            )
            return [StoredWorkspace(str(row[0]), *map(_text, row[1:])) for row in rows]


def _text(stored: bytes) -> str:
    """Damaged bytes in one text must not keep all others from being read."""
    return stored.decode("utf-8", "replace")
