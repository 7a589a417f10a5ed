"""The lines of a job's log that are wanted: by level, and those that hold the words searched for."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt, Signal

from vqdesk.domain.job import LogEntry
from vqdesk.ui.detail.rows import AnyIndex
from vqdesk.ui.detail.words import log_time

LEVELS = ("error", "warning", "info", "debug")
_NO_PARENT = QModelIndex()


@dataclass(frozen=True, slots=True)
class LogLine:
    """One line of an entry, with its number in the job's log from 1; an entry may have several."""

    number: int
    at: str
    level: str
    text: str

    def copied(self) -> str:
        """The line as it is copied."""
        return f"{self.number}\t{log_time(self.at)}\t{self.level}\t{self.text}"


class LogModel(QAbstractListModel):
    """Lines are only ever added at the end; `clear` starts another log."""

    matches_changed = Signal()
    counts_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[LogLine] = []
        self._last_id = 0
        self._shown: list[LogLine] = []
        self._levels = frozenset(LEVELS[:3])
        self._needle = ""
        self._counts: Counter[str] = Counter()
        self.matches: list[int] = []

    @property
    def last_id(self) -> int:
        """Id of the newest entry; 0 without entries."""
        return self._last_id

    @property
    def needle(self) -> str:
        """The words searched for, in lower case."""
        return self._needle

    def line(self, at: int) -> LogLine:
        """The line that is shown at a position."""
        return self._shown[at]

    def count_of(self, level: str) -> int:
        """Number of lines of a level, shown or not."""
        return self._counts[level]

    def clear(self) -> None:
        """Forgets all lines."""
        self.beginResetModel()
        self._lines, self._shown, self._last_id = [], [], 0
        self.endResetModel()
        self._counts.clear()
        self.counts_changed.emit()
        self._find(0)

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
        wanted = [line for line in fresh if line.level in self._levels]
        if not wanted:
            return
        first = len(self._shown)
        self.beginInsertRows(_NO_PARENT, first, first + len(wanted) - 1)
        self._shown += wanted
        self.endInsertRows()
        self._find(first)

    def show_levels(self, levels: frozenset[str]) -> None:
        """Shows the lines of these levels only."""
        self.beginResetModel()
        self._levels = levels
        self._shown = [line for line in self._lines if line.level in levels]
        self.endResetModel()
        self._find(0)

    def search(self, needle: str) -> None:
        """Marks the lines that hold the words; empty marks none."""
        self._needle = needle.strip().lower()
        self._find(0)
        if self._shown:
            self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1))

    def rowCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        """Lines that are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The line for the delegate; its text for tool tips and screen readers."""
        line = self._shown[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return line
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{line.level}, {line.text}"
        return line.text if role == Qt.ItemDataRole.ToolTipRole else None

    def _texts(self, entry: LogEntry) -> list[str]:
        first, *more = entry.text.splitlines() or [""]
        if entry.prompt_ordinal:
            first = self.tr("Prompt {n}: {text}").format(n=entry.prompt_ordinal, text=first)
        return [first, *(f"  {text}" for text in more)]

    def _find(self, first: int) -> None:
        if first == 0:
            self.matches = []
        if self._needle:
            fresh = enumerate(self._shown[first:], start=first)
            self.matches += [at for at, line in fresh if self._needle in line.text.lower()]
        self.matches_changed.emit()
