"""What the window asks about its tabs."""

from collections.abc import Sequence

from vqdesk.domain.errors import InputUnusable
from vqdesk.domain.tabs import FirstFolder
from vqdesk.domain.workspace import Workspace
from vqdesk.runtime.apart import answer_of
from vqdesk.runtime.pools import Pools
from vqdesk.services.folders import is_folder
from vqdesk.services.staging import input_path
from vqdesk.services.workspaces import OpenedWorkspaces, WorkspaceService

_GLANCE_S = 2.0


class WorkspaceDesk:
    """All methods raise UserError with words for the user."""

    def __init__(self, workspaces: WorkspaceService, pools: Pools) -> None:
        self._workspaces = workspaces
        self._pools = pools

    async def open(self) -> OpenedWorkspaces:
        """The tabs of the last session."""
        return await self._pools.write(self._workspaces.open)

    async def first_folder(self) -> FirstFolder:
        """The input folder with which a new workspace begins."""
        # In the order of writing: after what a server has just said.
        return await self._pools.write(self._workspaces.first_folder)

    async def folder_to_show(self, chosen: str) -> str:
        """Where looking for an input folder begins: at the chosen one, else at the first, if it is there."""
        text = chosen or (await self.first_folder()).path
        place = input_path(text)
        try:
            is_there = await answer_of(_GLANCE_S, place, is_folder, place)
        except InputUnusable:  # a dialog that looks there would hold up the window
            return ""
        return str(place) if text and is_there else ""

    async def save(self, workspaces: Sequence[Workspace]) -> None:
        await self._pools.write(self._workspaces.save, workspaces)

    async def arrange(self, ids: Sequence[str], active: str) -> None:
        """These are the tabs now, in this order."""
        await self._pools.write(self._workspaces.arrange, ids, active)
