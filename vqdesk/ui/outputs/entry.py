"""The two places of the window, desk and outputs; the page of outputs is made when it is first wanted."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from vqdesk.domain.events import AppEvent, JobsChanged, StoreChanged
from vqdesk.ui.calls import Calls
from vqdesk.ui.commands.list_keys import ListKeys
from vqdesk.ui.outputs.gallery_keys import FIRST_KEYS

if TYPE_CHECKING:
    from vqdesk.ui.outputs.menus import Tabs
    from vqdesk.ui.outputs.panel import OutputsPanel

DESK, OUTPUTS = 0, 1


class Places(QObject):
    """`changed` says which place is in front; the other signals are wishes of the page of outputs."""

    changed = Signal(int)
    started = Signal(str, object)  # title and state of a new tab
    sent = Signal(str, object)  # id of a tab ("" for a new one), paths
    job_asked = Signal(object)  # JobId or None
    reuse_asked = Signal(str)

    def __init__(self, calls: Calls, stack: QStackedWidget, tabs: "Tabs") -> None:
        super().__init__(stack)
        self._calls = calls
        self._stack = stack
        self._tabs = tabs
        self._page: OutputsPanel | None = None
        self.keys = ListKeys(FIRST_KEYS)

    @property
    def page(self) -> "OutputsPanel":
        """The page of outputs."""
        if self._page is None:
            self._page = self._make_page()
        return self._page

    @property
    def current(self) -> int:
        """DESK or OUTPUTS."""
        return self._stack.currentIndex()

    def show(self, place: int) -> None:
        """Brings a place to the front."""
        if place == self.current:
            return
        if place == OUTPUTS:
            self._stack.setCurrentWidget(self.page)
        else:
            self._stack.setCurrentIndex(DESK)
        self.changed.emit(place)

    def show_outputs_of(self, job_id: object) -> None:
        """The gallery with one job's outputs."""
        self.show(OUTPUTS)
        self.page.show_job(job_id)

    def apply_events(self, batch: Sequence[AppEvent]) -> None:
        """Takes news of the worker."""
        if self._page is not None and any(isinstance(event, JobsChanged | StoreChanged) for event in batch):
            self._page.look_again()

    def _make_page(self) -> "OutputsPanel":
        from vqdesk.ui.outputs.panel import OutputsPanel  # loaded when it is wanted

        page = OutputsPanel(self._calls, self._tabs, self.keys)
        page.wishes.started.connect(self.started)
        page.sent.connect(self.sent)
        page.job_asked.connect(self.job_asked)
        page.reuse_asked.connect(self.reuse_asked)
        self._stack.addWidget(page)
        return page
