"""Draws a field of the draft: tick, name, where it comes from, and its value."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from vqdesk.domain.importing import DraftField
from vqdesk.ui.detail.rows import AnyIndex
from vqdesk.ui.theme.icons import paint_icon
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.theme.tokens import Theme
from vqdesk.ui.widgets.painting import Box, paint_box, paint_focus_inside
from vqdesk.ui.workspace.form.editors import shown_value

_VALUE_PART = 0.36


class FieldDelegate(QStyledItemDelegate):
    """One row of two lines; fields that are not ticked stand back."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        """Fixed height; the view gives the width."""
        size = current_theme().size
        return QSize(size.control, size.row_job)

    def tick_rect(self, row: QRect) -> QRect:
        """Where a click ticks: the mark and the room around it."""
        theme = current_theme()
        return QRect(row.x(), row.y(), theme.size.check + 2 * theme.space.s, row.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draws one row."""
        theme = current_theme()
        field: DraftField = index.data(Qt.ItemDataRole.UserRole)
        self._paint_ground(painter, option, theme)
        row: QRect = option.rect
        self._paint_tick(painter, self.tick_rect(row), field, theme)
        left = self.tick_rect(row).right() + 1
        room = row.right() - left - theme.space.s
        value = round(room * _VALUE_PART)
        words = QRect(left, row.y() + theme.space.xs, room - value - theme.space.s, row.height() - theme.space.s)
        self._paint_words(painter, words, field, theme)
        place = QRect(row.right() - theme.space.s - value, row.y(), value, row.height())
        self._paint_value(painter, place, field, theme)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme.color("accent.tint"))
            bar = QRect(option.rect.x(), option.rect.y(), theme.size.selection_bar, option.rect.height())
            painter.fillRect(bar, theme.color("accent.text"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, theme.color("surface.2"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_focus_inside(painter, option.rect, theme)

    def _paint_tick(self, painter: QPainter, place: QRect, field: DraftField, theme: Theme) -> None:
        px = theme.size.check
        square = QRect(place.x() + theme.space.s, place.y() + (place.height() - px) // 2, px, px)
        look = ("accent.fill", None) if field.is_chosen else ("field", "line.control")
        paint_box(painter, square, Box(look[0], look[1], theme.radius.control - 1), theme)
        if field.is_chosen:
            inset = px // 8
            paint_icon(painter, square.adjusted(inset, inset, -inset, -inset), "check", "accent.on", theme)

    def _paint_words(self, painter: QPainter, place: QRect, field: DraftField, theme: Theme) -> None:
        one = field.parameter
        half = place.height() // 2
        upper = QRect(place.x(), place.y(), place.width(), half)
        lower = QRect(place.x(), place.y() + half, place.width(), half)
        painter.setFont(theme.font("strong" if field.is_chosen else "body"))
        painter.setPen(theme.color("text.primary" if field.is_chosen else "text.secondary"))
        self._draw(painter, upper, one.label, Qt.AlignmentFlag.AlignLeft)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("text.secondary"))
        source = " · ".join(part for part in (one.group, field.source) if part)
        self._draw(painter, lower, source, Qt.AlignmentFlag.AlignLeft)

    def _paint_value(self, painter: QPainter, place: QRect, field: DraftField, theme: Theme) -> None:
        one = field.parameter
        text = shown_value(one, one.default).removeprefix(f"{one.label} ")
        painter.setFont(theme.font("body"))
        painter.setPen(theme.color("text.secondary"))
        self._draw(painter, place, text, Qt.AlignmentFlag.AlignRight)

    def _draw(self, painter: QPainter, place: QRect, text: str, side: Qt.AlignmentFlag) -> None:
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter, shown)
