"""Numbers of the lines that a query takes, found piece by piece in the worker."""

from array import array

from PySide6.QtCore import QObject, Signal

from vqdesk.domain.errors import Problem
from vqdesk.domain.log_lines import LogHits, LogPlace, LogQuery
from vqdesk.ports import LogFile
from vqdesk.ui.calls import Calls

MOST = 1_000_000  # more are not kept


class Hunt(QObject):
    """`numbers` count from 0 and grow; deleting the hunt ends it."""

    found = Signal()
    refused = Signal(object)  # Problem

    def __init__(self, calls: Calls, file: LogFile, query: LogQuery, parent: QObject) -> None:
        super().__init__(parent)
        self._calls = calls
        self._file = file
        self._query = query
        self._place = LogPlace()
        self.numbers = array("Q")
        self.is_looking = False

    def look(self) -> None:
        """Looks on until the end of the file."""
        if not self.is_looking and len(self.numbers) < MOST:
            self.is_looking = True
            place = self._place
            self._calls.ask(
                self, lambda desk: desk.log_files.find(self._file, self._query, place), self._take, self._refuse
            )

    def _take(self, hits: LogHits) -> None:
        self.numbers.extend(hits.lines[: MOST - len(self.numbers)])
        self._place = hits.place
        self.is_looking = False
        if not hits.is_end:
            self.look()
        self.found.emit()

    def _refuse(self, problem: Problem) -> None:
        self.is_looking = False
        self.refused.emit(problem)
