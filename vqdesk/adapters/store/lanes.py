"""Lanes and what was uploaded to them."""

from vqdesk.adapters.store.database import Database
from vqdesk.adapters.store.rows import lane_from
from vqdesk.domain.job import Lane, LaneId
from vqdesk.ports import LaneLoad


class SqliteLaneStore:
    """Implements ports.LaneStore."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def all(self) -> list[Lane]:
        with self._db.reading() as connection:
            rows = connection.execute("SELECT * FROM lanes WHERE state <> 'removed' ORDER BY id")
            return [lane_from(row) for row in rows]

    def loads(self) -> dict[LaneId, LaneLoad]:
        with self._db.reading() as connection:
            rows = connection.execute(
                """SELECT attempts.lane_id, sum(prompts.status <> 'running') AS waiting,
                          sum(prompts.status = 'running') AS running
                   FROM prompts JOIN attempts ON attempts.id = prompts.attempt_id
                   WHERE prompts.status IN ('submitting', 'queued', 'running') GROUP BY attempts.lane_id"""
            )
            return {LaneId(row["lane_id"]): LaneLoad(row["waiting"], row["running"]) for row in rows}

    def rename(self, lane_id: LaneId, name: str) -> None:
        with self._db.writing() as connection:
            connection.execute(
                "UPDATE lanes SET name = name || ' ' || id WHERE name = ? AND state = 'removed'", (name,)
            )
            connection.execute("UPDATE lanes SET name = ? WHERE id = ?", (name, lane_id))

    def set_state(self, lane_id: LaneId, state: str) -> None:
        self._set(lane_id, "state", state)

    def set_max_depth(self, lane_id: LaneId, max_depth: int) -> None:
        self._set(lane_id, "max_depth", max_depth)

    def ensure(self, name: str, url: str, kind: str) -> Lane:
        with self._db.writing() as connection:
            taken = connection.execute("SELECT count(*) FROM lanes WHERE name = ?", (name,)).fetchone()[0]
            connection.execute(
                """INSERT INTO lanes (name, url, kind) VALUES (?, ?, ?)
                   ON CONFLICT (kind, url) DO UPDATE SET state = 'enabled'""",
                (name if not taken else f"{name} {url}", url, kind),
            )
            row = connection.execute("SELECT * FROM lanes WHERE kind = ? AND url = ?", (kind, url)).fetchone()
            return lane_from(row)

    def remove(self, lane_id: LaneId) -> None:
        self._set(lane_id, "state", "removed")

    def remote_name(self, lane_id: LaneId, sha256: str) -> str | None:
        with self._db.reading() as connection:
            row = connection.execute(
                "SELECT remote_name FROM uploads WHERE lane_id = ? AND sha256 = ?", (lane_id, sha256)
            ).fetchone()
            return None if row is None else str(row[0])

    def remember_upload(self, lane_id: LaneId, sha256: str, remote_name: str) -> None:
        with self._db.writing() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO uploads (lane_id, sha256, remote_name) VALUES (?, ?, ?)",
                (lane_id, sha256, remote_name),
            )

    def forget_uploads(self, lane_id: LaneId) -> None:
        with self._db.writing() as connection:
            connection.execute("DELETE FROM uploads WHERE lane_id = ?", (lane_id,))

    def _set(self, lane_id: LaneId, column: str, value: object) -> None:
        with self._db.writing() as connection:
            connection.execute(f"UPDATE lanes SET {column} = ? WHERE id = ?", (value, lane_id))
