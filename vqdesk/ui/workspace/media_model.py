"""The files of a workspace, in their order, as rows of an item model."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from pathlib import PurePath
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from vqdesk.domain.errors import Problem
from vqdesk.domain.framing import Size, is_cropped
from vqdesk.domain.media import MediaFacts, MediaKind
from vqdesk.ui.workspace import media_words

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_MOST_SINGLE_REMOVALS = 50


@dataclass(frozen=True, slots=True)
class MediaItem:
    """A file of the grid; with a problem it cannot be queued. Facts come after it was looked at."""

    path: str
    problem: Problem | None = None
    facts: MediaFacts | None = None
    fingerprint: str = ""  # equal for equal contents

    @property
    def name(self) -> str:
        return PurePath(self.path).name


class MediaRole(IntEnum):
    """What the delegate asks for."""

    ITEM = Qt.ItemDataRole.UserRole
    MARKS = Qt.ItemDataRole.UserRole + 1  # list of short words


class MediaModel(QAbstractListModel):
    """Each path once. `changed` comes after every change of content or order."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: list[MediaItem] = []
        self._row_of: dict[str, int] = {}
        self._first_with: dict[str, int] = {}  # fingerprint → row
        self._target: Size | None = None

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

    @property
    def twins(self) -> list[int]:
        """Rows whose content stands in an earlier row too."""
        return [row for row in range(len(self._items)) if self._twin_of(row) is not None]

    def summary(self) -> str:
        """“5 cropped to 832 × 480 · 1 twice”: what is worth a look before queueing; empty when nothing is."""
        target, twins = self._target, len(self.twins)
        cropped = sum(_is_cropped(item, target) for item in self._items) if target else 0
        said = []
        if cropped and target:
            said.append(self.tr("{0} cropped to {1}").format(cropped, media_words.size_words(target)))
        if twins:
            said.append(self.tr("{0} twice").format(twins))
        return " · ".join(said)

    def set_target(self, size: Size | None) -> None:
        """The size that the workflow makes; pictures of another shape are marked."""
        if size != self._target:
            self._target = size
            self._refresh()

    def add(self, items: Iterable[MediaItem]) -> int:
        """Appends what is new and returns how many were there already."""
        offered = list(items)
        fresh = {item.path: item for item in offered if item.path not in self._row_of}
        known = [item for item in offered if item.path not in fresh]
        if fresh:
            start = len(self._items)
            self.beginInsertRows(_ROOT, start, start + len(fresh) - 1)
            self._items += fresh.values()
            self._number(start)
            self.endInsertRows()
        self.settle(known)
        return len(offered) - len(fresh)

    def remove(self, rows: Iterable[int]) -> None:
        """Takes files out."""
        doomed = set(rows)
        if len(doomed) > _MOST_SINGLE_REMOVALS:  # each costs the view a look at all others
            self.replace_all([item for row, item in enumerate(self._items) if row not in doomed])
            return
        for row in sorted(doomed, reverse=True):
            self.beginRemoveRows(_ROOT, row, row)
            del self._items[row]
            self.endRemoveRows()
        if doomed:
            self._number(0)
            self._refresh(min(doomed))
            self.changed.emit()

    def replace_all(self, items: Iterable[MediaItem]) -> None:
        """Shows other files."""
        self.beginResetModel()
        self._items = list({item.path: item for item in items}.values())
        self._number(0)
        self.endResetModel()
        self.changed.emit()

    def settle(self, items: Iterable[MediaItem]) -> None:
        """Takes what was found out about files; those that are not here (any more) are left out."""
        for item in items:
            row = self._row_of.get(item.path)
            if row is not None and self._items[row] != item:
                self._items[row] = item
                self._first_with[item.fingerprint] = min(row, self._first_with.get(item.fingerprint, row))
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
        self._number(0)
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
        """Name, path and facts as tool tip, one sentence for screen readers, the file itself and its marks."""
        if not index.isValid() or index.row() >= len(self._items):
            return None
        item = self._items[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return item.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join((item.path, *self.remarks(index.row())))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index.row())
        if role == MediaRole.MARKS:
            return self._marks(index.row())
        return item if role == MediaRole.ITEM else None

    def remarks(self, row: int) -> list[str]:
        """Facts, warnings and problem of a file, a sentence each."""
        item, twin = self._items[row], self._twin_of(row)
        said = [media_words.facts_line(item.facts)] if item.facts else []
        if item.facts and self._target and (warning := media_words.warning_words(item.facts, self._target)):
            said.append(warning)
        if twin is not None:
            said.append(self.tr("The same picture as number {0}, {1}.").format(twin + 1, self._items[twin].name))
        return [*said, item.problem.sentence()] if item.problem else said

    def _marks(self, row: int) -> list[str]:
        item, twin = self._items[row], self._twin_of(row)
        marks = [] if twin is None else [media_words.twin_words(twin + 1)]
        if item.facts and self._target and (badge := media_words.warning_badge(item.facts, self._target)):
            marks.append(badge)
        return marks

    def _spoken(self, row: int) -> str:
        item = self._items[row]
        is_video = item.facts is not None and item.facts.kind is MediaKind.VIDEO
        kind = self.tr("Video {0} of {1}, {2}") if is_video else self.tr("Image {0} of {1}, {2}")
        said = kind.format(row + 1, len(self._items), item.name)
        return ", ".join((said, item.problem.summary) if item.problem else (said, *self._marks(row)))

    def _twin_of(self, row: int) -> int | None:
        fingerprint = self._items[row].fingerprint
        first = self._first_with.get(fingerprint) if fingerprint else None
        return first if first is not None and first < row else None

    def _number(self, start: int) -> None:
        if start == 0:
            self._row_of, self._first_with = {}, {}
        for row in range(start, len(self._items)):
            self._row_of[self._items[row].path] = row
            self._first_with.setdefault(self._items[row].fingerprint, row)

    def _refresh(self, first: int = 0) -> None:
        if first < len(self._items):
            self.dataChanged.emit(self.index(first), self.index(len(self._items) - 1))


def _is_cropped(item: MediaItem, target: Size) -> bool:
    return item.facts is not None and is_cropped((item.facts.width, item.facts.height), target)
