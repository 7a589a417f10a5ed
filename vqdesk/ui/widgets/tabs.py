"""Tab bars: workspaces at the top, and quiet ones with an accent line under the chosen word."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QTabBar, QWidget

from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.theme.tokens import Theme
from vqdesk.ui.widgets.focus_ring import KEYBOARD_REASONS
from vqdesk.ui.widgets.painting import draw_from_left, paint_focus_inside, painter_from_left


class TabBar(QTabBar):
    """Words with an optional count; the chosen one stands on a 2 px accent line."""

    used = Signal()  # a click or a key chose a tab

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        draw_from_left(self)
        self._ring_shown = False
        self.tabBarClicked.connect(lambda _: self.used.emit())
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_count(self, index: int, count: int | None) -> None:
        """Shows a number behind a word; None shows none."""
        if self.tabData(index) != count:
            self.setTabData(index, count)
            self.setTabText(index, self.tabText(index))  # QTabBar lays out again for texts only
            self.updateGeometry()

    def tabSizeHint(self, index: int) -> QSize:
        """Word, count and the gap to the next word."""
        theme = current_theme()
        width = QFontMetrics(theme.font("strong")).horizontalAdvance(self.tabText(index))
        if self._count(index):
            width += theme.space.s + QFontMetrics(theme.font("body")).horizontalAdvance(self._count(index))
        return QSize(width + self._gap(theme), self._height(theme))

    def minimumTabSizeHint(self, index: int) -> QSize:
        """Words are never cut."""
        return self.tabSizeHint(index)

    def changeEvent(self, event: QEvent) -> None:
        """A new theme may have another scale."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose a tab."""
        before = self.currentIndex()
        super().keyPressEvent(event)
        if self.currentIndex() != before:
            self.used.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows the ring after keyboard use only."""
        super().focusInEvent(event)
        self._ring_shown = event.reason() in KEYBOARD_REASONS

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Takes the ring away."""
        super().focusOutEvent(event)
        self._ring_shown = False
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the base line, the words and the mark."""
        theme = current_theme()
        painter = painter_from_left(self)
        self._paint_base(painter, theme)
        for index in range(self.count()):
            self._paint_tab(painter, index, theme)

    def _paint_base(self, painter: QPainter, theme: Theme) -> None:
        base = QRect(0, self.height() - theme.size.line, self.width(), theme.size.line)
        painter.fillRect(base, theme.color("line.normal"))

    def _paint_tab(self, painter: QPainter, index: int, theme: Theme) -> None:
        chosen = index == self.currentIndex()
        tab = self.tabRect(index)
        word = tab.adjusted(0, 0, -self._gap(theme), 0)
        hovered = tab.contains(self.mapFromGlobal(self.cursor().pos()))
        self._paint_word(painter, word, index, bright=chosen or hovered)
        if chosen:
            mark = QRect(word.x(), self.height() - theme.size.ring, word.width(), theme.size.ring)
            painter.fillRect(mark, theme.color("accent.text"))
            if self._ring_shown:
                ring = word.adjusted(-theme.space.xs, theme.space.xs, theme.space.xs, -theme.space.xs)
                paint_focus_inside(painter, ring, theme)

    def _paint_word(self, painter: QPainter, rect: QRect, index: int, *, bright: bool) -> None:
        theme = current_theme()
        chosen = index == self.currentIndex()
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.font("strong" if chosen else "body"))
        painter.setPen(theme.color("text.primary" if bright else "text.secondary"))
        shown = painter.fontMetrics().elidedText(self.tabText(index), self.elideMode(), rect.width())
        painter.drawText(rect, middle, shown)
        if self._count(index):
            left = painter.fontMetrics().horizontalAdvance(self.tabText(index)) + theme.space.s
            painter.setFont(theme.font("body"))
            painter.setPen(theme.color("text.secondary"))
            painter.drawText(rect.adjusted(left, 0, 0, 0), middle, self._count(index))

    def _count(self, index: int) -> str:
        count = self.tabData(index)
        return "" if count is None else str(count)

    def _gap(self, theme: Theme) -> int:
        return theme.space.l

    def _height(self, theme: Theme) -> int:
        return theme.size.control


class WorkspaceTabs(TabBar):
    """40 px tabs on the gutter colour; the chosen one joins the panel below and has its line on top."""

    def _gap(self, theme: Theme) -> int:
        return 2 * theme.space.m

    def _height(self, theme: Theme) -> int:
        return theme.size.strip

    def _paint_tab(self, painter: QPainter, index: int, theme: Theme) -> None:
        tab = self.tabRect(index)
        chosen = index == self.currentIndex()
        if chosen:
            painter.fillRect(tab.adjusted(0, theme.space.s - theme.size.ring, 0, 0), theme.color("surface.1"))
            line = theme.size.line
            for x in (tab.left(), tab.right()):
                painter.fillRect(QRect(x, theme.space.s, line, tab.height()), theme.color("line.normal"))
            top = QRect(tab.x(), theme.space.s - theme.size.ring, tab.width(), theme.size.ring)
            painter.fillRect(top, theme.color("accent.text"))
            if self._ring_shown:
                paint_focus_inside(painter, tab.adjusted(0, theme.space.s, 0, 0), theme)
        hovered = tab.contains(self.mapFromGlobal(self.cursor().pos()))
        self._paint_word(painter, self._word_rect(tab, theme), index, bright=chosen or hovered)

    def _word_rect(self, tab: QRect, theme: Theme) -> QRect:
        return tab.adjusted(theme.space.m, theme.space.s - theme.space.xs, 0, 0)
