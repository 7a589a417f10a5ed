"""Ctrl+K: type a few letters of what you want to do, Enter does it."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from vqdesk.ui.commands.book import Command, CommandBook
from vqdesk.ui.commands.fuzzy import score
from vqdesk.ui.commands.key_caps import paint_key_caps
from vqdesk.ui.commands.words import section_words
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.fields import LineField
from vqdesk.ui.widgets.labels import Label
from vqdesk.ui.widgets.painting import Box, draw_from_left, paint_box
from vqdesk.ui.widgets.row_list import Row, RowList

_SECTION_ROLE = Qt.ItemDataRole.UserRole + 1
_KEYS_ROLE = Qt.ItemDataRole.UserRole + 2
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}
_ROWS_SHOWN = 12
_REMEMBERED = 5


class Palette(QFrame):
    """Opens over the window. What was done lately stands first while nothing is typed."""

    def __init__(self, book: CommandBook, window: QWidget) -> None:
        super().__init__(window, Qt.WindowType.Popup)
        draw_from_left(self)
        self._book = book
        self._window = window
        self._found: list[Command] = []
        self._lately: list[str] = []
        self.line = LineField(icon="search")
        self.line.setPlaceholderText(self.tr("Find a command"))
        self.line.setAccessibleName(self.tr("Find a command"))
        self.line.textChanged.connect(self._fill)
        self.line.installEventFilter(self)
        self.rows = RowList(self)
        self.view = QListView()
        self._nothing = Label("", "body", "text.secondary", wrap=True)
        self._build_list()

    def open(self) -> None:
        """Shows everything that can be done now."""
        self.line.clear()
        self._fill()
        self.show()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def words(self) -> list[str]:
        """What the list shows now."""
        return [command.words for command in self._found]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows move in the list while the line has the keyboard; Enter does it."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None:
                row = max(0, min(len(self._found) - 1, self.view.currentIndex().row() + step))
                self.view.setCurrentIndex(self.rows.index(row, 0))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take()
                return True
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the box."""
        theme = current_theme()
        paint_box(QPainter(self), self.rect(), Box("surface.3", "line.control", theme.radius.card), theme)

    def _fill(self) -> None:
        typed = self.line.text().strip()
        self._found = self._search(typed)
        self.rows.show([self._row_of(command) for command in self._found])
        self.view.setCurrentIndex(self.rows.index(0, 0))
        self._nothing.setText(self.tr("No command has “{0}”.").format(typed))
        self._nothing.setVisible(not self._found)
        self.view.setVisible(bool(self._found))
        self._place()

    def _row_of(self, command: Command) -> Row:
        section, keys = section_words(command.section), self._book.keys_of(command)
        spoken = ", ".join([command.words, section, *keys])
        return Row(
            command.words,
            {_SECTION_ROLE: section, _KEYS_ROLE: keys, Qt.ItemDataRole.AccessibleTextRole: spoken},
        )

    def _search(self, typed: str) -> list[Command]:
        offers = self._book.offers()
        if not typed:
            known = {command.name: command for command in offers}
            lately = [known[name] for name in self._lately if name in known]
            return lately + [command for command in offers if command not in lately]
        scored = [(_score(typed, command), command) for command in offers]
        hits = [(value, command) for value, command in scored if value is not None]
        return [command for _, command in sorted(hits, key=lambda hit: -hit[0])]

    def _take(self) -> None:
        at = self.view.currentIndex().row()
        if not 0 <= at < len(self._found):
            return
        command = self._found[at]
        others = [name for name in self._lately if name != command.name]
        self._lately = [command.name, *others][:_REMEMBERED]
        self.hide()
        command.action.trigger()

    def _place(self) -> None:
        theme = current_theme()
        window = self._window
        rows = min(_ROWS_SHOWN, max(1, len(self._found)))
        room = window.height() - 2 * theme.size.strip - theme.size.control - 4 * theme.space.m
        self.view.setFixedHeight(min(rows * _row_height(), room // _row_height() * _row_height()))
        self.layout().activate()
        width = min(theme.size.form, window.width() - 2 * theme.space.l)
        corner = window.mapToGlobal(QPoint((window.width() - width) // 2, theme.size.strip + theme.space.s))
        self.setFixedWidth(width)
        self.move(corner)
        self.resize(QSize(width, self.sizeHint().height()))

    def _build_list(self) -> None:
        view, space = self.view, current_theme().space
        view.setObjectName("searchList")
        view.setModel(self.rows)
        view.setItemDelegate(_Delegate(view))
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setMouseTracking(True)
        view.setUniformItemSizes(True)
        view.setAccessibleName(self.tr("Commands"))
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.entered.connect(view.setCurrentIndex)
        view.clicked.connect(lambda _index: self._take())
        rows = QVBoxLayout(self)
        rows.setContentsMargins(space.s, space.s, space.s, space.s)
        rows.setSpacing(space.s)
        for part in (self.line, view, self._nothing):
            rows.addWidget(part)


class _Delegate(QStyledItemDelegate):
    """Words, section and shortcuts of one command."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex) -> QSize:
        return QSize(0, _row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        view, theme = self.parent(), current_theme()
        if isinstance(view, QListView) and view.currentIndex() == index:
            paint_box(painter, option.rect, Box("accent.tint", None, theme.radius.control), theme)
        inner = option.rect.adjusted(theme.space.s, 0, -theme.space.s, 0)
        inner.setRight(inner.right() - paint_key_caps(painter, inner, index.data(_KEYS_ROLE) or (), theme))
        painter.setFont(theme.font("body"))
        painter.setPen(theme.color("text.primary"))
        words = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, words)
        inner.setLeft(inner.left() + painter.fontMetrics().horizontalAdvance(words) + theme.space.s)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("text.secondary"))
        section = painter.fontMetrics().elidedText(
            str(index.data(_SECTION_ROLE)), Qt.TextElideMode.ElideRight, inner.width()
        )
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, section)


def _row_height() -> int:
    return current_theme().size.row_prompt


def _score(typed: str, command: Command) -> float | None:
    """Its own words count before the name of its section."""
    own = score(typed, command.words)
    if own is not None:
        return own + 100
    return score(typed, f"{section_words(command.section)} {command.words}")
