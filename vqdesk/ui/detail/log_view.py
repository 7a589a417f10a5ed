"""How log lines look: 20 px each, errors on their tint, matches marked in the text and on the scroll bar."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from vqdesk.ui.detail.log_model import LogLine, LogModel
from vqdesk.ui.detail.rows import AnyIndex, RowList
from vqdesk.ui.detail.words import log_time
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.theme.tokens import Theme
from vqdesk.ui.widgets.painting import Box, paint_box

_LEVEL_COLORS = {"error": "status.failed", "warning": "status.paused"}
_COLUMNS = (6, 14, 9)  # letters for number, time, level


class LogList(RowList):
    """Only the lines in sight are painted; Ctrl+C copies the selected ones."""

    def __init__(self, name: str, model: LogModel, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._log = model
        self.setModel(model)
        self.setItemDelegate(LogDelegate(model, self))
        self.setSelectionMode(RowList.SelectionMode.ExtendedSelection)
        self.setVerticalScrollBar(MatchScrollBar(model, self))
        self.setProperty("surface", "field")
        self.setProperty("edge", "card")
        model.matches_changed.connect(self.verticalScrollBar().update)


class MatchScrollBar(QScrollBar):
    """A scroll bar with a mark wherever the search found something."""

    def __init__(self, model: LogModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._log = model

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the bar, then the marks."""
        super().paintEvent(event)
        rows = self._log.rowCount()
        theme = current_theme()
        painter = QPainter(self)
        marks = {at * self.height() // rows for at in self._log.matches}
        for y in marks:
            painter.fillRect(0, y, self.width(), theme.size.ring, theme.color("status.paused"))


class LogDelegate(QStyledItemDelegate):
    """Draws number, time, level and text in columns of equal letters."""

    def __init__(self, model: LogModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._log = model
        self.current_match = -1

    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        """Fixed height; the view gives the width."""
        return QSize(current_theme().size.control, current_theme().size.row_log)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draws one line."""
        theme = current_theme()
        line: LogLine = index.data(Qt.ItemDataRole.UserRole)
        level = line.level
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme.color("accent.tint"))
        elif level == "error":
            painter.fillRect(option.rect, theme.color("tint.failed"))
        painter.setFont(theme.font("log"))
        letter = painter.fontMetrics().horizontalAdvance("0")
        rect = option.rect.adjusted(theme.space.s, 0, -theme.space.s, 0)
        colors = ("text.secondary", "text.secondary", _LEVEL_COLORS.get(level, "text.secondary"))
        texts = (str(line.number), log_time(line.at), "warn" if level == "warning" else level)
        for text, letters, color in zip(texts, _COLUMNS, colors, strict=True):
            painter.setPen(theme.color(color))
            painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, text)
            rect.setLeft(rect.left() + letters * letter)
        shown = painter.fontMetrics().elidedText(line.text, Qt.TextElideMode.ElideRight, rect.width())
        painter.setPen(theme.color("text.primary"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
        if self._log.needle:
            self._mark_matches(painter, rect, shown, is_current=index.row() == self.current_match)

    def _mark_matches(self, painter: QPainter, rect: QRect, shown: str, *, is_current: bool) -> None:
        theme = current_theme()
        metrics = painter.fontMetrics()
        needle = self._log.needle
        at = shown.lower().find(needle)
        while at >= 0:
            words = shown[at : at + len(needle)]
            left = rect.left() + metrics.horizontalAdvance(shown[:at])
            self._mark(painter, QRect(left, rect.y(), metrics.horizontalAdvance(words), rect.height()), words)
            if is_current:
                box = QRect(left, rect.y(), metrics.horizontalAdvance(words), rect.height())
                paint_box(painter, box, Box(line="text.primary", width=theme.size.line), theme)
            at = shown.lower().find(needle, at + len(needle))

    def _mark(self, painter: QPainter, box: QRect, words: str) -> None:
        theme: Theme = current_theme()
        painter.fillRect(box, theme.color("match.fill"))
        painter.setPen(theme.color("match.on"))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, words)
