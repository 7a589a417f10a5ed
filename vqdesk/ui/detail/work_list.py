"""A list of parts of the work: phases or nodes, each with its steps, its time, and a bar."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.theme.tokens import Theme
from vqdesk.ui.widgets.painting import draw_from_left, paint_bar, painter_from_left
from vqdesk.ui.widgets.status import paint_status_glyph

MOST_ROWS = 6
_FEWEST_ROWS = 2


@dataclass(frozen=True, slots=True)
class WorkRow:
    """One part. `bar` is 0 to 1; None draws none."""

    title: str
    status: str  # done, running or waiting
    time: str = ""
    steps: str = ""  # “3 / 4”
    bar: float | None = None


class WorkList(QWidget):
    """As many rows as there is room for, the running one among them; their number does not change its height."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        draw_from_left(self)
        self._rows: tuple[WorkRow, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setAccessibleName(name)

    def set_rows(self, rows: Sequence[WorkRow]) -> None:
        """Shows these rows."""
        if tuple(rows) != self._rows:
            self._rows = tuple(rows)
            self.setAccessibleDescription(", ".join(_spoken(row) for row in rows))
            self.setToolTip("\n".join(_spoken(row) for row in rows) if len(rows) > MOST_ROWS else "")
            self.update()

    def rows(self) -> tuple[WorkRow, ...]:
        """All rows, also those that there is no room for."""
        return self._rows

    def sizeHint(self) -> QSize:
        """Room for all that are shown at most."""
        return QSize(current_theme().size.control * 4, current_theme().size.row_log * MOST_ROWS)

    def minimumSizeHint(self) -> QSize:
        """The running one and its neighbour."""
        return QSize(current_theme().size.control * 4, current_theme().size.row_log * _FEWEST_ROWS)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws shape, title, steps, bar and time of each row."""
        theme = current_theme()
        painter = painter_from_left(self)
        shown = self._shown(max(1, self.height() // theme.size.row_log))
        painter.setFont(theme.font("strong"))
        metrics = painter.fontMetrics()
        times = max((metrics.horizontalAdvance(row.time) for row in shown), default=0)
        steps = max((metrics.horizontalAdvance(row.steps) for row in shown), default=0)
        for at, row in enumerate(shown):
            line = QRect(0, at * theme.size.row_log, self.width(), theme.size.row_log)
            self._paint_row(painter, line, row, (steps, times))

    def _shown(self, room: int) -> Sequence[WorkRow]:
        """The running row with as much of what comes after it as of what came before."""
        running = next((at for at, row in enumerate(self._rows) if row.status == "running"), 0)
        first = max(0, min(running - room // 2, len(self._rows) - room))
        return self._rows[first : first + room]

    def _paint_row(self, painter: QPainter, line: QRect, row: WorkRow, widths: tuple[int, int]) -> None:
        theme = current_theme()
        steps, times = widths
        px = theme.size.glyph_small
        paint_status_glyph(
            painter, QRect(line.x(), line.y() + (line.height() - px) // 2, px, px), row.status, theme
        )
        is_running = row.status == "running"
        painter.setFont(theme.font("strong" if is_running else "body"))
        painter.setPen(theme.color("text.secondary" if row.status == "waiting" else "text.primary"))
        words = line.adjusted(px + theme.space.s, 0, -line.width() * 3 // 5, 0)
        title = painter.fontMetrics().elidedText(row.title, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, title)
        if not is_running:
            painter.setPen(theme.color("text.secondary"))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, row.time)
        middle = QRect(words.right() + theme.space.m, line.y(), 0, line.height())
        middle.setRight(line.right() - times - theme.space.m)
        painter.drawText(middle, Qt.AlignmentFlag.AlignVCenter, row.steps)
        left = steps + theme.space.m if steps else 0
        if row.bar is not None:
            _paint_part(painter, middle.adjusted(left, 0, 0, 0), row, theme)


def _paint_part(painter: QPainter, place: QRect, row: WorkRow, theme: Theme) -> None:
    if place.width() > theme.size.control:
        top = place.y() + (place.height() - theme.size.progress) // 2
        bar = QRect(place.x(), top, place.width(), theme.size.progress)
        role = "status.running" if row.status == "running" else "status.done"
        paint_bar(painter, bar, row.bar or 0.0, role, theme)


def _spoken(row: WorkRow) -> str:
    return " ".join(part for part in (row.title, row.steps, row.time) if part)
