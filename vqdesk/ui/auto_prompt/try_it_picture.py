"""The small picture of the image that is tried."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from vqdesk.ui.calls import Calls
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.thumbnails import Thumbnails, paint_cover


class TryPicture(QWidget):
    """Blank without an image; the name beside it says what it is."""

    def __init__(self, calls: Calls, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = ""
        self._pictures = Thumbnails(calls, self)
        self._pictures.arrived.connect(lambda _key: self.update())
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_path(self, path: str) -> None:
        """Shows another image."""
        self._path = path
        self.update()

    def sizeHint(self) -> QSize:
        """As in the rows of the queue."""
        return QSize(*current_theme().size.thumb_row)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the middle of the image."""
        theme, path = current_theme(), self._path
        edge = round(max(theme.size.thumb_row) * self.devicePixelRatioF())
        picture = self._pictures.picture(path, lambda desk: desk.thumbnail(path, edge)) if path else None
        paint_cover(QPainter(self), self.rect(), picture, theme)
