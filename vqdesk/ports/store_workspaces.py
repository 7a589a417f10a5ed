"""The tabs of the window, as they are stored."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class StoredWorkspace:
    """A row. `state` is JSON text that may be damaged or written by another version."""

    id: str
    title: str
    colour: str
    state: str


class WorkspaceStore(Protocol):
    """Like all stores: blocking, every method one transaction."""

    def open(self) -> list[StoredWorkspace]:
        """Those with a tab, in the order of the tabs."""
        ...

    def closed(self, limit: int) -> list[StoredWorkspace]:
        """The newest of those that were closed, the last closed first."""
        ...

    def active(self) -> str:
        """Id of the tab that was in front, "" when none is known."""
        ...

    def put(self, workspace: StoredWorkspace) -> None:
        """Writes one without touching its place or any other."""
        ...

    def arrange(self, ids: Sequence[str], active: str) -> None:
        """These are the tabs now, in this order; others that were open are closed."""
        ...

    def keep_damaged(self, workspace_id: str, text: str) -> None:
        """Keeps a state that could not be read as a whole beside the one that replaces it."""
        ...

    def damaged(self, workspace_id: str) -> str:
        """What `keep_damaged` kept, one text a line, the newest last."""
        ...
