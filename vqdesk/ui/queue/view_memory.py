"""The way the list is shown, remembered from one start to the next."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from vqdesk.ui.calls import Calls
from vqdesk.ui.queue.chips_bar import ChipsBar
from vqdesk.ui.queue.line_source import LineSource
from vqdesk.ui.queue.view_choice import read_choice

_KEY = "queue.view"


class ViewMemory(QObject):
    """Stores every choice of the bar; rows show the facts that were chosen."""

    shown = Signal()  # rows look otherwise now
    failed = Signal(object)  # Problem

    def __init__(self, calls: Calls, bar: ChipsBar, source: LineSource, parent: QObject) -> None:
        super().__init__(parent)
        self._calls = calls
        self._bar = bar
        self._source = source
        bar.view_changed.connect(self._keep)

    def start(self, then: Callable[[], None]) -> None:
        """Takes what was remembered, then calls `then`."""

        def take(text: str) -> None:
            self._bar.set_choice(read_choice(text))
            self._source.facts = self._bar.choice.facts
            then()

        self._calls.ask(self, lambda desk: desk.setting(_KEY), take, self.failed.emit)

    def places_can_change(self) -> bool:
        """Where the list is in the order of work, and no search hides what lies between two lines."""
        query = self._bar.query
        return query.order in ("actionable", "queue") and not query.group and not query.text

    def _keep(self) -> None:
        choice = self._bar.choice
        self._source.facts = choice.facts
        self.shown.emit()
        self._calls.ask(self, lambda desk: desk.set_setting(_KEY, choice.text()), failed=self.failed.emit)
