"""The list as a Qt model: lines in order, their content when it is seen, changes as differences."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from vqdesk.domain.job import JobId
from vqdesk.ports import JobListing, JobSection
from vqdesk.ui.queue.group_folds import GroupFolds
from vqdesk.ui.queue.lines import GroupKey, LineKey, changed_part, is_job, keep_order, spans
from vqdesk.ui.queue.open_jobs import OpenJobs

_FEW_ROWS = 16
_MOST_SPANS = 64
"""With more separate changes than this a reset is faster; the view then restores by key."""


class QueueModel(QAbstractListModel):
    """One row per line. `restructuring` and `restructured` enclose every change of rows."""

    restructuring = Signal()
    restructured = Signal()

    def __init__(
        self,
        open_jobs: OpenJobs,
        folds: GroupFolds,
        sentence: Callable[[LineKey], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._open_jobs = open_jobs
        self.folds = folds
        self._sentence = sentence
        self._ids: list[JobId] = []
        self._starts: dict[GroupKey, int] = {}  # heads in order, and where their jobs begin among the ids
        self._group = ""
        self._lines: list[LineKey] = []
        self._rows: dict[LineKey, int] | None = None
        self._looked_for = 0  # since the rows are different
        for parts in (open_jobs, folds):
            parts.changed.connect(self._show)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Number of lines."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words for screen readers and tool tips; the delegate paints from the key."""
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole) and index.isValid():
            return self._sentence(self._lines[index.row()])
        return None

    @property
    def open_jobs(self) -> OpenJobs:
        """Which jobs are open."""
        return self._open_jobs

    @property
    def ids(self) -> Sequence[JobId]:
        """The jobs in order."""
        return self._ids

    def key(self, row: int) -> LineKey:
        """What stands in a row."""
        return self._lines[row]

    def row(self, key: LineKey) -> int:
        """The row of a line, or -1. A few are looked for, as most stand at the top; else all are noted once."""
        if self._rows is None and self._looked_for < _FEW_ROWS:
            self._looked_for += 1
            try:
                return self._lines.index(key)
            except ValueError:
                return -1
        if self._rows is None:
            self._rows = dict(zip(self._lines, range(len(self._lines)), strict=True))
        return self._rows.get(key, -1)

    def low_rows(self) -> list[int]:
        """Rows that are not jobs, and so less high."""
        if not self._open_jobs:
            return self._head_rows()
        return [at for at, key in enumerate(self._lines) if not is_job(key)]

    def groups(self) -> list[tuple[GroupKey, int, int]]:
        """Heads, their rows and the last rows of their groups."""
        rows = self._head_rows()
        lasts = [*(row - 1 for row in rows[1:]), len(self._lines) - 1]
        return [(head, row, last) for head, row, last in zip(self._starts, rows, lasts, strict=False)]

    def meant_by(self, key: LineKey) -> list[LineKey]:
        """A line; the head of a group with all its jobs, folded or not."""
        start = self._starts.get(key, 0) if isinstance(key, GroupKey) else 0
        return [key, *self._ids[start : start + key.jobs]] if isinstance(key, GroupKey) else [key]

    def head_of(self, job_id: JobId) -> GroupKey | None:
        """The head of the group that a job is in; None without groups."""
        if not self._starts or job_id not in self._ids:
            return None
        at = bisect_right(list(self._starts.values()), self._ids.index(job_id)) - 1
        return list(self._starts)[at]

    def set_listing(self, listing: JobListing, *, stay: bool = False) -> None:
        """Shows these jobs. With `stay` the known ones keep their order: nothing moves under the pointer."""
        is_plain = not listing.sections and not self._starts
        self._ids = keep_order(self._ids, listing.ids) if stay and is_plain else list(listing.ids)
        is_anew, self._group = listing.group != self._group, listing.group
        before = {head: head.jobs for head in self._starts}
        self._starts = self._heads(listing.sections)
        self.folds.heads = tuple(self._starts)
        self._show(is_anew=is_anew)
        self.touch(head for head in self._starts if before.get(head, head.jobs) != head.jobs)

    def touch(self, keys: Iterable[LineKey]) -> None:
        """Tells that the content of these lines changed."""
        rows = sorted(row for row in (self.row(key) for key in keys) if row >= 0)
        for first, last in spans(rows):
            self.dataChanged.emit(self.index(first), self.index(last))

    def _show(self, *, is_anew: bool = False) -> None:
        """A first list, or groups of another kind (`is_anew`), move every line: no need to compare them."""
        wanted = self._wanted_lines()
        if wanted == self._lines:
            self._lines = wanted  # heads count other jobs
            return
        if is_anew or not self._lines:
            self.restructuring.emit()
            self._replace(wanted)
            self.restructured.emit()
            return
        first, old_end, new_end = changed_part(self._lines, wanted)
        old, new = set(self._lines[first:old_end]), set(wanted[first:new_end])
        gone = spans([at for at, key in enumerate(self._lines[first:old_end], first) if key not in new])
        fresh = spans([at for at, key in enumerate(wanted[first:new_end], first) if key not in old])
        self.restructuring.emit()
        if len(gone) + len(fresh) > _MOST_SPANS:
            self._replace(wanted)
        else:
            self._remove(gone)
            staying = [key for key in wanted[first:new_end] if key in old]
            self._move([*wanted[:first], *staying, *wanted[new_end:]])
            self._insert(fresh, wanted)
        self.restructured.emit()

    def _wanted_lines(self) -> list[LineKey]:
        if not self._starts:
            return list(self._with_open(self._ids))
        lines: list[LineKey] = []
        for head, start in self._starts.items():
            lines.append(head)
            if head not in self.folds:
                lines += self._with_open(self._ids[start : start + head.jobs])
        return lines

    def _heads(self, sections: Sequence[JobSection]) -> dict[GroupKey, int]:
        starts = accumulate((section.jobs for section in sections), initial=0)
        return {
            GroupKey(section.head, section.jobs, self._ids[start], self._group): start
            for section, start in zip(sections, starts, strict=False)
        }

    def _head_rows(self) -> list[int]:
        if not self._starts:
            return []
        if self._open_jobs:
            return [at for at, key in enumerate(self._lines) if isinstance(key, GroupKey)]
        lengths = (1 if head in self.folds else head.jobs + 1 for head in self._starts)
        return list(accumulate(lengths, initial=0))[:-1]

    def _with_open(self, ids: Sequence[JobId]) -> Sequence[LineKey]:
        """Jobs, each with the lines of its prompts below it."""
        if not self._open_jobs:
            return ids
        return [line for job_id in ids for line in (job_id, *self._open_jobs.lines(job_id))]

    def _forget_rows(self) -> None:
        self._rows, self._looked_for = None, 0

    def _replace(self, wanted: list[LineKey]) -> None:
        self.beginResetModel()
        self._lines = wanted
        self._forget_rows()
        self.endResetModel()

    def _remove(self, gone: list[tuple[int, int]]) -> None:
        for first, last in reversed(gone):
            self.beginRemoveRows(QModelIndex(), first, last)
            del self._lines[first : last + 1]
            self._forget_rows()
            self.endRemoveRows()

    def _move(self, ordered: list[LineKey]) -> None:
        if ordered == self._lines:
            self._lines = ordered
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        keys = [self._lines[index.row()] for index in before]
        self._lines = ordered
        self._forget_rows()
        self.changePersistentIndexList(before, [self.index(self.row(key)) for key in keys])
        self.layoutChanged.emit()

    def _insert(self, fresh: list[tuple[int, int]], wanted: list[LineKey]) -> None:
        for first, last in fresh:
            self.beginInsertRows(QModelIndex(), first, last)
            self._lines[first:first] = wanted[first : last + 1]
            self._forget_rows()
            self.endInsertRows()
