"""What a tab shows besides its name: the user's mark, changes that are not in the queue, and the cross."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter

from vqdesk.domain.workspace import Workspace
from vqdesk.ui.theme.icons import paint_icon
from vqdesk.ui.theme.tokens import Theme
from vqdesk.ui.widgets.painting import Box, paint_box


def paint_tab_marks(painter: QPainter, tab: QRect, one: Workspace, theme: Theme) -> None:
    """A line in the user's colour below the name, and a dot before it while there are changes."""
    space, mark = theme.space, theme.size.selection_bar
    if one.colour:
        below = QRect(tab.left() + space.m, tab.bottom() - mark + 1, tab.width() - 2 * space.m, mark)
        painter.fillRect(below, theme.color(f"label.{one.colour}"))
    if one.state.is_changed:
        side = space.s - theme.size.ring
        top = space.s + (tab.height() - space.s - side) // 2
        dot = QRect(tab.left() + (space.m - side) // 2, top, side, side)
        paint_box(painter, dot, Box(fill="text.secondary", radius=space.s), theme)


def paint_cross(painter: QPainter, place: QRect, pointer: QPoint, theme: Theme) -> None:
    """Brighter under the pointer."""
    is_under = place.contains(pointer)
    if is_under:
        paint_box(painter, place, Box(fill="surface.3", radius=theme.radius.control), theme)
    icon = QRect(0, 0, theme.size.icon, theme.size.icon)
    icon.moveCenter(place.center())
    paint_icon(painter, icon, "close", "text.primary" if is_under else "text.secondary", theme)
