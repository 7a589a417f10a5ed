"""The picture of a colour mark in menus."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap

from vqdesk.ui.theme.source import current_theme


def swatch(colour: str) -> QPixmap:
    """A disc in the colour of a mark, of the size of an icon."""
    theme = current_theme()
    picture = QPixmap(theme.size.icon, theme.size.icon)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(theme.color(f"label.{colour}"))
    painter.setPen(Qt.PenStyle.NoPen)
    inset = theme.size.ring
    painter.drawEllipse(picture.rect().adjusted(inset, inset, -inset, -inset))
    painter.end()
    return picture
