"""The grid of images: grows to a few rows, then scrolls; tiles are removed and reordered in it."""

import time

from PySide6.QtCore import QByteArray, QItemSelectionModel, QMimeData, QModelIndex, QPoint, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from vqdesk.ui.theme.source import current_theme, follow_theme
from vqdesk.ui.theme.tokens import Theme
from vqdesk.ui.thumbnails import Thumbnails
from vqdesk.ui.workspace.dropping import OWN_DRAG
from vqdesk.ui.workspace.media_delegate import TileDelegate
from vqdesk.ui.workspace.media_model import MediaModel
from vqdesk.ui.workspace.tile_pace import FastScroll, TilePace, whole_cells

ROWS_TYPE = OWN_DRAG
_MOST_ROWS = 3
_MOST_ROWS_HIGH = 5
_MOST_ROWS_COMPACT = 2
_HIGH = 0.9  # of the design's window: there is room for more rows
_MOST_GROWTH = 1.7  # of the grid's height while its tiles grow
_BATCH = 200
_GROUND = "surface.2"  # of the card around
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class MediaGrid(QListView):
    """Space shows large, Delete removes, Alt+Left and Alt+Right or dragging reorders.

    Takes no files: the panel around it does. Gives its files to other programs that they are dragged to.
    """

    remove_asked = Signal(list)  # rows
    preview_asked = Signal(int)  # row
    undo_asked = Signal()

    def __init__(self, model: MediaModel, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pace = TilePace(self)
        self._tiles = TileDelegate(thumbnails, self.pace, self)
        self._media = model
        self._drop_row = -1
        self._thumbnails = thumbnails
        self.setModel(model)
        self.setItemDelegate(self._tiles)
        self._set_view_up()
        self._tiles.remove_asked.connect(lambda index: self.remove_asked.emit([index.row()]))
        model.changed.connect(self._fit)
        thumbnails.arrived.connect(self._repaint_tile)
        self._fast_scroll = FastScroll(self)
        self._fast_scroll.rested.connect(self._wish_for_seen)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.doubleClicked.connect(lambda index: self.preview_asked.emit(index.row()))
        follow_theme(self._fit)

    def set_compact(self, compact: bool) -> None:
        """Small tiles without names, for small windows; the height follows the window's too."""
        if compact != self._tiles.compact:
            self._tiles.compact = compact
            self.reset()
        self._fit()

    def set_zoom(self, zoom: float) -> None:
        """Size of the tiles; 1 is the smallest."""
        if zoom != self._tiles.zoom:
            self._tiles.zoom = zoom
            kept = self.indexAt(self.viewport().rect().center())
            self._fit()
            self.viewport().update()
            if kept.isValid():
                self.scrollTo(kept, QListView.ScrollHint.PositionAtCenter)

    def selected_rows(self) -> list[int]:
        """Rows in order."""
        return sorted(index.row() for index in self.selectedIndexes())

    def _columns_in(self, room: int) -> int:
        narrowest = self._tiles.tile_size().width() + current_theme().space.xs
        return max(1, (room - 1) // narrowest)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Spreads the tiles."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space, Delete, Ctrl+Z and Alt with arrows."""
        step = _STEPS.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.preview_asked.emit(self.currentIndex().row())
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.undo_asked.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.selectedIndexes():
            self._remove_selected()
        elif step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._move_selected(step)
        else:
            super().keyPressEvent(event)

    def carried(self) -> QMimeData:
        """The selected tiles, for ourselves as rows and for other programs as files."""
        rows, items = self.selected_rows(), self._media.items
        data = QMimeData()
        data.setData(ROWS_TYPE, QByteArray(",".join(map(str, rows)).encode()))
        data.setUrls([QUrl.fromLocalFile(items[row].path) for row in rows])
        return data

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """Takes the selected tiles along."""
        if not self.selected_rows():
            return
        drag = QDrag(self)
        drag.setMimeData(self.carried())
        drag.setPixmap(self.viewport().grab(self.visualRect(self.currentIndex())))
        drag.exec(Qt.DropAction.CopyAction)  # other programs must never move the files away

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Own tiles only; files go to the panel around."""
        if event.mimeData().hasFormat(ROWS_TYPE):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Shows where the tiles would go."""
        if not event.mimeData().hasFormat(ROWS_TYPE):
            event.ignore()
            return
        self._show_drop_row(self._row_before(event.position().toPoint()))
        event.acceptProposedAction()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """The tiles stay where they are."""
        self._show_drop_row(-1)

    def dropEvent(self, event: QDropEvent) -> None:
        """Puts the tiles there."""
        if not event.mimeData().hasFormat(ROWS_TYPE):
            event.ignore()
            return
        rows = [int(row) for row in bytes(event.mimeData().data(ROWS_TYPE).data()).decode().split(",")]
        self._media.move(rows, self._row_before(event.position().toPoint()))
        self._show_drop_row(-1)
        event.acceptProposedAction()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws only the tiles that need it: Qt would draw all between the first and the last of them."""
        self.pace.begin()
        theme = current_theme()
        for part in whole_cells(event.region(), self.gridSize(), self.verticalScrollBar().value()):
            painter = QPainter(self.viewport())
            painter.fillRect(part, theme.color(_GROUND))
            painter.end()
            super().paintEvent(QPaintEvent(part))
        if self._drop_row < 0:
            return
        at_end = self._drop_row >= self._media.rowCount()
        cell = self.visualRect(self._media.index(self._drop_row - 1 if at_end else self._drop_row))
        x = cell.right() - theme.space.xs if at_end else cell.left()
        painter = QPainter(self.viewport())
        painter.fillRect(x, cell.y(), theme.size.ring, cell.height(), theme.color("focus.ring"))

    def _set_view_up(self) -> None:
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_BATCH)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Images"))
        # drawn by itself, ground and all: only then does Qt move what is scrolled, in place of drawing it anew
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def _fit(self, _theme: Theme | None = None) -> None:
        theme = current_theme()
        self._tiles.pixel_ratio = self.devicePixelRatioF()
        height = self._tiles.tile_size().height() + theme.space.s
        most = self._most_height(height)
        room = self.width()
        rows = -(-self._media.rowCount() // self._columns_in(room))
        scrolls = rows * height > most
        if scrolls:
            room -= theme.size.scrollbar
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOn if scrolls else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)  # never “as needed”: the view would keep room for a bar
        cell = QSize((room - 1) // self._columns_in(room), height)
        if cell != self.gridSize():
            self._tiles.cell = cell
            self.setGridSize(cell)
        self.setFixedHeight(min(max(1, rows) * height, most))

    def _most_height(self, tile: int) -> int:
        """Whole rows of small tiles; large ones get more room, and always some of the next row is seen."""
        if self._tiles.compact:
            return _MOST_ROWS_COMPACT * tile
        is_high = self.window().height() >= _HIGH * current_theme().size.window_start[1]
        rows = _MOST_ROWS_HIGH if is_high else _MOST_ROWS
        return round(rows * tile / self._tiles.zoom * max(1.0, min(self._tiles.zoom, _MOST_GROWTH)))

    def _repaint_tile(self, key: object) -> None:
        index = self._media.index_of(key[0]) if isinstance(key, tuple) else QModelIndex()
        if index.isValid():
            self.pace.later(index)

    def _scrolled(self, top: int) -> None:
        """Qt moves the tiles; what has passed, or passes too fast, wishes for no picture."""
        self._thumbnails.cancel_wishes()
        self._fast_scroll.scrolled(top, time.monotonic())
        self._tiles.is_fast = self._fast_scroll.is_fast
        if not self._fast_scroll.is_fast:
            self._wish_for_seen()

    def _wish_for_seen(self) -> None:
        self._tiles.is_fast = False
        seen = self._seen_rows()
        self._tiles.wish_for(self._media.items[seen.start : seen.stop])

    def _seen_rows(self) -> range:
        cell, top = self.gridSize(), self.verticalScrollBar().value()
        columns = self._columns_in(self.viewport().width())
        first, last = top // cell.height(), (top + self.viewport().height()) // cell.height()
        return range(first * columns, min((last + 1) * columns, self._media.rowCount()))

    def _remove_selected(self) -> None:
        rows = self.selected_rows()
        self.remove_asked.emit(rows)
        if self._media.rowCount():
            neighbour = self._media.index(min(rows[0], self._media.rowCount() - 1))
            self.setCurrentIndex(neighbour)

    def _move_selected(self, step: int) -> None:
        rows = self.selected_rows()
        if not rows or (step < 0 and rows[0] == 0):
            return
        self._media.move(rows, rows[0] - 1 if step < 0 else min(rows[-1] + 2, self._media.rowCount()))
        self.selectionModel().setCurrentIndex(self.currentIndex(), QItemSelectionModel.SelectionFlag.NoUpdate)
        self.scrollTo(self.currentIndex())

    def _row_before(self, at: QPoint) -> int:
        index: QModelIndex = self.indexAt(at)
        if not index.isValid():
            return self._media.rowCount()
        return index.row() + (1 if at.x() > self.visualRect(index).center().x() else 0)

    def _show_drop_row(self, row: int) -> None:
        self._drop_row = row
        self.viewport().update()
