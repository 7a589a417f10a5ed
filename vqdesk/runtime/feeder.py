"""Feeding a lane: take the next prompts, upload what they need, submit them (R-Q3)."""

import asyncio

from vqdesk.domain.errors import EngineProtocolError, EngineRejected, EngineUnreachable, UserError
from vqdesk.domain.graph import classes_of, render
from vqdesk.domain.job import Claimed, Job, JobGraph, JobId
from vqdesk.domain.status import PromptStatus
from vqdesk.ports import Accepted
from vqdesk.runtime.flight import Flight
from vqdesk.runtime.lane_parts import LaneDesk

_GRAPHS_KEPT = 8
_RECONSIDER_S = 1.0
_REFILL_PART = 4  # many short prompts are taken from the store some at a time


class Feeder:
    """Keeps the lane's depth filled while it is online."""

    def __init__(self, desk: LaneDesk) -> None:
        self._desk = desk
        self._missing: dict[str, frozenset[str]] = {}  # workflow hash -> classes that the server lacks
        self._graphs: dict[JobId, JobGraph] = {}
        self._jobs: dict[JobId, Job] = {}

    async def run(self) -> None:
        """Feeds for ever."""
        while True:
            await self._desk.wake.wait()
            self._desk.wake.clear()
            if not self._desk.online.is_set():
                continue
            try:
                while await self._feed_once():
                    pass
            except (EngineUnreachable, EngineProtocolError):
                self._come_back_later()

    def forget_catalog(self) -> None:
        """After a reconnect the server may know other nodes."""
        self._missing.clear()

    def missing_for(self, workflow_hash: str) -> frozenset[str] | None:
        """The classes that the server lacks for a workflow; None while it has not been looked at."""
        return self._missing.get(workflow_hash)

    async def _feed_once(self) -> bool:
        desk = self._desk
        depth = desk.depth.value
        room = depth - desk.flights.at_server
        if room < max(1, depth // _REFILL_PART):
            return False
        hashes = await self._runnable_hashes()
        prompts = desk.tools.store.prompts
        claimed = await desk.tools.pools.write(prompts.claim, desk.lane.id, room, hashes) if hashes else []
        flights = [await self._flight(one) for one in claimed]
        try:
            for flight in flights:
                await self._send(flight)
        finally:
            for flight in flights:  # those not sent after a failure: recovery finds that nobody knows them
                flight.is_posting = False
        return bool(claimed)

    async def _runnable_hashes(self) -> list[str]:
        desk = self._desk
        pending = await desk.tools.pools.read(desk.tools.store.prompts.pending_workflows, desk.lane.id)
        for workflow_hash, job_id in pending.items():
            if workflow_hash not in self._missing:
                catalog = await desk.engine.catalog()
                graph = await self._graph(job_id)
                self._missing[workflow_hash] = classes_of(graph.graph) - catalog.keys()
                desk.tell_job(job_id)
        return [workflow_hash for workflow_hash in pending if not self._missing[workflow_hash]]

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
                await desk.move(flight, PromptStatus.CANCELED, "Canceled before it was sent.")
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
            if not remote_name or error.problem.node_id != job_graph.input_binding.partition(".")[0]:
                raise
        await desk.tools.pools.write(desk.tools.store.lanes.forget_uploads, desk.lane.id)
        return await self._post(flight, job_graph, await self._uploaded(flight))

    async def _post(self, flight: Flight, job_graph: JobGraph, remote_name: str) -> Accepted:
        graph = render(job_graph, flight.prompt, flight.attempt_id, remote_name)
        flight.watch(graph)
        return await self._desk.engine.submit(flight.attempt_id, graph)

    async def _fail(self, flight: Flight, error: UserError) -> None:
        await self._desk.move(flight, PromptStatus.FAILED, error.problem.sentence(), error.problem)
        self._desk.flights.drop(flight)

    async def _is_canceled(self, flight: Flight) -> bool:
        desk = self._desk
        fresh = await desk.tools.pools.write(desk.tools.store.prompts.get, flight.prompt.id)
        return bool(fresh.cancel_requested_at)

    async def _uploaded(self, flight: Flight) -> str:
        """The server's name of the prompt's input; uploaded once per server and content."""
        desk, sha256 = self._desk, flight.prompt.asset
        if not sha256:
            return ""
        store, pools = desk.tools.store, desk.tools.pools
        known = await pools.read(store.lanes.remote_name, desk.lane.id, sha256)
        if known is not None:
            return known
        asset = await pools.read(store.jobs.asset, sha256)
        path = desk.tools.files.staged_path(asset)
        readable = flight.prompt.source_path.replace("\\", "/").rsplit("/", 1)[-1] or path.name
        remote_name = await desk.engine.upload(path, asset, readable)
        await pools.write(store.lanes.remember_upload, desk.lane.id, sha256, remote_name)
        return remote_name

    def _come_back_later(self) -> None:
        loop = asyncio.get_running_loop()
        loop.call_later(_RECONSIDER_S, self._desk.check_flights.set)
