"""Dragging waiting jobs to another place of the list."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QTableView

from vqdesk.domain.job import JobId
from vqdesk.ui.queue.lines import LineKey, is_job, job_of
from vqdesk.ui.queue.model import QueueModel
from vqdesk.ui.theme.source import current_theme


class RowDrag:
    """From the press on a waiting job to the release between two others. The view passes its mouse on."""

    def __init__(self, view: QTableView, model: QueueModel, chosen: Callable[[], Sequence[LineKey]]) -> None:
        self._view = view
        self._model = model
        self._chosen = chosen
        self._can_move: Callable[[JobId], bool] = lambda _job: False
        self._is_allowed: Callable[[], bool] = lambda: False
        self._pressed: QPoint | None = None
        self._jobs: list[JobId] = []
        self._line = -1  # y of the place, while something is dragged

    def allow(self, can_move: Callable[[JobId], bool], is_allowed: Callable[[], bool]) -> None:
        """Says which jobs can move, and whether the list is in an order that can be changed."""
        self._can_move = can_move
        self._is_allowed = is_allowed

    @property
    def is_active(self) -> bool:
        return self._line >= 0

    def press(self, position: QPoint, key: LineKey | None) -> bool:
        """Whether a drag may begin here; one of several chosen jobs takes the others along."""
        self.stop()
        if key is None or not is_job(key) or not self._is_allowed() or not self._can_move(key):
            return False
        chosen = [one for one in self._chosen() if is_job(one)]
        self._jobs = [one for one in chosen if self._can_move(one)] if key in chosen else [key]
        self._pressed = position
        return True

    def keeps_choice(self, key: LineKey | None) -> bool:
        """Whether the press is on one of several chosen jobs: they stay chosen until it is clear what is meant."""
        return self._pressed is not None and len(self._jobs) > 1 and key in self._jobs

    def move(self, position: QPoint) -> bool:
        """Whether something is dragged now."""
        if self._pressed is None:
            return False
        distance = (position - self._pressed).manhattanLength()
        if not self.is_active and distance < QApplication.startDragDistance():
            return True
        self._line = self._boundary(position)[1]
        self._scroll(position)
        self._view.viewport().update()
        return True

    def release(self, position: QPoint) -> tuple[list[JobId], JobId | None] | None:
        """The jobs, and the one that they go before (None is the end); None when nothing was dragged."""
        if not self.is_active:
            self.stop()
            return None
        jobs, target = self._jobs, self._boundary(position)[0]
        self.stop()
        return jobs, target

    def stop(self) -> None:
        """Nothing is dragged any more."""
        was_active, self._pressed, self._line = self.is_active, None, -1
        if was_active:
            self._view.viewport().update()

    def paint(self, painter: QPainter) -> None:
        """A line where the jobs would go."""
        if self.is_active:
            theme = current_theme()
            px = theme.size.ring
            rect = QRect(0, max(0, self._line - px // 2), self._view.viewport().width(), px)
            painter.fillRect(rect, theme.color("accent.text"))

    def _boundary(self, position: QPoint) -> tuple[JobId | None, int]:
        """The job below the nearest gap between two jobs, and the gap's y."""
        row = self._view.rowAt(position.y())
        if row < 0:
            last = self._model.rowCount() - 1
            return None, self._view.rowViewportPosition(last) + self._view.rowHeight(last) - 1
        top, height = self._view.rowViewportPosition(row), self._view.rowHeight(row)
        key = self._model.key(row)
        if is_job(key) and position.y() < top + height / 2:
            return key, top
        job, ids = job_of(key), self._model.ids
        at = ids.index(job) + 1
        if at >= len(ids):
            return None, top + height - 1
        below = self._model.row(ids[at])
        return ids[at], self._view.rowViewportPosition(below)

    def _scroll(self, position: QPoint) -> None:
        """The list follows the pointer at its edges."""
        bar, edge = self._view.verticalScrollBar(), current_theme().size.control
        if position.y() < edge:
            bar.setValue(bar.value() - edge // 2)
        elif position.y() > self._view.viewport().height() - edge:
            bar.setValue(bar.value() + edge // 2)
