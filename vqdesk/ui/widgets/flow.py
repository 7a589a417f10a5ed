"""A layout that breaks rows like words."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QWidget

from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.row_layout import RowLayout


class FlowLayout(RowLayout):
    """Items side by side; what does not fit goes to the next row. Hidden items take no room."""

    def __init__(self, parent: QWidget | None = None, *, gap: int | None = None) -> None:
        super().__init__(parent)
        self._gap = current_theme().space.s if gap is None else gap

    def expandingDirections(self) -> Qt.Orientation:
        """Needs no more than its items."""
        return Qt.Orientation(0)

    def sizeHint(self) -> QSize:
        """All items in one row."""
        hints = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(hint.width() for hint in hints) + self._gap * max(0, len(hints) - 1)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        """The largest item."""
        size = QSize(0, 0)
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, *, move: bool) -> int:
        x, y, row = rect.x(), rect.y(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            hint = item.sizeHint()
            if x > rect.x() and x + hint.width() > rect.right() + 1:
                x, y, row = rect.x(), y + row + self._gap, 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), hint))
            x += hint.width() + self._gap
            row = max(row, hint.height())
        return y + row - rect.y()
