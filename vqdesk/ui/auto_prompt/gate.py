"""Whether texts can be written now: looked at while it matters to somebody, again and again."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from vqdesk.domain.errors import Problem
from vqdesk.ui.calls import Calls

if TYPE_CHECKING:
    from vqdesk.services.auto_prompt import LlmState

_PAUSE_MS = 3_000


class LlmGate(QObject):
    """Looks from `open` to `close`, one question at a time; nothing is asked for a page that nobody sees."""

    changed = Signal()

    def __init__(self, calls: Calls, parent: QObject) -> None:
        super().__init__(parent)
        self._calls = calls
        self._is_open = False
        self._is_asking = False
        self.state: LlmState | None = None
        self.problem: Problem | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.look)

    @property
    def is_free(self) -> bool:
        """Whether a server has answered."""
        return self.state is not None and self.problem is None

    def open(self) -> None:
        """Somebody wants to know."""
        self._is_open = True
        self.look()

    def close(self) -> None:
        """Nobody does any more."""
        self._is_open = False
        self._pause.stop()

    def look(self) -> None:
        """At once."""
        if self._is_asking:
            return
        self._is_asking = True
        self._pause.stop()
        self._calls.ask(self, lambda desk: desk.auto_prompt.state(), self._take, self._fail)

    def _take(self, state: "LlmState") -> None:
        self._show(state, state.problem)

    def _fail(self, problem: Problem) -> None:
        self._show(self.state, problem)

    def _show(self, state: "LlmState | None", problem: Problem | None) -> None:
        self._is_asking = False
        if self._is_open:
            self._pause.start()
        if (state, problem) != (self.state, self.problem):
            self.state, self.problem = state, problem
            self.changed.emit()
