"""The status strip: is the machine well, how much is to do, pause."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from vqdesk.domain.estimates import Forecast
from vqdesk.domain.events import AppEvent, LaneChanged, NightChanged, PromptChanged, QueueChanged, StoreChanged
from vqdesk.domain.job import LaneId
from vqdesk.ports import StatusCounts
from vqdesk.ui.calls import Calls
from vqdesk.ui.detail.words import grouped
from vqdesk.ui.estimates.words import queue_text, queue_tip
from vqdesk.ui.night.after_queue import AfterQueueButton
from vqdesk.ui.strip.lane_state import LaneState
from vqdesk.ui.strip.pausing import PauseButton
from vqdesk.ui.strip.place_tabs import PlaceTabs
from vqdesk.ui.strip.tools import StripTools
from vqdesk.ui.theme.source import current_theme, follow_theme
from vqdesk.ui.theme.tokens import Theme
from vqdesk.ui.widgets.buttons import IconButton
from vqdesk.ui.widgets.empty_state import IconView
from vqdesk.ui.widgets.labels import Label
from vqdesk.ui.widgets.status import StatusGlyph
from vqdesk.ui.widgets.surfaces import Line, Panel
from vqdesk.ui.widgets.tab_order import set_tab_order_by_layout

if TYPE_CHECKING:
    from vqdesk.runtime.desks.lanes import LaneRow  # the window starts without loading the services

_DISK_MS = 30_000
_ENDINGS = QueueChanged | PromptChanged
"""What may tell that less is at a lane than before."""


class StatusStrip(Panel):
    """40 px on top of the window. Reads lanes and free space itself after `start`."""

    failed = Signal(object)  # Problem

    def __init__(self, calls: Calls, menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__("surface.0", "bottom", parent)
        self._calls = calls
        self._states: dict[LaneId, LaneChanged] = {}
        self._lanes: Sequence[LaneRow] = ()
        self._queue = QueueChanged(paused=False, running=0, waiting=0)
        self._disk_timer = QTimer(self, interval=_DISK_MS)
        self.menu_button = IconButton("menu", self.tr("Menu"))
        self.menu_button.clicked.connect(
            lambda: menu.popup(self.menu_button.mapToGlobal(self.menu_button.rect().bottomLeft()))
        )
        self.places = PlaceTabs()
        self.pausing = PauseButton(self)
        self.tools = StripTools()
        self.after_queue = AfterQueueButton(calls)
        self.after_queue.failed.connect(self.failed)
        self._build_words()
        self._build_row()
        set_tab_order_by_layout(self)
        self._disk_timer.timeout.connect(self._read_disk)
        self.pausing.wanted.connect(self.set_paused)
        follow_theme(self._retheme)
        self._show_queue()

    def start(self) -> None:
        """Reads what the strip shows, and asks the worker to tell its state."""
        self.read_lanes()
        self._read_disk()
        self._disk_timer.start()
        self.after_queue.start()
        self._calls.ask(self, lambda desk: desk.announce(), failed=self.failed.emit)

    def read_lanes(self) -> None:
        """Reads which engines there are, and what is at each."""
        self._calls.ask(self, lambda desk: desk.engines.rows(), self._take_lanes, self.failed.emit)

    def apply_events(self, batch: Sequence[AppEvent]) -> None:
        """Takes what happened in the worker."""
        for event in batch:
            if isinstance(event, QueueChanged):
                self._queue = event
                self._show_queue()
            elif isinstance(event, LaneChanged):
                self._states[event.lane_id] = event
                if all(row.lane.id != event.lane_id for row in self._lanes):
                    self.read_lanes()
                self._show_lanes()
            elif isinstance(event, NightChanged):
                self.after_queue.apply(event)
            elif isinstance(event, StoreChanged):
                self.read_lanes()
        if any(row.is_given_up for row in self._lanes) and any(isinstance(event, _ENDINGS) for event in batch):
            self.read_lanes()

    def show_counts(self, counts: StatusCounts) -> None:
        """Takes fresh numbers of prompts."""
        self._queue = replace(self._queue, running=counts.prompts_running, waiting=counts.prompts_waiting)
        self._show_queue()

    def show_forecast(self, said: Forecast) -> None:
        """Says when the whole queue will be done."""
        self._done.setText(queue_text(said))
        self._done.setToolTip(queue_tip(said))
        self._done.setVisible(bool(self._done.text()))
        for row, shown in zip(self._lanes, self.lane_states, strict=False):
            shown.show_left(said.lanes.get(row.lane.id))

    @property
    def done_words(self) -> str:
        """When the whole queue will be done, as it is read."""
        return self._done.text()

    def set_paused(self, paused: bool, now: bool = False) -> None:
        """Asks the worker; the strip changes when it answers. `now` also takes back what runs."""
        self._calls.ask(self, lambda desk: desk.set_paused(paused, now), failed=self.failed.emit)

    def event(self, event: QEvent) -> bool:
        """Other words and numbers need other room."""
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit_tools()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Versions and disk give way, names stay."""
        super().resizeEvent(event)
        self._show_lanes()
        self._fit_tools()

    def _take_lanes(self, rows: "Sequence[LaneRow]") -> None:
        self._lanes = rows
        known = {row.lane.id for row in rows}
        self._states = {lane_id: state for lane_id, state in self._states.items() if lane_id in known}
        self._show_lanes()

    def _read_disk(self) -> None:
        self._calls.ask(self, lambda desk: desk.free_bytes(), self._take_disk, self.failed.emit)

    def _take_disk(self, free: int) -> None:
        size = QLocale().formattedDataSize(free, 0, QLocale.DataSizeFormat.DataSizeSIFormat)
        self._disk_words.setText(self.tr("{0} free").format(size))
        self._disk.setToolTip(self.tr("Free space on the disk that takes the outputs"))

    def _show_lanes(self) -> None:
        wanted = max(1, len(self._lanes))
        while len(self.lane_states) < wanted:
            state = LaneState("")
            self.lane_states.append(state)
            self._lane_row.addWidget(state)
        while len(self.lane_states) > wanted:
            state = self.lane_states.pop()
            state.hide()
            state.deleteLater()
        self.pausing.setVisible(bool(self._lanes))
        if not self._lanes:
            self.lane_states[0].show_none()
        for row, shown in zip(self._lanes, self.lane_states, strict=False):
            state = self._states.get(row.lane.id)
            if row.is_given_up:
                shown.show_given_up(row, state)
            elif state is not None:
                shown.show_state(state, narrow=self._narrow())
            else:
                shown.show_lane(row.lane)

    def _show_queue(self) -> None:
        queue = self._queue
        anything = bool(queue.running or queue.waiting)
        for part in (self._running_glyph, self._running, self._waiting_glyph, self._waiting):
            part.setVisible(anything)
        self._empty.setVisible(not anything)
        self._running.setText(self.tr("{0} running").format(grouped(queue.running)))
        self._running.set_color("status.running" if queue.running else "text.secondary")
        self._waiting.setText(self.tr("{0} waiting").format(grouped(queue.waiting)))
        self.together.setText(queue.together)
        self.together.setVisible(bool(queue.together) and not self._narrow())
        self.pausing.show_queue(queue)

    def _fit_tools(self) -> None:
        """The words of the search are the first to give way, then the free space."""
        disk = self._disk.sizeHint().width() + current_theme().space.s
        has_words, has_disk = bool(self.tools.find.text()), not self._disk.isHidden()
        least = self.layout().sizeHint().width() - has_words * self._words_width - has_disk * disk
        is_narrow = self._narrow() or least + disk + self._words_width > self.width()
        if is_narrow == has_words:
            self.tools.set_narrow(is_narrow)
        shows_disk = not self._narrow() and least + disk <= self.width()
        if shows_disk != has_disk:
            self._disk.setVisible(shows_disk)

    def _narrow(self) -> bool:
        return self.width() < current_theme().size.narrow_below

    def _build_words(self) -> None:
        space = current_theme().space
        self.lane_states: list[LaneState] = []
        self._lane_row = QHBoxLayout()
        self._lane_row.setSpacing(space.m)
        self._disk = QWidget()
        self._disk_words = Label("", "button")
        row = QHBoxLayout(self._disk)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space.s)
        row.addWidget(IconView("drive"))
        row.addWidget(self._disk_words)
        self._running_glyph, self._waiting_glyph = StatusGlyph("running"), StatusGlyph("waiting")
        self._running, self._waiting = Label("", "button"), Label("", "button", "text.secondary")
        self.together = Label("", "small", "text.secondary")
        self.together.setToolTip(self.tr("Jobs whose models are loaded go first, a few at a time"))
        self._empty = Label(self.tr("Queue empty"), "button", "text.secondary")
        self._done = Label("", "button")
        self._done.hide()

    def _build_row(self) -> None:
        space = current_theme().space
        row = QHBoxLayout(self)
        row.setContentsMargins(space.m, 0, space.m, 0)
        row.setSpacing(space.s)
        row.addWidget(self.menu_button)
        row.addWidget(Label("VQDesk", "strong"))
        row.addSpacing(space.m)
        row.addWidget(self.places)
        row.addWidget(Line(upright=True))
        row.addSpacing(space.m)
        row.addLayout(self._lane_row)
        row.addSpacing(space.m)
        row.addWidget(self._disk)
        row.addStretch(1)
        for part in (self._running_glyph, self._running):
            row.addWidget(part)
        row.addSpacing(space.s)
        for part in (self._waiting_glyph, self._waiting, self.together, self._empty):
            row.addWidget(part)
        row.addSpacing(space.s)
        row.addWidget(self._done)
        row.addSpacing(space.m)
        row.addWidget(self.after_queue)
        row.addWidget(self.pausing)
        row.addSpacing(space.s)
        row.addWidget(self.tools)

    def _retheme(self, theme: Theme) -> None:
        self.setFixedHeight(theme.size.strip)
        self._words_width = self.tools.words_width
        self._fit_tools()
