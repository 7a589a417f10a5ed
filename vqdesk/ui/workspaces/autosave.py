"""Saving as it changes: at most one write in 300 ms, and nothing older than that is lost in a crash."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from vqdesk.domain.errors import Problem
from vqdesk.domain.tabs import Tabs
from vqdesk.ui.calls import Calls

if TYPE_CHECKING:
    from vqdesk.runtime.desk import Desk

_AFTER_MS = 300
_AGAIN_MS = 5_000


class Autosave(QObject):
    """`read` gives the tabs at the moment of writing. What could not be written is tried again."""

    failed = Signal(object)  # Problem

    def __init__(self, calls: Calls, read: Callable[[], Tabs], parent: QObject) -> None:
        super().__init__(parent)
        self._calls = calls
        self._read = read
        self._changed: set[str] = set()
        self._is_moved = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.save_now)

    def note(self, *ids: str) -> None:
        """These workspaces have changed."""
        self._changed.update(ids)
        self._start(_AFTER_MS)

    def note_order(self) -> None:
        """Tabs came, went or moved, or another one is in front."""
        self._is_moved = True
        self._start(_AFTER_MS)

    def save_now(self) -> None:
        """Writes what waits."""
        self._timer.stop()
        if not self._changed and not self._is_moved:
            return
        tabs, ids, is_moved = self._read(), frozenset(self._changed), self._is_moved
        changed = [one for one in tabs.open if one.id in ids]
        changed += [tab.workspace for tab in tabs.closed if tab.workspace.id in ids]
        self._changed.clear()
        self._is_moved = False

        async def save(desk: "Desk") -> None:
            await desk.workspaces.save(changed)
            if is_moved:
                await desk.workspaces.arrange(tabs.ids, tabs.active)

        self._calls.ask(self, save, failed=lambda problem: self._try_again(ids, is_moved, problem))

    def _try_again(self, ids: frozenset[str], is_moved: bool, problem: Problem) -> None:
        self._changed |= ids
        self._is_moved |= is_moved
        self._start(_AGAIN_MS)
        self.failed.emit(problem)

    def _start(self, delay_ms: int) -> None:
        if not self._timer.isActive():
            self._timer.start(delay_ms)
