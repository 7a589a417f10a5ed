"""Faults of our own: written to the log, told to the user calmly, with details to copy."""

import logging
import sys
import threading
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from vqdesk.domain.errors import Problem

_log = logging.getLogger(__name__)


class FaultReporter(QObject):
    """Takes exceptions that nobody expected, from any thread."""

    reported = Signal(object)  # Problem

    def install(self) -> None:
        """Becomes the process's hook for exceptions that nobody caught."""
        sys.excepthook = self._uncaught
        threading.excepthook = self._thread_ended

    def remove(self) -> None:
        """Gives Python's own hooks back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def report(self, error: BaseException) -> None:
        """Logs and tells an exception."""
        _log.error("unexpected fault", exc_info=error)
        self.reported.emit(
            Problem(
                self.tr("VQDesk made a mistake; the queue is safe."),
                f"{type(error).__name__}: {error}",
                self.tr("If it happens again, copy the details and report them."),
                details="".join(traceback.format_exception(error)),
            )
        )

    def _uncaught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            self.report(error.with_traceback(trace))

    def _thread_ended(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self.report(arguments.exc_value)
