"""Shortcuts as they are drawn: the keys in boxes at the right end of a row."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from vqdesk.ui.commands.book import shown_keys
from vqdesk.ui.theme.tokens import Theme
from vqdesk.ui.widgets.painting import Box, paint_box


def paint_key_caps(painter: QPainter, rect: QRect, keys: Sequence[str], theme: Theme) -> int:
    """Draws each shortcut in a box, from the right end of `rect`; returns the px that they take."""
    font = theme.font("caption")
    painter.setFont(font)
    metrics = QFontMetrics(font)
    right = rect.right() + 1
    for one in reversed(keys):
        words = shown_keys(one)
        width = metrics.horizontalAdvance(words) + theme.space.s
        height = theme.line_height("caption") + 2 * theme.size.line
        cap = QRect(right - width, rect.y() + (rect.height() - height) // 2, width, height)
        paint_box(painter, cap, Box("surface.1", "line.control", theme.radius.control), theme)
        painter.setPen(theme.color("text.secondary"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, words)
        right = cap.x() - theme.space.xs
    return rect.right() + 1 - right
