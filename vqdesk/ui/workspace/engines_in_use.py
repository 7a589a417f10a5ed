"""The engines that render now, each with the way to stop using it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vqdesk.domain.errors import Problem
from vqdesk.domain.job import Lane, LaneId
from vqdesk.ui.calls import Calls
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.buttons import Button
from vqdesk.ui.widgets.empty_state import IconView
from vqdesk.ui.widgets.labels import ElidedLabel, Label
from vqdesk.ui.widgets.surfaces import Card, row_of


class EnginesInUse(Card):
    """`changed` after an engine was given up, `done` when the user wants the form back."""

    changed = Signal()
    done = Signal()
    failed = Signal(object)  # Problem

    def __init__(self, calls: Calls, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._calls = calls
        self._lines = QVBoxLayout()
        self._lines.setSpacing(current_theme().space.s)
        self.back = Button(self.tr("Back to the form"))
        self.back.clicked.connect(self.done)
        note = self.tr("What was already sent to an engine is fetched when you use it again.")
        self.rows.addWidget(Label(self.tr("In use"), "title"))
        self.rows.addLayout(self._lines)
        self.rows.addWidget(Label(note, "small", "text.secondary", wrap=True))
        self.rows.addLayout(row_of(None, self.back))

    def show_lanes(self, lanes: Sequence[Lane]) -> None:
        """Lists these engines."""
        while (item := self._lines.takeAt(0)) is not None:
            item.widget().deleteLater()
        for lane in lanes:
            self._lines.addWidget(self._line(lane))

    def _line(self, lane: Lane) -> QWidget:
        line = QWidget()
        icon = IconView("chip" if lane.kind == "builtin" else "plug")
        address = ElidedLabel(lane.url or self.tr("on this computer"), "small", "text.secondary", elide="middle")
        stop = Button(self.tr("Stop using"), small=True)
        stop.setAccessibleName(self.tr("Stop using {0}").format(lane.name))
        stop.clicked.connect(lambda: self._stop(lane.id))
        row = row_of(icon, Label(lane.name, "strong"), address, stop)
        row.setStretch(2, 1)
        row.setContentsMargins(0, 0, 0, 0)
        line.setLayout(row)
        return line

    def _stop(self, lane_id: LaneId) -> None:
        self._calls.ask(self, lambda desk: desk.remove_lane(lane_id), lambda _: self.changed.emit(), self._refused)

    def _refused(self, problem: Problem) -> None:
        self.failed.emit(problem)
