"""The groups at the left of the settings window; one stop for Tab, arrows move."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.painting import Box, paint_box, paint_focus_inside


class GroupList(QListView):
    """`wanted` carries the name of the group that the user chose.

    Its names are in a model of texts: items would be objects of Python that Qt deletes while others look at them.
    """

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = QStringListModel(self)
        self._is_telling = True
        self.setModel(self._names)
        self.setAccessibleName(self.tr("Groups of settings"))
        self.setItemDelegate(_Delegate(self))
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._tell)

    def show_groups(self, names: Sequence[str]) -> None:
        """Lists these; nothing is told."""
        current = str(self.currentIndex().data() or "")
        self._is_telling = False
        self._names.setStringList(list(names))
        self.setCurrentIndex(self._names.index(names.index(current) if current in names else 0))
        self._is_telling = True

    def mark(self, name: str) -> None:
        """Shows which group is in view; nothing is told."""
        names = self._names.stringList()
        if name in names:
            self._is_telling = False
            self.setCurrentIndex(self._names.index(names.index(name)))
            self._is_telling = True

    def _tell(self, current: QModelIndex) -> None:
        if self._is_telling and current.isValid():
            self.wanted.emit(str(current.data()))


class _Delegate(QStyledItemDelegate):
    """Paints one name."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex) -> QSize:
        return QSize(0, current_theme().size.control)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        view = self.parent()
        theme = current_theme()
        is_current = isinstance(view, QListView) and view.currentIndex() == index
        rect = option.rect.adjusted(theme.space.s, 0, -theme.space.s, 0)
        if is_current:
            paint_box(painter, rect, Box("accent.tint", None, theme.radius.control), theme)
            if isinstance(view, QListView) and view.hasFocus():
                paint_focus_inside(painter, rect, theme)
        painter.setFont(theme.font("strong" if is_current else "body"))
        painter.setPen(theme.color("text.primary"))
        inner = rect.adjusted(theme.space.s, 0, -theme.space.s, 0)
        shown = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, shown)
