"""Taking attempts back from the server: because the user cancels them, or pauses the queue now."""

from collections.abc import Sequence

from vqdesk.domain.errors import EngineProtocolError, EngineUnreachable
from vqdesk.domain.events import CancelOutcome
from vqdesk.domain.job import AttemptId
from vqdesk.domain.status import Cancellation, PromptStatus
from vqdesk.runtime.endings import Endings
from vqdesk.runtime.flight import Flight
from vqdesk.runtime.lane_parts import LaneDesk
from vqdesk.services.queue import RECALL


class Recalls:
    """Carries out stored wishes; safe to repeat. Only our own attempts are touched, by their ids."""

    def __init__(self, desk: LaneDesk, endings: Endings) -> None:
        self._desk = desk
        self._endings = endings

    async def carry_out(self) -> None:
        """Every wish to cancel, then a pause that does not wait."""
        desk = self._desk
        known = await desk.tools.pools.write(desk.tools.store.prompts.in_flight, desk.lane.id)
        wished = [prompt.attempt_id for prompt in known if prompt.cancel_requested_at and prompt.attempt_id]
        flights = [desk.flights.get(attempt_id) for attempt_id in wished]
        desk.cancels_wait = any(flight is None or flight.is_posting for flight in flights)
        for flight in flights:
            if flight and not flight.cancel_sent and not flight.is_posting:
                await self._cancel(flight)
        if known and await desk.tools.pools.write(desk.tools.store.settings.get, RECALL) == "1":
            await self._recall_all()

    async def take_back(self, attempt_ids: Sequence[AttemptId], why: str) -> None:
        """Those of these that still wait at the server go back into the queue. Raises EngineUnreachable."""
        desk = self._desk
        found = [flight for each in attempt_ids if (flight := desk.flights.get(each))]
        flights = [one for one in found if not (one.is_posting or one.is_ending or one.cancel_sent)]
        removed = await desk.engine.withdraw([flight.attempt_id for flight in flights])
        for flight in flights:
            if flight.attempt_id in removed:
                note = f"Taken back from the server's queue: {why}."
                await desk.move(flight, PromptStatus.PENDING, note, outcome="recalled")
                desk.flights.drop(flight)

    async def _cancel(self, flight: Flight) -> None:
        desk = self._desk
        flight.cancel_sent = True
        outcome = await self._take(flight, "Not canceled yet.")
        if outcome is CancelOutcome.REMOVED:
            note = "Canceled: removed from the server's queue."
            await desk.move(flight, PromptStatus.CANCELED, note, cancellation=Cancellation.REMOVED)
            desk.flights.drop(flight)
            desk.wake.set()
        elif outcome is CancelOutcome.INTERRUPTED:
            await desk.note(flight, "info", "Asked the server to stop this prompt.")
        flight.cancel_sent = outcome is not None

    async def _recall_all(self) -> None:
        """The waiting ones first, or the server would begin them when the running one stops."""
        desk = self._desk
        flights = [flight for flight in desk.flights.all() if not flight.is_ending]
        desk.cancels_wait = desk.cancels_wait or any(flight.is_posting for flight in flights)
        for flight in sorted(flights, key=lambda one: one.status is PromptStatus.RUNNING):
            if not flight.is_posting and not flight.recall_sent and not flight.cancel_sent:
                await self._recall(flight)

    async def _recall(self, flight: Flight) -> None:
        desk = self._desk
        flight.recall_sent = True
        await desk.tools.pools.write(desk.tools.store.prompts.recall, flight.attempt_id)
        outcome = await self._take(flight, "Not paused yet.")
        if outcome is CancelOutcome.REMOVED:
            note = "Taken back from the server's queue by the pause."
            await desk.move(flight, PromptStatus.PENDING, note, outcome="recalled")
            desk.flights.drop(flight)
        elif outcome is CancelOutcome.INTERRUPTED:
            await desk.note(flight, "info", "Asked the server to stop this prompt for the pause.")
        flight.recall_sent = outcome is not None

    async def _take(self, flight: Flight, failure: str) -> CancelOutcome | None:
        """None when the server cannot be asked now: the wish stays stored and is tried after the next connect."""
        desk = self._desk
        try:
            outcome = await desk.engine.cancel(flight.attempt_id)
        except (EngineUnreachable, EngineProtocolError) as error:
            await desk.note(flight, "warning", f"{failure} {error.problem.sentence()}")
            return None
        if outcome is CancelOutcome.TOO_LATE:
            self._endings.end(flight)
        return outcome
