"""What the window asks about runs."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from vqdesk.domain.events import StoreChanged
from vqdesk.domain.job import JobId
from vqdesk.domain.run import Run, RunId
from vqdesk.runtime.pools import Pools
from vqdesk.runtime.worker import Worker
from vqdesk.services.runs import RunChange, RunService

T = TypeVar("T")


class RunDesk:
    """All raise UserError. Changes return what takes them back."""

    def __init__(self, runs: RunService, pools: Pools, worker: Worker) -> None:
        self._runs = runs
        self._pools = pools
        self._worker = worker

    async def all(self) -> list[Run]:
        """Those that have jobs, by name."""
        return await self._pools.read(self._runs.all)

    async def put(self, job_ids: Sequence[JobId], name: str) -> RunChange:
        return await self._change(lambda: self._runs.put(job_ids, name))

    async def take_out(self, job_ids: Sequence[JobId]) -> RunChange:
        return await self._change(lambda: self._runs.take_out(job_ids))

    async def put_back(self, change: RunChange) -> list[JobId]:
        return await self._change(lambda: self._runs.put_back(change))

    async def rename(self, run_id: RunId, name: str) -> None:
        await self._change(lambda: self._runs.rename(run_id, name))

    async def _change(self, act: Callable[[], T]) -> T:
        changed = await self._pools.write(act)
        self._worker.post(StoreChanged())
        return changed
