"""The groups of the list, and which of them are folded away."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, Signal

from vqdesk.domain.job import JobId
from vqdesk.ui.queue.lines import GroupKey


class GroupFolds(QObject):
    """Remembered while the window is open, for every way of grouping. `changed` when the lines may differ."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folded: set[GroupKey] = set()
        self.heads: Sequence[GroupKey] = ()  # of the list as it is now

    def __contains__(self, key: object) -> bool:
        return key in self._folded

    def fold(self, heads: Iterable[GroupKey], is_folded: bool = True) -> None:
        """Takes the jobs of these groups out of sight, or shows them again."""
        before = len(self._folded)
        if is_folded:
            self._folded.update(heads)
        else:
            self._folded.difference_update(heads)
        if len(self._folded) != before:
            self.changed.emit()

    def rename(self, group: str, before: str, after: str) -> None:
        """A group that gets another name stays as it is."""
        if any(head.group == group and head.head == before for head in self._folded):
            self.fold([GroupKey(after, 0, JobId(0), group)])

    def toggle(self, head: GroupKey) -> None:
        """The other way round."""
        self.fold([head], head not in self._folded)
