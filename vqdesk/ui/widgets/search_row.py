"""How a row of a searchable list looks."""

from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.painting import Box, paint_box

SECTION_ROLE = Qt.ItemDataRole.UserRole + 1
"""Heading under which an item stands."""

DETAIL_ROLE = Qt.ItemDataRole.UserRole + 2
"""Second line of an item."""

WARNS_ROLE = Qt.ItemDataRole.UserRole + 3
"""Whether the second line is a warning."""


def row_height(row: QModelIndex) -> int:
    """Height in px: a heading, one line, or two."""
    size = current_theme().size
    return size.group if row.data(DETAIL_ROLE) else size.control_small + current_theme().space.xs


def paint_row(painter: QPainter, rect: QRect, index: QModelIndex, *, is_current: bool) -> None:
    """Draws the words and, where there is one, the second line."""
    theme = current_theme()
    is_heading = not index.flags() & Qt.ItemFlag.ItemIsEnabled
    if is_current and not is_heading:
        paint_box(painter, rect, Box("accent.tint", None, theme.radius.control), theme)
    inner = rect.adjusted(theme.space.s, 0, -theme.space.s, 0)
    detail = index.data(DETAIL_ROLE) or ""
    painter.setFont(theme.font("label" if is_heading else "body"))
    painter.setPen(theme.color("text.secondary" if is_heading else "text.primary"))
    first = QRect(inner)
    if detail:
        first.setHeight(rect.height() // 2 + theme.space.xs // 2)
    painter.drawText(first, Qt.AlignmentFlag.AlignVCenter, _cut(painter, str(index.data()), inner.width()))
    if not detail:
        return
    painter.setFont(theme.font("small"))
    role = "status.paused" if index.data(WARNS_ROLE) else "text.secondary"
    painter.setPen(theme.color(role))
    second = QRect(inner.x(), first.bottom() - theme.space.xs // 2, inner.width(), rect.bottom() - first.bottom())
    shown = QFontMetrics(painter.font()).elidedText(str(detail), Qt.TextElideMode.ElideRight, inner.width())
    painter.drawText(second, Qt.AlignmentFlag.AlignVCenter, shown)


def _cut(painter: QPainter, words: str, width: int) -> str:
    """File names differ at their ends."""
    return QFontMetrics(painter.font()).elidedText(words, Qt.TextElideMode.ElideMiddle, width)
