"""What the window asks about its tabs."""

from collections.abc import Sequence

from vqdesk.domain.workspace import Workspace
from vqdesk.runtime.pools import Pools
from vqdesk.services.workspaces import OpenedWorkspaces, WorkspaceService


class WorkspaceDesk:
    """All methods raise UserError with words for the user."""

    def __init__(self, workspaces: WorkspaceService, pools: Pools) -> None:
        self._workspaces = workspaces
        self._pools = pools

    async def open(self) -> OpenedWorkspaces:
        """The tabs of the last session."""
        return await self._pools.write(self._workspaces.open)

    async def save(self, workspaces: Sequence[Workspace]) -> None:
        await self._pools.write(self._workspaces.save, workspaces)

    async def arrange(self, ids: Sequence[str], active: str) -> None:
        """These are the tabs now, in this order."""
        await self._pools.write(self._workspaces.arrange, ids, active)
