"""How far a prompt is: the node at work, its steps, the nodes before it; or, in words, what it waits for."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from vqdesk.domain.estimates import Span
from vqdesk.ui.detail.trace import NodeRow, ProgressTrace
from vqdesk.ui.detail.words import clock
from vqdesk.ui.estimates.words import left_text
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.theme.tokens import Theme
from vqdesk.ui.widgets.labels import ElidedLabel, Label
from vqdesk.ui.widgets.painting import paint_bar
from vqdesk.ui.widgets.progress import ProgressBar
from vqdesk.ui.widgets.status import StatusGlyph, paint_status_glyph, status_look
from vqdesk.ui.widgets.surfaces import row_of

_SHOWN_NODES = 6
_FEWEST_NODES = 2


class ProgressPane(QWidget):
    """One of two looks: live progress, or a state with a sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._glyph = StatusGlyph("waiting")
        self._title = Label("", "title")
        self._second = ElidedLabel("", "small", "text.secondary")
        self._time = Label("", "strong")
        self._bar = ProgressBar(self.tr("Progress of the prompt"), detail=True)
        self._nodes = NodeList()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(current_theme().space.s)
        head = row_of(self._glyph, self._title, self._second, self._time)
        head.setStretch(2, 1)
        rows.addLayout(head)
        rows.addWidget(self._bar)
        rows.addWidget(self._nodes)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def show_state(self, status: str, headline: str, sentence: str, time: str = "") -> None:
        """Shows a state that has no live progress."""
        self._glyph.set_status(status)
        self._glyph.show()
        self._title.setText(headline)
        self._title.set_color(status_look(status).color)
        self._second.setText(sentence)
        self._time.setText(time)
        self._bar.hide()
        self._nodes.hide()

    def show_progress(self, trace: ProgressTrace, elapsed_s: float, left: Span | None = None) -> None:
        """Shows what the engine is doing; `elapsed_s` since the prompt started."""
        newest = trace.newest
        self._glyph.hide()
        self._title.set_color("text.primary")
        self._title.setText((newest.node_title if newest else "") or self.tr("Starting"))
        self._second.setText(self._steps(newest.step, newest.steps) if newest else "")
        so_far = self.tr("{time} so far").format(time=clock(elapsed_s))
        self._time.setText(left_text(left) if left else so_far)
        self._time.setToolTip(so_far if left else "")
        self._bar.set_fraction(newest.fraction if newest else 0.0)
        self._bar.show()
        self._nodes.set_rows(trace.rows(_SHOWN_NODES, elapsed_s))
        self._nodes.show()

    def _steps(self, step: int, steps: int) -> str:
        return self.tr("step {n} of {m}").format(n=step, m=steps) if steps > 1 else ""


class NodeList(QWidget):
    """The last nodes that there is room for, oldest first; its height does not depend on their number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[NodeRow] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setAccessibleName(self.tr("Nodes of the graph"))

    def set_rows(self, rows: list[NodeRow]) -> None:
        """Shows these nodes."""
        if rows != self._rows:
            self._rows = rows
            self.setAccessibleDescription(", ".join(row.title for row in rows))
            self.update()

    def sizeHint(self) -> QSize:
        """Room for all the nodes that are shown at most."""
        return QSize(current_theme().size.control * 4, current_theme().size.row_log * _SHOWN_NODES)

    def minimumSizeHint(self) -> QSize:
        """The running node and the one before."""
        return QSize(current_theme().size.control * 4, current_theme().size.row_log * _FEWEST_NODES)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws shape, title, steps, bar and time of each node."""
        theme = current_theme()
        painter = QPainter(self)
        for at, row in enumerate(self._rows[-max(1, self.height() // theme.size.row_log) :]):
            line = QRect(0, at * theme.size.row_log, self.width(), theme.size.row_log)
            self._paint_row(painter, line, row, theme)

    def _paint_row(self, painter: QPainter, line: QRect, row: NodeRow, theme: Theme) -> None:
        status = "running" if row.is_running else "done"
        px = theme.size.glyph_small
        glyph = QRect(line.x(), line.y() + (line.height() - px) // 2, px, px)
        paint_status_glyph(painter, glyph, status, theme)
        painter.setFont(theme.font("strong" if row.is_running else "body"))
        painter.setPen(theme.color("text.primary"))
        words = line.adjusted(px + theme.space.s, 0, -line.width() // 2, 0)
        title = painter.fontMetrics().elidedText(row.title, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, title)
        times = line.adjusted(line.width() - 2 * theme.size.control, 0, 0, 0)
        painter.setFont(theme.font("body"))
        painter.setPen(theme.color("text.primary" if row.is_running else "text.secondary"))
        painter.drawText(times, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, clock(row.seconds))
        if row.steps > 1:
            self._paint_steps(painter, line.adjusted(line.width() // 2, 0, -times.width(), 0), row)

    def _paint_steps(self, painter: QPainter, place: QRect, row: NodeRow) -> None:
        theme = current_theme()
        text = f"{row.step} / {row.steps}"
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)
        left = painter.fontMetrics().horizontalAdvance(f"{row.steps} / {row.steps}") + theme.space.m
        if row.is_running and place.width() - left > theme.size.control:
            top = place.y() + (place.height() - theme.size.progress) // 2
            bar = QRect(place.x() + left, top, place.width() - left, theme.size.progress)
            paint_bar(painter, bar, row.step / row.steps, "status.running", theme)
