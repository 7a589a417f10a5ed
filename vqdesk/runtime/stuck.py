"""Watching a lane for prompts that run far too long or never start (R-Q10)."""

import asyncio

from vqdesk.domain.errors import OVERDUE, EngineProtocolError, EngineUnreachable, Problem
from vqdesk.domain.policies.durations import never_started, too_long
from vqdesk.domain.settings import NEVER_STARTED_MIN, STOP_OVERDUE
from vqdesk.domain.status import PromptStatus
from vqdesk.runtime.flight import Flight
from vqdesk.runtime.lane_parts import LaneDesk

_LOOK_S = 5.0
_STOPPED = Problem(
    "Stopped: it took far too long.",
    "It ran four times longer than the longest known prompt of its workflow.",
    "Look at the server's console. Retry it, or switch this off in the settings.",
    kind=OVERDUE,
)


class StuckWatch:
    """Tells once a prompt; stops nothing unless the user wants that."""

    def __init__(self, desk: LaneDesk) -> None:
        self._desk = desk
        self._began_waiting = desk.tools.clock.monotonic()

    async def run(self) -> None:
        """Looks for ever."""
        while True:
            await asyncio.sleep(_LOOK_S)
            if self._desk.online.is_set():
                await self.look()
            else:
                self._began_waiting = self._desk.tools.clock.monotonic()

    async def look(self) -> None:
        """One look at what is at the server."""
        now = self._desk.tools.clock.monotonic()
        flights = [flight for flight in self._desk.flights.all() if not flight.is_ending]
        running = [flight for flight in flights if flight.status is PromptStatus.RUNNING]
        for flight in running:
            if flight.running_since and not flight.is_suspected:  # of an adopted one nobody knows since when
                await self._judge_running(flight, now - flight.running_since)
        waiting = [flight for flight in flights if flight.status is PromptStatus.QUEUED]
        if running or not waiting:
            self._began_waiting = now
        elif not waiting[0].is_suspected:
            await self._judge_waiting(waiting[0], now - self._began_waiting)

    async def _judge_running(self, flight: Flight, seconds: float) -> None:
        tools = self._desk.tools
        history = await tools.pools.read(tools.failures.history, flight.job, self._desk.lane.id)
        problem = too_long(seconds, history)
        if problem is None:
            return
        flight.is_suspected = True
        await self._desk.policy.suspect(flight, problem)
        if await tools.pools.read(tools.settings.get, STOP_OVERDUE):
            await self._stop(flight)

    async def _judge_waiting(self, flight: Flight, seconds: float) -> None:
        tools = self._desk.tools
        minutes = await tools.pools.read(tools.settings.get, NEVER_STARTED_MIN)
        problem = never_started(seconds, minutes * 60.0)
        if problem is not None:
            flight.is_suspected = True
            await self._desk.policy.suspect(flight, problem)

    async def _stop(self, flight: Flight) -> None:
        flight.overdue = _STOPPED
        try:
            await self._desk.engine.cancel(flight.attempt_id)
        except (EngineUnreachable, EngineProtocolError) as error:
            flight.overdue, flight.is_suspected = None, False  # tried again
            await self._desk.note(flight, "warning", f"Not stopped yet. {error.problem.sentence()}")
