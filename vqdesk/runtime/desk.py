"""What the window may ask the worker: coroutines that run in the worker's loop and return frozen values."""

from collections.abc import Callable, Coroutine, Sequence
from typing import Any

from vqdesk.domain.events import JobsChanged
from vqdesk.domain.job import Job, JobId, Lane, LaneId, LogEntry, PromptId
from vqdesk.domain.workflow import WorkflowShelf
from vqdesk.ports import EngineInfo, JobQuery, StatusCounts
from vqdesk.runtime.apart import apart
from vqdesk.runtime.copying import Copying
from vqdesk.runtime.desks.editing import EditDesk
from vqdesk.runtime.desks.estimates import EstimateDesk
from vqdesk.runtime.desks.forms import FormDesk
from vqdesk.runtime.desks.lanes import LaneDesk
from vqdesk.runtime.desks.late import LateDesks
from vqdesk.runtime.desks.logs import LogDesk
from vqdesk.runtime.desks.media import MediaDesk
from vqdesk.runtime.desks.night import NightDesk
from vqdesk.runtime.desks.notices import NoticeDesk
from vqdesk.runtime.desks.order import OrderDesk
from vqdesk.runtime.desks.presets import PresetDesk, PromptListDesk
from vqdesk.runtime.desks.settings import SettingDesk
from vqdesk.runtime.desks.workspaces import WorkspaceDesk
from vqdesk.runtime.pools import Pools
from vqdesk.runtime.services import Services
from vqdesk.runtime.worker import Worker
from vqdesk.services import preflight
from vqdesk.services.queue import JobDetail
from vqdesk.services.submit import SubmitRequest


class Desk(LateDesks):
    """All methods raise UserError with words for the user."""

    def __init__(self, services: Services, pools: Pools, worker: Worker) -> None:
        super().__init__(services, pools, worker)
        self.logs = LogDesk(services.server_logs, pools, worker)
        self.workspaces = WorkspaceDesk(services.workspaces, pools)
        self.presets = PresetDesk(services.presets, pools)
        self.prompt_lists = PromptListDesk(pools)
        self.media = MediaDesk(services.scan, services.media, services.files)
        self.forms = FormDesk(services.library, pools, worker)
        self.order = OrderDesk(services.order, pools, worker)
        self.editing = EditDesk(services.editing, services.queue_files, services.store, pools, worker)
        self.engines = LaneDesk(services, pools, worker)
        self.estimates = EstimateDesk(services.estimates, pools, worker)
        self.notices = NoticeDesk(services.store.settings, services.settings, services.webhook, pools)
        self.settings = SettingDesk(services.settings, services.llm_probe, pools, worker)
        self.night = NightDesk(services, pools, worker)

    # ---- queue ------------------------------------------------------------------------------------

    async def submit(self, request: SubmitRequest, copying: Copying | None = None) -> Job:
        """Adds a job; nothing is added when anything is refused. A server that is away refuses nothing.

        `copying` is told of the inputs and may stop it.
        """
        definition = await self._pools.files(self._services.library.get, request.workflow)
        catalogs = await self._worker.catalogs(request.lane_id)
        catalog = preflight.best_of(catalogs, definition.template)
        told = (copying or Copying()).tell
        job = await apart(self._services.submit.submit, request, told, catalog)
        await self._changed(job.id)
        return job

    async def job_ids(self, query: JobQuery) -> list[JobId]:
        return await self._pools.read(self._services.store.jobs.ids, query)

    async def jobs(self, ids: Sequence[JobId]) -> list[Job]:
        return await self._pools.read(self._services.store.jobs.rows, ids)

    async def counts(self) -> StatusCounts:
        return await self._pools.read(self._services.store.jobs.counts)

    async def job_detail(self, job_id: JobId) -> JobDetail:
        return await self._pools.read(self._services.queue.detail, job_id)

    async def log_lines(self, job_id: JobId, after_id: int = 0, limit: int = 1000) -> list[LogEntry]:
        return await self._pools.read(self._services.store.log.lines, job_id, after_id, limit)

    async def cancel_job(self, job_id: JobId) -> int:
        """Number of prompts that were asked to stop."""
        asked = await self._pools.write(self._services.queue.cancel_job, job_id)
        await self._changed(job_id)
        return len(asked)

    async def cancel_prompts(self, ids: Sequence[PromptId]) -> int:
        return await self._on_prompts(self._services.queue.cancel_prompts, ids)

    async def retry_job(self, job_id: JobId) -> int:
        """Number of prompts that went back into the queue."""
        retried = await self._pools.write(self._services.queue.retry_job, job_id)
        await self._changed(job_id)
        return len(retried)

    async def retry_prompts(self, ids: Sequence[PromptId]) -> int:
        return await self._on_prompts(self._services.queue.retry_prompts, ids)

    async def set_paused(self, paused: bool, now: bool = False) -> None:
        """With `now` a pause also interrupts what runs and takes it back."""
        await self._pools.write(self._services.queue.set_paused, paused, now)
        await self._worker.refresh()

    # ---- workflows and files ------------------------------------------------------------------------

    async def workflows(self) -> WorkflowShelf:
        """Read again when a file changed."""
        return await self._pools.files(self._services.library.shelf)

    async def thumbnail(self, path: str, edge: int) -> bytes:
        """JPEG with the long side at most `edge` pixels."""
        return await self.media.thumbnail(path, edge)

    async def job_thumbnail(self, job_id: JobId, edge: int) -> bytes:
        """Of the job's first input, from our own copy; b"" for a job without input."""
        job = await self._pools.read(self._services.store.jobs.get, job_id)
        return await self.asset_thumbnail(job.first_asset, edge)

    async def asset_thumbnail(self, sha256: str, edge: int) -> bytes:
        """Of a staged input; b"" for none."""
        if not sha256:
            return b""
        path = await self._pools.read(self._services.staged_path, sha256)
        return await self.media.thumbnail(str(path), edge)

    async def sample_photos(self) -> list[str]:
        return await self._pools.files(self._services.scan.samples)

    async def free_bytes(self) -> int:
        """Free space on the disk that takes the outputs."""
        return await self._pools.files(self._services.free_bytes)

    # ---- engines ------------------------------------------------------------------------------------

    async def lanes(self) -> list[Lane]:
        return await self._pools.read(self._services.store.lanes.all)

    async def use_builtin(self) -> Lane:
        lane = await self._pools.write(self._services.lanes.use_builtin)
        await self._worker.refresh()
        return lane

    async def use_comfyui(self, url: str) -> EngineInfo:
        """Tests the address first. Raises EngineUnreachable, EngineProtocolError."""
        found = await self._services.lanes.test(url)
        await self._pools.write(self._services.lanes.use_comfyui, url)
        await self._worker.refresh()
        return found

    async def test_address(self, url: str) -> EngineInfo:
        return await self._services.lanes.test(url)

    async def reconnect(self, lane_id: LaneId) -> None:
        """Tries the lane's server now instead of at the end of the countdown."""
        self._worker.reconnect(lane_id)

    async def announce(self) -> None:
        """Posts the state of lanes and queue again, for a listener that has just come."""
        for state in self._worker.lane_states:
            self._worker.post(state)
        if self._worker.holds_lock:
            self._worker.post(self._worker.night.state)
        await self._worker.tell_queue()

    # ---- state of the window ------------------------------------------------------------------------

    async def setting(self, key: str, default: str = "") -> str:
        return await self._pools.read(self._services.store.settings.get, key, default)

    async def set_setting(self, key: str, value: str) -> None:
        await self._pools.write(self._services.store.settings.put, key, value)

    # ---- helpers ------------------------------------------------------------------------------------

    async def _on_prompts(
        self, action: Callable[[Sequence[PromptId]], list[PromptId]], ids: Sequence[PromptId]
    ) -> int:
        changed = await self._pools.write(action, ids)
        for job_id in {(await self._pools.read(self._services.store.prompts.get, i)).job_id for i in changed}:
            self._worker.post(JobsChanged(job_id))
        await self._worker.refresh()
        return len(changed)

    async def _changed(self, job_id: JobId) -> None:
        self._worker.post(JobsChanged(job_id))
        await self._worker.refresh()


Question = Callable[[Desk], Coroutine[Any, Any, Any]]
