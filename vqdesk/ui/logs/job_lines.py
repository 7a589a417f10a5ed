"""The lines of a job's log, kept in memory."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QObject

from vqdesk.domain.job import LogEntry
from vqdesk.ui.language import in_words
from vqdesk.ui.logs.lines import LogLine, LogLines


class JobLines(LogLines):
    """Lines are only ever added at the end; `clear` starts another log."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[LogLine] = []
        self._shown: list[LogLine] = []
        self._matches: list[int] = []
        self._counts: Counter[str] = Counter()
        self._last_id = 0

    @property
    def last_id(self) -> int:
        """Id of the newest entry; 0 without entries."""
        return self._last_id

    @property
    def matches(self) -> Sequence[int]:
        """Rows in which the words were found."""
        return self._matches

    def count(self) -> int:
        """Rows that are shown."""
        return len(self._shown)

    def line(self, at: int) -> LogLine:
        """The line of a row."""
        return self._shown[at]

    def count_of(self, level: str) -> int:
        """Lines of a level, shown or not."""
        return self._counts[level]

    def row_of(self, number: int) -> int:
        """The row of a line's number, or of the next that is shown."""
        return next((at for at, line in enumerate(self._shown) if line.number >= number), len(self._shown) - 1)

    def clear(self) -> None:
        """Forgets all lines."""
        self._lines, self._last_id = [], 0
        self._counts.clear()
        self._apply_wish()
        self.counts_changed.emit()

    def append(self, entries: Sequence[LogEntry]) -> None:
        """Adds newer entries."""
        start = len(self._lines)
        for entry in entries:
            self._last_id = entry.id
            for text in self._texts(entry):
                self._lines.append(LogLine(len(self._lines) + 1, entry.at, entry.kind, text))
        fresh = self._lines[start:]
        self._counts.update(line.level for line in fresh)
        self.counts_changed.emit()
        self._show(fresh, len(self._shown))

    def _apply_wish(self) -> None:
        self._shown, self._matches = [], []
        self._show(self._lines, -1)

    def _show(self, lines: Sequence[LogLine], unchanged: int) -> None:
        pattern, only_hits = self.query.pattern, self.wish.only_hits
        for line in lines:
            is_hit = pattern is not None and pattern.search(line.text) is not None
            if line.level in self.wish.levels and (is_hit or pattern is None or not only_hits):
                if is_hit:
                    self._matches.append(len(self._shown))
                self._shown.append(line)
        self.changed.emit(unchanged)
        self.matches_changed.emit()

    def _texts(self, entry: LogEntry) -> list[str]:
        first, *more = in_words(entry.text).splitlines() or [""]
        if entry.prompt_ordinal:
            first = self.tr("Prompt {n}: {text}").format(n=entry.prompt_ordinal, text=first)
        return [first, *(f"  {text}" for text in more)]
