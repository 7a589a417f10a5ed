"""What a lane does by itself after failures, deaths and odd successes (R-Q10)."""

from collections import deque
from collections.abc import Sequence
from typing import TYPE_CHECKING

from vqdesk.domain.errors import Problem
from vqdesk.domain.events import Suspected
from vqdesk.domain.job import Job
from vqdesk.domain.policies.durations import too_short
from vqdesk.domain.status import PromptStatus
from vqdesk.runtime.flight import Flight
from vqdesk.services.failures import HISTORY

if TYPE_CHECKING:
    from vqdesk.runtime.lane_parts import LaneDesk


class FailurePolicy:
    """Asks the service, and carries out what it says on this lane."""

    def __init__(self, desk: "LaneDesk") -> None:
        self._desk = desk
        self._histories: dict[str, deque[float]] = {}

    async def went_lower(self, flight: Flight, problem: Problem) -> bool:
        """Whether the failed prompt went back into the queue a step lower."""
        tools = self._desk.tools
        lower, write = tools.failures.lower, tools.pools.write
        prompt = await write(tools.store.prompts.get, flight.prompt.id)
        move = await tools.pools.files(lower, flight.job, prompt, flight.attempt_id, problem)
        if move is None or not await write(tools.store.prompts.move, move):
            return False
        flight.status = PromptStatus.PENDING
        self._desk.tell(flight)
        return True

    async def after_failure(self) -> None:
        """Pauses the lane when its last attempts all failed the same way."""
        tools, lane = self._desk.tools, self._desk.lane
        problem = await tools.pools.write(tools.failures.pause_after_repeats, lane)
        if problem is not None:
            tools.gate.pause(lane.id, problem)

    async def after_death(self, flight: Flight) -> Problem | None:
        """The server lost the attempt; says why the prompt must not run again, if it must not."""
        if flight.status is not PromptStatus.RUNNING:
            return None
        tools = self._desk.tools
        return await tools.pools.write(tools.failures.after_death, flight.attempt_id)

    async def after_success(self, flight: Flight, seconds: float) -> None:
        """Tells of a success that came suspiciously fast."""
        if not seconds:
            return
        problem = too_short(seconds, await self._history(flight.job))
        self._histories[flight.job.workflow_hash].appendleft(seconds)
        if problem is not None:
            await self.suspect(flight, problem)

    async def _history(self, job: Job) -> Sequence[float]:
        """Seconds of the job's workflow on this lane; read once, and kept up from then on."""
        tools, known = self._desk.tools, self._histories
        if job.workflow_hash not in known:
            read = await tools.pools.read(tools.failures.history, job, self._desk.lane.id)
            known.setdefault(job.workflow_hash, deque(read[1:], HISTORY))  # without the one just recorded
        return known[job.workflow_hash]

    async def suspect(self, flight: Flight, problem: Problem) -> None:
        """A line in the job's log, and a banner."""
        await self._desk.note(flight, "warning", problem.sentence())
        self._desk.tools.hub.post(Suspected(flight.job.id, flight.prompt.id, flight.ordinal, problem))
