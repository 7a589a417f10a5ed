"""What a log view shows: numbered lines, those that are wanted, and where the words were found."""

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from vqdesk.domain.errors import Problem, UserError
from vqdesk.domain.log_lines import LEVELS, LogQuery
from vqdesk.ui.detail.words import log_time


@dataclass(frozen=True, slots=True)
class LogLine:
    """`number` counts in the whole log from 1, 0 while unknown; `at` is empty where the text says the time."""

    number: int
    at: str
    level: str
    text: str

    def copied(self) -> str:
        """The line as it is copied and saved."""
        return f"{self.number}\t{log_time(self.at)}\t{self.level}\t{self.text}" if self.at else self.text


@dataclass(frozen=True, slots=True)
class LogWish:
    """What of a log is wanted, and what is looked for in it."""

    levels: frozenset[str] = frozenset(LEVELS)
    words: str = ""
    is_regex: bool = False
    only_hits: bool = False


class LogLines(QObject):
    """Rows from 0; `changed` tells how many rows before the change are as they were, -1 for none."""

    changed = Signal(int)
    shifted = Signal(int)  # so many rows came before the first
    matches_changed = Signal()
    counts_changed = Signal()
    refused = Signal(object)  # Problem of reading
    judged = Signal(object)  # Problem of the wish, or None

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.wish = LogWish()
        self.query = LogQuery()

    @abstractmethod
    def count(self) -> int:
        """Rows that are shown."""

    @abstractmethod
    def line(self, at: int) -> LogLine | None:
        """The line of a row; None while it is being read."""

    @property
    @abstractmethod
    def matches(self) -> Sequence[int]:
        """Rows in which the words were found, ascending."""

    @property
    def is_looking(self) -> bool:
        """True while more matches may come."""
        return False

    def count_of(self, _level: str) -> int | None:
        """Lines of a level, shown or not; None where nobody counted."""
        return None

    def row_of(self, number: int) -> int:
        """The row of a line's number, or of the next that is shown."""
        return number - 1

    def set_wish(self, wish: LogWish) -> None:
        """Shows and marks other lines; a wrong expression changes nothing and is told."""
        problem: Problem | None = None
        try:
            query = LogQuery(wish.levels, wish.words.strip(), is_regex=wish.is_regex)
        except UserError as error:
            problem = error.problem
        else:
            self.wish, self.query = wish, query
            self._apply_wish()
        self.judged.emit(problem)

    @abstractmethod
    def _apply_wish(self) -> None: ...
