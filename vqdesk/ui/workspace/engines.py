"""Which engines render: what the store says, and whether the user is choosing now."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from vqdesk.domain.events import AppEvent, LaneChanged, PromptsGivenBack, QueueChanged, StoreChanged
from vqdesk.domain.job import Lane, LaneId
from vqdesk.ui.calls import Calls
from vqdesk.ui.workspace.first_start import FirstStart

_NEWS = LaneChanged | PromptsGivenBack | QueueChanged | StoreChanged


class Engines(QObject):
    """Works the cards of the first start, which come back on request."""

    changed = Signal(bool)  # the first engine came: True
    chosen = Signal(str)  # builtin or comfyui; empty when one was given up
    failed = Signal(object)  # Problem
    reached = Signal()  # one of them answers now that did not, or the other way round

    def __init__(self, calls: Calls, cards: FirstStart, parent: QObject) -> None:
        super().__init__(parent)
        self._calls = calls
        self._cards = cards
        self._is_read = False
        self._online: set[LaneId] = set()
        self.lanes: list[Lane] = []
        self.is_asking = False
        cards.engine_chosen.connect(self._take_choice)
        cards.in_use.changed.connect(lambda: self._take_choice(""))
        cards.in_use.done.connect(self._leave)
        cards.in_use.failed.connect(self.failed)

    def start(self, lanes: list[Lane]) -> None:
        """Takes what is known at the start."""
        self._is_read, self.lanes = True, lanes
        self._cards.show_lanes(lanes)
        if not lanes:
            self._cards.look_for_comfyui()

    def choose(self) -> None:
        """Shows what renders, with the ways to change it."""
        self.is_asking = True
        self._cards.look_for_comfyui()
        self.changed.emit(False)

    def apply_events(self, batch: Sequence[AppEvent]) -> None:
        """Another process may have added an engine."""
        if self._is_read and any(isinstance(event, StoreChanged) for event in batch):
            self._read()
        if self._cards.in_use.isVisible() and any(isinstance(event, _NEWS) for event in batch):
            self._cards.in_use.refresh()
        states = {event.lane_id: event.state for event in batch if isinstance(event, LaneChanged)}
        online = self._online | {lane_id for lane_id, state in states.items() if state == "online"}
        online -= {lane_id for lane_id, state in states.items() if state != "online"}
        if online != self._online:
            self._online = online
            self.reached.emit()

    def _take_choice(self, kind: str) -> None:
        if kind and self.is_asking:
            self._leave()
        self._read()
        self.chosen.emit(kind)

    def _leave(self) -> None:
        self.is_asking = False
        self.changed.emit(False)

    def _read(self) -> None:
        self._calls.ask(self, lambda desk: desk.lanes(), self._take, self.failed.emit)

    def _take(self, lanes: list[Lane]) -> None:
        if lanes == self.lanes:
            return
        is_first = not self.lanes
        self.lanes = lanes
        self._cards.show_lanes(lanes)
        self.changed.emit(is_first)
