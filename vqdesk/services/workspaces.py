"""Tabs that are saved as they change and come back after any end. Blocking: call it in a pool."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from vqdesk.domain.errors import Problem
from vqdesk.domain.tabs import NO_FOLDER, FirstFolder
from vqdesk.domain.workspace import Workspace, read_state, to_json
from vqdesk.ports import StoredWorkspace, WorkspaceStore

_REOPENABLE = 20


@dataclass(frozen=True, slots=True)
class OpenedWorkspaces:
    """The tabs of the last session. `problems` holds, by id, what of a workspace could not be read.

    A new workspace begins with `folder`.
    """

    workspaces: tuple[Workspace, ...] = ()
    active: str = ""
    closed: tuple[Workspace, ...] = ()  # the last closed first
    problems: dict[str, Problem] = field(default_factory=dict)
    folder: FirstFolder = NO_FOLDER


class WorkspaceService:
    """What is wrong with one workspace never touches another."""

    def __init__(self, store: WorkspaceStore, first_folder: Callable[[], FirstFolder] = FirstFolder) -> None:
        self._store = store
        self.first_folder = first_folder

    def open(self) -> OpenedWorkspaces:
        """Reads all; a text that is damaged in part is kept beside what could be read of it."""
        problems: dict[str, Problem] = {}
        found = [self._read(row, problems) for row in self._store.open()]
        closed = [self._read(row, problems) for row in self._store.closed(_REOPENABLE)]
        active, folder = self._store.active(), self.first_folder()
        return OpenedWorkspaces(tuple(found), active, tuple(closed), problems, folder)

    def save(self, workspaces: Sequence[Workspace]) -> None:
        """Writes these, each in a transaction of its own."""
        for one in workspaces:
            self._store.put(StoredWorkspace(one.id, one.title, one.colour, to_json(one.state)))

    def arrange(self, ids: Sequence[str], active: str) -> None:
        """These are the tabs now, in this order."""
        self._store.arrange(ids, active)

    def _read(self, row: StoredWorkspace, problems: dict[str, Problem]) -> Workspace:
        read = read_state(row.state)
        if read.lost:
            if row.state not in self._store.damaged(row.id).splitlines():
                self._store.keep_damaged(row.id, row.state)
            problems[row.id] = _damaged(row.title, read.lost)
        return Workspace(row.id, row.title, row.colour, read.state)


def _damaged(title: str, lost: Sequence[str]) -> Problem:
    return Problem(
        f"A part of the workspace “{title}” could not be read." if title else "A part of this could not be read.",
        f"Left at its default: {', '.join(lost)}.",
        "What was stored is kept in the database, so that nothing is lost.",
        details="\n".join(lost),
    )
