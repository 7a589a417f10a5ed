"""Asks the engines, a moment after the last change, whether they could run what the form says."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from vqdesk.ui.calls import Calls
from vqdesk.ui.workspace.lane_choice import chosen_lane

if TYPE_CHECKING:
    from vqdesk.services.forms import FormReport

_AFTER_MS = 250


class LaneCheck(QObject):
    """An answer that a later question has overtaken is not told."""

    reported = Signal(object)  # FormReport
    needs_known = Signal(object)  # Mapping[workflow, what no engine has]

    def __init__(self, calls: Calls, parent: QObject) -> None:
        super().__init__(parent)
        self._calls = calls
        self._wanted: tuple[str, Mapping[str, Any]] | None = None
        self._asked = 0
        self._timer = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._timer.timeout.connect(self._ask)

    def look(self, workflow: str, values: Mapping[str, Any]) -> None:
        """The form holds these values now."""
        wanted = (workflow, dict(values))
        if wanted != self._wanted:
            self._wanted = wanted
            self._timer.start()

    def look_again(self) -> None:
        """Engines came, went or were started anew."""
        self._timer.start()
        self._calls.ask(self, lambda desk: desk.forms.needs(), self.needs_known.emit)

    def _ask(self) -> None:
        if self._wanted is None:
            return
        self._asked += 1
        number, (workflow, values) = self._asked, self._wanted

        def take(report: "FormReport") -> None:
            if number == self._asked:
                self.reported.emit(report)

        lane_id = chosen_lane(values)
        self._calls.ask(self, lambda desk: desk.forms.report(workflow, values, lane_id), take, lambda _: None)
