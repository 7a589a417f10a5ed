"""One lane at work: its engine's events, feeding, following and cancelling, each a task of its own."""

import asyncio
import logging
from contextlib import suppress
from dataclasses import replace

from vqdesk.domain.errors import EngineProtocolError, EngineUnreachable, Problem, UserError
from vqdesk.domain.events import ConsoleWritten, EngineOffline, EngineOnline, LaneChanged, ServerLogged
from vqdesk.domain.job import Lane
from vqdesk.ports import Engine, NodeCatalog
from vqdesk.runtime.endings import Endings
from vqdesk.runtime.feeder import Feeder
from vqdesk.runtime.follower import Follower
from vqdesk.runtime.giving_back import GivingBack
from vqdesk.runtime.lane_parts import LaneDesk, LaneTools
from vqdesk.runtime.recalls import Recalls
from vqdesk.runtime.silence import LIMIT_KEY, LIMIT_S, SilenceWatch
from vqdesk.runtime.stuck import StuckWatch
from vqdesk.services.cards import remember_card
from vqdesk.services.input_places import remember_input_folder

_log = logging.getLogger(__name__)
_ASK_AGAIN_S = 2.0
_SILENCE_S = 4.0


class LaneRunner:
    """Runs until cancelled. The server keeps what is queued there; the next start adopts it."""

    def __init__(self, lane: Lane, engine: Engine, tools: LaneTools) -> None:
        self._desk = LaneDesk(lane, engine, tools)
        self._endings = Endings(self._desk)
        self._follower = Follower(self._desk, self._endings)
        self._recalls = Recalls(self._desk, self._endings)
        self._feeder = Feeder(self._desk, self._recalls)
        self._giving_back = GivingBack(self._desk)
        self._silence = SilenceWatch()
        self.status = LaneChanged(lane.id, lane.name, lane.kind, "connecting")

    @property
    def is_leaving(self) -> bool:
        """Whether the lane is removed as soon as it is empty."""
        return self._desk.lane.state == "leaving"

    @property
    def in_flight(self) -> int:
        """Attempts at the server or being collected."""
        return len(self._desk.flights)

    def missing_for(self, needs: str) -> frozenset[str] | None:
        """Node classes and models that this lane lacks; None while it is away or has not looked."""
        return self._feeder.capability.lacking(needs) if self._desk.online.is_set() else None

    async def catalog(self) -> NodeCatalog | None:
        """What the server can run; None while it cannot be asked."""
        if not self._desk.online.is_set():
            return None
        try:
            return await self._desk.engine.catalog()
        except (EngineUnreachable, EngineProtocolError):
            return None

    def wake(self) -> None:
        """Something in the store changed: there may be work, another order, or a wish to cancel."""
        self._desk.order_changed.set()
        self._desk.wake.set()
        self._desk.check_cancels.set()

    def change(self, lane: Lane) -> None:
        """The user gave the lane another name, depth or state."""
        if lane == self._desk.lane:
            return
        self._desk.lane = lane
        self._tell(replace(self.status, name=lane.name))

    def reconnect(self) -> None:
        """The user does not want to wait for the next attempt."""
        self._desk.engine.reconnect()

    async def free_memory(self) -> None:
        """Asks the server to let go of models; one that is away has nothing to free."""
        if not self._desk.online.is_set():
            return
        try:
            await self._desk.engine.free_memory()
        except (EngineUnreachable, EngineProtocolError) as error:
            _log.warning("%s: %s", self._desk.lane.name, error.problem.sentence())

    async def free_vram(self) -> int:
        """Bytes that are free on its server's GPU; 0 when it cannot be asked."""
        try:
            return (await self._desk.engine.probe()).vram_free
        except (EngineUnreachable, EngineProtocolError):
            return 0

    async def run(self) -> None:
        """Raises what is a bug of ours; outages are lived through."""
        self._tell(self.status)
        try:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(self._listen())
                tasks.create_task(self._desk.watch_writes())
                tasks.create_task(self._feeder.run())
                tasks.create_task(self._endings.run())
                tasks.create_task(self._giving_back.run())
                tasks.create_task(self._check_flights())
                tasks.create_task(self._check_cancels())
                tasks.create_task(self._notice_silence())
                tasks.create_task(StuckWatch(self._desk).run())
        finally:
            self._desk.write_lines()
            await self._desk.engine.close()

    async def _listen(self) -> None:
        async for event in self._desk.engine.events():
            match event:
                case EngineOnline(version=version) as online:
                    self._feeder.capability.forget()
                    self._silence.moved(self._desk.tools.clock.monotonic())
                    self._follower.doubt()
                    self._desk.online.set()
                    self._tell(self._changed("online", version=version))
                    self._desk.check_flights.set()
                    await self._remember(online)
                case EngineOffline(problem=problem, retry_in_s=retry_in_s):
                    self._desk.online.clear()
                    self._tell(self._changed("offline", problem=problem, retry_in_s=retry_in_s))
                case ConsoleWritten(lines=lines):
                    self._desk.tools.hub.post(ServerLogged(self._desk.lane.id, lines))
                case _:
                    self._silence.moved(self._desk.tools.clock.monotonic())
                    self._tell_silence(None)
                    self._follower.handle(event)

    async def _remember(self, online: EngineOnline) -> None:
        tools, lane = self._desk.tools, self._desk.lane
        with suppress(UserError):  # what was known the last time holds then
            await tools.pools.write(remember_input_folder, tools.store.settings, lane, online.input_folder)
            await tools.pools.write(remember_card, tools.store.settings, lane, online.card_bytes)

    async def _check_flights(self) -> None:
        """Recovery comes before feeding: after it the store and the server agree."""
        while True:
            await self._desk.check_flights.wait()
            self._desk.check_flights.clear()
            try:
                await self._desk.online.wait()
                await self._giving_back.settle()
                await self._follower.recover()
            except (EngineUnreachable, EngineProtocolError):
                asyncio.get_running_loop().call_later(_ASK_AGAIN_S, self._desk.check_flights.set)
            self._desk.wake.set()
            self._desk.check_cancels.set()

    async def _check_cancels(self) -> None:
        while True:
            await self._desk.check_cancels.wait()
            self._desk.check_cancels.clear()
            if self._desk.online.is_set():
                await self._recalls.carry_out()

    async def _notice_silence(self) -> None:
        """A socket can be open and deaf, and messages can be lost: the truth is asked for now and then."""
        while True:
            await asyncio.sleep(_SILENCE_S / 2)
            now = self._desk.tools.clock.monotonic()
            waiting = [flight for flight in self._desk.flights.all() if not flight.is_ending]
            if not waiting:
                self._silence.moved(now)
            if not self._desk.online.is_set():
                continue
            if any(now - flight.heard_at > _SILENCE_S for flight in waiting):
                self._desk.check_flights.set()
            await self._watch_worker(now)

    async def _watch_worker(self, now: float) -> None:
        """Tells when the server answers but works no more, and when it goes on; no prompt fails by it."""
        tools = self._desk.tools
        limit_s = float(await tools.pools.read(tools.store.settings.get, LIMIT_KEY, LIMIT_S))
        if self._silence.is_due(now, limit_s):
            try:
                self._silence.look((await self._desk.engine.probe()).queue_remaining, now)
            except (EngineUnreachable, EngineProtocolError):
                return  # the socket finds out by itself
        self._tell_silence(self._silence.problem(self._desk.lane.name, now, limit_s))

    def _tell_silence(self, problem: Problem | None) -> None:
        if self.status.state == "online" and (problem is None) != (self.status.problem is None):
            self._tell(self._changed("online", version=self.status.version, problem=problem))

    def _changed(self, state: str, **facts: object) -> LaneChanged:
        lane = self._desk.lane
        return LaneChanged(lane.id, lane.name, lane.kind, state, **facts)  # type: ignore[arg-type]

    def _tell(self, status: LaneChanged) -> None:
        self.status = status
        self._desk.tools.hub.post(status)
