"""The tools above a log: which log, levels, search, and what is done with the lines."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QWidget

from vqdesk.domain.errors import Problem
from vqdesk.domain.log_lines import LEVELS
from vqdesk.ui.logs.lines import LogLines, LogWish
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.buttons import Button, IconButton
from vqdesk.ui.widgets.chips import Chip
from vqdesk.ui.widgets.fields import ComboBox, LineField, set_wrong
from vqdesk.ui.widgets.surfaces import row_of

_SOURCE_LETTERS = 14


class LogTools(QWidget):
    """Tells what is wanted; shows what was found."""

    wished = Signal(object)  # LogWish
    stepped = Signal(int)  # to the next match, or the one before

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.source = ComboBox(self.tr("Which log"))
        self.source.setMinimumContentsLength(_SOURCE_LETTERS)
        self.chips = {level: Chip(self._level_word(level)) for level in LEVELS}
        self.search = LineField(icon="search")
        self.regex = self._toggle(".*", self.tr("Search for a regular expression"))
        self.only_hits = self._toggle(self.tr("Only matches"), self.tr("List only the lines that were found"))
        self.wrap = self._toggle(self.tr("Wrap"), self.tr("Break long lines"))
        self.follow = Button(self.tr("Follow"), icon="download", small=True)
        self.previous = IconButton("chevron-up", self.tr("Previous match"), small=True)
        self.next = IconButton("chevron-down", self.tr("Next match"), small=True)
        self.copy = IconButton("copy", self.tr("Copy the lines"), small=True)
        self.save = IconButton("drive", self.tr("Save the log as a file…"), small=True)
        self._pause = QTimer(self, singleShot=True, interval=current_theme().duration.progress_update)
        self._build_rows()
        self._connect()

    def wish(self) -> LogWish:
        """What is wanted now."""
        levels = frozenset(level for level, chip in self.chips.items() if chip.isChecked())
        return LogWish(levels, self.search.text(), self.regex.isChecked(), self.only_hits.isChecked())

    def set_levels(self, levels: frozenset[str]) -> None:
        """Marks the levels that another log shows at first."""
        for level, chip in self.chips.items():
            chip.setChecked(level in levels)

    def show_counts(self, lines: LogLines) -> None:
        """Shows how many lines each level has, where somebody counted."""
        for level, chip in self.chips.items():
            chip.set_count(lines.count_of(level))

    def show_found(self, lines: LogLines, match: int) -> None:
        """Shows how many matches there are, and which one is shown (-1 for none)."""
        found = len(lines.matches)
        for button in (self.next, self.previous):
            button.setEnabled(bool(found))
        words = ""
        if lines.wish.words:
            more = " …" if lines.is_looking else ""
            words = self.tr("{n} found").format(n=f"{found}{more}")
            if 0 <= match < found:
                words = self.tr("{n} of {m}").format(n=match + 1, m=f"{found}{more}")
        self.search.set_suffix(words)

    def show_problem(self, problem: Problem | None) -> None:
        """Marks an expression that cannot be used, with the reason as its tool tip."""
        set_wrong(self.search, problem is not None)
        self.search.setToolTip(problem.sentence() if problem else "")
        if problem is not None:
            self.search.set_suffix(self.tr("not valid"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts levels, search and what is done with the lines on as many lines as they need."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        levels, search, ends = (part.sizeHint().width() for part in (self._levels, self._search, self._ends))
        gap, room = self._bar.spacing(), self.width()
        search = max(search, current_theme().size.form_min // 2)
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._bar.setDirection(beside if levels + search + ends + 2 * gap <= room else below)
        self._actions.setDirection(beside if search + ends + gap <= room else below)

    def _toggle(self, words: str, meaning: str) -> Button:
        button = Button(words, small=True)
        button.setCheckable(True)
        button.setToolTip(meaning)
        button.setAccessibleName(meaning)
        return button

    def _level_word(self, level: str) -> str:
        words = {
            "error": self.tr("Error"),
            "warning": self.tr("Warning"),
            "info": self.tr("Info"),
            "debug": self.tr("Debug"),
        }
        return words[level]

    def _build_rows(self) -> None:
        self.follow.setCheckable(True)
        self.follow.setChecked(True)
        self.follow.setToolTip(self.tr("Scroll to new lines as they come"))
        self.search.setPlaceholderText(self.tr("Search the log"))
        self.search.setAccessibleName(self.tr("Search the log"))
        for chip in self.chips.values():
            chip.setChecked(True)
        self._levels = row_of(self.source, *self.chips.values(), None)
        self._search = row_of(self.search, self.regex, self.only_hits, self.previous, self.next)
        self._search.setStretch(0, 1)
        self._ends = row_of(self.wrap, self.follow, None, self.copy, self.save)
        self._actions = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._bar = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._bar.setContentsMargins(0, 0, 0, 0)
        for box in (self._bar, self._actions):
            box.setSpacing(current_theme().space.s)
        self._actions.addLayout(self._search, 1)
        self._actions.addLayout(self._ends)
        self._bar.addLayout(self._levels)
        self._bar.addLayout(self._actions, 1)

    def _connect(self) -> None:
        for button in (*self.chips.values(), self.regex, self.only_hits):
            button.clicked.connect(self._tell)
        self.search.textChanged.connect(lambda _text: self._pause.start())
        self._pause.timeout.connect(self._tell)
        self.search.returnPressed.connect(self._enter)
        self.next.clicked.connect(lambda: self.stepped.emit(1))
        self.previous.clicked.connect(lambda: self.stepped.emit(-1))
        find = QShortcut(QKeySequence.StandardKey.Find, self.parentWidget() or self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.search.setFocus)

    def _enter(self) -> None:
        if self._pause.isActive():
            self._tell()
        else:
            self.stepped.emit(1)

    def _tell(self) -> None:
        self._pause.stop()
        self.wished.emit(self.wish())
