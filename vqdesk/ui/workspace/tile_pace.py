"""What a grid of tiles draws in one turn of the window's thread.

A page of new tiles takes longer to draw than the window may be deaf: they are drawn over several turns.
"""

import time

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, QTimer
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QAbstractItemView

_PATIENCE_S = 0.006  # a third of a frame


class TilePace(QObject):
    """Allows a view's new tiles for a short time in each paint, one at least; the others are asked for again."""

    def __init__(self, view: QAbstractItemView, patience_s: float = _PATIENCE_S) -> None:
        super().__init__(view)
        self.patience_s = patience_s
        self._view = view
        self._until: float | None = None
        self._late: list[QPersistentModelIndex] = []

    def begin(self) -> None:
        """A paint of the view begins."""
        self._until = None

    def allows(self, index: QModelIndex | QPersistentModelIndex) -> bool:
        """Whether this tile may be drawn anew now; if not, the view is asked for it in the next turn."""
        now = time.perf_counter()
        if self._until is None:
            self._until = now + self.patience_s
            return True
        if now < self._until:
            return True
        if not self._late:
            QTimer.singleShot(0, self, self._go_on)
        self._late.append(QPersistentModelIndex(index))
        return False

    def _go_on(self) -> None:
        late, self._late = self._late, []
        for index in late:
            if index.isValid():
                self._view.update(QModelIndex(index))


def whole_cells(region: QRegion, cell: QSize, scrolled: int) -> list[QRect]:
    """Rectangles of whole cells that cover the region, none twice: soft edges drawn twice would be hard.

    In px of the viewport, which shows the cells from `scrolled` px on.
    """
    if cell.isEmpty():
        return list(region)
    parts: list[QRect] = []
    for rect in region:
        first = QPoint(rect.left() // cell.width(), (rect.top() + scrolled) // cell.height())
        last = QPoint(rect.right() // cell.width(), (rect.bottom() + scrolled) // cell.height())
        part = QRect(first, last)
        while touched := next((one for one in parts if one.intersects(part)), None):
            parts.remove(touched)
            part = part.united(touched)
        parts.append(part)
    width, height = cell.width(), cell.height()
    return [
        QRect(one.x() * width, one.y() * height - scrolled, one.width() * width, one.height() * height)
        for one in parts
    ]
