"""Attempts that the server has let go of: their record, their files, and the prompt's last state."""

import asyncio

from vqdesk.domain.errors import EngineProtocolError, EngineUnreachable, NotFound, Problem, PromptFailed, UserError
from vqdesk.domain.events import FoundFinished, JobsChanged
from vqdesk.domain.graph import render
from vqdesk.domain.job import RemoteFile
from vqdesk.domain.status import Cancellation, PromptStatus
from vqdesk.runtime.apart import apart
from vqdesk.runtime.flight import Flight
from vqdesk.runtime.lane_parts import LaneDesk
from vqdesk.runtime.records import Records

_COLLECTORS = 12
_HISTORY_LAG_S = (0.0, 0.02, 0.1, 0.3, 1.0, 2.0)  # the record can come after `execution_success` (ComfyUI 0.3.64)
_AGAIN_S = 1.0
_OTHERS_INTERRUPT = Problem(
    "The prompt was interrupted at the server.",
    "Somebody else, or another program, stopped it there.",
    "Retry it when the server is free.",
)


class Endings:
    """Concludes attempts, a few at a time."""

    def __init__(self, desk: LaneDesk) -> None:
        self._desk = desk
        self._ended: asyncio.Queue[Flight] = asyncio.Queue()
        self._records = Records(desk.engine)

    async def run(self) -> None:
        """Concludes for ever."""
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._records.run())
            for _ in range(_COLLECTORS):
                tasks.create_task(self._conclude_for_ever())

    def end(self, flight: Flight) -> None:
        """The server says, or will say in its record, how the attempt ended."""
        if not flight.is_ending:
            flight.is_ending = True
            self._ended.put_nowait(flight)
            self._desk.wake.set()

    def lose(self, flight: Flight) -> None:
        """The server knows nothing of the attempt (any more)."""
        flight.is_lost = not flight.is_ending
        self.end(flight)

    async def _conclude_for_ever(self) -> None:
        while True:
            flight = await self._ended.get()
            try:
                await (self._give_up(flight) if flight.is_lost else self._conclude(flight))
            except (EngineUnreachable, EngineProtocolError) as error:
                flight.is_ending = flight.is_lost = False
                asyncio.get_running_loop().call_later(_AGAIN_S, self._desk.check_flights.set)
                await self._desk.note(flight, "warning", f"Collected later. {error.problem.sentence()}")
            except UserError as error:
                await self._fail(flight, error.problem)

    async def _conclude(self, flight: Flight) -> None:
        record = await self._record(flight)
        if record is None:
            flight.is_ending = False
            self._desk.check_flights.set()
        elif record.outcome == "succeeded":
            flight.reported = record.files
            self._desk.set_running(flight)
            await self._succeed(flight, record.files, record.seconds)
        elif record.outcome == "interrupted":
            await self._end_interrupted(flight)
        else:
            problem = record.problem or Problem(
                "The server reports a failure without a reason.",
                "Its record of the prompt names none.",
                "Look at the server's console, then retry.",
            )
            if problem.details:
                await self._desk.note(flight, "debug", problem.details)
            await self._fail(flight, problem)

    async def _fail(self, flight: Flight, problem: Problem) -> None:
        """Unless it goes back a step lower; the same failure again and again pauses the lane."""
        if await self._desk.policy.went_lower(flight, problem):
            self._desk.flights.drop(flight)
            self._desk.wake.set()
            return
        await self._desk.move(flight, PromptStatus.FAILED, problem.sentence(), problem)
        await self._desk.policy.after_failure()
        self._let_go(flight)

    async def _record(self, flight: Flight) -> FoundFinished | None:
        for wait_s in _HISTORY_LAG_S:
            await asyncio.sleep(wait_s)
            found = await self._records.of(flight.attempt_id)
            if isinstance(found, FoundFinished):
                return found
        return None

    async def _succeed(self, flight: Flight, files: tuple[RemoteFile, ...], seconds: float) -> None:
        """`seconds`: the server's own time for it, 0 when nobody knows."""
        desk = self._desk
        desk.note_soon(flight, "debug", f"Ended at the server, {_files(len(files))} to fetch.")
        outputs = await desk.tools.collector.collect(desk.engine, flight.job, flight.prompt, files)
        for output in outputs:
            desk.note_soon(flight, "debug", f"Written: {output.path}")
        succeed = desk.tools.store.prompts.succeed
        nodes, lines = flight.progress.node_times, desk.take_lines()
        await desk.tools.pools.write(
            lambda: succeed(flight.prompt.id, flight.attempt_id, outputs, seconds, nodes=nodes, lines=lines)
        )
        if seconds:
            desk.depth.learn(seconds)
        if flight.is_cancel_wanted:
            await desk.note(flight, "info", "The wish to cancel came too late: the prompt had finished.")
        desk.flights.drop(flight)
        desk.tell(flight)
        desk.wake.set()
        if all(other.job.id != flight.job.id for other in desk.flights.all()):
            moved: int = await apart(desk.tools.processed.put_aside, flight.job.id)
            if moved:
                desk.tell_job(flight.job.id)
        await desk.policy.after_success(flight, seconds)

    async def _end_interrupted(self, flight: Flight) -> None:
        prompts, write = self._desk.tools.store.prompts, self._desk.tools.pools.write
        if flight.is_cancel_wanted or (await write(prompts.get, flight.prompt.id)).cancel_requested_at:
            note = "Canceled: interrupted while it ran."
            await self._finish(flight, PromptStatus.CANCELED, note, cancellation=Cancellation.INTERRUPTED)
        elif await write(prompts.was_recalled, flight.attempt_id):
            note = "Interrupted by the pause; it goes back into the queue."
            await self._desk.move(flight, PromptStatus.PENDING, note, outcome="interrupted")
            self._desk.flights.drop(flight)
        else:
            problem = flight.overdue or _OTHERS_INTERRUPT
            await self._finish(flight, PromptStatus.FAILED, problem.sentence(), problem)

    async def _give_up(self, flight: Flight) -> None:
        """The server has lost the attempt: its files are looked for before it is sent again."""
        desk = self._desk
        fresh = await desk.tools.pools.write(desk.tools.store.prompts.get, flight.prompt.id)
        if fresh.cancel_requested_at:
            note = "Canceled: the server does not know it any more."
            await desk.move(flight, PromptStatus.CANCELED, note, cancellation=Cancellation.REMOVED)
        elif await self._rescue(flight):
            return
        elif problem := await desk.policy.after_death(flight):
            await desk.move(flight, PromptStatus.FAILED, problem.sentence(), problem, outcome="lost")
        else:
            note = "The server does not know this prompt any more; it goes back into the queue."
            await desk.move(flight, PromptStatus.PENDING, note, outcome="lost")
        desk.flights.drop(flight)
        desk.wake.set()

    async def _rescue(self, flight: Flight) -> bool:
        """Collects what a finished attempt wrote; False when anything is missing, broken or doubtful."""
        files = flight.reported or await self._leftovers(flight)
        if not files:
            return False
        try:
            await self._succeed(flight, files, 0.0)
        except (NotFound, PromptFailed):  # the server died while it wrote
            return False
        await self._desk.note(
            flight, "info", "The server had forgotten this prompt, but its files were still there."
        )
        return True

    async def _leftovers(self, flight: Flight) -> tuple[RemoteFile, ...]:
        desk, prompt = self._desk, flight.prompt
        job_graph = await desk.tools.pools.read(desk.tools.store.jobs.graph, flight.job.id)
        graph = render(job_graph, prompt, flight.attempt_id, prompt.source_path)
        return await desk.engine.leftovers(flight.attempt_id, graph)

    async def _finish(
        self,
        flight: Flight,
        to: PromptStatus,
        note: str,
        problem: Problem | None = None,
        cancellation: Cancellation | None = None,
    ) -> None:
        await self._desk.move(flight, to, note, problem, cancellation=cancellation)
        self._let_go(flight)

    def _let_go(self, flight: Flight) -> None:
        self._desk.flights.drop(flight)
        self._desk.tools.hub.post(JobsChanged(flight.job.id))
        self._desk.wake.set()


def _files(count: int) -> str:
    return "1 file" if count == 1 else f"{count} files"
