"""The lines of a log file: pages that are in sight are asked for, and all that was found by query."""

from array import array
from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer

from vqdesk.domain.errors import Problem
from vqdesk.domain.log_lines import LogExtent, LogQuery, LogSource, level_of
from vqdesk.ports import LogFile
from vqdesk.ui.calls import Calls
from vqdesk.ui.logs.hunt import Hunt
from vqdesk.ui.logs.lines import LogLine, LogLines

_PAGE = 200
_MOST_PAGES = 200
_FIRST = 500  # last lines, shown before the file is counted
_PACE_MS = 200


class FileLines(LogLines):
    """Shows the file's end at once, all of it when its lines are counted, and follows what is written."""

    def __init__(self, calls: Calls, source: LogSource, parent: QObject) -> None:
        super().__init__(parent)
        self._calls = calls
        self._file: LogFile | None = None
        self._tail: tuple[str, ...] = ()
        self._lines = 0
        self._is_counted = False
        self._pages: OrderedDict[int, tuple[str, ...]] = OrderedDict()
        self._asked: set[int] = set()
        self._rows: Hunt | None = None  # rows that are shown; None for all
        self._hits: Hunt | None = None
        self._match_rows = array("Q")  # of the hits, where not all rows are shown
        self._pace = QTimer(self, interval=_PACE_MS)
        self._pace.timeout.connect(self._look_again)
        calls.ask(self, lambda desk: desk.log_files.open(source, _FIRST), self._open, self.refused.emit)

    @property
    def file(self) -> LogFile | None:
        """The file, when it has been opened."""
        return self._file

    @property
    def numbers(self) -> Sequence[int] | None:
        """Numbers from 0 of the rows that are shown; None for all."""
        return self._rows.numbers if self._rows else None

    @property
    def matches(self) -> Sequence[int]:
        """Rows in which the words were found."""
        if self.wish.only_hits and self.wish.words:
            return range(self.count())
        if self._hits is None:
            return ()
        if self._rows is None:
            return self._hits.numbers
        known = self._match_rows
        fresh = self._hits.numbers[len(known) :]
        known.extend(bisect_left(self._rows.numbers, number) for number in fresh)
        return known

    @property
    def is_looking(self) -> bool:
        """True while more matches may come."""
        return any(hunt is not None and hunt.is_looking for hunt in (self._rows, self._hits))

    def set_wanted(self, wanted: bool) -> None:
        """Tells whether somebody looks: only then what is written is followed."""
        if wanted:
            self._pace.start()
        else:
            self._pace.stop()

    def count(self) -> int:
        """Rows that are shown."""
        if self._rows is not None:
            return len(self._rows.numbers)
        return self._lines if self._is_counted else len(self._tail)

    def line(self, at: int) -> LogLine | None:
        """The line of a row; asks for it when it is not here."""
        if self._rows is None and not self._is_counted:
            return LogLine(0, "", level_of(self._tail[at]), self._tail[at])
        number = self._rows.numbers[at] if self._rows is not None else at
        page, place = divmod(number, _PAGE)
        lines = self._pages.get(page)
        if lines is None or place >= len(lines):
            self._ask(page)
            if lines is None or place >= len(lines):
                return None
        self._pages.move_to_end(page)
        return LogLine(number + 1, "", level_of(lines[place]), lines[place])

    def row_of(self, number: int) -> int:
        """The row of a line's number, or of the next that is shown."""
        return bisect_left(self._rows.numbers, number - 1) if self._rows is not None else number - 1

    def _open(self, opened: tuple[LogFile, tuple[str, ...]]) -> None:
        self._file, self._tail = opened
        self.changed.emit(-1)
        self._look_again()

    def _look_again(self) -> None:
        file = self._file
        if file is not None:
            self._calls.ask(self, lambda desk: desk.log_files.grow(file), self._take_extent, self._refuse)

    def _take_extent(self, extent: LogExtent) -> None:
        if extent.is_new and self._is_counted:
            self._start_over()
        if extent.part < 1.0 and not self._is_counted:
            self._lines = extent.lines
            self._look_again()
        elif not self._is_counted:
            self._is_counted = True
            self._lines = extent.lines
            if self._rows is None:
                self.shifted.emit(max(0, extent.lines - len(self._tail)))
                self.changed.emit(-1)
            self._apply_wish()
        elif extent.lines != self._lines:
            self._grow(extent.lines)

    def _grow(self, lines: int) -> None:
        before, self._lines = self._lines, lines
        self._pages.pop(max(0, before - 1) // _PAGE, None)
        for hunt in (self._rows, self._hits):
            if hunt is not None:
                hunt.look()
        if self._rows is None:
            self.changed.emit(before)

    def _start_over(self) -> None:
        self._pages.clear()
        self._lines = 0
        self._apply_wish()
        self.changed.emit(-1)

    def _apply_wish(self) -> None:
        for hunt in (self._rows, self._hits):
            if hunt is not None:
                hunt.deleteLater()
        self._rows = self._hits = None
        del self._match_rows[:]
        if self._file is None or not self._is_counted:
            return
        filtered = self.query if self.wish.only_hits else LogQuery(self.wish.levels)
        if not filtered.takes_all:
            self._rows = self._hunt(filtered)
            self._rows.found.connect(self._rows_came)
        if self.wish.words and not self.wish.only_hits:
            self._hits = self._hunt(self.query)
        self.changed.emit(-1)
        self.matches_changed.emit()

    def _rows_came(self) -> None:
        del self._match_rows[:]  # hits beyond the last row had no row of their own
        self.changed.emit(0)

    def _hunt(self, query: LogQuery) -> Hunt:
        hunt = Hunt(self._calls, self._file, query, self)
        hunt.found.connect(self.matches_changed)
        hunt.refused.connect(self.refused)
        hunt.look()
        return hunt

    def _ask(self, page: int) -> None:
        file = self._file
        if page in self._asked or file is None:
            return
        self._asked.add(page)
        self._calls.ask(
            self,
            lambda desk: desk.log_files.lines(file, page * _PAGE, _PAGE),
            lambda lines: self._take_page(page, lines),
            self._refuse,
        )

    def _take_page(self, page: int, lines: tuple[str, ...]) -> None:
        self._asked.discard(page)
        self._pages[page] = lines
        while len(self._pages) > _MOST_PAGES:
            self._pages.popitem(last=False)
        self.changed.emit(self.count())

    def _refuse(self, problem: Problem) -> None:
        self._pace.stop()
        self.refused.emit(problem)
