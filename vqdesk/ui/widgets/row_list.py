"""The rows of a short list that is filled anew each time it opens."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Row:
    """Words, and more by item role; a heading can't be chosen."""

    words: str
    parts: Mapping[int, object] = field(default_factory=dict)
    is_heading: bool = False


class RowList(QAbstractListModel):
    """Instead of Qt's standard items: those made in Python may be taken apart twice when their window goes."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: Sequence[Row] = ()

    def show(self, rows: Sequence[Row]) -> None:
        """These instead of the ones before."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """A flat list."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a row holds for a role; None for none."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        return row.words if role == Qt.ItemDataRole.DisplayRole else row.parts.get(role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A heading has none."""
        if not index.isValid() or self.rows[index.row()].is_heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
