"""Lists of the detail: a model that changes by difference, and a view with the keys they share."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QListView, QWidget

_NO_PARENT = QModelIndex()
AnyIndex = QModelIndex | QPersistentModelIndex


class RowsModel(QAbstractListModel):
    """Frozen rows. `key` tells which row is which, `speak` says a row in one sentence."""

    def __init__(
        self, key: Callable[[Any], Hashable], speak: Callable[[Any], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._key = key
        self._speak = speak
        self._rows: list[Any] = []

    def row(self, at: int) -> Any:
        """The row at a position."""
        return self._rows[at]

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Takes the new rows; those at both ends that are the same ones stay, with their selection."""
        old = [self._key(row) for row in self._rows]
        new = [self._key(row) for row in rows]
        head = _common(old, new)
        tail = _common(old[head:][::-1], new[head:][::-1])
        self._remove(head, len(old) - tail)
        self._insert(head, rows[head : len(rows) - tail])
        self._replace(rows)

    def position(self, key: Hashable) -> int:
        """Where the row with that key is; -1 when it is not here."""
        return next((at for at, row in enumerate(self._rows) if self._key(row) == key), -1)

    def rowCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        """All rows; none below a row."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row itself for the delegate, its sentence for tool tips and screen readers."""
        if role == Qt.ItemDataRole.UserRole:
            return self._rows[index.row()]
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._speak(self._rows[index.row()])
        return None

    def touch(self, wanted: Callable[[Any], bool]) -> None:
        """Repaints the rows that are wanted."""
        for at, row in enumerate(self._rows):
            if wanted(row):
                self.dataChanged.emit(self.index(at), self.index(at))

    def _remove(self, first: int, end: int) -> None:
        if end > first:
            self.beginRemoveRows(_NO_PARENT, first, end - 1)
            del self._rows[first:end]
            self.endRemoveRows()

    def _insert(self, first: int, rows: Sequence[Any]) -> None:
        if rows:
            self.beginInsertRows(_NO_PARENT, first, first + len(rows) - 1)
            self._rows[first:first] = rows
            self.endInsertRows()

    def _replace(self, rows: Sequence[Any]) -> None:
        changed = [at for at, row in enumerate(rows) if row != self._rows[at]]
        self._rows = list(rows)
        for first, last in _spans(changed):
            self.dataChanged.emit(self.index(first), self.index(last))


class RowList(QListView):
    """Enter or a double click opens a row, Ctrl+C copies the selected ones; arrows move inside."""

    opened = Signal(int)
    copy_asked = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Ctrl+C."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        else:
            super().keyPressEvent(event)

    def selected_positions(self) -> list[int]:
        """Positions of the selected rows from top to bottom."""
        return sorted(index.row() for index in self.selectedIndexes())


def _common(one: Sequence[Hashable], other: Sequence[Hashable]) -> int:
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count


def _spans(positions: Sequence[int]) -> Iterator[tuple[int, int]]:
    first = last = None
    for at in positions:
        if last is None or at != last + 1:
            if last is not None:
                yield first, last
            first = at
        last = at
    if last is not None:
        yield first, last
