"""The frame of the image grid: how many, how large, add and clear."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.buttons import Button, QuietButton
from vqdesk.ui.widgets.labels import ElidedLabel, Label
from vqdesk.ui.widgets.slider import Slider
from vqdesk.ui.widgets.surfaces import Card, row_of
from vqdesk.ui.workspace.media_grid import MediaGrid

_COUNT_AFTER_MS = 200  # many files come in many portions
_ZOOMS = (1.0, 3.0, 0.25)  # least, most, step


class MediaCard(Card):
    """Holds the grid."""

    add_asked = Signal()
    clear_asked = Signal()

    def __init__(self, grid: MediaGrid, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._title = Label("", "strong")
        self._hint = ElidedLabel("", "small", "text.secondary")
        self._model = grid.model()
        self._count = QTimer(self, singleShot=True, interval=_COUNT_AFTER_MS)
        self._count.timeout.connect(self._show_summary)
        self._model.changed.connect(self._count_soon)
        self._model.dataChanged.connect(self._count_soon)
        self.zoom = Slider(*_ZOOMS)
        self.zoom.moved.connect(grid.set_zoom)
        self.zoom.setAccessibleName(self.tr("Size of the pictures"))
        self.zoom.setToolTip(self.tr("Size of the pictures. Space shows one large."))
        add = Button(self.tr("Add"), icon="plus", small=True)
        add.clicked.connect(self.add_asked)
        self.clear = QuietButton(self.tr("Clear"), small=True)
        self.clear.clicked.connect(self.clear_asked)
        self._build(grid, add)
        self._show_summary()

    @property
    def hint(self) -> str:
        """What is worth a look, else what can be done."""
        return self._hint.text()

    def set_title(self, text: str) -> None:
        """How many files there are."""
        self._title.setText(text)

    def set_compact(self, compact: bool) -> None:
        """Small tiles have one size."""
        self.zoom.setVisible(not compact)

    def _count_soon(self) -> None:
        if not self._count.isActive():
            self._count.start()

    def _show_summary(self) -> None:
        self._hint.setText(self._model.summary() or self.tr("drag to reorder"))

    def _build(self, grid: MediaGrid, add: Button) -> None:
        space, size = current_theme().space, current_theme().size
        pad = space.s + space.xs
        self.rows.setContentsMargins(0, space.s, 0, space.s)
        self.rows.setSpacing(space.xs)
        self.zoom.setFixedSize(size.number_field, size.control_small)
        head = row_of(self._title, self._hint, self.zoom, add, self.clear)
        head.setStretch(1, 1)
        head.setContentsMargins(pad, 0, pad, 0)
        tiles = QHBoxLayout()
        tiles.setContentsMargins(pad - size.ring, 0, pad - space.s, 0)
        tiles.addWidget(grid)
        self.rows.addLayout(head)
        self.rows.addLayout(tiles)
