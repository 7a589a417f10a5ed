"""Quiet hours and the time to start, for each engine."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from vqdesk.domain.errors import Problem
from vqdesk.domain.job import Lane, LaneId
from vqdesk.domain.policies.rest import LaneOrders
from vqdesk.ui.calls import Calls
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.buttons import Button, PrimaryButton
from vqdesk.ui.widgets.fields import LineField
from vqdesk.ui.widgets.labels import Label

if TYPE_CHECKING:
    from vqdesk.runtime.desk import Desk

_TIME_WIDTH = 96


class LaneHours(QDialog):
    """A row of three times an engine. Saved together; what is no time is named and stays open."""

    failed = Signal(object)  # Problem

    def __init__(self, calls: Calls, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._calls = calls
        self._waiting = 0
        self._is_refused = False
        self.fields: dict[LaneId, tuple[LineField, LineField, LineField]] = {}
        self.setWindowTitle(self.tr("Quiet hours and start"))
        self.problem = Label("", "small", "status.failed", wrap=True)
        self.problem.hide()
        self.save = PrimaryButton(self.tr("Use these times"))
        self.save.clicked.connect(self._save)
        self._grid = QGridLayout()
        self._build_rows()
        calls.ask(self, lambda desk: desk.lanes(), self._take_lanes, self.failed.emit)

    def _take_lanes(self, lanes: list[Lane]) -> None:
        heads = ("", self.tr("Quiet from"), self.tr("to"), self.tr("Starts at"))
        for column, words in enumerate(heads):
            self._grid.addWidget(Label(words, "small", "text.secondary"), 0, column)
        for row, lane in enumerate(lanes, start=1):
            fields = tuple(self._field(lane, words) for words in heads[1:])
            self.fields[lane.id] = (fields[0], fields[1], fields[2])
            self._grid.addWidget(Label(lane.name), row, 0)
            for column, field in enumerate(fields, start=1):
                self._grid.addWidget(field, row, column)
            lane_id = lane.id
            question = partial(_orders_of, lane_id)
            self._calls.ask(self, question, partial(self._take_orders, lane_id), self.failed.emit)

    def _take_orders(self, lane_id: LaneId, orders: LaneOrders) -> None:
        values = (orders.quiet_from, orders.quiet_to, orders.start_at.replace("T", " "))
        for field, value in zip(self.fields[lane_id], values, strict=True):
            field.setText(value)
            field.setEnabled(True)

    def _save(self) -> None:
        self.problem.hide()
        self._waiting, self._is_refused = 2 * len(self.fields), False
        for lane_id, (start, end, begin) in self.fields.items():
            times = (start.text(), end.text())
            for question in (partial(_set_quiet, lane_id, *times), partial(_start_at, lane_id, begin.text())):
                self._calls.ask(self, question, lambda _done: self._answered(), self._refuse)

    def _refuse(self, problem: Problem) -> None:
        self._is_refused = True
        self.problem.setText(f"{problem.summary} {problem.cause} {problem.remedy}")
        self.problem.show()
        self._answered()

    def _answered(self) -> None:
        self._waiting -= 1
        if not self._waiting and not self._is_refused:
            self.accept()

    def _field(self, lane: Lane, words: str) -> LineField:
        field = LineField()
        field.setAccessibleName(f"{lane.name}: {words}")
        field.setPlaceholderText(self.tr("never") if words != self.tr("Starts at") else self.tr("now"))
        field.setMinimumWidth(_TIME_WIDTH)
        field.setEnabled(False)  # until it is known what it holds
        return field

    def _build_rows(self) -> None:
        space = current_theme().space
        cancel = Button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.save)
        self._grid.setHorizontalSpacing(space.m)
        self._grid.setVerticalSpacing(space.s)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(space.l, space.l, space.l, space.l)
        rows.setSpacing(space.m)
        hint = self.tr("In quiet hours an engine starts nothing new; what runs goes on. Times are like 22:30.")
        rows.addWidget(Label(hint, "small", "text.secondary", wrap=True))
        rows.addLayout(self._grid)
        rows.addWidget(self.problem)
        rows.addLayout(buttons)


async def _orders_of(lane_id: LaneId, desk: "Desk") -> LaneOrders:
    return await desk.night.orders(lane_id)


async def _set_quiet(lane_id: LaneId, start: str, end: str, desk: "Desk") -> None:
    await desk.night.set_quiet_hours(lane_id, start, end)


async def _start_at(lane_id: LaneId, text: str, desk: "Desk") -> None:
    await desk.night.start_at(lane_id, text)
