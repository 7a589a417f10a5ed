"""One GPU for rendering and for language models (R-A9): who holds the baton may use its memory.

Rendering holds it. Who borrows it waits for the prompts that run; what only waits at the servers comes back into
the queue. However the borrower ends, rendering goes on.
"""

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Iterable
from contextlib import asynccontextmanager

from vqdesk.domain.auto_prompt import BatchStep
from vqdesk.domain.job import LaneId
from vqdesk.ports import StopSignal
from vqdesk.runtime.lane import LaneRunner
from vqdesk.runtime.night.gate import FeedGate

_log = logging.getLogger(__name__)
_LOOK_S = 0.2
_FREE_PATIENCE_S = 30.0
_SETTLED_LOOKS = 3  # the server frees between two looks of its own
_FREED_BETWEEN_S = 1.0

Told = Callable[[BatchStep], None]


class GpuBaton:
    """In the worker's loop only. `runners` are the lanes that run now; `wake` has them look at gate and order."""

    def __init__(
        self, gate: FeedGate, runners: Callable[[], Iterable[LaneRunner]], wake: Callable[[], Awaitable[None]]
    ) -> None:
        self._gate = gate
        self._runners = runners
        self._wake = wake
        self._turn = asyncio.Lock()

    @asynccontextmanager
    async def lent(self, lanes: Collection[LaneId], told: Told, stop: StopSignal) -> AsyncIterator[None]:
        """These lanes rest meanwhile. Raises Stopped, after which nothing is lent."""
        if not lanes:
            yield
            return
        async with self._turn:
            self._gate.lent = frozenset(lanes)
            await self._wake()
            try:
                await self._until_idle(told, stop)
                await self._until_free(told, stop)
                yield
            finally:
                self._gate.lent = frozenset()
                told(BatchStep("return", "The queue goes on", 0.0, is_done=True))
                await self._wake()

    async def _until_idle(self, told: Told, stop: StopSignal) -> None:
        """What runs is finished first; a lane that is away holds nobody up."""
        if not any(runner.in_flight for runner in self._resting()):
            return
        began = _begin(told, "wait", "Waiting for the prompt that renders")
        while any(runner.in_flight for runner in self._resting()):
            stop.check()
            await asyncio.sleep(_LOOK_S)
        _end(told, "wait", "The prompt that rendered has ended", began)

    async def _until_free(self, told: Told, stop: StopSignal) -> None:
        """`POST /free` answers at once and acts later: the free memory is watched until it grows no more."""
        runners = self._resting()
        if not runners:
            return
        began = _begin(told, "free", "Freeing the memory of ComfyUI")
        for runner in runners:
            await runner.free_memory()
        best, still = await _free_bytes(runners), 0
        while still < _SETTLED_LOOKS and time.monotonic() - began < _FREE_PATIENCE_S:
            stop.check()
            await asyncio.sleep(_FREED_BETWEEN_S)
            now = await _free_bytes(runners)
            still = still + 1 if now <= best else 0
            best = max(best, now)
        _end(told, "free", f"ComfyUI has freed its memory, {best / 1e9:.1f} GB are free", began)

    def _resting(self) -> list[LaneRunner]:
        return [one for one in self._runners() if one.status.lane_id in self._gate.lent and _is_there(one)]


def _is_there(runner: LaneRunner) -> bool:
    return runner.status.state == "online"


async def _free_bytes(runners: Iterable[LaneRunner]) -> int:
    return sum([await runner.free_vram() for runner in runners])


def _begin(told: Told, name: str, words: str) -> float:
    told(BatchStep(name, words))
    return time.monotonic()


def _end(told: Told, name: str, words: str, began: float) -> None:
    step = BatchStep(name, words, time.monotonic() - began, is_done=True)
    _log.info("%s (%.1f s)", words, step.seconds)
    told(step)
