"""How a tile of the gallery looks."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from vqdesk.domain.outputs import GalleryOutput
from vqdesk.ui.detail.rows import AnyIndex
from vqdesk.ui.outputs.scrub import Scrub
from vqdesk.ui.outputs.words import length_of, name_of
from vqdesk.ui.theme.icons import paint_icon
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.theme.tokens import Theme
from vqdesk.ui.thumbnails import Thumbnails, paint_cover
from vqdesk.ui.widgets.painting import Box, paint_bar, paint_box, paint_focus_inside

_SCRIM = 0.72
TILE_EDGE = 360
"""Pixels of the long side of a tile's picture, also on dense screens."""


class TileDelegate(QStyledItemDelegate):
    """Picture, length, stars, mark of the favourite, letter in the comparison, name."""

    def __init__(self, pictures: Thumbnails, scrub: Scrub, parent: QWidget) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._scrub = scrub
        self.letters: Mapping[int, str] = {}  # by output id
        self.starts: Mapping[int, str] = {}  # by place: the day that begins there
        self.name: Callable[[GalleryOutput], str] = name_of
        self.cell = QSize()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        """All tiles are alike."""
        return self.cell

    def picture_rect(self, cell: QRect) -> QRect:
        """Where the picture is in a cell, which may be higher than asked for."""
        theme = current_theme()
        below = theme.size.tile_name + theme.space.m
        return QRect(cell.topLeft(), QSize(self.cell.width() - theme.space.m, self.cell.height() - below))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draws one tile."""
        theme = current_theme()
        place = self.picture_rect(option.rect)
        row: GalleryOutput | None = index.data(Qt.ItemDataRole.UserRole)
        if row is None:
            paint_box(painter, place, Box("surface.3", None, theme.radius.control), theme)
            return
        self._paint_picture(painter, place, row, theme)
        self._paint_badges(painter, place, row, theme)
        if (day := self.starts.get(index.row())) and index.row() and row.id not in self.letters:
            self._paint_day(painter, place, day)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            paint_focus_inside(painter, place, theme)
        elif option.state & QStyle.StateFlag.State_HasFocus:
            paint_box(painter, place, Box(None, "text.secondary", theme.radius.control), theme)
        line = QRect(place.x(), place.bottom() + theme.space.xs, place.width(), theme.size.tile_name)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("text.primary" if selected else "text.secondary"))
        name = painter.fontMetrics().elidedText(self.name(row), Qt.TextElideMode.ElideMiddle, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, name)

    def _paint_picture(self, painter: QPainter, place: QRect, row: GalleryOutput, theme: Theme) -> None:
        path = row.path
        still = self._pictures.picture(path, lambda desk: desk.thumbnail(path, TILE_EDGE))
        scrubbed = self._scrub.picture(row.id)
        shown = scrubbed or still
        if shown is not None and shown.isNull():
            self._paint_missing(painter, place, theme)
            return
        paint_cover(painter, place, shown, theme)
        if (at := self._scrub.place(row.id)) is not None:
            bar = QRect(place.x(), 0, place.width(), theme.size.progress)
            bar.adjust(theme.space.s, 0, -theme.space.s, 0)
            bar.moveBottom(place.bottom() - theme.space.xs)
            paint_bar(painter, bar, at, "accent.text", theme)

    def _paint_missing(self, painter: QPainter, place: QRect, theme: Theme) -> None:
        paint_box(painter, place, Box("surface.3", None, theme.radius.control), theme)
        middle = QRect(QPoint(0, 0), theme.size.icon_size)
        middle.moveCenter(place.center())
        paint_icon(painter, middle, "warning", "text.secondary", theme)

    def _paint_badges(self, painter: QPainter, place: QRect, row: GalleryOutput, theme: Theme) -> None:
        gap, height = theme.space.xs, theme.size.badge
        if letter := self.letters.get(row.id):
            box = QRect(
                place.topLeft() + QPoint(gap, gap), QSize(theme.size.control_small, theme.size.control_small)
            )
            paint_box(painter, box, Box("accent.fill", None, theme.radius.control), theme)
            painter.setFont(theme.font("strong"))
            painter.setPen(theme.color("accent.on"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)
        if row.is_favourite:
            star = QRect(place.right() - height - 2 * gap, place.top() + gap, height + gap, height + gap)
            _paint_scrim(painter, star, theme)
            paint_icon(painter, star.adjusted(2, 2, -2, -2), "star-filled", "overlay.on", theme)
        font = theme.font("caption")
        metrics = QFontMetrics(font)
        painter.setFont(font)
        if text := length_of(row):
            width = metrics.horizontalAdvance(text) + theme.space.s
            self._paint_badge(painter, QRect(place.right() - width - gap, 0, width, height), place, text)
        if row.rating:
            width = height + metrics.horizontalAdvance(str(row.rating)) + gap
            box = self._paint_badge(painter, QRect(place.left() + gap, 0, width, height), place, "")
            paint_icon(
                painter,
                QRect(box.x() + 2, box.y() + 2, height - 4, height - 4),
                "star-filled",
                "overlay.on",
                theme,
            )
            number = box.adjusted(height, 0, 0, 0)
            painter.drawText(number, Qt.AlignmentFlag.AlignVCenter, str(row.rating))

    def _paint_day(self, painter: QPainter, place: QRect, day: str) -> None:
        theme = current_theme()
        painter.setFont(theme.font("button"))
        room = place.width() - theme.size.badge - 2 * theme.space.s
        words = painter.fontMetrics().elidedText(day, Qt.TextElideMode.ElideRight, room)
        width = painter.fontMetrics().horizontalAdvance(words) + theme.space.s
        corner = place.topLeft() + QPoint(theme.space.xs, theme.space.xs)
        box = QRect(corner, QSize(width, theme.size.control_small))
        _paint_scrim(painter, box, theme)
        painter.setPen(theme.color("overlay.on"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_badge(self, painter: QPainter, box: QRect, place: QRect, text: str) -> QRect:
        theme = current_theme()
        box.moveBottom(place.bottom() - 2 * theme.space.xs - theme.size.progress)
        _paint_scrim(painter, box, theme)
        painter.setPen(theme.color("overlay.on"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        return box


def _paint_scrim(painter: QPainter, box: QRect, theme: Theme) -> None:
    painter.save()
    painter.setOpacity(_SCRIM)
    paint_box(painter, box, Box("overlay.fill", None, theme.radius.control), theme)
    painter.restore()
