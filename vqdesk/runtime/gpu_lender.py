"""Lends the GPU to other processes on the data folder: a command writes prompts while the window would render."""

import asyncio
import logging

from vqdesk.domain.auto_prompt import BatchStep
from vqdesk.domain.errors import Stopped
from vqdesk.domain.events import AppEvent, StoreChanged
from vqdesk.ports import StopSignal
from vqdesk.runtime.faults import log_end
from vqdesk.runtime.pools import Pools
from vqdesk.runtime.worker import Worker
from vqdesk.services.gpu_loans import GpuLoan, GpuLoans

_log = logging.getLogger(__name__)
_LOOK_S = 0.5


class GpuLender:
    """In the worker's loop, only where the queue runs."""

    def __init__(self, loans: GpuLoans, pools: Pools, worker: Worker) -> None:
        self._loans = loans
        self._pools = pools
        self._worker = worker
        self._stirred = asyncio.Event()

    async def run(self) -> None:
        """Until cancelled."""
        self._worker.listen(self._hear)
        while True:
            self._stirred.clear()
            try:
                loan = await self._pools.files(self._loans.wished)
                if loan is not None:
                    await self._lend(loan)
                    continue
            except Exception as error:  # noqa: BLE001  top of a task
                log_end(_log, "lending the GPU", error)
            await self._stirred.wait()

    def _hear(self, event: AppEvent) -> None:
        if isinstance(event, StoreChanged):
            self._stirred.set()

    async def _lend(self, loan: GpuLoan) -> None:
        """Until it is given back, or its borrower is gone."""
        stop, over = StopSignal(), asyncio.create_task(self._until_over(loan))
        over.add_done_callback(lambda _: stop.stop())
        says: set[asyncio.Task[None]] = set()

        def told(step: BatchStep) -> None:
            _log.info("%s", step.words)
            task = asyncio.create_task(self._pools.write(self._loans.say, loan, step.words))
            says.add(task)
            task.add_done_callback(says.discard)

        try:
            told(BatchStep("wait", "VQDesk makes the GPU free"))
            async with self._worker.baton.lent(loan.lanes, told, stop):
                await asyncio.gather(*says)
                await self._pools.write(self._loans.grant, loan)
                await over
        except Stopped:
            _log.info("the GPU is not wanted any more")
        finally:
            over.cancel()

    async def _until_over(self, loan: GpuLoan) -> None:
        while (now := await self._pools.files(self._loans.wished)) is not None and now.id == loan.id:
            await asyncio.sleep(_LOOK_S)
