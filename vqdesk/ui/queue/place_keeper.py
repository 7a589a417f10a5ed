"""Choice, keyboard and scroll of the list, kept by key while its rows change."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel
from PySide6.QtWidgets import QTableView

from vqdesk.ui.queue.lines import GroupKey, LineKey, job_of, spans
from vqdesk.ui.queue.model import QueueModel
from vqdesk.ui.theme.source import current_theme


class PlaceKeeper:
    """`remember` before the rows change, `restore` after it."""

    def __init__(self, view: QTableView, model: QueueModel) -> None:
        self._view = view
        self._model = model
        self._kept: tuple[list[LineKey], LineKey | None, LineKey | None, int] = ([], None, None, 0)

    def remember(self, chosen: list[LineKey], current: LineKey | None) -> None:
        """What is chosen and current now, and which line is on top."""
        top = self._view.rowAt(0)
        at_top = self._view.verticalScrollBar().value() == 0
        anchor = self._model.key(top) if top >= 0 and not at_top else None
        offset = self._view.rowViewportPosition(top) if top >= 0 else 0
        self._kept = (chosen, current, anchor, offset)

    def restore(self, current_row: Callable[[], int]) -> None:
        """The same lines where they are now."""
        chosen, current, anchor, offset = self._kept
        for row in self._model.low_rows():
            self._view.verticalHeader().resizeSection(row, current_theme().size.row_prompt)
        self._select(chosen, current, current_row)
        row = self._model.row(anchor) if anchor is not None else -1
        if row >= 0:
            bar = self._view.verticalScrollBar()
            bar.setValue(bar.value() + self._view.rowViewportPosition(row) - offset)

    def _select(self, chosen: Sequence[LineKey], current: LineKey | None, current_row: Callable[[], int]) -> None:
        """By key; a prompt whose line went away is stood in for by its job."""
        selection = QItemSelection()
        for first, last in spans(sorted({row for row in map(self._row_or_job, chosen) if row >= 0})):
            selection.select(self._model.index(first), self._model.index(last))
        models = self._view.selectionModel()
        models.select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        row = self._row_of_current(current) if current is not None else -1
        if row < 0:
            return
        if row != current_row():
            models.setCurrentIndex(self._model.index(row), QItemSelectionModel.SelectionFlag.NoUpdate)
        if chosen and selection.isEmpty() and isinstance(self._model.key(row), GroupKey):
            models.select(self._model.index(row), QItemSelectionModel.SelectionFlag.Select)

    def _row_of_current(self, key: LineKey) -> int:
        """The head of its group stands in for a job that was folded away."""
        row = self._row_or_job(key)
        head = self._model.head_of(job_of(key)) if row < 0 else None
        return self._model.row(head) if head is not None else row

    def _row_or_job(self, key: LineKey) -> int:
        row = self._model.row(key)
        return row if row >= 0 or isinstance(key, GroupKey) else self._model.row(job_of(key))
