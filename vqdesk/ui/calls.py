"""Questions from the window to the worker: asked without waiting, answered in the window's thread."""

from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from vqdesk.domain.errors import Problem, UserError
from vqdesk.ui.problems import answer_in_words

if TYPE_CHECKING:
    from vqdesk.runtime.desk import Desk  # the window starts without loading the services

T = TypeVar("T")
LoopSubmit = Callable[[Coroutine[Any, Any, Any]], "Future[Any]"]


@dataclass(frozen=True, slots=True)
class _Question:
    owner: QObject
    then: Callable[[Any], None] | None
    failed: Callable[[Problem], None] | None


class Calls(QObject):
    """Asks the desk. Answers for an owner that is gone are dropped."""

    unheard = Signal(object)  # Problem that the one who asked does not show
    bug = Signal(object)  # BaseException that is nobody's expected failure

    _answered = Signal(object, object)

    def __init__(self, desk: "Desk", loop_submit: LoopSubmit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._loop_submit = loop_submit
        self._is_closed = False
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def ask(
        self,
        owner: QObject,
        question: Callable[["Desk"], Coroutine[Any, Any, T]],
        then: Callable[[T], None] | None = None,
        failed: Callable[[Problem], None] | None = None,
    ) -> None:
        """Runs `question` in the worker; `then` or `failed` is called later, in the window's thread.

        An expected failure without `failed` goes to the signal `unheard`, any other exception to `bug`.
        After `close` nothing is asked any more.
        """
        if self._is_closed:
            return
        asked = _Question(owner, then, failed)
        future = self._loop_submit(question(self._desk))
        future.add_done_callback(lambda done: self._post(asked, done))

    def close(self) -> None:
        """The worker ends: late timers of the window ask nobody."""
        self._is_closed = True

    def _post(self, asked: _Question, done: "Future[Any]") -> None:
        if not done.cancelled() and shiboken6.isValid(self):
            self._answered.emit(asked, done)

    def _deliver(self, asked: _Question, done: "Future[Any]") -> None:
        if not shiboken6.isValid(asked.owner):
            return
        error = done.exception()
        if error is None:
            if asked.then is not None:
                asked.then(answer_in_words(done.result()))
        elif not isinstance(error, UserError):
            self.bug.emit(error)
        elif asked.failed is not None:
            asked.failed(answer_in_words(error.problem))
        else:
            self.unheard.emit(answer_in_words(error.problem))
