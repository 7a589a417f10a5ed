"""All workspaces of the window: what the user does to the tabs, and that it is saved."""

import uuid
from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from vqdesk.domain.errors import Problem
from vqdesk.domain.tabs import NO_FOLDER, FirstFolder, Tabs, clean, duplicate_of, fresh
from vqdesk.domain.workspace import Workspace, WorkspaceState
from vqdesk.ui.calls import Calls
from vqdesk.ui.workspaces.autosave import Autosave


class WorkspaceBook(QObject):
    """`changed` after every change of the tabs themselves. `live` gives the states that open pages know better."""

    changed = Signal()
    failed = Signal(object)  # Problem: what could not be saved

    def __init__(self, calls: Calls, live: Callable[[], Mapping[str, WorkspaceState]], parent: QObject) -> None:
        super().__init__(parent)
        self._live = live
        self._is_open = False
        self._calls = calls
        self._folder = NO_FOLDER
        self._autosave = Autosave(calls, self.read, self)
        self._autosave.failed.connect(self._tell_failed)
        first = self._fresh(())
        self._tabs = Tabs((first,), first.id)

    @property
    def tabs(self) -> Tabs:
        """The tabs; the states of workspaces with a page may be behind."""
        return self._tabs

    def read(self) -> Tabs:
        """The tabs with every state as it is now."""
        tabs = self._tabs
        for workspace_id, state in self._live().items():
            if workspace_id in tabs.ids:
                tabs = tabs.put(replace(tabs.open[tabs.index(workspace_id)], state=state))
        return tabs

    def open(self, tabs: Tabs | None, folder: FirstFolder = NO_FOLDER) -> None:
        """Takes the tabs of the last session; without any the first workspace is kept, and saved."""
        self._is_open, self._folder = True, folder
        if tabs is not None:
            self._tabs = tabs
        else:
            self._tabs = self._tabs.put(replace(self._tabs.current, state=clean(folder)))
            self._autosave.note(self._tabs.active)
            self._autosave.note_order()

    def look_for_folder(self) -> None:
        """Asks again with which input folder a new workspace begins."""
        self._calls.ask(self, lambda desk: desk.workspaces.first_folder(), self._take_folder, self._tell_failed)

    def note(self, workspace_id: str) -> None:
        """The state of a workspace has changed."""
        if self._is_open:
            self._autosave.note(workspace_id)

    def save_now(self) -> None:
        """Stores what changed without waiting."""
        if self._is_open:
            self._autosave.save_now()

    # ---- what the user does -------------------------------------------------------------------------

    def new(self) -> None:
        """Opens a clean workspace at the end."""
        self._take(lambda tabs: tabs.insert(self._fresh(tabs.titles), len(tabs.open)))

    def add(self, title: str, state: WorkspaceState) -> None:
        """Opens a workspace with this content behind the one in front."""

        def added(tabs: Tabs) -> Tabs:
            return tabs.insert(Workspace(uuid.uuid4().hex, title, "", state), tabs.index(tabs.active) + 1)

        self._take(added)

    def duplicate(self, workspace_id: str) -> None:
        """Opens a copy beside the original."""

        def copied(tabs: Tabs) -> Tabs:
            at = tabs.index(workspace_id)
            return tabs.insert(duplicate_of(tabs.open[at], uuid.uuid4().hex, tabs.titles), at + 1)

        self._take(copied)

    def close(self, workspace_id: str) -> None:
        """Can be undone with `reopen`; after the last one a clean one follows."""
        self._take(lambda tabs: tabs.close(workspace_id, lambda: self._fresh(())))

    def reset(self, workspace_id: str) -> None:
        """A clean workspace takes its place, with its title; `reopen` brings the old one back."""

        def cleared(tabs: Tabs) -> Tabs:
            at, old = tabs.index(workspace_id), tabs.open[tabs.index(workspace_id)]
            new = Workspace(uuid.uuid4().hex, old.title, old.colour, clean(self._folder))
            closed = tabs.close(workspace_id, lambda: new)
            return closed if new.id in closed.ids else closed.insert(new, at)

        self._take(cleared)

    def reopen(self) -> None:
        """Brings back the tab that was closed last."""
        self._take(Tabs.reopen)

    def choose(self, workspace_id: str) -> None:
        """Brings a tab to the front."""
        self._take(lambda tabs: tabs.choose(workspace_id))

    def choose_at(self, at: int) -> None:
        """The tab at a place; -1 is the last one, and a place without a tab changes nothing."""
        if at < len(self._tabs.open):
            self.choose(self._tabs.ids[at])

    def step(self, step: int) -> None:
        """The next or previous tab, round the end."""
        self._take(lambda tabs: tabs.step(step))

    def move(self, workspace_id: str, to: int) -> None:
        """Puts a tab at another place."""
        self._take(lambda tabs: tabs.move(workspace_id, to))

    def rename(self, workspace_id: str, title: str) -> None:
        """Gives a tab another title."""
        self._take(lambda tabs: tabs.put(replace(tabs.open[tabs.index(workspace_id)], title=title)))

    def recolour(self, workspace_id: str, colour: str) -> None:
        """Gives a tab another mark, "" for none."""
        self._take(lambda tabs: tabs.put(replace(tabs.open[tabs.index(workspace_id)], colour=colour)))

    def _take(self, change: Callable[[Tabs], Tabs]) -> None:
        if not self._is_open:
            return
        before = self.read()
        self._tabs = change(before)
        known = {one.id: one for one in before.open}
        changed = {one.id for one in self._tabs.open if known.get(one.id) != one}
        if changed or before.closed != self._tabs.closed:
            self._autosave.note(*changed, *(set(known) - set(self._tabs.ids)))
        if (before.ids, before.active) != (self._tabs.ids, self._tabs.active):
            self._autosave.note_order()
        self.changed.emit()

    def _take_folder(self, folder: FirstFolder) -> None:
        self._folder = folder

    def _tell_failed(self, problem: Problem) -> None:
        self.failed.emit(problem)

    def _fresh(self, taken: tuple[str, ...]) -> Workspace:
        return fresh(uuid.uuid4().hex, self.tr("Workspace"), taken, self._folder)
