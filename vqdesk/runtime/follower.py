"""Following a lane: engine events become states, progress and collected outputs; recovery after every connect."""

import asyncio

from vqdesk.domain.errors import EngineProtocolError, EngineUnreachable, Problem, UserError
from vqdesk.domain.events import (
    CancelOutcome,
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
    JobsChanged,
    NodeProgressed,
    NodeStarted,
    PreviewArrived,
    PreviewChanged,
    PromptProgressed,
)
from vqdesk.domain.job import Prompt
from vqdesk.domain.status import PromptStatus
from vqdesk.runtime.flight import Flight
from vqdesk.runtime.lane_parts import LaneDesk
from vqdesk.runtime.records import Records

_COLLECTORS = 6
_HISTORY_LAG_S = (0.0, 0.02, 0.1, 0.3, 1.0, 2.0)  # the record can come after `execution_success` (ComfyUI 0.3.64)
_LOST_AFTER_S = (0.0, 0.5, 1.0)
_OTHERS_INTERRUPT = Problem(
    "The prompt was interrupted at the server.",
    "Somebody else, or another program, stopped it there.",
    "Retry it when the server is free.",
)


class Follower:
    """Turns what the engine reports into what the store holds."""

    def __init__(self, desk: LaneDesk) -> None:
        self._desk = desk
        self._ended: asyncio.Queue[Flight] = asyncio.Queue()
        self._records = Records(desk.engine)

    async def run(self) -> None:
        """Collects ended attempts for ever, a few at a time."""
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._records.run())
            for _ in range(_COLLECTORS):
                tasks.create_task(self._collect_for_ever())

    def handle(self, event: EngineEvent) -> None:
        """One event of an attempt; those of attempts that are not ours are ignored."""
        flight = self._desk.flights.get(event.attempt_id) if hasattr(event, "attempt_id") else None
        if flight is None:
            return
        flight.heard_at = self._desk.tools.clock.monotonic()
        match event:
            case ExecutionStarted():
                self._set_running(flight)
            case NodeStarted(node_id=node_id):
                flight.progress.node_started(node_id)
                self._tell_progress(flight)
            case NodeProgressed(node_id=node_id, value=value, maximum=maximum):
                flight.progress.node_progressed(node_id, value, maximum)
                self._tell_progress(flight)
            case PreviewArrived(data=data):
                self._desk.tools.hub.post(PreviewChanged(flight.job.id, flight.prompt.id, data))
            case ExecutionFinished() | ExecutionFailed() | ExecutionInterrupted():
                self._end(flight)

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
            if not flight.is_ending:  # news of its end came while the server was asked
                await self._take_back(flight)
        desk.wake.set()

    async def cancel_wanted(self) -> None:
        """Carries out the wishes to cancel that are stored for attempts at this lane."""
        desk = self._desk
        known = await desk.tools.pools.write(desk.tools.store.prompts.in_flight, desk.lane.id)
        wished = [prompt.attempt_id for prompt in known if prompt.cancel_requested_at and prompt.attempt_id]
        flights = [desk.flights.get(attempt_id) for attempt_id in wished]
        desk.cancels_wait = any(flight is None or flight.is_posting for flight in flights)
        for flight in flights:
            if flight and not flight.cancel_sent and not flight.is_posting:
                await self._cancel(flight)

    async def _take_back(self, flight: Flight) -> None:
        """The server has lost an attempt."""
        desk = self._desk
        fresh = await desk.tools.pools.write(desk.tools.store.prompts.get, flight.prompt.id)
        if fresh.cancel_requested_at:
            await desk.move(flight, PromptStatus.CANCELED, "Canceled: the server does not know it any more.")
        else:
            note = "The server does not know this prompt any more; it goes back into the queue."
            await desk.move(flight, PromptStatus.PENDING, note)
        desk.flights.drop(flight)

    async def _adopted(self, prompt: Prompt) -> Flight:
        desk = self._desk
        assert prompt.attempt_id is not None
        flight = desk.flights.get(prompt.attempt_id)
        if flight is None:
            job = await desk.tools.pools.read(desk.tools.store.jobs.get, prompt.job_id)
            graph = await desk.tools.pools.read(desk.tools.store.jobs.graph, prompt.job_id)
            flight = Flight(job, prompt, prompt.attempt_id, status=prompt.status)
            flight.watch(graph.graph)
            desk.flights.add(flight)
        return flight

    def _settle(self, flight: Flight, found: Found) -> bool:
        """Applies what the server knows; False when it knows nothing."""
        match found:
            case FoundWaiting():
                if flight.status is PromptStatus.SUBMITTING:
                    self._desk.move_soon(flight, PromptStatus.QUEUED, "Found waiting at the server.")
            case FoundRunning():
                self._set_running(flight)
            case FoundFinished():
                self._end(flight)
            case FoundUnknown():
                return False
        return True

    def _set_running(self, flight: Flight) -> None:
        if flight.status in (PromptStatus.SUBMITTING, PromptStatus.QUEUED):
            flight.running_since = self._desk.tools.clock.monotonic()
            self._desk.move_soon(flight, PromptStatus.RUNNING, f"Started on {self._desk.lane.name}.")

    def _tell_progress(self, flight: Flight) -> None:
        progress = flight.progress
        self._desk.tools.hub.post(
            PromptProgressed(
                flight.job.id,
                flight.prompt.id,
                progress.fraction,
                progress.node_title,
                progress.step,
                progress.steps,
                self._desk.tools.clock.monotonic() - flight.running_since if flight.running_since else 0.0,
            )
        )

    def _end(self, flight: Flight) -> None:
        if not flight.is_ending:
            flight.is_ending = True
            self._ended.put_nowait(flight)
            self._desk.wake.set()

    async def _cancel(self, flight: Flight) -> None:
        desk = self._desk
        flight.cancel_sent = True
        try:
            outcome = await desk.engine.cancel(flight.attempt_id)
        except (EngineUnreachable, EngineProtocolError) as error:
            flight.cancel_sent = False
            await desk.note(flight, "warning", f"Not canceled yet. {error.problem.sentence()}")
            return
        if outcome is CancelOutcome.REMOVED:
            await desk.move(flight, PromptStatus.CANCELED, "Canceled: removed from the server's queue.")
            desk.flights.drop(flight)
            desk.wake.set()
        elif outcome is CancelOutcome.INTERRUPTED:
            await desk.note(flight, "info", "Asked the server to stop this prompt.")
        else:
            self._end(flight)

    async def _collect_for_ever(self) -> None:
        while True:
            flight = await self._ended.get()
            try:
                await self._conclude(flight)
            except (EngineUnreachable, EngineProtocolError) as error:
                flight.is_ending = False  # asked again after the next connect
                await self._desk.note(flight, "warning", f"Collected later. {error.problem.sentence()}")
            except UserError as error:
                await self._finish(flight, PromptStatus.FAILED, error.problem.sentence(), error.problem)

    async def _conclude(self, flight: Flight) -> None:
        record = await self._record(flight)
        if record is None:
            flight.is_ending = False
            self._desk.check_flights.set()
            return
        if record.outcome == "succeeded":
            self._set_running(flight)
            await self._succeed(flight, record)
        elif record.outcome == "interrupted" and flight.is_cancel_wanted:
            await self._finish(flight, PromptStatus.CANCELED, "Canceled: interrupted while it ran.")
        elif record.outcome == "interrupted":
            await self._finish(flight, PromptStatus.FAILED, _OTHERS_INTERRUPT.sentence(), _OTHERS_INTERRUPT)
        else:
            problem = record.problem or Problem("The server reports a failure without a reason.")
            if problem.details:
                await self._desk.note(flight, "debug", problem.details)
            await self._finish(flight, PromptStatus.FAILED, problem.sentence(), problem)

    async def _record(self, flight: Flight) -> FoundFinished | None:
        for wait_s in _HISTORY_LAG_S:
            await asyncio.sleep(wait_s)
            found = await self._records.of(flight.attempt_id)
            if isinstance(found, FoundFinished):
                return found
        return None

    async def _succeed(self, flight: Flight, record: FoundFinished) -> None:
        desk = self._desk
        outputs = await desk.tools.collector.collect(desk.engine, flight.job, flight.prompt, record.files)
        await desk.tools.pools.write(
            desk.tools.store.prompts.succeed, flight.prompt.id, flight.attempt_id, outputs, record.seconds
        )
        desk.depth.learn(record.seconds)
        if flight.is_cancel_wanted:
            await desk.note(flight, "info", "The wish to cancel came too late: the prompt had finished.")
        desk.flights.drop(flight)
        desk.tell(flight)
        desk.wake.set()

    async def _finish(self, flight: Flight, to: PromptStatus, note: str, problem: Problem | None = None) -> None:
        await self._desk.move(flight, to, note, problem)
        self._desk.flights.drop(flight)
        self._desk.tools.hub.post(JobsChanged(flight.job.id))
        self._desk.wake.set()
