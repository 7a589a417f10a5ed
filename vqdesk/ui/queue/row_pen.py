"""Draws the words, shapes and bars of a line by roles of the theme."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from vqdesk.ui.theme.tokens import Theme
from vqdesk.ui.widgets.painting import paint_bar
from vqdesk.ui.widgets.status import paint_status_glyph

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RowPen:
    """Draws words, shapes and bars with roles of the theme."""

    def __init__(self, painter: QPainter, theme: Theme) -> None:
        self._painter = painter
        self.theme = theme

    def text(
        self,
        room: QRect,
        words: tuple[str, str, str],
        *,
        right: bool = False,
        elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> int:
        """Draws (text, type role, colour role) within `room`; returns where it ended."""
        text, role, color = words
        if not text or room.width() <= 0:
            return room.left()
        font = self.theme.font(role)
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(text, elide, room.width())
        self._painter.setFont(font)
        self._painter.setPen(self.theme.color(color))
        self._painter.drawText(room, _RIGHT if right else _LEFT, shown)
        return room.left() + metrics.horizontalAdvance(shown)

    def width(self, text: str, role: str) -> int:
        """Px that a text takes."""
        return QFontMetrics(self.theme.font(role)).horizontalAdvance(text)

    def glyph(self, line: QRect, left: int, status: str) -> None:
        """Draws the shape of a status."""
        px = self.theme.size.glyph_small
        top = line.top() + (line.height() - px) // 2
        paint_status_glyph(self._painter, QRect(left, top, px, px), status, self.theme)

    def bar(self, rect: QRect, fraction: float) -> None:
        """Draws a running bar."""
        if rect.width() > 0:
            paint_bar(self._painter, rect, fraction, "status.running", self.theme)


def between(line: QRect, left: int, end: int) -> QRect:
    """The part of a line from `left` up to `end`, px."""
    return QRect(left, line.top(), end - left, line.height())
