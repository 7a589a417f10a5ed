"""What a grid of tiles draws in one turn of the window's thread.

A page of new tiles takes longer to draw than the window may be deaf: they are drawn over several turns.
"""

import time

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, QTimer, Signal
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QAbstractItemView

_PATIENCE_S = 0.006  # a third of a frame
_PAUSE_MS = 5  # without it Qt would paint again before it looks for the user
_FAST_PAGES_S = 2.0  # nobody recognises pictures that pass faster
_REST_MS = 80


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
        self.later(index)
        return False

    def later(self, index: QModelIndex | QPersistentModelIndex) -> None:
        """This tile is drawn anew in one of the next turns, with others that ask for it until then."""
        if not self._late:
            QTimer.singleShot(_PAUSE_MS, self, self._go_on)
        self._late.append(QPersistentModelIndex(index))

    def _go_on(self) -> None:
        late, self._late = self._late, []
        for index in late:
            if index.isValid():
                self._view.update(QModelIndex(index))


class FastScroll(QObject):
    """Whether a view is scrolled so fast that its pictures need not be fetched; `rested` when it rests again."""

    rested = Signal()

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._top, self._at = 0, 0.0
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.rested)

    @property
    def is_fast(self) -> bool:
        """Until it has rested for a moment, or is scrolled slowly."""
        return self._rest.isActive()

    def scrolled(self, top: int, now: float) -> None:
        """The view shows its content from `top` px on since `now`, in seconds."""
        pages = abs(top - self._top) / max(1, self._view.viewport().height())
        if pages > _FAST_PAGES_S * min(now - self._at, 1.0):
            self._rest.start()
        else:
            self._rest.stop()
        self._top, self._at = top, now


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
