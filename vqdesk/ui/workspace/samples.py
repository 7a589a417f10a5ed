"""The photographs that come with VQDesk, one click away while there are no images."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.thumbnails import Thumbnails, paint_cover
from vqdesk.ui.widgets.buttons import Button
from vqdesk.ui.widgets.labels import ElidedLabel, Label
from vqdesk.ui.widgets.surfaces import Card, row_of
from vqdesk.ui.workspace.media_delegate import EDGE


class SamplesCard(Card):
    """Hidden until it has photos; `chosen` carries their paths."""

    chosen = Signal(list)

    def __init__(self, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._paths: list[str] = []
        self._facts = ElidedLabel("", "small", "text.secondary")
        self.button = Button("", icon="plus", small=True)
        self.button.clicked.connect(lambda: self.chosen.emit(self._paths))
        self._strip = _PictureStrip(thumbnails)
        title = Label(self.tr("Or try it with sample photos"), "strong")
        self.rows.addLayout(row_of(title, self._facts, None, self.button))
        self.rows.addWidget(self._strip)
        self.hide()

    def show_photos(self, paths: Sequence[str]) -> None:
        """Takes the photos to offer."""
        self._paths = list(paths)
        self._facts.setText(self.tr("free to use, already installed"))
        self.button.setText(self.tr("Add {0} sample photos").format(len(paths)))
        self._strip.show_photos(self._paths)

    def set_compact(self, compact: bool) -> None:
        """Where there is little room the photos speak for themselves."""
        self._facts.setVisible(not compact)

    @property
    def has_photos(self) -> bool:
        """Whether there is something to offer."""
        return bool(self._paths)


class _PictureStrip(QWidget):
    """The photos in one row."""

    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._thumbnails = thumbnails
        self._paths: list[str] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        thumbnails.arrived.connect(self._take_picture)  # unlike a lambda, forgotten with the strip

    def _take_picture(self, _key: object) -> None:
        self.update()

    def show_photos(self, paths: list[str]) -> None:
        self._paths = paths
        self.update()

    def sizeHint(self) -> QSize:
        """One row of tiles."""
        width, height = current_theme().size.tile
        return QSize(width, height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the photos side by side over the whole width."""
        if not self._paths:
            return
        theme = current_theme()
        painter = QPainter(self)
        gap = theme.space.m
        width = (self.width() - gap * (len(self._paths) - 1)) // len(self._paths)
        for at, path in enumerate(self._paths):
            rect = QRect(at * (width + gap), 0, width, self.height())
            picture = self._thumbnails.picture(path, lambda desk, path=path: desk.thumbnail(path, EDGE))
            paint_cover(painter, rect, picture, theme)
