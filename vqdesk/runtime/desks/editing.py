"""What the window asks to change jobs that are queued already, and to take that back."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from vqdesk.domain.editing import Replacement
from vqdesk.domain.events import StoreChanged
from vqdesk.domain.job import JobId
from vqdesk.ports import JobListing, JobQuery, JobValues, Place, Store, Weight
from vqdesk.runtime.pools import Pools
from vqdesk.runtime.worker import Worker
from vqdesk.services.queue_edit import EditableJob, EditService, Hits
from vqdesk.services.queue_file import QueueFileService, Saved

T = TypeVar("T")


class EditDesk:
    """All raise UserError. Changes return what was changed, or what takes them back."""

    def __init__(
        self, editing: EditService, queue_files: QueueFileService, store: Store, pools: Pools, worker: Worker
    ) -> None:
        self._editing = editing
        self._queue_files = queue_files
        self._store = store
        self._pools = pools
        self._worker = worker

    # ---- looking -----------------------------------------------------------------------------------

    async def listing(self, query: JobQuery) -> JobListing:
        """Ids in order, with the heads of groups."""
        return await self._pools.read(self._store.jobs.listing, query)

    async def weigh(self, job_ids: Sequence[JobId]) -> Weight:
        return await self._pools.read(self._editing.weigh, job_ids)

    async def places(self, job_ids: Sequence[JobId]) -> list[Place]:
        return await self._pools.read(self._editing.places, job_ids)

    async def editable(self, job_id: JobId) -> EditableJob:
        return await self._pools.files(self._editing.editable, job_id)

    async def find(self, job_ids: Sequence[JobId] | None, wanted: Replacement) -> Hits:
        return await self._pools.files(self._editing.find, job_ids, wanted)

    # ---- changing ----------------------------------------------------------------------------------

    async def cancel(self, job_ids: Sequence[JobId]) -> int:
        """Number of prompts that were asked to stop."""
        return len(await self._change(lambda: self._editing.cancel(job_ids)))

    async def retry(self, job_ids: Sequence[JobId], states: Sequence[str] = ("failed",)) -> int:
        """Number of prompts that went back into the queue."""
        return len(await self._change(lambda: self._editing.retry(job_ids, states)))

    async def delete(self, job_ids: Sequence[JobId]) -> list[JobId]:
        return await self._change(lambda: self._editing.delete(job_ids))

    async def restore(self, job_ids: Sequence[JobId]) -> list[JobId]:
        return await self._change(lambda: self._editing.restore(job_ids))

    async def duplicate(self, job_ids: Sequence[JobId], new_seeds: bool = False) -> list[JobId]:
        return await self._change(lambda: self._editing.duplicate(job_ids, new_seeds))

    async def rename(self, job_id: JobId, name: str) -> list[JobId]:
        return await self._change(lambda: self._editing.rename(job_id, name))

    async def set_note(self, job_ids: Sequence[JobId], note: str) -> list[JobId]:
        return await self._change(lambda: self._editing.set_note(job_ids, note))

    async def set_colour(self, job_ids: Sequence[JobId], colour: str) -> list[JobId]:
        return await self._change(lambda: self._editing.set_colour(job_ids, colour))

    async def put_back(self, places: Sequence[Place]) -> list[JobId]:
        return await self._change(lambda: self._editing.put_back(places))

    async def set_values(self, job_id: JobId, values: Mapping[str, Any]) -> list[JobValues]:
        return [await self._change(lambda: self._editing.set_values(job_id, values))]

    async def replace(self, job_ids: Sequence[JobId] | None, wanted: Replacement) -> list[JobValues]:
        return await self._change(lambda: self._editing.replace(job_ids, wanted))

    async def put_values(self, values: Sequence[JobValues]) -> list[JobId]:
        return await self._change(lambda: self._editing.put_values(values))

    # ---- files -------------------------------------------------------------------------------------

    async def save(self, path: Path, job_ids: Sequence[JobId] | None = None) -> Saved:
        """None saves all jobs with something left to do."""
        return await self._pools.files(self._queue_files.save, path, job_ids)

    async def look_into(self, path: Path) -> Saved:
        """What loading this file would add."""
        return await self._pools.files(self._queue_files.look_into, path)

    async def load(self, path: Path) -> list[JobId]:
        """New jobs at the end of the queue."""
        made = await self._pools.files(self._queue_files.load, path)
        await self._told()
        return made

    async def _change(self, act: Callable[[], T]) -> T:
        changed = await self._pools.write(act)
        await self._told()
        return changed

    async def _told(self) -> None:
        self._worker.post(StoreChanged())
        await self._worker.refresh()
