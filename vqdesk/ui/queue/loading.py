"""What stands in place of the list until it is read for the first time: the frame of its rows, still and blank."""

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vqdesk.ui.queue.row_layout import columns
from vqdesk.ui.theme.source import current_theme, follow_theme
from vqdesk.ui.theme.tokens import Theme
from vqdesk.ui.thumbnails import paint_cover
from vqdesk.ui.widgets.labels import Label
from vqdesk.ui.widgets.painting import Box, paint_box, painter_from_left

_GLANCE_MS = 200  # what comes sooner needs no page of its own
_LONG_MS = 2_000  # then words say what is waited for
_LINES = ((0.42, 0.75), (0.3, 0.6), (0.5, 0.68), (0.36, 0.8))  # parts of the text's room, row after row


class LoadingRows(QWidget):
    """`due` when the list has kept somebody waiting. Nothing in it moves."""

    due = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_due = False
        self._glance = QTimer(self, singleShot=True, interval=_GLANCE_MS)
        self._glance.timeout.connect(self._come)
        self._long = QTimer(self, singleShot=True, interval=_LONG_MS)
        self._long.timeout.connect(self._say)
        self.setAccessibleName(self.tr("Reading the queue …"))
        self.words = Label("", "small", "text.secondary")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addStretch(1)
        rows.addWidget(self.words, 0, Qt.AlignmentFlag.AlignHCenter)
        follow_theme(self._retheme)

    @property
    def is_due(self) -> bool:
        """Whether the list is late, and still awaited."""
        return self._is_due

    def expect(self) -> None:
        """The list is asked for now."""
        self._glance.start()
        self._long.start()

    def stop(self) -> None:
        """The list is here, or will not come."""
        self._is_due = False
        self._glance.stop()
        self._long.stop()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws as many rows as have room above the words."""
        theme = current_theme()
        painter = painter_from_left(self)
        height = theme.size.row_job
        for at in range((self.height() - self.words.height()) // height):
            self._paint_row(painter, QRect(0, at * height, self.width(), height), _LINES[at % len(_LINES)], theme)

    def _paint_row(self, painter: QPainter, row: QRect, parts: tuple[float, float], theme: Theme) -> None:
        places = columns(row, theme)
        width, height = theme.size.thumb_row
        thumb = QRect(places.thumb_right - width, row.top() + (row.height() - height) // 2, width, height)
        paint_cover(painter, thumb, None, theme)
        room = places.text_end - places.text
        for part, middle in zip(parts, (row.height() * 3 // 8, row.height() * 5 // 8), strict=True):
            bar = QRect(places.text, row.top() + middle - theme.space.xs, round(room * part), theme.space.s)
            paint_box(painter, bar, Box("surface.3", None, theme.radius.control), theme)
        line = QRect(places.text, row.bottom(), row.width() - places.text, theme.size.line)
        painter.fillRect(line, theme.color("line.normal"))

    def _come(self) -> None:
        self._is_due = True
        self.due.emit()

    def _say(self) -> None:
        self.words.setText(self.accessibleName())

    def _retheme(self, theme: Theme) -> None:
        self.words.setFixedHeight(theme.size.row_prompt)
