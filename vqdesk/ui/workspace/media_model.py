"""The files of a workspace, in their order, as rows of an item model."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from pathlib import PurePath
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from vqdesk.domain.errors import Problem

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class MediaItem:
    """A file of the grid; with a problem it cannot be queued."""

    path: str
    problem: Problem | None = None

    @property
    def name(self) -> str:
        return PurePath(self.path).name


class MediaRole(IntEnum):
    """What the delegate asks for."""

    ITEM = Qt.ItemDataRole.UserRole


class MediaModel(QAbstractListModel):
    """Each path once. `changed` comes after every change of content or order."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: list[MediaItem] = []
        self._row_of: dict[str, int] = {}

    @property
    def items(self) -> Sequence[MediaItem]:
        """All files in order."""
        return tuple(self._items)

    @property
    def paths(self) -> tuple[str, ...]:
        """All paths in order."""
        return tuple(item.path for item in self._items)

    @property
    def broken(self) -> list[MediaItem]:
        """Files that cannot be queued."""
        return [item for item in self._items if item.problem]

    def add(self, items: Iterable[MediaItem]) -> int:
        """Appends what is new and returns how many were there already."""
        offered = list(items)
        fresh = {item.path: item for item in offered if item.path not in self._row_of}
        if fresh:
            start = len(self._items)
            self.beginInsertRows(_ROOT, start, start + len(fresh) - 1)
            self._items += fresh.values()
            self._row_of |= {path: start + at for at, path in enumerate(fresh)}
            self.endInsertRows()
            self.changed.emit()
        return len(offered) - len(fresh)

    def remove(self, rows: Iterable[int]) -> None:
        """Takes files out."""
        doomed = sorted(set(rows), reverse=True)
        for row in doomed:
            self.beginRemoveRows(_ROOT, row, row)
            del self._items[row]
            self.endRemoveRows()
        if doomed:
            self._renumber(doomed[-1])
            self.changed.emit()

    def replace_all(self, items: Iterable[MediaItem]) -> None:
        """Shows other files."""
        self.beginResetModel()
        self._items = list({item.path: item for item in items}.values())
        self._row_of = {item.path: row for row, item in enumerate(self._items)}
        self.endResetModel()
        self.changed.emit()

    def judge(self, problems: dict[str, Problem | None]) -> None:
        """Marks files as usable (None) or not; unknown paths are left out."""
        for path, problem in problems.items():
            row = self._row_of.get(path)
            if row is not None and self._items[row].problem != problem:
                self._items[row] = MediaItem(path, problem)
                self.dataChanged.emit(self.index(row), self.index(row))
        self.changed.emit()

    def move(self, rows: Iterable[int], before: int) -> None:
        """Puts these files, in their order, before the row `before` (the number of rows: at the end)."""
        chosen = set(rows)
        moved = [self._items[row] for row in sorted(chosen)]
        head = [item for row, item in enumerate(self._items[:before]) if row not in chosen]
        tail = [item for row, item in enumerate(self._items[before:], before) if row not in chosen]
        if head + moved + tail == self._items:
            return
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        paths = [self._items[index.row()].path for index in kept]
        self._items = head + moved + tail
        self._row_of = {item.path: row for row, item in enumerate(self._items)}
        self.changePersistentIndexList(kept, [self.index(self._row_of[path]) for path in paths])
        self.layoutChanged.emit()
        self.changed.emit()

    def index_of(self, path: str) -> QModelIndex:
        """Where a file is; invalid when it is gone."""
        row = self._row_of.get(path)
        return QModelIndex() if row is None else self.index(row)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Number of files."""
        return 0 if parent.isValid() else len(self._items)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows can be dragged, and nothing is dropped onto a row."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Name, path as tool tip, one sentence for screen readers, and the file itself."""
        if not index.isValid() or index.row() >= len(self._items):
            return None
        item = self._items[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return item.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{item.path}\n{item.problem.sentence()}" if item.problem else item.path
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = self.tr("Image {0} of {1}, {2}").format(index.row() + 1, len(self._items), item.name)
            return f"{said}, {item.problem.summary}" if item.problem else said
        return item if role == MediaRole.ITEM else None

    def _renumber(self, first: int) -> None:
        self._row_of = {item.path: row for row, item in enumerate(self._items)}
        if first < len(self._items):
            self.dataChanged.emit(self.index(first), self.index(len(self._items) - 1))
