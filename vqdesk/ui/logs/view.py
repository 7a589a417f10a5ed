"""The view of a log: only the lines in sight are known and painted, so it may have millions."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from vqdesk.ui.logs.lines import LogLines
from vqdesk.ui.logs.painting import LineGeometry, LinePainter, MatchScrollBar
from vqdesk.ui.theme.source import current_theme, follow_theme
from vqdesk.ui.theme.tokens import Theme
from vqdesk.ui.widgets.painting import draw_from_left, paint_focus_inside, painter_from_left


class LogView(QAbstractScrollArea):
    """The scroll bar counts lines. Arrows and clicks move the current line, with Shift they select."""

    copy_asked = Signal()
    opened = Signal(int)  # row

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        draw_from_left(self)
        self._lines: LogLines | None = None
        self._wraps = False
        self._widest = 0  # letters of the longest line seen
        self.current = -1
        self._anchor = -1
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("surface", "field")
        self.setProperty("edge", "card")
        self._bar = MatchScrollBar(self)
        self.setVerticalScrollBar(self._bar)
        self._bar.valueChanged.connect(self.viewport().update)
        self.horizontalScrollBar().valueChanged.connect(self.viewport().update)
        follow_theme(self._retheme)

    def set_lines(self, lines: LogLines) -> None:
        """Shows another log."""
        if self._lines is not None:
            self._lines.changed.disconnect(self._take_change)
            self._lines.shifted.disconnect(self._shift)
            self._lines.matches_changed.disconnect(self._show_matches)
        self._lines = self._bar.lines = lines
        self.current = self._anchor = -1
        self._widest = 0
        lines.changed.connect(self._take_change)
        lines.shifted.connect(self._shift)
        lines.matches_changed.connect(self._show_matches)
        self._take_change(-1)

    def set_wrap(self, wraps: bool) -> None:
        """Breaks long lines, or lets them run to the right."""
        self._wraps = wraps
        self._fit_bars()

    def first_row(self) -> int:
        """The topmost row in sight."""
        return self._bar.value()

    def is_in_sight(self, row: int) -> bool:
        """True when the row is painted."""
        return row in dict(self._rows_in_sight())

    def selected_rows(self) -> range:
        """The rows from the first to the last selected one."""
        if self.current < 0:
            return range(0)
        return range(min(self.current, self._anchor), max(self.current, self._anchor) + 1)

    def go_to(self, row: int, *, extend: bool = False) -> None:
        """Makes a row the current one and brings it into sight."""
        count = self._lines.count() if self._lines else 0
        if not count:
            return
        self.current = min(max(row, 0), count - 1)
        if not extend:
            self._anchor = self.current
        if not self.is_in_sight(self.current):
            self._bar.setValue(self.current - self._page() // 2)
        line = self._lines.line(self.current)
        self.setAccessibleDescription(f"{line.level}, {line.text}" if line else "")
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.viewport().update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the lines in sight."""
        if self._lines is None:
            return
        painter = painter_from_left(self.viewport())
        geometry = self._geometry()
        lines = LinePainter(painter, geometry, self._lines.query.pattern)
        selected = self.selected_rows()
        shift = self.horizontalScrollBar().value()
        for row, rect in self._rows_in_sight():
            line = self._lines.line(row)
            if line is None:
                continue
            self._widest = max(self._widest, len(line.text))
            lines.paint_background(rect, line.level, is_selected=row in selected)
            left = geometry.text_left
            painter.setClipRect(rect.adjusted(left, 0, 0, 0))
            for at, piece in enumerate(geometry.pieces(line.text, wrap=self._wraps)):
                top = rect.y() + at * geometry.row
                place = QRect(left - shift, top, rect.width() + shift, geometry.row)
                lines.paint_text(place, piece, line.level, is_current=row == self.current)
            painter.setClipping(False)
            lines.paint_columns(rect, line)
        if self.hasFocus():
            paint_focus_inside(painter, self.viewport().rect(), current_theme())
        self._fit_width(geometry)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another number of lines has room."""
        super().resizeEvent(event)
        self._fit_bars()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Moves, selects, copies; Enter opens the line."""
        extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        last = self._lines.count() - 1 if self._lines else -1
        steps = {
            Qt.Key.Key_Up: self.current - 1,
            Qt.Key.Key_Down: self.current + 1,
            Qt.Key.Key_PageUp: self.current - self._page(),
            Qt.Key.Key_PageDown: self.current + self._page(),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self._anchor, self.current = 0, last
            self.viewport().update()
        elif event.key() in steps:
            self.go_to(steps[Qt.Key(event.key())], extend=extend)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current >= 0:
            self.opened.emit(self.current)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Chooses the line."""
        self._point(event, extend=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Selects as far as the pointer is."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._point(event, extend=True)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Opens the line."""
        if self.current >= 0:
            self.opened.emit(self.current)

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Paints anew; nothing is moved."""
        self.viewport().update()

    def _point(self, event: QMouseEvent, *, extend: bool) -> None:
        y = round(event.position().y())
        for row, rect in self._rows_in_sight():
            if rect.top() <= y <= rect.bottom():
                self.go_to(row, extend=extend)

    def _rows_in_sight(self) -> list[tuple[int, QRect]]:
        geometry, found = self._geometry(), []
        room, y = self.viewport().height(), 0
        count = self._lines.count() if self._lines else 0
        for row in range(self._bar.value(), count):
            if y >= room:
                break
            height = geometry.row * self._height(geometry, row)
            found.append((row, QRect(0, y, self.viewport().width(), height)))
            y += height
        return found

    def _height(self, geometry: LineGeometry, row: int) -> int:
        line = self._lines.line(row) if self._wraps and self._lines else None
        return len(geometry.pieces(line.text, wrap=True)) if line else 1

    def _geometry(self) -> LineGeometry:
        letter = QFontMetrics(current_theme().font("log")).horizontalAdvance("0")
        return LineGeometry(letter, self.viewport().width(), self._lines)

    def _page(self) -> int:
        return max(1, self.viewport().height() // current_theme().size.row_log)

    def _fit_bars(self) -> None:
        count = self._lines.count() if self._lines else 0
        geometry, room, top = self._geometry(), self._page(), count
        while top > 0 and (room := room - self._height(geometry, top - 1)) >= 0:
            top -= 1
        self._bar.setPageStep(self._page())
        self._bar.setRange(0, top)
        self._fit_width(geometry)
        self._bar.update()
        self.viewport().update()

    def _fit_width(self, geometry: LineGeometry) -> None:
        hidden = 0 if self._wraps else max(0, self._widest - geometry.letters)
        self.horizontalScrollBar().setSingleStep(4 * geometry.letter)
        self.horizontalScrollBar().setPageStep(geometry.letters * geometry.letter)
        self.horizontalScrollBar().setRange(0, hidden * geometry.letter)

    def _take_change(self, unchanged: int) -> None:
        if unchanged < 0 and self._lines.count() <= self.current:
            self.current = self._anchor = -1
        self._fit_bars()

    def _shift(self, rows: int) -> None:
        self._fit_bars()
        self._bar.setValue(self._bar.value() + rows)
        if self.current >= 0:
            self.current, self._anchor = self.current + rows, self._anchor + rows

    def _show_matches(self) -> None:
        self._bar.update()
        self.viewport().update()

    def _retheme(self, theme: Theme) -> None:
        self._bar.setSingleStep(1)
        self.setFont(theme.font("log"))
        self._fit_bars()
