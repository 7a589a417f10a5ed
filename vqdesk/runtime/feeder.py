"""Feeding a lane: take the next prompts, upload what they need, submit them (R-Q3)."""

import asyncio
from dataclasses import dataclass

from vqdesk.domain.errors import EngineProtocolError, EngineRejected, EngineUnreachable, UserError
from vqdesk.domain.feeding import outranked
from vqdesk.domain.file_values import file_inputs
from vqdesk.domain.graph import render, with_patch
from vqdesk.domain.job import Claimed, InputFile, Job, JobGraph, JobId
from vqdesk.domain.settings import FEED_MOST, TOGETHER, TOGETHER_MOST
from vqdesk.domain.status import Cancellation, PromptStatus
from vqdesk.ports import Accepted
from vqdesk.runtime.capability import Capability
from vqdesk.runtime.flight import Flight
from vqdesk.runtime.lane_parts import LaneDesk
from vqdesk.runtime.recalls import Recalls
from vqdesk.runtime.uploads import Uploads
from vqdesk.services.settings import SettingService

_GRAPHS_KEPT = 8
_RECONSIDER_S = 1.0
_REFILL_PART = 4  # many short prompts are taken from the store some at a time


@dataclass(frozen=True, slots=True)
class _Rules:
    """What the settings say. `overtaking`: so many jobs may go ahead of one for loaded models."""

    most: int
    overtaking: int


class Feeder:
    """Keeps the lane's depth filled while it is online."""

    def __init__(self, desk: LaneDesk, recalls: Recalls) -> None:
        self._desk = desk
        self._recalls = recalls
        self._uploads = Uploads(desk)
        self.capability = Capability(desk)
        self._rules = _Rules(0, 0)
        self._graphs: dict[JobId, JobGraph] = {}
        self._jobs: dict[JobId, Job] = {}
        desk.order_changed.set()

    async def run(self) -> None:
        """Feeds for ever."""
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._uploads.run())
            tasks.create_task(self._run())

    async def _run(self) -> None:
        while True:
            await self._desk.wake.wait()
            self._desk.wake.clear()
            if not self._desk.online.is_set():
                continue
            try:
                await self._take_back()
                while await self._feed_once():
                    pass
            except (EngineUnreachable, EngineProtocolError):
                self._desk.order_changed.set()
                self._come_back_later()

    async def _take_back(self) -> None:
        """What waits at the server comes back when something more urgent waits here, or the lane is to rest."""
        desk = self._desk
        if not desk.order_changed.is_set():
            return
        desk.order_changed.clear()
        store, pools = desk.tools.store, desk.tools.pools
        self._rules = await pools.read(_rules, desk.tools.settings)
        desk.depth.limit(min(desk.lane.max_depth, self._rules.most))
        sent = await pools.write(store.order.sent, desk.lane.id)
        if not sent:
            return
        drained = "" if desk.lane.state == "enabled" else "is being drained"
        if because := drained or desk.tools.gate.closed_because(desk.lane.id):
            await self._recalls.take_back([one.attempt_id for one in sent], f"{desk.lane.name} {because}")
            return
        needs = await self.capability.runnable()
        waiting = await pools.write(store.order.waiting, desk.lane.id, needs) if needs else []
        await self._recalls.take_back(outranked(sent, waiting), "the order has changed")

    async def _feed_once(self) -> bool:
        desk = self._desk
        depth = desk.depth.value
        room = depth - desk.flights.at_server
        if room < max(1, depth // _REFILL_PART) or desk.lane.state != "enabled":
            return False
        needs = await self.capability.runnable()
        if not needs:
            return False
        prompts, overtaking = desk.tools.store.prompts, self._rules.overtaking
        if not desk.tools.gate.is_open(desk.lane.id):  # nothing may come between this and the claim
            return False
        claimed = await desk.tools.pools.write(prompts.claim, desk.lane.id, room, needs, overtaking)
        flights = [await self._flight(one) for one in claimed]
        try:
            for flight in flights:
                await self._send(flight)
        finally:
            for flight in flights:  # those not sent after a failure: recovery finds that nobody knows them
                flight.is_posting = False
        if any(flight.prompt.asset for flight in flights):
            self._uploads.look_ahead(needs)
        return bool(claimed)

    async def _graph(self, job_id: JobId) -> JobGraph:
        if job_id not in self._graphs:
            if len(self._graphs) >= _GRAPHS_KEPT:
                self._graphs.pop(next(iter(self._graphs)))
            self._graphs[job_id] = await self._desk.tools.pools.read(self._desk.tools.store.jobs.graph, job_id)
        return self._graphs[job_id]

    async def _flight(self, claimed: Claimed) -> Flight:
        desk = self._desk
        job = await self._job(claimed.prompt.job_id)
        flight = Flight(job, claimed.prompt, claimed.attempt_id, is_posting=True)
        flight.heard_at = desk.tools.clock.monotonic()
        desk.flights.add(flight)
        desk.tell(flight)
        desk.note_soon(flight, "debug", f"Taken for {desk.lane.name}, attempt {flight.prompt.attempts}.")
        return flight

    async def _job(self, job_id: JobId) -> Job:
        if job_id not in self._jobs:
            if len(self._jobs) >= _GRAPHS_KEPT:
                self._jobs.pop(next(iter(self._jobs)))
            self._jobs[job_id] = await self._desk.tools.pools.read(self._desk.tools.store.jobs.get, job_id)
        return self._jobs[job_id]

    async def _send(self, flight: Flight) -> None:
        """Uploads and submits one prompt. An engine that goes away leaves it submitting: recovery finds it."""
        desk = self._desk
        try:
            remote_name = await self._uploaded(flight)
            is_doubtful = desk.cancels_wait or flight.is_stale(desk.tools.clock.monotonic())
            if is_doubtful and await self._is_canceled(flight):
                unsent = Cancellation.NEVER_SENT
                await desk.move(flight, PromptStatus.CANCELED, "Canceled before it was sent.", cancellation=unsent)
                desk.flights.drop(flight)
                return
            accepted = await self._submit(flight, remote_name)
            if flight.status is PromptStatus.SUBMITTING:
                desk.move_soon(flight, PromptStatus.QUEUED, f"Accepted by {desk.lane.name}.")
            for dropped in accepted.dropped:
                await desk.note(flight, "warning", f"The server left out an output. {dropped.sentence()}")
        except (EngineUnreachable, EngineProtocolError) as error:
            await desk.note(flight, "warning", error.problem.sentence())
            raise
        except UserError as error:  # refused by the server, or the staged copy is gone
            await self._fail(flight, error)
        finally:
            flight.is_posting = False
            if desk.cancels_wait:
                desk.check_cancels.set()

    async def _submit(self, flight: Flight, remote_name: str) -> Accepted:
        """A server that has lost its input files refuses the node that loads them: uploaded again, once."""
        desk = self._desk
        job_graph = await self._graph(flight.job.id)
        try:
            return await self._post(flight, job_graph, remote_name)
        except EngineRejected as error:
            asked = render(job_graph, flight.prompt, flight.attempt_id, "")
            files = (job_graph.input_binding, *file_inputs(asked))
            if error.problem.node_id not in {binding.partition(".")[0] for binding in files if binding}:
                raise
        await desk.tools.pools.write(desk.tools.store.lanes.forget_uploads, desk.lane.id)
        return await self._post(flight, job_graph, await self._uploaded(flight))

    async def _post(self, flight: Flight, job_graph: JobGraph, remote_name: str) -> Accepted:
        graph = render(job_graph, flight.prompt, flight.attempt_id, remote_name)
        further = file_inputs(graph)
        names = [await self._uploads.name_of(InputFile(one.sha256, one.path)) for one in further.values()]
        graph = with_patch(graph, dict(zip(further, names, strict=True)))
        flight.watch(graph)
        self._desk.note_soon(flight, "debug", f"Sent as {flight.attempt_id}.")
        return await self._desk.engine.submit(flight.attempt_id, graph)

    async def _fail(self, flight: Flight, error: UserError) -> None:
        await self._desk.move(flight, PromptStatus.FAILED, error.problem.sentence(), error.problem)
        self._desk.flights.drop(flight)
        await self._desk.policy.after_failure()

    async def _is_canceled(self, flight: Flight) -> bool:
        desk = self._desk
        fresh = await desk.tools.pools.write(desk.tools.store.prompts.get, flight.prompt.id)
        return bool(fresh.cancel_requested_at)

    async def _uploaded(self, flight: Flight) -> str:
        prompt = flight.prompt
        if not prompt.asset:
            return ""
        name = await self._uploads.name_of(InputFile(prompt.asset, prompt.source_path))
        self._desk.note_soon(flight, "debug", f"Its input is at the server as {name}.")
        return name

    def _come_back_later(self) -> None:
        loop = asyncio.get_running_loop()
        loop.call_later(_RECONSIDER_S, self._desk.check_flights.set)


def _rules(settings: SettingService) -> _Rules:
    together = settings.get(TOGETHER_MOST) if settings.get(TOGETHER) else 0
    return _Rules(settings.get(FEED_MOST), together)
