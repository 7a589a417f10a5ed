"""What each lane was told, in the JSON of its row."""

import json

from vqdesk.adapters.store.database import Database
from vqdesk.adapters.store.rows import to_json
from vqdesk.domain.errors import Problem
from vqdesk.domain.job import LaneId
from vqdesk.domain.policies.rest import LaneOrders

_TEXTS = ("resumed_at", "quiet_from", "quiet_to", "start_at")


class SqliteLaneOrderStore:
    """Implements ports.LaneOrderStore."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def of(self, lane_id: LaneId) -> LaneOrders:
        with self._db.reading() as connection:
            row = connection.execute(
                "SELECT json_extract(settings, '$.orders') FROM lanes WHERE id = ?", (lane_id,)
            ).fetchone()
        stored = json.loads(row[0]) if row is not None and row[0] else {}
        paused = stored.get("paused")
        texts = {key: str(stored.get(key, "")) for key in _TEXTS}
        return LaneOrders(Problem.from_dict(paused) if paused else None, **texts)

    def put(self, lane_id: LaneId, orders: LaneOrders) -> None:
        stored = {key: getattr(orders, key) for key in _TEXTS if getattr(orders, key)}
        paused = {"paused": orders.paused.as_dict()} if orders.paused else {}
        with self._db.writing() as connection:
            connection.execute(
                "UPDATE lanes SET settings = json_set(settings, '$.orders', json(?)) WHERE id = ?",
                (to_json({**stored, **paused}), lane_id),
            )
