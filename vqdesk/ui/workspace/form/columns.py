"""A layout of equal columns, as many as the widest item allows; the same columns in every row.

A widget with the property `wide` takes two columns where there are two.
"""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem

from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.row_layout import RowLayout

_MOST_COLUMNS = 4


class ColumnLayout(RowLayout):
    """Items fill rows from the left. Hidden items take no room."""

    def expandingDirections(self) -> Qt.Orientation:
        """As wide as possible."""
        return Qt.Orientation.Horizontal

    def sizeHint(self) -> QSize:
        """All items in one column."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """The widest item; one row high."""
        size = QSize(0, 0)
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, rect: QRect, *, move: bool) -> int:
        items = self._shown()
        gap = current_theme().space.m
        column, columns = self._columns(items, rect.width(), gap)
        y = rect.y()
        for row in _rows(items, columns):
            widths = [column * span + gap * (span - 1) for _, span in row]
            height = max(_height(item, width) for (item, _), width in zip(row, widths, strict=True))
            x = rect.x()
            for (item, _), width in zip(row, widths, strict=True):
                if move:
                    item.setGeometry(QRect(QPoint(x, y), QSize(width, height)))
                x += width + gap
            y += height + gap
        return max(0, y - gap - rect.y())

    def _columns(self, items: list[QLayoutItem], width: int, gap: int) -> tuple[int, int]:
        """Width of a column in px, and how many there are."""
        widest = max((item.minimumSize().width() for item in items if not _is_wide(item)), default=1)
        columns = max(1, min(_MOST_COLUMNS, (width + gap) // max(1, widest + gap)))
        return (width - gap * (columns - 1)) // columns, columns


def _rows(items: list[QLayoutItem], columns: int) -> Iterator[list[tuple[QLayoutItem, int]]]:
    """Items of each row with the number of columns that each takes."""
    row: list[tuple[QLayoutItem, int]] = []
    taken = 0
    for item in items:
        span = min(2, columns) if _is_wide(item) else 1
        if taken + span > columns:
            yield row
            row, taken = [], 0
        row.append((item, span))
        taken += span
    if row:
        yield row


def _is_wide(item: QLayoutItem) -> bool:
    widget = item.widget()
    return widget is not None and bool(widget.property("wide"))


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
