"""Icons by name, coloured by role, sharp at every screen scale."""

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from vqdesk.locations import resources_dir
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.theme.tokens import Theme

_SCREEN_SCALES = (1.0, 1.5, 2.0, 3.0)


def icons_folder() -> Path:
    """The folder with one SVG file per icon."""
    return resources_dir() / "icons"


def icon_pixmap(name: str, color: str, px: int, device_ratio: float = 1.0) -> QPixmap:
    """A square picture of `px` logical pixels in one colour (#RRGGBB). Raises KeyError for an unknown icon."""
    key = f"vqdesk:{name}:{color}:{px}:{device_ratio:.3f}"
    pixmap = QPixmap()
    if QPixmapCache.find(key, pixmap):
        return pixmap
    pixmap = QPixmap(round(px * device_ratio), round(px * device_ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    drawing = QByteArray(_drawing(name).replace(b"currentColor", color.encode()))
    QSvgRenderer(drawing).render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(device_ratio)
    QPixmapCache.insert(key, pixmap)
    return pixmap


def icon(name: str, role: str = "text.primary", theme: Theme | None = None) -> QIcon:
    """An icon for actions and menus, with its disabled look; make it anew after a theme change."""
    theme = theme or current_theme()
    made = QIcon()
    for ratio in _SCREEN_SCALES:
        made.addPixmap(icon_pixmap(name, theme.hex(role), theme.size.icon, ratio))
        faded = icon_pixmap(name, theme.hex("text.disabled"), theme.size.icon, ratio)
        made.addPixmap(faded, QIcon.Mode.Disabled)
    return made


def paint_icon(painter: QPainter, rect: QRect, name: str, role: str, theme: Theme) -> None:
    """Draws an icon in the middle of `rect`, as large as its shorter side."""
    px = min(rect.width(), rect.height())
    pixmap = icon_pixmap(name, theme.hex(role), px, painter.device().devicePixelRatioF())
    painter.drawPixmap(rect.x() + (rect.width() - px) // 2, rect.y() + (rect.height() - px) // 2, pixmap)


@cache
def _drawing(name: str) -> bytes:
    file = icons_folder() / f"{name}.svg"
    try:
        return file.read_bytes()
    except FileNotFoundError as missing:
        raise KeyError(f"no icon named {name}") from missing
