"""The groups at the left of the settings window; one stop for Tab, arrows move."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.painting import Box, paint_box, paint_focus_inside


class GroupList(QListWidget):
    """`wanted` carries the name of the group that the user chose."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Groups of settings"))
        self.setItemDelegate(_Delegate(self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(lambda item, _before: item and self.wanted.emit(item.text()))

    def show_groups(self, names: Sequence[str]) -> None:
        """Lists these; nothing is told."""
        self.blockSignals(True)
        current = self.currentItem().text() if self.currentItem() else ""
        self.clear()
        for name in names:
            self.addItem(QListWidgetItem(name))
        self.setCurrentRow(names.index(current) if current in names else 0)
        self.blockSignals(False)

    def mark(self, name: str) -> None:
        """Shows which group is in view; nothing is told."""
        found = self.findItems(name, Qt.MatchFlag.MatchExactly)
        if found:
            self.blockSignals(True)
            self.setCurrentItem(found[0])
            self.blockSignals(False)


class _Delegate(QStyledItemDelegate):
    """Paints one name."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex) -> QSize:
        return QSize(0, current_theme().size.control)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        view = self.parent()
        theme = current_theme()
        is_current = isinstance(view, QListWidget) and view.currentIndex() == index
        rect = option.rect.adjusted(theme.space.s, 0, -theme.space.s, 0)
        if is_current:
            paint_box(painter, rect, Box("accent.tint", None, theme.radius.control), theme)
            if isinstance(view, QListWidget) and view.hasFocus():
                paint_focus_inside(painter, rect, theme)
        painter.setFont(theme.font("strong" if is_current else "body"))
        painter.setPen(theme.color("text.primary"))
        inner = rect.adjusted(theme.space.s, 0, -theme.space.s, 0)
        shown = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, shown)
