"""The tab of a job's log: levels, search, follow."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from vqdesk.domain.events import AppEvent
from vqdesk.domain.job import JobId
from vqdesk.ui.calls import Calls
from vqdesk.ui.detail.log_feed import LogFeed
from vqdesk.ui.detail.log_model import LEVELS, LogModel
from vqdesk.ui.detail.log_view import LogList
from vqdesk.ui.detail.texts import copy_text
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.buttons import Button, IconButton
from vqdesk.ui.widgets.chips import Chip
from vqdesk.ui.widgets.fields import LineField
from vqdesk.ui.widgets.surfaces import row_of


class LogTab(QWidget):
    """Follows the end until the user scrolls up, and counts what came since."""

    failed = Signal(object)  # Problem

    def __init__(self, calls: Calls, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = LogModel(self)
        self.list = LogList(self.tr("Log"), self.model)
        self.chips = {level: Chip(self._level_word(level), count=0) for level in LEVELS}
        self.search = LineField(icon="search")
        self.follow = Button(self.tr("Follow"), icon="download", small=True)
        self._feed = LogFeed(calls, self.model, self)
        self._match = -1
        self._unseen = 0
        self._build_rows()
        self._connect()

    def set_job(self, job_id: JobId | None) -> None:
        """Shows the log of another job, from its end."""
        self._feed.follow(job_id)

    def apply_events(self, batch: Sequence[AppEvent]) -> None:
        """Takes news of the worker."""
        self._feed.apply_events(batch)

    def is_following(self) -> bool:
        """True while new lines scroll into sight."""
        return self.follow.isChecked()

    def showEvent(self, event: QShowEvent) -> None:
        """Starts to read."""
        super().showEvent(event)
        self._feed.set_wanted(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Stops reading."""
        super().hideEvent(event)
        self._feed.set_wanted(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts levels and search on two lines where one is too narrow."""
        super().resizeEvent(event)
        narrow = self.width() < current_theme().size.form
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._bar.setDirection(direction)

    def _build_rows(self) -> None:
        space = current_theme().space
        self.follow.setCheckable(True)
        self.follow.setChecked(True)
        self.search.setPlaceholderText(self.tr("Search the log"))
        self.search.setAccessibleName(self.tr("Search the log"))
        self._previous = IconButton("chevron-up", self.tr("Previous match"), small=True)
        self._next = IconButton("chevron-down", self.tr("Next match"), small=True)
        self._copy = IconButton("copy", self.tr("Copy the lines"), small=True)
        for level, chip in self.chips.items():
            chip.setChecked(level != "debug")
        levels = row_of(*self.chips.values(), None)
        tools = row_of(self.search, self._previous, self._next, self.follow, self._copy)
        self._bar = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._bar.setSpacing(space.s)
        self._bar.addLayout(levels, 1)
        self._bar.addLayout(tools, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(space.s)
        rows.addLayout(self._bar)
        rows.addWidget(self.list, 1)

    def _connect(self) -> None:
        for chip in self.chips.values():
            chip.toggled.connect(self._filter)
        self.search.textChanged.connect(self._search)
        self.search.returnPressed.connect(lambda: self._go(1))
        self._next.clicked.connect(lambda: self._go(1))
        self._previous.clicked.connect(lambda: self._go(-1))
        self._copy.clicked.connect(self._copy_lines)
        self.list.copy_asked.connect(self._copy_lines)
        self.follow.toggled.connect(self._follow_toggled)
        self.model.rowsInserted.connect(self._lines_came)
        self.model.counts_changed.connect(self._count)
        self.model.matches_changed.connect(self._say_matches)
        self._feed.refused.connect(self.failed)
        bar = self.list.verticalScrollBar()
        bar.rangeChanged.connect(lambda _low, high: bar.setValue(high) if self.is_following() else None)
        bar.valueChanged.connect(self._scrolled)
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.search.setFocus)

    def _level_word(self, level: str) -> str:
        words = {
            "error": self.tr("Error"),
            "warning": self.tr("Warning"),
            "info": self.tr("Info"),
            "debug": self.tr("Debug"),
        }
        return words[level]

    def _filter(self) -> None:
        self.model.show_levels(frozenset(level for level, chip in self.chips.items() if chip.isChecked()))
        self._match = -1

    def _lines_came(self, _parent: object, first: int, last: int) -> None:
        if not self.is_following():
            self._unseen += last - first + 1
            self.follow.set_hint(self.tr("{n} new").format(n=self._unseen))

    def _count(self) -> None:
        for level, chip in self.chips.items():
            chip.set_count(self.model.count_of(level))

    def _scrolled(self, value: int) -> None:
        if value < self.list.verticalScrollBar().maximum():
            self.follow.setChecked(False)

    def _follow_toggled(self, follow: bool) -> None:
        if follow:
            self._unseen = 0
            self.follow.set_hint("")
            self.list.scrollToBottom()

    def _search(self, text: str) -> None:
        self._match = -1
        self.model.search(text)
        if text:
            self._go(1)

    def _go(self, step: int) -> None:
        found = len(self.model.matches)
        if not found:
            return
        self._match = (self._match + step) % found if self._match >= 0 else (0 if step > 0 else found - 1)
        at = self.model.index(self.model.matches[self._match])
        self.list.itemDelegate().current_match = at.row()
        self.list.scrollTo(at, self.list.ScrollHint.PositionAtCenter)
        self.list.viewport().update()
        self._say_matches()

    def _say_matches(self) -> None:
        found = len(self.model.matches)
        for button in (self._next, self._previous):
            button.setEnabled(bool(found))
        if not self.model.needle:
            self.search.set_suffix("")
        elif self._match < 0:
            self.search.set_suffix(self.tr("{n} found").format(n=found))
        else:
            self.search.set_suffix(self.tr("{n} of {m}").format(n=self._match + 1, m=found))

    def _copy_lines(self) -> None:
        positions = self.list.selected_positions() or range(self.model.rowCount())
        copy_text("\n".join(self.model.line(at).copied() for at in positions))
