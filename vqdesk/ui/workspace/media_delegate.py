"""Draws a tile of the image grid: picture, number, remove button, name; or why there is no picture."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPixmap, QPixmapCache, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from vqdesk.domain.media import MediaFacts, MediaKind
from vqdesk.ui.theme.icons import paint_icon
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.theme.tokens import Theme
from vqdesk.ui.thumbnails import Thumbnails, paint_cover
from vqdesk.ui.widgets.painting import Box, paint_box
from vqdesk.ui.widgets.status import paint_status_glyph
from vqdesk.ui.workspace.media_model import MediaItem, MediaRole
from vqdesk.ui.workspace.media_words import length_words
from vqdesk.ui.workspace.tile_pace import TilePace

Index = QModelIndex | QPersistentModelIndex
EDGE = 320  # px of the long side that is asked for where nothing else is said
_EDGES = (160, 320, 640)  # few, so that a picture is decoded once for many zooms; small, so that a page fits
_COVER = 1.4  # the long side of a usual photo that fills a tile, by the tile's width
_SCRIM = 0.72


@dataclass(frozen=True, slots=True)
class _Face:
    """What a tile shows."""

    item: MediaItem
    number: int
    marks: tuple[str, ...]
    is_selected: bool


@dataclass(frozen=True, slots=True)
class _Measures:
    """Of all tiles in one look: the picture in px, and the long side that is asked for."""

    theme: Theme
    look: tuple[float, bool, float]
    picture: QSize
    edge: int


class TileDelegate(QStyledItemDelegate):
    """`remove_asked` carries the index whose button was clicked. Compact tiles are small and have no name."""

    remove_asked = Signal(QModelIndex)

    def __init__(self, thumbnails: Thumbnails, pace: TilePace, parent: QObject) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._pace = pace
        self.compact = False
        self.zoom = 1.0
        self.pixel_ratio = 1.0
        self.is_fast = False  # scrolled too fast for pictures: those that are not here are not asked for
        self._measures: _Measures | None = None
        self.cell = QSize()  # room of one tile with its gaps, set by the grid

    def tile_size(self) -> QSize:
        """Picture and name in px."""
        theme = current_theme()
        picture = self._picture_size(theme)
        return picture if self.compact else picture + QSize(0, theme.size.tile_name)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """The same for all."""
        return self.cell

    def remove_rect(self, cell: QRect) -> QRect:
        """The remove button of the tile in that cell."""
        theme = current_theme()
        picture = self._picture_rect(cell, theme)
        px = theme.size.badge + theme.space.xs
        inset = theme.space.xs
        return QRect(picture.right() + 1 - px - inset, picture.y() + inset, px, px)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws everything."""
        item: MediaItem | None = index.data(MediaRole.ITEM)
        if item is None:
            return
        theme, state = current_theme(), option.state
        is_selected = bool(state & QStyle.StateFlag.State_Selected)
        has_marks = not self.compact and item.problem is None
        marks = tuple(index.data(MediaRole.MARKS)) if has_marks else ()
        face = _Face(item, index.row() + 1, marks, is_selected)
        picture = self._picture_rect(option.rect, theme)
        if drawn := self._drawn(face, option.rect.size(), painter, index):
            painter.drawPixmap(option.rect.topLeft(), drawn)
        else:
            paint_cover(painter, picture, None, theme)
        has_keyboard = bool(state & QStyle.StateFlag.State_HasFocus)
        if state & QStyle.StateFlag.State_MouseOver or has_keyboard:
            self._paint_remove(painter, self.remove_rect(option.rect), theme)
        if is_selected or has_keyboard:
            ring = Box(line="focus.ring", radius=theme.radius.control, width=theme.size.ring)
            paint_box(painter, picture.adjusted(-1, -1, 1, 1), ring, theme)

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """A click on the remove button."""
        if event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            inside = self.remove_rect(option.rect).contains(event.position().toPoint())
            if inside and event.button() == Qt.MouseButton.LeftButton:
                self.remove_asked.emit(QModelIndex(index))
                return True
        return super().editorEvent(event, model, option, index)

    def _drawn(self, face: "_Face", size: QSize, painter: QPainter, index: Index) -> QPixmap | None:
        """A tile without what the pointer and the keyboard add, kept by Qt: scrolling draws each only once.

        None when it has to wait for the next turn.
        """
        theme, picture = current_theme(), None
        if face.item.problem is None:
            picture = self._picture_of(face.item.path)
        ratio = painter.device().devicePixelRatioF()
        look = (theme.scheme, theme.size.tile, self.zoom, self.compact, size.toTuple(), ratio)
        key = f"tile {face} {picture.cacheKey() if picture else 0} {look}"
        drawn = QPixmap()
        if QPixmapCache.find(key, drawn):
            return drawn
        if not self._pace.allows(index):
            return None
        drawn = QPixmap(size * ratio)
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(Qt.GlobalColor.transparent)
        self._paint_face(QPainter(drawn), QRect(QPoint(), size), face, picture, theme)
        QPixmapCache.insert(key, drawn)
        return drawn

    def _paint_face(
        self, painter: QPainter, cell: QRect, face: "_Face", small: QPixmap | None, theme: Theme
    ) -> None:
        item, picture = face.item, self._picture_rect(cell, theme)
        self._paint_picture(painter, picture, item, small, theme)
        self._paint_number(painter, picture, face.number, theme)
        self._paint_marks(painter, picture, face.marks, theme)
        if item.facts is not None and item.facts.kind is MediaKind.VIDEO and item.problem is None:
            self._paint_length(painter, picture, item.facts, theme)
        if not self.compact:
            self._paint_name(painter, picture, item.name, "text.primary" if face.is_selected else "text.secondary")

    def _paint_picture(
        self, painter: QPainter, rect: QRect, item: MediaItem, picture: QPixmap | None, theme: Theme
    ) -> None:
        if item.problem is not None:
            self._paint_reason(painter, rect, item.problem.summary, theme)
        elif picture is not None and picture.isNull():
            self._paint_reason(painter, rect, self.tr("No preview"), theme)
        else:
            paint_cover(painter, rect, picture, theme)

    def wish_for(self, items: Iterable[MediaItem]) -> None:
        """Asks for their pictures, where the size that is needed is not here yet."""
        edge = self._edge()
        for item in items:
            if item.problem is None:
                self._wished(item.path, edge)

    def _picture_of(self, path: str) -> QPixmap | None:
        """In the size that is needed, or for the moment in another that is here."""
        edge = self._edge()
        found = self._thumbnails.peek((path, edge)) if self.is_fast else self._wished(path, edge)
        others = (self._thumbnails.peek((path, other)) for other in _EDGES) if found is None else ()
        return next((other for other in others if other is not None), found)

    def _wished(self, path: str, edge: int) -> QPixmap | None:
        return self._thumbnails.picture(
            (path, edge), lambda desk: desk.media.thumbnail(path, edge, first_frame=True)
        )

    def _paint_marks(self, painter: QPainter, picture: QRect, marks: tuple[str, ...], theme: Theme) -> None:
        """From the lower left corner upwards."""
        font = theme.font("caption")
        bottom = picture.bottom() + 1 - theme.space.xs
        painter.setFont(font)
        for words in marks:
            width = QFontMetrics(font).horizontalAdvance(words) + theme.space.s
            badge = QRect(picture.x() + theme.space.xs, bottom - theme.size.badge, width, theme.size.badge)
            self._paint_scrim(painter, badge, theme)
            painter.setPen(theme.color("overlay.on"))
            painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, words)
            bottom = badge.y() - theme.space.xs // 2

    def _paint_length(self, painter: QPainter, picture: QRect, facts: MediaFacts, theme: Theme) -> None:
        font = theme.font("caption")
        words = length_words(facts.duration_s)
        width = QFontMetrics(font).horizontalAdvance(words) + theme.space.s
        inset, height = theme.space.xs, theme.size.badge
        badge = QRect(picture.right() + 1 - inset - width, picture.bottom() + 1 - inset - height, width, height)
        self._paint_scrim(painter, badge, theme)
        painter.setFont(font)
        painter.setPen(theme.color("overlay.on"))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_reason(self, painter: QPainter, rect: QRect, reason: str, theme: Theme) -> None:
        paint_box(painter, rect, Box("tint.failed", "line.normal", theme.radius.control), theme)
        px = theme.size.glyph_small
        top = rect.y() + theme.space.xs
        glyph = QRect(rect.x() + (rect.width() - px) // 2, top, px, px)
        paint_status_glyph(painter, glyph, "failed", theme)
        words = rect.adjusted(theme.space.xs, px + theme.space.s, -theme.space.xs, 0)
        painter.save()
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color("text.primary"))
        painter.setClipRect(words)
        option = QTextOption(Qt.AlignmentFlag.AlignHCenter)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        painter.drawText(words.toRectF(), reason, option)
        painter.restore()

    def _paint_number(self, painter: QPainter, picture: QRect, number: int, theme: Theme) -> None:
        font = theme.font("caption")
        px = theme.size.badge
        width = max(px, QFontMetrics(font).horizontalAdvance(str(number)) + theme.space.s)
        badge = QRect(picture.x() + theme.space.xs, picture.y() + theme.space.xs, width, px)
        self._paint_scrim(painter, badge, theme)
        painter.setFont(font)
        painter.setPen(theme.color("overlay.on"))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(number))

    def _paint_remove(self, painter: QPainter, button: QRect, theme: Theme) -> None:
        self._paint_scrim(painter, button, theme)
        inset = theme.space.xs
        paint_icon(painter, button.adjusted(inset, inset, -inset, -inset), "close", "overlay.on", theme)

    def _paint_scrim(self, painter: QPainter, rect: QRect, theme: Theme) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("overlay.fill", _SCRIM))
        painter.drawRoundedRect(rect, theme.radius.control, theme.radius.control)
        painter.restore()

    def _paint_name(self, painter: QPainter, picture: QRect, name: str, role: str) -> None:
        theme = current_theme()
        font = theme.font("small")
        line = QRect(picture.x(), picture.bottom() + 1, picture.width(), theme.size.tile_name)
        shown = QFontMetrics(font).elidedText(name, Qt.TextElideMode.ElideMiddle, line.width())
        painter.setFont(font)
        painter.setPen(theme.color(role))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)

    def _picture_size(self, theme: Theme) -> QSize:
        return self._measured(theme).picture

    def _picture_rect(self, cell: QRect, theme: Theme) -> QRect:
        return QRect(cell.topLeft() + QPoint(theme.size.ring, theme.size.ring), self._picture_size(theme))

    def _edge(self) -> int:
        return self._measured(current_theme()).edge

    def _measured(self, theme: Theme) -> "_Measures":
        """Asked for several times a tile, so kept until something is different."""
        kept, look = self._measures, (self.zoom, self.compact, self.pixel_ratio)
        if kept is None or kept.theme is not theme or kept.look != look:
            if self.compact:
                picture = QSize(theme.size.thumb_row[0], theme.size.row_job)
            else:
                picture = QSize(*theme.size.tile) * self.zoom
            wanted = picture.width() * self.pixel_ratio * _COVER
            edge = next((one for one in _EDGES if one >= wanted), _EDGES[-1])
            kept = self._measures = _Measures(theme, look, picture, edge)
        return kept
