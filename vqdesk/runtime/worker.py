"""The queue's worker: holds the data folder's lock, runs the lanes, notices other processes' writes."""

import asyncio
import logging
import threading
from collections.abc import Callable, Coroutine, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from vqdesk.domain.errors import UserError
from vqdesk.domain.events import (
    AppEvent,
    JobsChanged,
    LaneChanged,
    PromptChanged,
    PromptsGivenBack,
    QueueChanged,
    StoreChanged,
    WorkerFailed,
)
from vqdesk.domain.job import Lane, LaneId
from vqdesk.ports import Engine, NodeCatalog
from vqdesk.runtime.baton import GpuBaton
from vqdesk.runtime.faults import log_end, problem_of
from vqdesk.runtime.lane import LaneRunner
from vqdesk.runtime.lane_parts import LaneTools
from vqdesk.runtime.night.night import Lanes, Night, NightParts
from vqdesk.runtime.totals import tell_totals

_log = logging.getLogger(__name__)
_POLL_S = 0.2
_TOTALS_S = 0.25
_LOCK_RETRY_S = 2.0
_LANE_RESTART_S = 5.0
_LONGEST_SLEEP_S = 3600.0  # clocks jump
_AFTER_ALARM_S = 0.05


@dataclass(frozen=True, slots=True)
class WorkerParts:
    """What bootstrap hands over. `try_lock` takes the data folder's lock and is True when we hold it.

    `tidy` removes files that nothing needs any longer, once a session.
    """

    tools: LaneTools
    make_engine: Callable[[Lane], Engine]
    try_lock: Callable[[], bool]
    release_lock: Callable[[], None]
    night: NightParts
    tidy: Callable[[], object]


class Worker:
    """Lives in the worker thread's loop."""

    def __init__(self, parts: WorkerParts) -> None:
        self._parts = parts
        self._tools = parts.tools
        self._runners: dict[LaneId, tuple[LaneRunner, asyncio.Task[None]]] = {}
        self.lock_taken = threading.Event()
        self.companions: list[Callable[[], Coroutine[Any, Any, None]]] = []  # run beside it where the queue runs
        self._totals_changed = asyncio.Event()
        self._alarm: asyncio.TimerHandle | None = None
        self._stuck: frozenset[str] = frozenset()  # needs that no lane meets
        self.baton = GpuBaton(self._tools.gate, lambda: [one for one, _ in self._runners.values()], self.refresh)
        self.night = Night(
            self._tools,
            parts.night,
            Lanes(self.refresh, lambda: _free(self._runners.values()), lambda: self._stuck),
        )

    @property
    def holds_lock(self) -> bool:
        """Whether this process runs the queue."""
        return self.lock_taken.is_set()

    @property
    def lane_states(self) -> list[LaneChanged]:
        """The newest state of every lane that runs."""
        return [runner.status for runner, _ in self._runners.values()]

    @property
    def in_flight(self) -> int:
        return sum(runner.in_flight for runner, _ in self._runners.values())

    async def run(self) -> None:
        """Works until cancelled; waits for the lock while another process holds it."""
        self._tools.hub.subscribe(self._notice)
        try:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(self._hold_lock())
                tasks.create_task(self._watch_store())
                tasks.create_task(self._keep_totals())
        finally:
            self._tools.hub.unsubscribe(self._notice)
            await self._stop_lanes()
            if self.holds_lock:
                await _note_end(self._tools)
                self._parts.release_lock()

    async def catalogs(self, lane_id: LaneId | None) -> list[NodeCatalog]:
        """Of all lanes that are online, or of one."""
        runners = [runner for known, (runner, _) in self._runners.items() if lane_id in (None, known)]
        return [catalog for runner in runners if (catalog := await runner.catalog()) is not None]

    def reconnect(self, lane_id: LaneId) -> None:
        """Tries a lane's server now instead of later; a lane that is online, or not ours, stays as it is."""
        if lane_id in self._runners:
            self._runners[lane_id][0].reconnect()

    def post(self, event: AppEvent) -> None:
        """Tells every listener."""
        self._tools.hub.post(event)

    def listen(self, listener: Callable[[AppEvent], None]) -> None:
        """Calls `listener`, in the worker's thread, with everything that happens; it must only take the event."""
        self._tools.hub.subscribe(listener)

    def is_unable(self, lane_id: LaneId, needs: str) -> bool:
        """Whether a lane's server is known to lack something of these needs. From any thread."""
        running = self._runners.get(lane_id)
        return running is not None and bool(running[0].missing_for(needs))

    async def refresh(self) -> None:
        """Our own process changed the queue or the lanes: starts what is new, wakes what runs."""
        if self.holds_lock:
            await self._match_lanes()
            await self._set_alarm()
        self._wake_lanes()
        await self.tell_queue()

    async def tell_queue(self) -> None:
        """Listeners hear the totals."""
        await tell_totals(self._tools, {lane_id: runner for lane_id, (runner, _) in self._runners.items()})

    async def _hold_lock(self) -> None:
        while not await self._tools.pools.files(self._parts.try_lock):
            await asyncio.sleep(_LOCK_RETRY_S)
        self.lock_taken.set()
        await self._tools.pools.files(self._tools.files.remove_partials)
        await self._tools.pools.write(self._tools.failures.take_over)
        await self.night.look()  # before anything is fed
        await self.refresh()
        await self._tools.pools.files(self._parts.tidy)
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self.night.run())
            for companion in self.companions:
                tasks.create_task(companion())

    async def _watch_store(self) -> None:
        """Another process's commit shows in SQLite's data_version (DESIGN §5)."""
        store, pools = self._tools.store, self._tools.pools
        seen = await pools.write(store.data_version)
        while True:
            await asyncio.sleep(_POLL_S)
            version = await pools.write(store.data_version)
            if version != seen:
                seen = version
                self._tools.hub.post(StoreChanged())
                await self.refresh()

    def _wake_lanes(self) -> None:
        for runner, _ in self._runners.values():
            runner.wake()

    async def _set_alarm(self) -> None:
        """Wakes the lanes when the next job may start that has a time of its own."""
        if self._alarm is not None:
            self._alarm.cancel()
        start_at = await self._tools.pools.read(self._tools.store.order.next_start)
        if start_at:
            wait_s = _seconds_between(self._tools.clock.now_iso(), start_at)
            wait_s = min(max(wait_s, 0.0), _LONGEST_SLEEP_S) + _AFTER_ALARM_S
            self._alarm = asyncio.get_running_loop().call_later(wait_s, self._ring)

    def _ring(self) -> None:
        self._refreshing = asyncio.get_running_loop().create_task(self.refresh())

    def _notice(self, event: AppEvent) -> None:
        if isinstance(event, QueueChanged):
            self._stuck = event.stuck
        if isinstance(event, PromptsGivenBack):
            self._wake_lanes()
        if isinstance(event, PromptChanged | JobsChanged | LaneChanged):
            self._totals_changed.set()

    async def _keep_totals(self) -> None:
        """The totals follow the prompts, a few times a second at most."""
        while True:
            await self._totals_changed.wait()
            await asyncio.sleep(_TOTALS_S)
            self._totals_changed.clear()
            if self.holds_lock and any(runner.is_leaving for runner, _ in self._runners.values()):
                await self._match_lanes()
            await self.tell_queue()

    async def _match_lanes(self) -> None:
        wanted = {lane.id: lane for lane in await self._tools.pools.read(self._tools.store.lanes.all)}
        for lane_id in self._runners.keys() - wanted.keys():
            await self._stop_lane(lane_id)
        for lane_id, lane in wanted.items():
            if lane_id in self._runners:
                self._runners[lane_id][0].change(lane)
            else:
                runner = LaneRunner(lane, self._parts.make_engine(lane), self._tools)
                self._runners[lane_id] = (runner, asyncio.create_task(self._guard(runner, lane)))

        await self._retire_lanes(wanted.values())

    async def _retire_lanes(self, lanes: Iterable[Lane]) -> None:
        """Removes those that leave and are empty; one that does not answer gives everything back."""
        store, pools = self._tools.store, self._tools.pools
        for lane in lanes:
            if lane.state != "leaving" or self._runners[lane.id][0].status.state == "connecting":
                continue
            is_away = self._runners[lane.id][0].status.state == "offline"
            left = await pools.read(store.prompts.in_flight, lane.id)
            if left and not is_away:
                continue
            await self._stop_lane(lane.id)
            await pools.write(store.returns.give_back, lane.id, None)
            await pools.write(store.lanes.set_state, lane.id, "removed")
            self._tools.hub.post(StoreChanged())
            self._wake_lanes()

    async def _guard(self, runner: LaneRunner, lane: Lane) -> None:
        """Top of a lane's task: a bug ends the lane, is told, and the lane starts anew a little later."""
        try:
            await runner.run()
        except asyncio.CancelledError:
            raise
        except Exception as error:  # noqa: BLE001  top of a task
            log_end(_log, f"lane {lane.name}", error)
            summary = f"The lane {lane.name} stopped by a fault of VQDesk and starts again."
            problem = problem_of(error, summary, "If it goes on, send the log file.")
            self._tools.hub.post(WorkerFailed(problem))
            asyncio.get_running_loop().call_later(_LANE_RESTART_S, self._restart, lane.id)

    def _restart(self, lane_id: LaneId) -> None:
        if self._runners.pop(lane_id, None) is not None:
            self._restarting = asyncio.get_running_loop().create_task(self.refresh())

    async def _stop_lane(self, lane_id: LaneId) -> None:
        if lane_id not in self._runners:  # another call was faster
            return
        _, task = self._runners.pop(lane_id)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

    async def _stop_lanes(self) -> None:
        tasks = [task for _, task in self._runners.values()]
        for task in tasks:
            if not task.cancelling():  # a second time would break off how it ends
                task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._runners.clear()


def _seconds_between(earlier: str, later: str) -> float:
    return (datetime.fromisoformat(later) - datetime.fromisoformat(earlier)).total_seconds()


async def _note_end(tools: LaneTools) -> None:
    try:
        await tools.pools.write(tools.failures.leave)
    except UserError as error:
        _log.warning("the end was not noted: %s", error.problem.sentence())


async def _free(runners: Iterable[tuple[LaneRunner, "asyncio.Task[None]"]]) -> None:
    await asyncio.gather(*(runner.free_memory() for runner, _ in runners))
