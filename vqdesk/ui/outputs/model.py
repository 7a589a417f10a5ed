"""The outputs in their order: ids all at once, rows as they are seen."""

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, Qt, QUrl, Signal

from vqdesk.domain.errors import Problem
from vqdesk.domain.outputs import GalleryOutput
from vqdesk.ui.calls import Calls
from vqdesk.ui.detail.rows import AnyIndex
from vqdesk.ui.outputs.words import sentence_of
from vqdesk.ui.paced import Paced

_CAPACITY = 3_000
_BATCH = 200
_FRAME_MS = 16
_NO_PARENT = QModelIndex()


class GalleryModel(QAbstractListModel):
    """Rows that are not here are asked for once; `failed` when they cannot be read."""

    arrived = Signal()
    changed = Signal()  # rows look different; none has come or gone
    failed = Signal(object)  # Problem

    def __init__(self, calls: Calls, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._calls = calls
        self._ids: list[int] = []
        self._places: dict[int, int] = {}
        self._rows: OrderedDict[int, GalleryOutput] = OrderedDict()
        self._wanted: OrderedDict[int, None] = OrderedDict()
        self._fetch = Paced(self._ask, _FRAME_MS, self)

    @property
    def ids(self) -> Sequence[int]:
        """All outputs in their order."""
        return self._ids

    def set_ids(self, ids: Sequence[int]) -> None:
        """Takes another list; those at both ends that are the same ones stay, with their selection."""
        head = _common(self._ids, ids)
        tail = _common(self._ids[head:][::-1], ids[head:][::-1])
        if len(self._ids) > head + tail:
            self.beginRemoveRows(_NO_PARENT, head, len(self._ids) - tail - 1)
            del self._ids[head : len(self._ids) - tail]
            self._note_places()
            self.endRemoveRows()
        if len(ids) > head + tail:
            self.beginInsertRows(_NO_PARENT, head, len(ids) - tail - 1)
            self._ids[head:head] = ids[head : len(ids) - tail]
            self._note_places()
            self.endInsertRows()

    def position(self, output_id: int) -> int:
        """Where an output is; -1 when it is not here."""
        return self._places.get(output_id, -1)

    def known(self, output_id: int) -> GalleryOutput | None:
        """The row if it is here; asks for nothing."""
        return self._rows.get(output_id)

    def put(self, rows: Iterable[GalleryOutput]) -> None:
        """Takes rows that are newer than those here; no `dataChanged`, which would lay out all tiles again."""
        for row in rows:
            self._rows[row.id] = row
            self._rows.move_to_end(row.id)
        while len(self._rows) > _CAPACITY:
            self._rows.popitem(last=False)
        self.changed.emit()

    def refresh(self) -> None:
        """Reads again what is here; old rows stay until the new ones arrive."""
        for output_id in self._rows:
            self._wanted[output_id] = None
        if self._wanted:
            self._fetch.request()

    def rowCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        """All outputs; none below one."""
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row for the delegate, its sentence for tool tips and screen readers."""
        if role == Qt.ItemDataRole.UserRole:
            return self._row(self._ids[index.row()])
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            row = self._rows.get(self._ids[index.row()])
            return sentence_of(row) if row else None
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Tiles can be dragged out."""
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        """Files."""
        return ["text/uri-list"]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The files of these tiles."""
        carried = QMimeData()
        rows = (self._rows.get(self._ids[index.row()]) for index in sorted(indexes))
        carried.setUrls([QUrl.fromLocalFile(row.path) for row in rows if row])
        return carried

    def _row(self, output_id: int) -> GalleryOutput | None:
        row = self._rows.get(output_id)
        if row is None:
            self._wanted[output_id] = None
            self._wanted.move_to_end(output_id)
            self._fetch.request()
        else:
            self._rows.move_to_end(output_id)
        return row

    def _note_places(self) -> None:
        self._places = {output_id: at for at, output_id in enumerate(self._ids)}

    def _ask(self) -> None:
        newest = [self._wanted.popitem()[0] for _ in range(min(_BATCH, len(self._wanted)))]
        self._calls.ask(self, lambda desk: desk.outputs.rows(newest), self._take, self._give_up)

    def _take(self, rows: list[GalleryOutput]) -> None:
        self.put(rows)
        self.arrived.emit()
        self._next()

    def _give_up(self, problem: Problem) -> None:
        self.failed.emit(problem)
        self._next()

    def _next(self) -> None:
        if self._wanted:
            self._fetch.request()
        self._fetch.finished()


def _common(one: Sequence[int], other: Sequence[int]) -> int:
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count
