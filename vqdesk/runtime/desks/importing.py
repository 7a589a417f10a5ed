"""What the window asks about workflows from outside, and about files that VQDesk made."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vqdesk.domain.errors import InputUnusable
from vqdesk.domain.events import JobsChanged
from vqdesk.domain.importing import FormDraft, definition_of
from vqdesk.domain.job import Job, JobId
from vqdesk.ports import NodeCatalog
from vqdesk.runtime.pools import Pools
from vqdesk.runtime.worker import Worker
from vqdesk.services import preflight
from vqdesk.services.importing.opening import Opened, opened, opened_again
from vqdesk.services.importing.reuse import Carrier, Reused
from vqdesk.services.importing.whole_jobs import ReusedJob, reused_job
from vqdesk.services.lanes import COMFYUI
from vqdesk.services.submit import SubmitRequest

if TYPE_CHECKING:
    from vqdesk.runtime.services import Services


@dataclass(frozen=True, slots=True)
class Trial:
    """One prompt of a draft that is not saved. `input_path` is "" for a workflow without input."""

    draft: FormDraft
    title: str
    values: Mapping[str, Any]
    input_path: str = ""


class ImportDesk:
    """All methods raise UserError with words for the user."""

    def __init__(self, services: "Services", pools: Pools, worker: Worker) -> None:
        self._services = services
        self._pools = pools
        self._worker = worker

    async def open(self, path: str) -> Opened:
        """Reads a file and drafts its form."""
        catalog, server = await self._catalogs()
        imported = await self._pools.files(self._services.importing.open, Path(path), catalog)
        return await self._pools.files(opened, imported, server)

    async def open_text(self, text: str, name: str) -> Opened:
        """The same for copied JSON, to be called `name`."""
        catalog, server = await self._catalogs()
        imported = await self._pools.files(self._services.importing.open_text, text, name, catalog)
        return await self._pools.files(opened, imported, server)

    async def edit(self, workflow: str) -> Opened:
        """A saved workflow of the user, to change its form. A shipped one is refused."""
        definition = await self._pools.files(self._services.library.get, workflow)
        if not definition.is_user:
            raise InputUnusable(
                f"“{definition.title}” comes with VQDesk.",
                "Its form is the same in every copy.",
                "Copy its two files into your folder under another name, and change those.",
            )
        catalog, server = await self._catalogs()
        return await self._pools.files(opened_again, definition, catalog, server)

    async def save(self, source: Opened, draft: FormDraft, title: str) -> str:
        """Writes a new workflow, or the one that was opened again, and returns its name."""
        importing = self._services.importing
        if source.imported is not None:
            path = await self._pools.files(importing.save, source.imported, draft, title)
        else:
            path = Path(source.definition_file)
            await self._pools.files(importing.save_again, path, draft, title)
        definition = await self._pools.files(self._services.library.get, path.stem)
        return definition.name

    async def try_out(self, trial: Trial) -> Job:
        """Queues one prompt of a draft as a job of its own."""
        definition = definition_of(trial.draft, "import-trial", trial.title)
        inputs = (trial.input_path,) if trial.input_path else ()
        request = SubmitRequest(definition.name, inputs, trial.values, name=trial.title)
        catalog = preflight.best_of(await self._worker.catalogs(None), definition.template)
        job = await self._pools.files(self._services.submit.submit_with, definition, request, None, catalog)
        self._worker.post(JobsChanged(job.id))
        await self._worker.refresh()
        return job

    async def carriers(self, paths: Sequence[str]) -> tuple[Carrier, ...]:
        """Those of these files that carry a workflow."""
        return await self._pools.files(self._services.reuse.carriers, paths)

    async def reuse(self, path: str) -> Reused:
        """The form that made a file."""
        return await self._pools.files(self._services.reuse.of_file, Path(path))

    async def reuse_job(self, job_id: JobId) -> ReusedJob:
        """The form that made a job, with all its inputs."""
        return await self._pools.files(reused_job, self._services.store, self._services.library, job_id)

    async def _catalogs(self) -> tuple[NodeCatalog, NodeCatalog | None]:
        """The catalogue to read by, and that of a connected server, a ComfyUI before the built-in engine."""
        lanes = await self._pools.read(self._services.store.lanes.all)
        shelf = self._services.importing.catalogs
        server: NodeCatalog | None = None
        for lane in sorted(lanes, key=lambda one: one.kind != COMFYUI):
            if found := await self._worker.catalogs(lane.id):
                server = found[0]
                break
        if server is not None and lane.kind == COMFYUI:
            await self._pools.files(shelf.remember, server)
            return await self._pools.files(shelf.best, server), server
        return await self._pools.files(shelf.best), server
