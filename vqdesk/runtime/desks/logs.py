"""What the window asks about the consoles of servers, and their keeping."""

import asyncio
import logging
from collections import defaultdict

from vqdesk.domain.errors import UserError
from vqdesk.domain.events import AppEvent, ServerLogged, ServerLogGrew
from vqdesk.domain.job import LaneId
from vqdesk.domain.server_log import ConsoleLine, ServerLine
from vqdesk.ports import ServerLogs
from vqdesk.runtime.pools import Pools
from vqdesk.runtime.worker import Worker

_log = logging.getLogger(__name__)


class LogDesk:
    """Lines are written a batch at a time, in the order in which they came."""

    def __init__(self, logs: ServerLogs, pools: Pools, worker: Worker) -> None:
        self._logs = logs
        self._pools = pools
        self._worker = worker
        self._waiting: defaultdict[LaneId, list[ConsoleLine]] = defaultdict(list)
        self._writing: asyncio.Task[None] | None = None
        worker.listen(self._notice)

    async def server_lines(self, lane_id: LaneId, after: int = 0, limit: int = 1000) -> list[ServerLine]:
        """What a lane's server wrote on its console after that line; with 0 the newest. See `ServerLogGrew`."""
        return await self._pools.files(self._logs.lines, lane_id, after, limit)

    def _notice(self, event: AppEvent) -> None:
        if isinstance(event, ServerLogged):
            self._waiting[event.lane_id] += event.lines
            if self._writing is None or self._writing.done():
                self._writing = asyncio.get_running_loop().create_task(self._write())

    async def _write(self) -> None:
        while self._waiting:
            lane_id, lines = self._waiting.popitem()
            try:
                await self._pools.files(self._logs.append, lane_id, lines)
            except UserError as error:  # a log is no reason to stop the queue
                _log.warning("%s", error.problem.sentence())
            self._worker.post(ServerLogGrew(lane_id))
