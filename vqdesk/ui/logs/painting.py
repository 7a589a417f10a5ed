"""How log lines look: 20 px each, errors on their tint, matches marked in the text and on the scroll bar."""

import re

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from vqdesk.ui.detail.words import log_time
from vqdesk.ui.logs.lines import LogLine, LogLines
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.theme.tokens import Theme
from vqdesk.ui.widgets.painting import Box, paint_box

_LEVEL_COLORS = {"error": "status.failed", "warning": "status.paused"}
_TIME, _LEVEL = 14, 9  # letters
_FEWEST_DIGITS = 5
_MOST_MARKS = 2_000


class LineGeometry:
    """Where the columns of a line are; letters are equally wide."""

    def __init__(self, letter: int, width: int, lines: LogLines | None) -> None:
        theme = current_theme()
        self.letter = max(1, letter)
        self.row = theme.size.row_log
        first = lines.line(0) if lines is not None and lines.count() else None
        self.has_columns = first is not None and bool(first.at)
        digits = max(_FEWEST_DIGITS, len(str(lines.count()))) if lines is not None else _FEWEST_DIGITS
        self.number = (digits + 1) * self.letter
        self.text_left = theme.space.s + self.number + (_TIME + _LEVEL) * self.letter * self.has_columns
        self.letters = max(20, (width - self.text_left - theme.space.s) // self.letter)

    def pieces(self, text: str, *, wrap: bool) -> list[str]:
        """The text as it is broken into rows."""
        if not wrap or len(text) <= self.letters:
            return [text]
        return [text[at : at + self.letters] for at in range(0, len(text), self.letters)]


class LinePainter:
    """Paints one line after the other."""

    def __init__(self, painter: QPainter, geometry: LineGeometry, pattern: re.Pattern[str] | None) -> None:
        self._painter = painter
        self._geometry = geometry
        self._pattern = pattern
        self._theme: Theme = current_theme()
        painter.setFont(self._theme.font("log"))

    def paint_background(self, rect: QRect, level: str, *, is_selected: bool) -> None:
        """Tints the whole line."""
        if is_selected:
            self._painter.fillRect(rect, self._theme.color("accent.tint"))
        elif level == "error":
            self._painter.fillRect(rect, self._theme.color("tint.failed"))

    def paint_columns(self, rect: QRect, line: LogLine) -> None:
        """Number, and time and level where the text does not say them."""
        geometry, theme = self._geometry, self._theme
        row = QRect(rect.x() + theme.space.s, rect.y(), geometry.number, geometry.row)
        color = "text.secondary" if geometry.has_columns else _LEVEL_COLORS.get(line.level, "text.secondary")
        self._say(row, str(line.number) if line.number else "·", color)
        if geometry.has_columns:
            row.moveLeft(row.right())
            row.setWidth((_TIME + _LEVEL) * geometry.letter)
            self._say(row, log_time(line.at), "text.secondary")
            row.translate(_TIME * geometry.letter, 0)
            words = "warn" if line.level == "warning" else line.level
            self._say(row, words, _LEVEL_COLORS.get(line.level, "text.secondary"))

    def paint_text(self, rect: QRect, text: str, level: str, *, is_current: bool) -> None:
        """One row of the text, and what was found in it."""
        painter, theme = self._painter, self._theme
        plain = "text.secondary" if level == "debug" else "text.primary"
        self._say(rect, text, plain)
        for match in self._pattern.finditer(text) if self._pattern is not None else ():
            if not match.group():
                continue
            metrics = painter.fontMetrics()
            left = rect.left() + metrics.horizontalAdvance(text[: match.start()])
            box = QRect(left, rect.y(), metrics.horizontalAdvance(match.group()), rect.height())
            painter.fillRect(box, theme.color("match.fill"))
            self._say(box, match.group(), "match.on")
            if is_current:
                paint_box(painter, box, Box(line="text.primary", width=theme.size.line), theme)

    def _say(self, rect: QRect, text: str, color: str) -> None:
        self._painter.setPen(self._theme.color(color))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip
        self._painter.drawText(rect, flags, text)


class MatchScrollBar(QScrollBar):
    """A scroll bar with a mark wherever the search found something."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.lines: LogLines | None = None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the bar, then the marks."""
        super().paintEvent(event)
        if self.lines is None or self.lines.wish.only_hits:
            return
        rows, matches = self.lines.count(), self.lines.matches
        theme = current_theme()
        painter = QPainter(self)
        every = max(1, len(matches) // _MOST_MARKS)
        marks = {matches[at] * self.height() // max(1, rows) for at in range(0, len(matches), every)}
        for y in marks:
            painter.fillRect(0, y, self.width(), theme.size.ring, theme.color("status.paused"))
