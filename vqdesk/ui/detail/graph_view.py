"""The view of a graph: JSON with blocks that fold, painted only where it is seen."""

import re

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from vqdesk.domain.json_folds import FoldedText, first_folds
from vqdesk.ui.theme.icons import paint_icon
from vqdesk.ui.theme.source import current_theme, follow_theme
from vqdesk.ui.theme.tokens import Theme
from vqdesk.ui.widgets.painting import draw_from_left, paint_focus_inside, painter_from_left

_TOKEN = re.compile(
    r'(?P<key>"(?:[^"\\]|\\.)*"(?=\s*:))|(?P<text>"(?:[^"\\]|\\.)*"?)|(?P<value>-?\d[\d.eE+-]*|true|false|null)'
)
_COLORS = {"key": "accent.text", "text": "status.done", "value": "status.paused"}


class GraphView(QAbstractScrollArea):
    """Left and Right fold and unfold the current block, a click on its mark too."""

    copy_asked = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        draw_from_left(self)
        self._text = FoldedText((), (), {})
        self._folded: frozenset[int] = frozenset()
        self._rows: list[int] = []
        self._words = ""
        self.current = -1  # line
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("surface", "field")
        self.setProperty("edge", "card")
        self.verticalScrollBar().valueChanged.connect(self.viewport().update)
        follow_theme(self._retheme)

    def show_text(self, text: FoldedText) -> None:
        """Shows another graph, one line a node."""
        self._text, self._folded, self.current = text, first_folds(text), -1
        self._fit()

    def text(self) -> str:
        """All of it, folded or not."""
        return "\n".join(self._text.lines)

    def shown_lines(self) -> list[str]:
        """The lines that are not hidden in a folded block, as they are painted."""
        return [self._shown(at) for at in self._rows]

    def fold_all(self, folded: bool) -> None:
        """Folds every node, or unfolds everything."""
        self._folded = first_folds(self._text) if folded else frozenset()
        self._fit()

    def find(self, words: str) -> list[int]:
        """Marks the words and tells the lines that hold them."""
        self._words = words.lower()
        self.viewport().update()
        return [at for at, line in enumerate(self._text.lines) if self._words in line.lower()] if words else []

    def go_to(self, line: int) -> None:
        """Makes a line the current one: unfolds what hides it and scrolls to it."""
        hiding = self._text.blocks_around(line, self._folded)
        if hiding:
            self._folded -= hiding
            self._fit()
        self.current = line
        row, page = self._rows.index(line), self._page()
        top = self.verticalScrollBar().value()
        if not top <= row < top + page:
            self.verticalScrollBar().setValue(row - page // 2)
        self.setAccessibleDescription(self._shown(line))
        self.viewport().update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the lines in sight."""
        theme = current_theme()
        painter = painter_from_left(self.viewport())
        painter.setFont(theme.font("log"))
        height, top = theme.size.row_log, self.verticalScrollBar().value()
        for at, line in enumerate(self._rows[top : top + self._page() + 1]):
            self._paint_line(painter, QRect(0, at * height, self.viewport().width(), height), line, theme)
        if self.hasFocus():
            paint_focus_inside(painter, self.viewport().rect(), theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another number of lines has room."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Moves, folds, copies."""
        row = self._rows.index(self.current) if self.current in self._rows else -1
        last = len(self._rows) - 1
        steps = {
            Qt.Key.Key_Up: max(0, row - 1),
            Qt.Key.Key_Down: min(last, row + 1),
            Qt.Key.Key_PageUp: max(0, row - self._page()),
            Qt.Key.Key_PageDown: min(last, row + self._page()),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        elif event.key() in steps and self._rows:
            self.go_to(self._rows[steps[Qt.Key(event.key())]])
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self.current >= 0:
            self._set_folded(self.current, event.key() == Qt.Key.Key_Left)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Chooses a line; on its mark, or on a folded block, folds or unfolds."""
        row = self.verticalScrollBar().value() + int(event.position().y()) // current_theme().size.row_log
        if row < len(self._rows):
            line = self._rows[row]
            self.go_to(line)
            if event.position().x() < current_theme().size.icon or line in self._folded:
                self._set_folded(line, line not in self._folded)

    def _set_folded(self, line: int, folded: bool) -> None:
        if self._text.ends[line] > line:
            self._folded = self._folded | {line} if folded else self._folded - {line}
            self._fit()

    def _shown(self, line: int) -> str:
        text = self._text.lines[line]
        if line not in self._folded:
            return text
        kind = self._text.kinds.get(line, "")
        return f"{text} … {self._text.lines[self._text.ends[line]].strip()}  {kind}".rstrip()

    def _paint_line(self, painter: QPainter, rect: QRect, line: int, theme: Theme) -> None:
        if line == self.current:
            painter.fillRect(rect, theme.color("accent.tint"))
        if self._text.ends[line] > line:
            icon = "chevron-right" if line in self._folded else "chevron-down"
            px = theme.size.icon
            mark = QRect(rect.x(), rect.y() + (rect.height() - px) // 2, px, px)
            paint_icon(painter, mark, icon, "text.secondary", theme)
        text = self._shown(line)
        letter = painter.fontMetrics().horizontalAdvance("0")
        left = theme.size.icon + theme.space.xs
        if self._words:
            at = text.lower().find(self._words)
            while at >= 0:
                box = QRect(left + at * letter, rect.y(), len(self._words) * letter, rect.height())
                painter.fillRect(box, theme.color("match.fill"))
                at = text.lower().find(self._words, at + len(self._words))
        self._say(painter, rect.adjusted(left, 0, 0, 0), text, theme.color("text.secondary"))
        for token in _TOKEN.finditer(text):
            place = rect.adjusted(left + painter.fontMetrics().horizontalAdvance(text[: token.start()]), 0, 0, 0)
            self._say(painter, place, token.group(), theme.color(_COLORS[str(token.lastgroup)]))

    def _say(self, painter: QPainter, rect: QRect, text: str, color: object) -> None:
        painter.setPen(color)
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text)

    def _page(self) -> int:
        return max(1, self.viewport().height() // current_theme().size.row_log)

    def _fit(self) -> None:
        self._rows = self._text.visible(self._folded)
        self.verticalScrollBar().setPageStep(self._page())
        self.verticalScrollBar().setRange(0, max(0, len(self._rows) - self._page()))
        self.viewport().update()

    def _retheme(self, theme: Theme) -> None:
        self.setFont(theme.font("log"))
        self.setMinimumHeight(2 * QFontMetrics(self.font()).height())
        self.viewport().update()
