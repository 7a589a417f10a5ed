"""The engines that share the queue, each with its state and what can be done with it."""

from collections.abc import Callable, Coroutine, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vqdesk.domain.job import Lane, LaneId
from vqdesk.ui.calls import Calls
from vqdesk.ui.widgets.buttons import Button
from vqdesk.ui.widgets.labels import Label
from vqdesk.ui.widgets.surfaces import Card, Line, row_of
from vqdesk.ui.workspace.engine_line import EngineLine

if TYPE_CHECKING:
    from vqdesk.runtime.desk import Desk
    from vqdesk.runtime.desks.lanes import LaneRow


class EnginesInUse(Card):
    """`changed` after an engine was given another name or given up, `done` when the user wants the form back."""

    changed = Signal()
    done = Signal()
    failed = Signal(object)  # Problem

    def __init__(self, calls: Calls, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._calls = calls
        self.lines: dict[LaneId, EngineLine] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.back = Button(self.tr("Back to the form"))
        self.back.clicked.connect(self.done)
        note = self.tr("A prompt goes to any engine that has its nodes and models.")
        self.rows.addWidget(Label(self.tr("In use"), "title"))
        self.rows.addLayout(self._list)
        self.rows.addWidget(Label(note, "small", "text.secondary", wrap=True))
        self.rows.addLayout(row_of(None, self.back))

    def show_lanes(self, lanes: Sequence[Lane]) -> None:
        """These engines are used now; how they are is asked for."""
        if lanes:
            self.refresh()
        else:
            self._show([])

    def refresh(self) -> None:
        """Asks how the engines are."""
        self._calls.ask(self, lambda desk: desk.engines.rows(), self._show, self.failed.emit)

    def _show(self, rows: "Sequence[LaneRow]") -> None:
        if [row.lane.id for row in rows] != list(self.lines):
            self._list_anew(rows)
        for row in rows:
            self.lines[row.lane.id].show_row(row)

    def _list_anew(self, rows: "Sequence[LaneRow]") -> None:
        while (item := self._list.takeAt(0)) is not None:
            item.widget().deleteLater()
        self.lines = {row.lane.id: self._line(row) for row in rows}
        for number, line in enumerate(self.lines.values()):
            if number:
                self._list.addWidget(Line())
            self._list.addWidget(line)

    def _line(self, row: "LaneRow") -> EngineLine:
        line = EngineLine(row)
        line.renamed.connect(
            lambda lane_id, name: self._act(lane_id, lambda desk: desk.engines.rename(lane_id, name))
        )
        line.limited.connect(
            lambda lane_id, most: self._act(lane_id, lambda desk: desk.engines.set_max_depth(lane_id, most))
        )
        line.drain_wanted.connect(self._drain)
        line.remove_wanted.connect(lambda lane_id: self._act(lane_id, lambda desk: desk.engines.remove(lane_id)))
        line.test_wanted.connect(self._test)
        return line

    def _drain(self, lane_id: LaneId, is_drained: bool) -> None:
        self._act(
            lane_id, lambda desk: desk.engines.drain(lane_id) if is_drained else desk.engines.resume(lane_id)
        )

    def _test(self, lane_id: LaneId) -> None:
        line = self.lines[lane_id]
        line.test.set_blocked(self.tr("The engine is being asked."))
        self._calls.ask(
            line,
            lambda desk: desk.engines.test(lane_id),
            line.show_answer,
            lambda problem: line.show_failure(problem.sentence()),
        )

    def _act(self, lane_id: LaneId, act: "Callable[[Desk], Coroutine[Any, Any, Any]]") -> None:
        line = self.lines[lane_id]
        self._calls.ask(line, act, lambda _: self._acted(), lambda problem: line.show_failure(problem.sentence()))

    def _acted(self) -> None:
        self.refresh()
        self.changed.emit()
