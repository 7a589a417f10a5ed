"""The worker's thread with its own asyncio loop; started and stopped by whoever is in front of it."""

import asyncio
import logging
import sys
import threading
from collections.abc import Coroutine
from concurrent.futures import Future
from contextlib import suppress
from typing import Any, TypeVar

from vqdesk.domain.events import WorkerFailed
from vqdesk.runtime.apart import wait_for_the_last
from vqdesk.runtime.awaited_texts import AwaitedTextWriter
from vqdesk.runtime.desk import Desk
from vqdesk.runtime.faults import log_end, problem_of
from vqdesk.runtime.gpu_lender import GpuLender
from vqdesk.runtime.hub import EventHub
from vqdesk.runtime.pools import Pools
from vqdesk.runtime.services import Services
from vqdesk.runtime.worker import Worker, WorkerParts

T = TypeVar("T")
_LAST_S = 2.0  # a picture is decoded in much less
_LOOK_EVERY_S = 0.5  # a join without limit would not let Ctrl+C through on Windows
_SWITCH_INTERVAL_S = 0.0005  # many short turns between threads; Python's 5 ms would be the idle gap of the GPU
_STOPPED = "The queue's worker stopped by a fault of VQDesk."
_START_AGAIN = "Start VQDesk again: nothing is lost. If it goes on, send the log file."
_log = logging.getLogger(__name__)


class Runtime:
    """Everything behind a window or a headless run."""

    def __init__(self, services: Services, parts: WorkerParts) -> None:
        self.hub: EventHub = parts.tools.hub
        self.services = services
        self._pools: Pools = parts.tools.pools
        self.worker = Worker(parts)
        self.desk = Desk(services, self._pools, self.worker)
        texts = AwaitedTextWriter(services, self._pools, self.worker, lambda: self.desk.auto_prompt)
        lender = GpuLender(services.gpu_loans, self._pools, self.worker)
        self.worker.companions += [texts.run, lender.run]
        self._loop = _new_loop()
        self._thread = threading.Thread(target=self._run, name="worker", daemon=True)
        self._work: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Starts the thread; the queue runs as soon as the data folder's lock is ours."""
        sys.setswitchinterval(_SWITCH_INTERVAL_S)
        self._thread.start()

    def submit(self, coroutine: Coroutine[Any, Any, T]) -> "Future[T]":
        """Runs a coroutine in the worker's loop, from any thread."""
        return asyncio.run_coroutine_threadsafe(coroutine, self._loop)

    def stop(self, timeout_s: float = 3.0) -> None:
        """Stops feeding and leaves what runs at the server. Idempotent; the store stays open."""
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._cancel_work)
            self._thread.join(timeout_s)
        self._pools.close()
        wait_for_the_last(_LAST_S)

    def wait_for_lock(self, timeout_s: float) -> bool:
        """Whether this worker runs the queue; False while another process does."""
        return self.worker.lock_taken.wait(timeout_s)

    def wait_for_end(self) -> None:
        """Blocks until the worker ends or the user presses Ctrl+C."""
        while self._thread.is_alive():
            self._thread.join(_LOOK_EVERY_S)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        try:
            self._loop.run_until_complete(self._work_until_stopped())
        finally:
            self._loop.close()

    async def _work_until_stopped(self) -> None:
        self._work = asyncio.create_task(self.worker.run())
        try:
            await self._work
        except asyncio.CancelledError:
            _log.debug("worker stopped")
        except Exception as error:  # noqa: BLE001  top of the thread
            log_end(_log, "the worker", error)
            self.hub.post(WorkerFailed(problem_of(error, _STOPPED, _START_AGAIN)))
            with suppress(asyncio.CancelledError):  # until stop(): questions are still answered
                await asyncio.Event().wait()
        await _settle_tasks()

    def _cancel_work(self) -> None:
        for task in asyncio.all_tasks(self._loop):
            task.cancel()


def _new_loop() -> asyncio.AbstractEventLoop:
    # under qasync the policy is Qt's, so the loop is built by name
    if sys.platform == "win32":
        return asyncio.ProactorEventLoop()
    return asyncio.SelectorEventLoop()


async def _settle_tasks() -> None:
    others = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)
