"""The tabs of the window as one value: never none, one of them in front, closed ones within reach."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace

from vqdesk.domain.workspace import Workspace, WorkspaceState

_REOPENABLE = 20


@dataclass(frozen=True, slots=True)
class ClosedTab:
    """A workspace that was closed, and its place."""

    at: int
    workspace: Workspace


@dataclass(frozen=True, slots=True)
class Tabs:
    """`active` is always the id of one of `open`."""

    open: tuple[Workspace, ...]
    active: str
    closed: tuple[ClosedTab, ...] = ()  # the last closed first

    @property
    def current(self) -> Workspace:
        return self.open[self.index(self.active)]

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(one.id for one in self.open)

    @property
    def titles(self) -> tuple[str, ...]:
        return tuple(one.title for one in self.open)

    def index(self, workspace_id: str) -> int:
        """Raises ValueError for an id without a tab."""
        return self.ids.index(workspace_id)

    def choose(self, workspace_id: str) -> "Tabs":
        """Brings a tab to the front. Raises ValueError."""
        return replace(self, active=self.ids[self.index(workspace_id)])

    def step(self, step: int) -> "Tabs":
        """The next or previous one, round the end."""
        at = (self.index(self.active) + step) % len(self.open)
        return replace(self, active=self.ids[at])

    def put(self, workspace: Workspace) -> "Tabs":
        """The tab with this id has another content. Raises ValueError."""
        at = self.index(workspace.id)
        return replace(self, open=(*self.open[:at], workspace, *self.open[at + 1 :]))

    def insert(self, workspace: Workspace, at: int) -> "Tabs":
        """A further tab, in front."""
        return replace(self, open=(*self.open[:at], workspace, *self.open[at:]), active=workspace.id)

    def move(self, workspace_id: str, to: int) -> "Tabs":
        """Another place; outside the ends means the end."""
        at = self.index(workspace_id)
        others = [*self.open[:at], *self.open[at + 1 :]]
        others.insert(min(max(to, 0), len(others)), self.open[at])
        return replace(self, open=tuple(others))

    def close(self, workspace_id: str, spare: Callable[[], Workspace]) -> "Tabs":
        """Takes a tab away; its neighbour comes to the front. The last one is followed by a `spare`."""
        at = self.index(workspace_id)
        left = (*self.open[:at], *self.open[at + 1 :]) or (spare(),)
        active = self.active if self.active != workspace_id else left[min(at, len(left) - 1)].id
        closed = (ClosedTab(at, self.open[at]), *self.closed)[:_REOPENABLE]
        return Tabs(left, active, closed)

    def reopen(self) -> "Tabs":
        """Brings back the tab that was closed last; unchanged when there is none."""
        if not self.closed:
            return self
        last, *others = self.closed
        return replace(self, closed=tuple(others)).insert(last.workspace, min(last.at, len(self.open)))


def next_title(base: str, taken: Collection[str], first: int = 1) -> str:
    """The base with the smallest free number, such as “Workspace 2”."""
    number = first
    while f"{base} {number}" in taken:
        number += 1
    return f"{base} {number}"


def copy_title(title: str, taken: Collection[str]) -> str:
    """The title of a duplicate: the same words with the next number."""
    words, _, last = title.rpartition(" ")
    return next_title(words if words and last.isdecimal() else title, taken, first=2)


def duplicate_of(workspace: Workspace, new_id: str, taken: Collection[str]) -> Workspace:
    """The same under another id and title."""
    return replace(workspace, id=new_id, title=copy_title(workspace.title, taken))


@dataclass(frozen=True, slots=True)
class FirstFolder:
    """The input folder of a new workspace, "" for none. One that nobody has chosen is only offered."""

    path: str = ""
    is_used: bool = True


NO_FOLDER = FirstFolder()


def fresh(new_id: str, base: str, taken: Collection[str], folder: FirstFolder = NO_FOLDER) -> Workspace:
    """A clean workspace; its input is what `folder` holds, if that is used."""
    return Workspace(new_id, next_title(base, taken), "", clean(folder))


def clean(folder: FirstFolder) -> WorkspaceState:
    """The state of a new workspace."""
    return WorkspaceState(folder=folder.path, uses_folder=folder.is_used and bool(folder.path))
