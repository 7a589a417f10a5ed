"""The tiles: a list that wraps, its keys, and the pointer that looks through clips."""

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QWidget

from vqdesk.domain.outputs import GalleryOutput
from vqdesk.ui.calls import Calls
from vqdesk.ui.commands.list_keys import ListKeys
from vqdesk.ui.outputs.model import GalleryModel
from vqdesk.ui.outputs.scrub import Scrub
from vqdesk.ui.outputs.tiles import TileDelegate
from vqdesk.ui.theme.source import current_theme, follow_theme
from vqdesk.ui.theme.tokens import Theme
from vqdesk.ui.thumbnails import Thumbnails


class GalleryView(QListView):
    """`selected` after every change of what is selected; the other signals are keys and clicks."""

    selected = Signal()
    opened = Signal()
    wished = Signal(str)  # a GalleryWish, or a rating
    copy_asked = Signal()

    def __init__(self, calls: Calls, keys: ListKeys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self.gallery = GalleryModel(calls, self)
        self.pictures = Thumbnails(calls, self)
        self.scrub = Scrub(calls, self)
        self.tiles = TileDelegate(self.pictures, self.scrub, self)
        self.setModel(self.gallery)
        self.setItemDelegate(self.tiles)
        self._set_up()
        self.pictures.arrived.connect(lambda _path: self.viewport().update())
        self.gallery.changed.connect(self.viewport().update)
        self.scrub.changed.connect(self._repaint)
        self.doubleClicked.connect(lambda _index: self.opened.emit())
        self.selectionModel().selectionChanged.connect(lambda *_change: self.selected.emit())
        self.verticalScrollBar().valueChanged.connect(self.pictures.cancel_wishes)
        follow_theme(self._retheme)

    def chosen(self) -> list[GalleryOutput]:
        """The selected outputs whose rows are here, in their order."""
        rows = (self.gallery.known(output_id) for output_id in self.chosen_ids())
        return [row for row in rows if row is not None]

    def chosen_ids(self) -> list[int]:
        """All selected outputs, in their order."""
        spans = sorted((span.top(), span.bottom()) for span in self.selectionModel().selection())
        return [output_id for top, bottom in spans for output_id in self.gallery.ids[top : bottom + 1]]

    def first_in_sight(self) -> int:
        """The place of the first tile that is seen, 0 while there is none."""
        gap = current_theme().space.m
        index = self.indexAt(QPoint(gap, self.tiles.cell.height() // 2))
        return index.row() if index.isValid() else 0

    def go_to(self, at: int) -> None:
        """Selects a tile and puts it on top."""
        index = self.gallery.index(at)
        self.setCurrentIndex(index)
        self.scrollTo(index, QListView.ScrollHint.PositionAtTop)
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Wishes about what is selected; the rest moves in the list."""
        if (wish := self._keys.wish_of(event)) is not None:
            self.wished.emit(wish)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Looks through the clip under the pointer."""
        super().mouseMoveEvent(event)
        if event.buttons():
            return
        index = self.indexAt(event.position().toPoint())
        row = self.gallery.known(self.gallery.ids[index.row()]) if index.isValid() else None
        place = self.tiles.picture_rect(self.visualRect(index)) if row else None
        if row is None or place is None or not place.contains(event.position().toPoint()):
            self.scrub.move(None)
        else:
            self.scrub.move(row, (event.position().x() - place.x()) / max(1, place.width()))

    def leaveEvent(self, event: QEvent) -> None:
        """Tiles show their own pictures again."""
        super().leaveEvent(event)
        self.scrub.move(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tiles grow to fill the row."""
        self._fit()
        super().resizeEvent(event)

    def _repaint(self, output_id: int) -> None:
        at = self.gallery.position(output_id)
        if at >= 0:
            self.update(self.gallery.index(at))

    def tile_shape(self) -> tuple[int, int]:
        """Least width and height of a picture."""
        return current_theme().size.gallery_tile

    def _fit(self) -> None:
        theme = current_theme()
        gap = theme.space.m
        room = self.width() - theme.size.scrollbar - 1
        width, height = self.tile_shape()
        columns = max(1, room // (width + gap))
        cell_width = room // columns
        picture = (cell_width - gap) * height // width
        cell = QSize(cell_width, picture + theme.size.tile_name + gap)
        if cell != self.tiles.cell:
            self.tiles.cell = cell
            self.setGridSize(cell)

    def _set_up(self) -> None:
        self.setAccessibleName(self.tr("Outputs"))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setUniformItemSizes(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        self.setDragDropMode(QListView.DragDropMode.DragOnly)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def _retheme(self, theme: Theme) -> None:
        self.verticalScrollBar().setSingleStep(theme.size.row_prompt)
        self._fit()
