"""A banner on top of a list: what is the matter with a lane, and one button."""

from typing import Literal

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.buttons import Button
from vqdesk.ui.widgets.labels import ElidedLabel, Label
from vqdesk.ui.widgets.painting import Box, paint_box
from vqdesk.ui.widgets.status import paint_status_glyph, status_look

Kind = Literal["paused", "offline", "failed", "waiting"]


class Banner(QWidget):
    """Says a fact and its second line; `acted` when its button is clicked. Hidden until `tell`."""

    acted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind: Kind = "paused"
        self._text = Label("", "strong")
        self._second = ElidedLabel("", "small")
        self.button = Button("", small=True)
        self.button.clicked.connect(self.acted)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._build_row()
        self.hide()

    def tell(self, kind: Kind, text: str, second: str = "", button: str = "") -> None:
        """Shows the banner; without a button word there is no button."""
        self._kind = kind
        self._text.setText(text)
        self._second.setText(second)
        self._second.setVisible(bool(second))
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self.setAccessibleName(f"{text}. {second}" if second else text)
        self.updateGeometry()
        self.show()
        self.update()

    def sizeHint(self) -> QSize:
        """Fixed heights: one line needs less."""
        size = current_theme().size
        height = size.strip if self._second.isHidden() else size.banner
        return QSize(super().sizeHint().width(), height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the fill and the shape, which stands by the first line."""
        theme = current_theme()
        painter = QPainter(self)
        paint_box(painter, self.rect(), Box(status_look(self._kind).tint, None, theme.radius.control), theme)
        px = theme.size.glyph_small
        line = self._text.geometry()
        square = QRect(theme.space.m, line.y() + (line.height() - px) // 2, px, px)
        paint_status_glyph(painter, square, self._kind, theme)

    def _build_row(self) -> None:
        theme = current_theme()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._text)
        words.addWidget(self._second)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space.m + theme.space.l, 0, theme.space.s, 0)
        row.setSpacing(theme.space.s)
        row.addLayout(words, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
