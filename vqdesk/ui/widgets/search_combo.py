"""A combo box for long lists: its list opens with a line to type in, and keeps what fits."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.fields import ComboBox, LineField
from vqdesk.ui.widgets.labels import Label
from vqdesk.ui.widgets.painting import Box, draw_from_left, paint_box, paint_focus_inside
from vqdesk.ui.widgets.row_list import Row, RowList
from vqdesk.ui.widgets.search_row import DETAIL_ROLE, SECTION_ROLE, WARNS_ROLE, paint_row, row_height

_AT_ROLE = Qt.ItemDataRole.UserRole + 4  # number of the item in the combo box
_COPIED_ROLES = (DETAIL_ROLE, WARNS_ROLE, Qt.ItemDataRole.ToolTipRole)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}
_OPENING = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_F4})
_ROWS_SHOWN = 12


class SearchCombo(ComboBox):
    """`activated` as of any combo box. With `takes_words`, words that are no item can be chosen: `worded`."""

    worded = Signal(str)

    def __init__(self, name: str = "", *, takes_words: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._takes_words = takes_words
        self._popup: _Popup | None = None

    @property
    def popup(self) -> "_Popup":
        """The open or closed list, made at its first use."""
        if self._popup is None:
            self._popup = _Popup(self, self._takes_words)
        return self._popup

    def showPopup(self) -> None:
        """Opens the list below, or above where there is no room."""
        self.popup.open()

    def hidePopup(self) -> None:
        """Closes the list."""
        if self._popup is not None:
            self._popup.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter opens the list and is its first; Enter, Space, F4 and Alt+Down open it, arrows step."""
        key, modifiers = event.key(), event.modifiers()
        has_control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        has_alt = bool(modifiers & Qt.KeyboardModifier.AltModifier)
        is_letter = event.text().isprintable() and bool(event.text().strip()) and not has_alt
        if has_control:
            event.ignore()
        elif key in _OPENING or (has_alt and key == Qt.Key.Key_Down):
            self.showPopup()
        elif is_letter:
            self.showPopup()
            self.popup.line.insert(event.text())
        else:
            super().keyPressEvent(event)


class _Popup(QFrame):
    """The line and the list."""

    def __init__(self, combo: SearchCombo, takes_words: bool) -> None:
        super().__init__(combo, Qt.WindowType.Popup)
        draw_from_left(self)
        self._combo = combo
        self._takes_words = takes_words
        self.line = LineField(icon="search")
        self.line.setPlaceholderText(self.tr("Type to search"))
        self.line.setAccessibleName(self.tr("Search the list"))
        self.line.textChanged.connect(self._fill)
        self.line.installEventFilter(self)
        self.rows = RowList(self)
        self.view = QListView()
        self.view.setObjectName("searchList")
        self.view.setModel(self.rows)
        self.view.setItemDelegate(_Delegate(self.view))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setMouseTracking(True)
        self.view.setAccessibleName(combo.accessibleName())
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.entered.connect(self._point_at)
        self.view.clicked.connect(lambda _: self._take())
        self._nothing = Label("", "small", "text.secondary", wrap=True)
        self._build_rows()

    def open(self) -> None:
        """Shows all items with the chosen one current."""
        self.line.clear()
        self._fill()
        self._place()
        self.show()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)
        self.view.scrollTo(self.view.currentIndex(), QListView.ScrollHint.PositionAtCenter)

    def words(self) -> list[str]:
        """What the list shows now, headings included."""
        return [row.words for row in self.rows.rows]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows move in the list while the line has the keyboard; Enter takes."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None:
                self._move(step)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take()
                return True
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the box."""
        theme = current_theme()
        box = Box("surface.3", "line.control", theme.radius.control)
        paint_box(QPainter(self), self.rect(), box, theme)

    def _fill(self) -> None:
        wanted = self.line.text().casefold().split()
        self.rows.show([*self._found(wanted), *self._offered(self.line.text().strip())])
        current = self._row_of(self._combo.currentIndex()) if not wanted else self._first_row()
        self.view.setCurrentIndex(self.rows.index(max(0, current), 0))
        self._nothing.setText(self.tr("Nothing here has “{0}”.").format(self.line.text().strip()))
        self._nothing.setVisible(self.rows.rowCount() == 0)
        self.view.setVisible(self.rows.rowCount() > 0)
        if self.isVisible():
            self._place()

    def _found(self, wanted: list[str]) -> Iterator[Row]:
        """Items that have all these words, under their headings."""
        combo, section = self._combo, ""
        for at in range(combo.count()):
            if not all(word in self._searched(at) for word in wanted):
                continue
            heading = combo.itemData(at, SECTION_ROLE) or ""
            if heading != section:
                section = heading
                yield Row(heading, is_heading=True)
            parts = {role: combo.itemData(at, role) for role in _COPIED_ROLES}
            yield Row(combo.itemText(at), {**parts, _AT_ROLE: at})

    def _searched(self, at: int) -> str:
        combo = self._combo
        parts = (combo.itemText(at), combo.itemData(at, SECTION_ROLE), combo.itemData(at, DETAIL_ROLE))
        tip = combo.itemData(at, Qt.ItemDataRole.ToolTipRole)
        return " ".join(str(part) for part in (*parts, combo.itemData(at), tip) if part).casefold()

    def _offered(self, words: str) -> list[Row]:
        """What was typed, as a last item."""
        is_item = any(self._combo.itemText(at) == words for at in range(self._combo.count()))
        if not self._takes_words or not words or is_item:
            return []
        return [Row(self.tr("Use “{0}”").format(words), {_AT_ROLE: -1})]

    def _row_of(self, at: int) -> int:
        rows = enumerate(self.rows.rows)
        return next((at_row for at_row, row in rows if row.parts.get(_AT_ROLE) == at), self._first_row())

    def _first_row(self) -> int:
        return next((at for at, row in enumerate(self.rows.rows) if not row.is_heading), -1)

    def _move(self, step: int) -> None:
        row, sign = self.view.currentIndex().row() + step, 1 if step > 0 else -1
        rows = self.rows.rows
        row = max(0, min(len(rows) - 1, row))
        while 0 <= row < len(rows) and rows[row].is_heading:
            row += sign
        if 0 <= row < len(rows):
            self.view.setCurrentIndex(self.rows.index(row, 0))

    def _point_at(self, index: QModelIndex) -> None:
        if index.flags() & Qt.ItemFlag.ItemIsEnabled:
            self.view.setCurrentIndex(index)

    def _take(self) -> None:
        at = self.view.currentIndex().data(_AT_ROLE)
        if at is None:
            return
        words = self.line.text().strip()
        self.hide()
        if at < 0:
            self._combo.worded.emit(words)
            return
        self._combo.setCurrentIndex(at)
        self._combo.activated.emit(at)

    def _place(self) -> None:
        combo, space = self._combo, current_theme().space
        heights = [row_height(self.rows.index(row)) for row in range(self.rows.rowCount())]
        listed = sum(heights[:_ROWS_SHOWN]) + space.s
        self.view.setFixedHeight(max(listed, current_theme().size.control))
        self.layout().activate()
        size = QSize(max(combo.width(), current_theme().size.form_min * 3 // 4), self.sizeHint().height())
        corner = combo.mapToGlobal(QPoint(0, combo.height() + space.xs))
        screen = combo.screen().availableGeometry()
        if corner.y() + size.height() > screen.bottom():
            above = combo.mapToGlobal(QPoint(0, -size.height() - space.xs))
            corner = above if above.y() >= screen.top() else QPoint(corner.x(), screen.bottom() - size.height())
        corner.setX(max(screen.left(), min(corner.x(), screen.right() - size.width())))
        self.setGeometry(QRect(corner, size))

    def _build_rows(self) -> None:
        space = current_theme().space
        rows = QVBoxLayout(self)
        rows.setContentsMargins(space.s, space.s, space.s, space.s)
        rows.setSpacing(space.s)
        for part in (self.line, self.view, self._nothing):
            rows.addWidget(part)


class _Delegate(QStyledItemDelegate):
    """Paints headings, and items of one or two lines."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(0, row_height(index))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        view = self.parent()
        is_current = isinstance(view, QListView) and view.currentIndex() == index
        paint_row(painter, option.rect, index, is_current=is_current)
        if is_current:
            paint_focus_inside(painter, option.rect, current_theme())
