"""The night: who rests, whether there is room, staying awake, and what happens after the last prompt."""

import asyncio
import logging
import math
from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass

from vqdesk.domain.errors import Problem, UserError
from vqdesk.domain.events import AppEvent, NightChanged, PromptChanged
from vqdesk.domain.policies.after_queue import AfterQueue, Emptying
from vqdesk.domain.policies.disk import DiskRoom
from vqdesk.domain.settings import ASK_BEFORE_EXIT, COUNTDOWN_S, KEEP_AWAKE
from vqdesk.ports import Computer
from vqdesk.runtime.lane_parts import LaneTools
from vqdesk.runtime.night.disks import DiskGuard
from vqdesk.services.night import NightService, told

_LOOK_S = 0.5
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class NightParts:
    """What the night needs of the outside."""

    service: NightService
    computer: Computer
    disks: Callable[[], list[DiskRoom]]


@dataclass(frozen=True, slots=True)
class Lanes:
    """What the night needs of the worker: wake all lanes, free their servers' memory, needs that no lane meets."""

    wake: Callable[[], Awaitable[None]]
    free: Callable[[], Awaitable[None]]
    stuck: Callable[[], Collection[str]]


class Night:
    """Runs in the worker that holds the data folder's lock, for it alone runs prompts."""

    def __init__(self, tools: LaneTools, parts: NightParts, lanes: Lanes) -> None:
        self._tools = tools
        self._parts = parts
        self._lanes = lanes
        self._guard = DiskGuard(tools, parts.disks)
        self._emptying = Emptying()
        self._problem: Problem | None = None
        self._is_awake_refused = False
        self._was_busy = False
        self.state = NightChanged(AfterQueue.NOTHING.value)

    async def run(self) -> None:
        """Looks for ever; lets the computer sleep at the end."""
        self._tools.hub.subscribe(self._notice)
        try:
            while True:
                await self.look()
                await asyncio.sleep(_LOOK_S)
        finally:
            self._tools.hub.unsubscribe(self._notice)
            await self._tools.pools.files(self._parts.computer.let_sleep)

    async def look(self) -> None:
        """One look at everything; lanes are woken when one of them begins or ends its rest."""
        tools = self._tools
        closed = self._closed
        rests = await tools.pools.write(self._parts.service.rests)
        tools.gate.rests = {lane.id: rest for lane, rest in rests}
        came_back = await self._guard.look()
        wish = await tools.pools.write(lambda: self._parts.service.after_queue)
        await self._watch_emptying(wish)
        await self._stay_awake()
        asks = await tools.pools.read(tools.settings.get, ASK_BEFORE_EXIT)
        left = self._emptying.left_s(tools.clock.monotonic()) if wish.counts_down else None
        state = NightChanged(
            after_queue=wish.value,
            countdown_s=None if left is None else math.ceil(left),
            disk=tools.gate.disk,
            rests=tuple(told(lane, rest) for lane, rest in rests),
            problem=self._problem,
            asks_before_exit=asks,
        )
        if state != self.state:
            self.state = state
            tools.hub.post(state)
        if self._emptying.is_due(tools.clock.monotonic()):
            await self._end(wish)
        if came_back or closed != self._closed:  # what waits at a server that rests comes back
            await self._lanes.wake()

    async def stop_countdown(self) -> None:
        """The user wants nothing to happen after this queue."""
        wish = await self._tools.pools.write(lambda: self._parts.service.after_queue)
        await self._tools.pools.write(self._parts.service.spend, wish)
        self._emptying = Emptying()
        await self.look()

    async def settle(self) -> None:
        """Until nothing counts down any more; right after the queue has emptied."""
        await self.look()
        while self._emptying.ends_at is not None or self._tools.gate.is_ending:
            await asyncio.sleep(_LOOK_S)
        await self.look()

    def forget_problem(self) -> None:
        """The user has read what the computer did not do."""
        self._problem = None

    @property
    def _closed(self) -> set[object]:
        """What keeps lanes from being fed."""
        gate = self._tools.gate
        return {*gate.rests, *(["disk"] if gate.disk else [])}

    def _notice(self, event: AppEvent) -> None:
        """Work between two looks is work too."""
        if isinstance(event, PromptChanged):
            self._was_busy = True

    async def _watch_emptying(self, wish: AfterQueue) -> None:
        tools = self._tools
        if self._was_busy:
            self._was_busy = False
            self._emptying = Emptying(had_work=True)
        open_prompts = await tools.pools.write(tools.store.attempts.still_open, self._lanes.stuck())
        countdown = await tools.pools.read(tools.settings.get, COUNTDOWN_S)
        self._emptying = self._emptying.look(open_prompts, wish, tools.clock.monotonic(), float(countdown))

    async def _stay_awake(self) -> None:
        tools, computer = self._tools, self._parts.computer
        is_wanted = await tools.pools.read(tools.settings.get, KEEP_AWAKE)
        in_flight = await tools.pools.write(tools.store.attempts.in_flight)
        if not is_wanted or not in_flight:
            await tools.pools.files(computer.let_sleep)
            return
        try:
            await tools.pools.files(computer.keep_awake)
        except UserError as error:
            if not self._is_awake_refused:  # said once: there is nothing new in it
                self._is_awake_refused = True
                _log.warning("%s", error.problem.sentence())

    async def _end(self, wish: AfterQueue) -> None:
        """Nothing is fed from here on; a claim that came before is seen: the store's writer keeps the order."""
        tools = self._tools
        tools.gate.is_ending = True
        try:
            if await tools.pools.write(tools.store.attempts.still_open, self._lanes.stuck()):
                return
            await tools.pools.write(self._parts.service.spend, wish)
            await tools.pools.files(self._parts.computer.let_sleep)
            await self._act(wish)
        except UserError as error:
            self._problem = error.problem
            _log.warning("after the queue: %s", error.problem.sentence())
        finally:
            self._emptying = Emptying()
            tools.gate.is_ending = False
            await self._lanes.wake()

    async def _act(self, wish: AfterQueue) -> None:
        files, parts = self._tools.pools.files, self._parts
        _log.info("after the queue: %s", wish.value)
        match wish:
            case AfterQueue.FREE:
                await self._lanes.free()
            case AfterQueue.COMMAND:
                await files(parts.computer.run, await files(parts.service.command))
            case AfterQueue.SUSPEND:
                await files(parts.computer.suspend)
            case AfterQueue.SHUT_DOWN:
                await files(parts.computer.shut_down)
            case AfterQueue.NOTHING:
                return
