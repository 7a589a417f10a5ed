"""The tray's picture: our icon, with a ring around it that closes as the queue's work is done."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QApplication

from vqdesk.ui.theme.source import current_theme

_EDGE = 64
"""Desktops shrink it to what they show."""
_RING = 8
_TURN = 360 * 16
_TOP = 90 * 16


def tray_icon(percent: int | None, paused: bool) -> QIcon:
    """`percent` of the work is done; None shows the icon alone."""
    own = QApplication.windowIcon()
    if percent is None:
        return own
    theme = current_theme()
    picture = QPixmap(_EDGE, _EDGE)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inner = _EDGE - 3 * _RING
    own.paint(painter, (_EDGE - inner) // 2, (_EDGE - inner) // 2, inner, inner)
    ring = QRectF(0, 0, _EDGE, _EDGE).adjusted(_RING / 2, _RING / 2, -_RING / 2, -_RING / 2)
    painter.setPen(QPen(theme.color("line.control"), _RING))
    painter.drawEllipse(ring)
    color = theme.color("status.paused" if paused else "accent.fill")
    painter.setPen(QPen(color, _RING, c=Qt.PenCapStyle.FlatCap))
    painter.drawArc(ring, _TOP, -_TURN * percent // 100)
    painter.end()
    return QIcon(picture)
