"""Outputs of one job in a row that scrolls sideways; where there is height for more, in rows."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QWidget

from vqdesk.ui.calls import Calls
from vqdesk.ui.commands.list_keys import ListKeys
from vqdesk.ui.outputs.gallery_keys import STRIP_KEYS
from vqdesk.ui.outputs.view import GalleryView
from vqdesk.ui.theme.source import current_theme


class Filmstrip(GalleryView):
    """A gallery whose tiles are as high as its place."""

    def __init__(self, calls: Calls, parent: QWidget | None = None) -> None:
        super().__init__(calls, ListKeys(STRIP_KEYS), parent)
        self.setHorizontalScrollMode(Filmstrip.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.horizontalScrollBar().valueChanged.connect(self.pictures.cancel_wishes)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel that turns up and down moves the row too."""
        turned = event.angleDelta().y()
        if self.isWrapping() or not turned:
            super().wheelEvent(event)
            return
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - turned * bar.singleStep() // 40)
        event.accept()

    def tile_shape(self) -> tuple[int, int]:
        """As high as the tiles of inputs."""
        height = current_theme().size.tile[1]
        return height * 16 // 9, height

    def _fit(self) -> None:
        theme = current_theme()
        below = theme.size.tile_name + theme.space.m
        width, height = self.tile_shape()
        self.setWrapping(self.height() >= 2 * (height + below))
        if self.isWrapping():
            super()._fit()
            return
        picture = max(theme.size.control, min(height, self.height() - below - theme.size.scrollbar))
        cell = QSize(picture * width // height + theme.space.m, picture + below)
        self.horizontalScrollBar().setSingleStep(cell.width() // 4)
        if cell != self.tiles.cell:
            self.tiles.cell = cell
            self.setGridSize(cell)
