"""A chosen head of a group stands for the whole group: all lines below it are chosen with it."""

from bisect import bisect_right

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject
from PySide6.QtWidgets import QTableView

from vqdesk.ui.queue.lines import GroupKey, LineKey
from vqdesk.ui.queue.model import QueueModel

_Flag = QItemSelectionModel.SelectionFlag


class GroupChoice(QObject):
    """Keeps that true after every change of the choice, whoever made it; create it after the view's own slots."""

    def __init__(self, view: QTableView, model: QueueModel) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._chosen: dict[GroupKey, bool] = {}  # heads, and whether their group was folded then
        self._is_busy = False
        view.selectionModel().selectionChanged.connect(lambda *_: self._choice_changed())
        model.restructuring.connect(self._wait)
        model.restructured.connect(self._go_on)

    def chosen_lines(self) -> list[LineKey]:
        """The selected lines, from top to bottom."""
        chosen = sorted((span.top(), span.bottom()) for span in self._view.selectionModel().selection())
        return [self._model.key(row) for top, bottom in chosen for row in range(top, bottom + 1)]

    def chosen_keys(self) -> list[LineKey]:
        """These, with the jobs of those groups that are folded."""
        keys: list[LineKey] = []
        for key in self.chosen_lines():
            keys += self._model.meant_by(key) if key in self._model.folds else (key,)
        return keys

    def _wait(self) -> None:
        self._is_busy = True

    def _go_on(self) -> None:
        self._is_busy = False
        self._settle(at=-1)

    def _choice_changed(self) -> None:
        if not self._is_busy:
            self._settle(at=self._view.currentIndex().row())

    def _settle(self, at: int) -> None:
        """After a click or a key in the row `at`; -1 when rows have come and gone."""
        self._is_busy = True
        spans = _Spans(self._view.selectionModel().selection())
        added, dropped = QItemSelection(), QItemSelection()
        chosen: dict[GroupKey, bool] = {}
        for key, head, last in self._model.groups():
            was_chosen, is_chosen = key in self._chosen, spans.holds(head, head)
            was_open = was_chosen and not self._chosen[key]
            if is_chosen and not spans.holds(head, last):
                if was_open and at != head:  # a line of it was taken out of the choice, or came new
                    dropped.select(self._model.index(head), self._model.index(head))
                    continue
                added.select(self._model.index(head), self._model.index(last))
            elif was_open and not is_chosen and at == head and spans.holds(head + 1, last):  # it was clicked away
                dropped.select(self._model.index(head), self._model.index(last))
            if is_chosen:
                chosen[key] = head == last
        self._chosen = chosen
        for some, flag in ((added, _Flag.Select), (dropped, _Flag.Deselect)):
            if not some.isEmpty():
                self._view.selectionModel().select(some, flag | _Flag.Rows)
        self._is_busy = False


class _Spans:
    """The chosen rows as ranges that do not touch."""

    def __init__(self, selection: QItemSelection) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for top, bottom in sorted((span.top(), span.bottom()) for span in selection):
            if self._ends and top <= self._ends[-1] + 1:
                self._ends[-1] = max(self._ends[-1], bottom)
            else:
                self._starts.append(top)
                self._ends.append(bottom)

    def holds(self, first: int, last: int) -> bool:
        """Whether all these rows are chosen."""
        at = bisect_right(self._starts, first) - 1
        return at >= 0 and self._ends[at] >= last
