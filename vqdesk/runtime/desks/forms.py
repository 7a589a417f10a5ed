"""Questions of the form: what the engines offer and what they lack."""

from collections.abc import Mapping, Sequence
from typing import Any

from vqdesk.domain.job import LaneId
from vqdesk.domain.workflow import WorkflowShelf
from vqdesk.ports import NodeCatalog
from vqdesk.runtime.pools import Pools
from vqdesk.runtime.worker import Worker
from vqdesk.services import forms
from vqdesk.services.forms import FormReport
from vqdesk.services.workflows import WorkflowLibrary


class FormDesk:
    """All methods raise UserError with words for the user."""

    def __init__(self, library: WorkflowLibrary, pools: Pools, worker: Worker) -> None:
        self._library = library
        self._pools = pools
        self._worker = worker

    async def report(self, workflow: str, values: Mapping[str, Any], lane_id: LaneId | None = None) -> FormReport:
        """What the engines that are online, or one of them, say to these values."""
        catalogs = await self._worker.catalogs(lane_id)
        definition = await self._pools.files(self._library.get, workflow)
        return await self._pools.files(forms.report, definition, values, catalogs)

    async def needs(self) -> Mapping[str, tuple[str, ...]]:
        """Workflow -> what no engine that is online has all of; workflows that can run are left out."""
        catalogs = await self._worker.catalogs(None)
        shelf = await self._pools.files(self._library.shelf)
        return await self._pools.files(_needs, shelf, catalogs)


def _needs(shelf: WorkflowShelf, catalogs: Sequence[NodeCatalog]) -> dict[str, tuple[str, ...]]:
    found = {one.name: forms.needs(one, catalogs) for one in shelf.definitions}
    return {name: lacking for name, lacking in found.items() if lacking}
