"""A lane that is away gives its waiting prompts to the others; when it is back, they must not run twice.

What is running there stays until its fate is known. The server may go on without us, so a prompt that was given
back can begin there too: nobody can prevent that while the wire is cut. When the server answers again it is asked,
before anything else, for every attempt that was given back. A waiting one is deleted there. One that runs or has
ended there is taken again if its prompt still waits here; if another lane has it by then, it is interrupted and
ignored.
"""

import asyncio

from vqdesk.domain.events import (
    Found,
    FoundFinished,
    FoundRunning,
    FoundUnknown,
    FoundWaiting,
    PromptsGivenBack,
)
from vqdesk.domain.job import AttemptId
from vqdesk.domain.settings import GIVE_BACK_AFTER_S
from vqdesk.domain.status import PromptStatus
from vqdesk.runtime.flight import Flight
from vqdesk.runtime.lane_parts import LaneDesk

_LOOK_EVERY_S = 1.0


class GivingBack:
    """Watches how long the lane is away."""

    def __init__(self, desk: LaneDesk) -> None:
        self._desk = desk

    async def run(self) -> None:
        """Gives back for ever, once per outage."""
        away_since: float | None = None
        while True:
            await asyncio.sleep(_LOOK_EVERY_S)
            now = self._desk.tools.clock.monotonic()
            if self._desk.online.is_set():
                away_since = None
            elif away_since is None:
                away_since = now
            elif now - away_since > await self._grace_s() and await self._has_others():
                await self._give_back()

    async def settle(self) -> None:
        """Asks the server for what was given back. Raises EngineUnreachable, EngineProtocolError."""
        desk = self._desk
        given = await desk.tools.pools.read(desk.tools.store.returns.given_back, desk.lane.id)
        if not given:
            return
        found = await desk.engine.find(given)
        waiting = [each for each in given if isinstance(found[each], FoundWaiting)]
        removed = await desk.engine.withdraw(waiting)
        found |= dict.fromkeys(removed, FoundUnknown())
        found |= await desk.engine.find([each for each in waiting if each not in removed])
        for attempt_id in given:
            await self._settle_one(attempt_id, found[attempt_id])

    async def _settle_one(self, attempt_id: AttemptId, found: Found) -> None:
        desk = self._desk
        returns, write = desk.tools.store.returns, desk.tools.pools.write
        if isinstance(found, FoundWaiting):
            desk.check_flights.set()
            return
        if isinstance(found, FoundRunning | FoundFinished) and await write(returns.take_again, attempt_id):
            return  # the recovery that follows adopts it
        if isinstance(found, FoundRunning):
            await desk.engine.cancel(attempt_id)
        await write(returns.settle, attempt_id)

    async def _give_back(self) -> None:
        desk = self._desk
        waiting = [flight for flight in desk.flights.all() if _only_waits(flight)]
        if not waiting:
            return
        ids = [flight.attempt_id for flight in waiting]
        given = await desk.tools.pools.write(desk.tools.store.returns.give_back, desk.lane.id, ids)
        for flight in waiting:
            if flight.prompt.id in given:
                desk.flights.drop(flight)
                desk.tell(flight)
        if given:
            desk.tools.hub.post(PromptsGivenBack(desk.lane.id, desk.lane.name, len(given)))

    async def _grace_s(self) -> float:
        tools = self._desk.tools
        return await tools.pools.read(tools.settings.get, GIVE_BACK_AFTER_S)

    async def _has_others(self) -> bool:
        tools = self._desk.tools
        lanes = await tools.pools.read(tools.store.lanes.all)
        return any(lane.state == "enabled" and lane.id != self._desk.lane.id for lane in lanes)


def _only_waits(flight: Flight) -> bool:
    return flight.status is PromptStatus.QUEUED and not (flight.is_ending or flight.is_posting or flight.reported)
