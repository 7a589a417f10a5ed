"""What the window asks to change the queue's order."""

from collections.abc import Callable, Sequence
from datetime import datetime

from vqdesk.domain.events import JobsChanged
from vqdesk.domain.job import JobId
from vqdesk.runtime.pools import Pools
from vqdesk.runtime.worker import Worker
from vqdesk.services.order import OrderService


class OrderDesk:
    """All return how many jobs were changed: those that have not ended. All raise UserError."""

    def __init__(self, order: OrderService, pools: Pools, worker: Worker) -> None:
        self._order = order
        self._pools = pools
        self._worker = worker

    async def run_next(self, job_ids: Sequence[JobId]) -> int:
        """Before everything else; what waits at a server less urgently comes back."""
        return await self._change(lambda: self._order.run_next(job_ids))

    async def move(self, job_ids: Sequence[JobId], before: JobId | None) -> int:
        """Before another job, with its priority; None is the end of the queue."""
        return await self._change(lambda: self._order.move(job_ids, before))

    async def set_priority(self, job_ids: Sequence[JobId], priority: int) -> int:
        """Higher numbers run earlier."""
        return await self._change(lambda: self._order.set_priority(job_ids, priority))

    async def hold(self, job_ids: Sequence[JobId]) -> int:
        return await self._change(lambda: self._order.hold(job_ids))

    async def release(self, job_ids: Sequence[JobId]) -> int:
        return await self._change(lambda: self._order.release(job_ids))

    async def stop_after(self, job_ids: Sequence[JobId], stop: bool = True) -> int:
        """The queue pauses when they have ended."""
        return await self._change(lambda: self._order.stop_after(job_ids, stop))

    async def start_at(self, job_ids: Sequence[JobId], when: datetime | None) -> int:
        """Not before this time; None is at once."""
        return await self._change(lambda: self._order.start_at(job_ids, when))

    async def _change(self, act: Callable[[], list[JobId]]) -> int:
        changed = await self._pools.write(act)
        for job_id in changed:
            self._worker.post(JobsChanged(job_id))
        await self._worker.refresh()
        return len(changed)
