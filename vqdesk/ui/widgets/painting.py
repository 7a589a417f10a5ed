"""Shapes that several widgets and delegates draw."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from vqdesk.ui.theme.tokens import Theme


@dataclass(frozen=True, slots=True)
class Box:
    """A rounded box: colour roles (None draws nothing), line width and radius in px."""

    fill: str | None = None
    line: str | None = None
    radius: int = 0
    width: int = 1
    square_left: bool = False
    square_right: bool = False


def draw_from_left(widget: QWidget) -> None:
    """For a widget that draws itself: left to right also in a mirrored window, so that nothing overlaps."""
    widget.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def painter_from_left(widget: QWidget) -> QPainter:
    """The painter of such a widget: Qt would place words as in the application."""
    painter = QPainter(widget)
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    return painter


def paint_box(painter: QPainter, rect: QRect, box: Box, theme: Theme) -> None:
    """Draws the box inside `rect`, its line inside too, without blurred edges."""
    inset = box.width / 2 if box.line else 0.0
    path = _outline(QRectF(rect).adjusted(inset, inset, -inset, -inset), box)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color(box.line), box.width) if box.line else Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(box.fill) if box.fill else Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    painter.restore()


def paint_pill(painter: QPainter, rect: QRectF, color: QColor) -> None:
    """Draws a bar with round ends."""
    radius = min(rect.width(), rect.height()) / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawRoundedRect(rect, radius, radius)
    painter.restore()


def paint_bar(painter: QPainter, rect: QRect, fraction: float, role: str, theme: Theme) -> None:
    """Draws a progress bar: the track and its part `fraction` (0 to 1) in the colour of `role`."""
    paint_pill(painter, QRectF(rect), theme.color("track"))
    if fraction <= 0:
        return
    part = QRectF(rect)
    part.setWidth(max(part.height(), part.width() * min(1.0, fraction)))
    paint_pill(painter, part, theme.color(role))


def paint_focus_inside(painter: QPainter, rect: QRect, theme: Theme, radius: int | None = None) -> None:
    """Draws the focus ring inside `rect`, for rows and fields."""
    corner = theme.radius.control if radius is None else radius
    paint_box(painter, rect, Box(line="focus.ring", radius=corner, width=theme.size.ring), theme)


def _outline(rect: QRectF, box: Box) -> QPainterPath:
    radius = min(float(box.radius), rect.width() / 2, rect.height() / 2)
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addRoundedRect(rect, radius, radius)
    if box.square_left:
        path.addRect(QRectF(rect.left(), rect.top(), radius * 2, rect.height()))
    if box.square_right:
        path.addRect(QRectF(rect.right() - radius * 2, rect.top(), radius * 2, rect.height()))
    return path.simplified()
