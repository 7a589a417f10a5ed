"""What the parts of a lane share."""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from vqdesk.domain.errors import Problem
from vqdesk.domain.events import JobsChanged, LogGrew, PromptChanged
from vqdesk.domain.job import JobId, Lane
from vqdesk.domain.status import Cancellation, PromptStatus, is_final
from vqdesk.ports import Clock, Engine, Files, LogLine, Move, Store
from vqdesk.runtime.depth import FeedDepth
from vqdesk.runtime.flight import Flight, Flights
from vqdesk.runtime.hub import EventHub
from vqdesk.runtime.night.gate import FeedGate
from vqdesk.runtime.policies import FailurePolicy
from vqdesk.runtime.pools import Pools
from vqdesk.services.collect import Collector
from vqdesk.services.failures import FailureService
from vqdesk.services.processed import ProcessedSources
from vqdesk.services.settings import SettingService

_LINES_WAIT_S = 0.2


@dataclass(frozen=True, slots=True)
class LaneTools:
    """The outside world of a lane, the same for all lanes."""

    store: Store
    files: Files
    collector: Collector
    hub: EventHub
    pools: Pools
    clock: Clock
    settings: SettingService
    processed: ProcessedSources
    failures: FailureService
    gate: FeedGate


class LaneDesk:
    """Keeps flights and tells store and listeners of every change, in this order."""

    def __init__(self, lane: Lane, engine: Engine, tools: LaneTools) -> None:
        self.lane = lane
        self.engine = engine
        self.tools = tools
        self.flights = Flights()
        self.depth = FeedDepth(lane.max_depth)
        self.policy = FailurePolicy(self)
        self.wake = asyncio.Event()  # there may be something to feed
        self.online = asyncio.Event()
        self.order_changed = asyncio.Event()  # the order, the settings or the lane may be different
        self.check_flights = asyncio.Event()  # the server must be asked what became of them
        self.check_cancels = asyncio.Event()
        self.cancels_wait = False  # a wish was seen for an attempt that was just being posted
        self._writes: asyncio.Queue[tuple[asyncio.Future[Any], Callable[[], None]]] = asyncio.Queue()
        self._lines: list[LogLine] = []

    async def move(
        self,
        flight: Flight,
        to: PromptStatus,
        note: str,
        problem: Problem | None = None,
        *,
        outcome: str = "",
        cancellation: Cancellation | None = None,
    ) -> bool:
        """Changes the prompt's state if nobody was faster; `outcome` says how the attempt ended."""
        change = self._change(flight, to, note, problem, (outcome, cancellation))
        moved = await self.tools.pools.write(self.tools.store.prompts.move, change)
        if moved:
            self.tell(flight)
        return moved

    def move_soon(self, flight: Flight, to: PromptStatus, note: str) -> None:
        """The same without waiting: for states that the server's own record can restore."""
        change = self._change(flight, to, note)
        written = self.tools.pools.write_soon(self.tools.store.prompts.move, change)
        self._watch(written, lambda: self.tell(flight))

    async def watch_writes(self) -> None:
        """Tells of the changes that nobody waits for; raises when one of them was a mistake of ours."""
        while True:
            written, told = await self._writes.get()
            if await written is not False:
                told()

    def set_running(self, flight: Flight) -> None:
        """The server has begun with it."""
        if flight.status in (PromptStatus.SUBMITTING, PromptStatus.QUEUED):
            flight.running_since = self.tools.clock.monotonic()
            self.move_soon(flight, PromptStatus.RUNNING, f"Started on {self.lane.name}.")

    def _change(
        self,
        flight: Flight,
        to: PromptStatus,
        note: str,
        problem: Problem | None = None,
        ending: tuple[str, Cancellation | None] = ("", None),
    ) -> Move:
        flight.status = to
        outcome, cancellation = ending
        return Move(
            flight.prompt.id,
            flight.attempt_id,
            to,
            problem=problem,
            outcome=outcome,
            note=note,
            note_kind="error" if problem else "info",
            cancellation=cancellation,
            nodes=flight.progress.node_times if outcome or is_final(to) else (),
            lines=self.take_lines(),
        )

    async def note(self, flight: Flight, kind: str, text: str) -> None:
        """A line in the job's log."""
        await self.tools.pools.write(self.tools.store.log.add, flight.job.id, kind, text, flight.ordinal)
        self.tools.hub.post(LogGrew(flight.job.id))

    def note_soon(self, flight: Flight, kind: str, text: str) -> None:
        """The same without waiting; it keeps its place among all that is written."""
        if not self._lines:
            asyncio.get_running_loop().call_later(_LINES_WAIT_S, self.write_lines)
        self._lines.append(LogLine(flight.job.id, self.tools.clock.now_iso(), kind, text, flight.ordinal))

    def write_lines(self) -> None:
        """Orders what nothing else has taken along: each write of its own costs more than many lines."""
        lines = self.take_lines()
        if lines:
            jobs = {line.job_id for line in lines}
            written = self.tools.pools.write_soon(self.tools.store.log.add_all, lines)
            self._watch(written, lambda: self._tell_logs(jobs))

    def _tell_logs(self, job_ids: Iterable[JobId]) -> None:
        for job_id in job_ids:
            self.tools.hub.post(LogGrew(job_id))

    def take_lines(self) -> tuple[LogLine, ...]:
        """The waiting lines, for a change that takes them along in its transaction."""
        lines, self._lines = tuple(self._lines), []
        return lines

    def _watch(self, written: "asyncio.Future[Any]", told: Callable[[], None]) -> None:
        written.add_done_callback(_look)
        self._writes.put_nowait((written, told))

    def tell(self, flight: Flight) -> None:
        """Listeners hear that the prompt and its job are different now."""
        prompt = flight.prompt
        flight.revision = max(flight.revision, prompt.revision) + 1
        self.tools.hub.post(PromptChanged(prompt.job_id, prompt.id, flight.revision))
        self.tell_job(prompt.job_id)

    def tell_job(self, job_id: JobId) -> None:
        self.tools.hub.post(JobsChanged(job_id))
        self.tools.hub.post(LogGrew(job_id))


def _look(written: "asyncio.Future[Any]") -> None:
    """A failed write whose lane has ended meanwhile was told with the lane's end."""
    if not written.cancelled():
        written.exception()
