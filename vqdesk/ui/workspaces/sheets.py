"""The pages behind the tabs: built when they are first wanted, and only a few alive at a time."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from vqdesk.domain.events import AppEvent
from vqdesk.domain.workspace import Workspace, WorkspaceState

if TYPE_CHECKING:
    from vqdesk.ui.workspace.sheet import WorkspaceSheet  # loaded after the first paint

_ALIVE = 4


class Sheets(QStackedWidget):
    """Keeps the lately seen ones, and those that are busy. `make` builds one and fills it."""

    def __init__(self, make: "Callable[[Workspace], WorkspaceSheet]", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self._alive: dict[str, WorkspaceSheet] = {}  # the one in front is the last
        self._front = ""

    @property
    def current(self) -> "WorkspaceSheet":
        """The one in front."""
        return self._alive[next(reversed(self._alive))]

    @property
    def alive(self) -> "Mapping[str, WorkspaceSheet]":
        """By the id of their workspace."""
        return self._alive

    def apply_events(self, batch: Sequence[AppEvent]) -> None:
        """Passes on what the worker tells of texts that are written."""
        for sheet in self._alive.values():
            sheet.page.prompts.auto.apply_events(batch)

    def states(self) -> dict[str, WorkspaceState]:
        """What they hold now, by the id of their workspace."""
        return {workspace_id: sheet.state for workspace_id, sheet in self._alive.items()}

    def show_workspace(self, workspace: Workspace) -> bool:
        """Brings one to the front, built when needed. Returns whether another one was there before."""
        sheet = self._alive.pop(workspace.id, None)
        if sheet is None:
            sheet = self._make(workspace)
            self.addWidget(sheet)
        self._alive[workspace.id] = sheet
        if not sheet.isAncestorOf(sheet.page.first_start):
            sheet.page.take_first_start()
        is_new = self.currentWidget() is not sheet or self._front != workspace.id
        self._front = workspace.id
        self.setCurrentWidget(sheet)
        self._retire()
        return is_new

    def focus(self) -> None:
        """The keyboard goes where it was in the one in front, or to its start."""
        target = self.current.focusWidget() or self.current.page.modes.modes
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def rename(self, workspace_id: str) -> None:
        """The one in front was built before its workspace was known."""
        self._alive = {workspace_id: self.current}
        self._front = workspace_id

    def keep_only(self, ids: Collection[str]) -> None:
        """The other workspaces were closed."""
        for one in [known for known in self._alive if known not in ids]:
            self._drop(one)

    def _retire(self) -> None:
        idle = [one for one, sheet in self._alive.items() if not sheet.is_busy and sheet is not self.current]
        for one in idle[: max(0, len(self._alive) - _ALIVE)]:
            self._drop(one)

    def _drop(self, workspace_id: str) -> None:
        sheet = self._alive.pop(workspace_id)
        sheet.page.prompts.auto.stop()
        self.removeWidget(sheet)
        sheet.hide()
        sheet.deleteLater()
