"""Following a lane: engine events become states, progress and collected outputs; recovery after every connect."""

import asyncio

from vqdesk.domain.events import (
    EngineEvent,
    ExecutionFailed,
    ExecutionFinished,
    ExecutionInterrupted,
    ExecutionStarted,
    Found,
    FoundFinished,
    FoundRunning,
    FoundUnknown,
    FoundWaiting,
    NodeProgressed,
    NodeStarted,
    PreviewArrived,
    PreviewChanged,
    PromptProgressed,
)
from vqdesk.domain.job import Prompt
from vqdesk.domain.status import PromptStatus
from vqdesk.runtime.endings import Endings
from vqdesk.runtime.flight import Flight
from vqdesk.runtime.lane_parts import LaneDesk
from vqdesk.runtime.node_lines import NodeLines

_LOST_AFTER_S = (0.0, 0.5, 1.0)
_STATES = {FoundWaiting: "it waits", FoundRunning: "it runs", FoundFinished: "it has ended"}


class Follower:
    """Turns what the engine reports into what the store holds."""

    def __init__(self, desk: LaneDesk, endings: Endings) -> None:
        self._desk = desk
        self._endings = endings
        self._nodes = NodeLines(desk)

    def handle(self, event: EngineEvent) -> None:
        """One event of an attempt; those of attempts that are not ours are ignored."""
        flight = self._desk.flights.get(event.attempt_id) if hasattr(event, "attempt_id") else None
        if flight is None:
            return
        flight.heard_at = self._desk.tools.clock.monotonic()
        match event:
            case ExecutionStarted():
                self._desk.set_running(flight)
            case NodeStarted(node_id=node_id):
                flight.progress.node_started(node_id, flight.heard_at)
                self._nodes.started(flight)
                self._tell_progress(flight)
            case NodeProgressed(node_id=node_id, value=value, maximum=maximum):
                flight.progress.node_progressed(node_id, value, maximum, flight.heard_at)
                self._tell_progress(flight)
            case PreviewArrived(data=data):
                self._desk.tools.hub.post(PreviewChanged(flight.job.id, flight.prompt.id, data))
            case ExecutionFinished() | ExecutionFailed() | ExecutionInterrupted():
                flight.has_failed |= isinstance(event, ExecutionFailed)
                self._nodes.ended(flight)
                flight.progress.ended(flight.heard_at)
                self._endings.end(flight)

    def doubt(self) -> None:
        """The connection was away: nobody knows what became of the attempts until the server was asked."""
        for flight in self._desk.flights.all():
            flight.is_doubtful = True

    async def recover(self) -> None:
        """Asks the server for everything that the store believes to be there: adopt, collect or give back."""
        desk = self._desk
        known = await desk.tools.pools.write(desk.tools.store.prompts.in_flight, desk.lane.id)
        flights = [await self._adopted(prompt) for prompt in known]
        flights = [flight for flight in flights if not flight.is_posting and not flight.is_ending]
        for wait_s in _LOST_AFTER_S:
            if not flights:
                return
            await asyncio.sleep(wait_s)
            found = await desk.engine.find([flight.attempt_id for flight in flights])
            for flight in flights:
                flight.heard_at = desk.tools.clock.monotonic()
            flights = [flight for flight in flights if not self._settle(flight, found[flight.attempt_id])]
        for flight in flights:
            self._endings.lose(flight)  # unless news of its end came while the server was asked
        desk.wake.set()

    async def _adopted(self, prompt: Prompt) -> Flight:
        desk = self._desk
        assert prompt.attempt_id is not None
        flight = desk.flights.get(prompt.attempt_id)
        if flight is None:
            job = await desk.tools.pools.read(desk.tools.store.jobs.get, prompt.job_id)
            graph = await desk.tools.pools.read(desk.tools.store.jobs.graph, prompt.job_id)
            flight = Flight(job, prompt, prompt.attempt_id, status=prompt.status, is_doubtful=True)
            flight.watch(graph.graph)
            desk.flights.add(flight)
        return flight

    def _settle(self, flight: Flight, found: Found) -> bool:
        """Applies what the server knows; False when it knows nothing."""
        if flight.is_doubtful and not isinstance(found, FoundUnknown):
            flight.is_doubtful = False
            self._desk.note_soon(flight, "info", f"Recovered: {_STATES[type(found)]} at {self._desk.lane.name}.")
        match found:
            case FoundWaiting():
                if flight.status is PromptStatus.SUBMITTING:
                    self._desk.move_soon(flight, PromptStatus.QUEUED, "Found waiting at the server.")
            case FoundRunning():
                self._desk.set_running(flight)
            case FoundFinished():
                self._endings.end(flight)
            case FoundUnknown():
                return False
        return True

    def _tell_progress(self, flight: Flight) -> None:
        progress, now = flight.progress, self._desk.tools.clock.monotonic()
        self._desk.tools.hub.post(
            PromptProgressed(
                flight.job.id,
                flight.prompt.id,
                progress.fraction,
                progress.node_title,
                progress.step,
                progress.steps,
                now - flight.running_since if flight.running_since else 0.0,
                progress.rate,
                progress.phases(now),
            )
        )
