"""Grid and table show the same place: what is selected or scrolled to in one is so in the other."""

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject, QPoint
from PySide6.QtWidgets import QAbstractItemView

from vqdesk.ui.workspace.media_grid import MediaGrid
from vqdesk.ui.workspace.prompts.model import PICTURE
from vqdesk.ui.workspace.prompts.table import PromptTable


class InStep(QObject):
    """The side that the user touches leads; the other one follows without answering."""

    def __init__(self, grid: MediaGrid, table: PromptTable) -> None:
        super().__init__(table)
        self._grid = grid
        self._table = table
        self._follows = False
        grid.selectionModel().selectionChanged.connect(self._from_grid)
        table.selectionModel().selectionChanged.connect(self._from_table)
        grid.verticalScrollBar().valueChanged.connect(self._scroll_table)
        table.verticalScrollBar().valueChanged.connect(self._scroll_grid)

    def _from_grid(self, *_: object) -> None:
        if not self._is_free():
            return
        self._follows = True
        self._table.choose_rows(self._grid.selected_rows())
        self._follows = False

    def _from_table(self, *_: object) -> None:
        if not self._is_free():
            return
        self._follows = True
        model, selection, rows = self._grid.model(), QItemSelection(), self._table.chosen_rows
        for row in rows:
            index = model.index(row, 0)
            selection.select(index, index)
        self._grid.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if rows:
            self._grid.scrollTo(model.index(rows[0], 0))
        self._follows = False

    def _scroll_table(self) -> None:
        cell = self._grid.gridSize()
        first = self._grid.indexAt(QPoint(cell.width() // 2, cell.height() // 2))
        if self._is_free() and first.isValid():
            self._lead(self._table, first.row())

    def _scroll_grid(self) -> None:
        row = self._table.rowAt(0)
        if self._is_free() and row >= 0:
            self._lead(self._grid, row)

    def _lead(self, other: QAbstractItemView, row: int) -> None:
        self._follows = True
        other.scrollTo(other.model().index(row, PICTURE), QAbstractItemView.ScrollHint.PositionAtTop)
        self._follows = False

    def _is_free(self) -> bool:
        return not self._follows and not self._table.isHidden() and self._grid.isVisible()
