"""A log with its tools: of a job, of the app, of an engine."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QDateTime, Signal, SignalInstance
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vqdesk.domain.events import AppEvent
from vqdesk.domain.job import JobId, Lane
from vqdesk.domain.log_lines import LEVELS, LogSource
from vqdesk.ui.calls import Calls
from vqdesk.ui.detail.texts import copy_text
from vqdesk.ui.logs.file_lines import FileLines
from vqdesk.ui.logs.job_feed import JobFeed
from vqdesk.ui.logs.job_lines import JobLines
from vqdesk.ui.logs.lines import LogLines, LogWish
from vqdesk.ui.logs.tools import LogTools
from vqdesk.ui.logs.view import LogView
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.file_dialogs import ask_for_place

_MOST_COPIED = 50_000
_JOB_LEVELS = frozenset(LEVELS[:3])


class LogPage(QWidget):
    """Follows the end until the user scrolls up, and counts what came since."""

    failed = Signal(object)  # Problem

    def __init__(self, calls: Calls, *, of_job: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._calls = calls
        self._of_job = of_job
        self.job_lines = JobLines(self)
        self.lines: LogLines = self.job_lines
        self.tools = LogTools(self)
        self.view = LogView(self.tr("Log"))
        self._feed = JobFeed(calls, self.job_lines, self)
        self._match = -1
        self._seen = 0  # rows when following ended
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(current_theme().space.s)
        rows.addWidget(self.tools)
        rows.addWidget(self.view, 1)
        self._connect()
        if of_job:
            self.tools.source.addItem(self.tr("This job"), None)
        for signal, slot in self._slots(self.lines):
            signal.connect(slot)
        self._show_lines(self.lines, _JOB_LEVELS)

    def set_job(self, job_id: JobId | None) -> None:
        """Shows the log of another job, from its end."""
        self._feed.follow(job_id)

    def apply_events(self, batch: Sequence[AppEvent]) -> None:
        """Takes news of the worker."""
        self._feed.apply_events(batch)

    def is_following(self) -> bool:
        """True while new lines scroll into sight."""
        return self.tools.follow.isChecked()

    def showEvent(self, event: QShowEvent) -> None:
        """Starts to read."""
        super().showEvent(event)
        self._set_wanted(True)
        self._calls.ask(self, lambda desk: desk.lanes(), self._ask_sources, self.failed.emit)

    def hideEvent(self, event: QHideEvent) -> None:
        """Stops reading."""
        super().hideEvent(event)
        self._set_wanted(False)

    def _set_wanted(self, wanted: bool) -> None:
        self._feed.set_wanted(wanted and self.lines is self.job_lines)
        if isinstance(self.lines, FileLines):
            self.lines.set_wanted(wanted)

    def _connect(self) -> None:
        tools = self.tools
        tools.wished.connect(self._wish)
        tools.stepped.connect(self._step)
        tools.source.activated.connect(self._choose_source)
        tools.copy.clicked.connect(self._copy_lines)
        tools.save.clicked.connect(self._save)
        tools.wrap.toggled.connect(self.view.set_wrap)
        tools.follow.toggled.connect(self._follow_toggled)
        self.view.copy_asked.connect(self._copy_lines)
        self.view.opened.connect(self._open)
        self._feed.refused.connect(self.failed)
        bar = self.view.verticalScrollBar()
        bar.rangeChanged.connect(lambda _low, high: bar.setValue(high) if self.is_following() else None)
        bar.valueChanged.connect(self._scrolled)

    def _ask_sources(self, lanes: list[Lane]) -> None:
        names = {lane.id: lane.name for lane in lanes}
        self._calls.ask(
            self,
            lambda desk: desk.log_files.sources(),
            lambda found: self._offer(found, names),
            self.failed.emit,
        )

    def _offer(self, found: list[LogSource], names: dict[int, str]) -> None:
        box = self.tools.source
        known = {box.itemData(at) for at in range(box.count())}
        words = {"vqdesk.log": self.tr("VQDesk"), "engine.log": self.tr("Built-in engine")}
        for source in found:
            if source not in known and (source.lane_id is None or source.lane_id in names):
                console = self.tr("{0}, console").format(names.get(source.lane_id, ""))
                box.addItem(words.get(source.file_name, console), source)
        if not self._of_job and self.lines is self.job_lines and found:
            self._choose_source(0)

    def _choose_source(self, at: int) -> None:
        source = self.tools.source.itemData(at)
        if source is None:
            self._show_lines(self.job_lines, _JOB_LEVELS)
        else:
            self._show_lines(FileLines(self._calls, source, self), frozenset(LEVELS))

    def _show_lines(self, lines: LogLines, levels: frozenset[str]) -> None:
        old = self.lines
        for signal, slot in self._slots(old):
            signal.disconnect(slot)
        for signal, slot in self._slots(lines):
            signal.connect(slot)
        self.lines = lines
        self.view.set_lines(lines)
        if isinstance(old, FileLines):
            old.deleteLater()
        self.tools.set_levels(levels)
        self.tools.show_counts(lines)
        self.tools.follow.setChecked(True)
        self._wish(self.tools.wish())
        self._set_wanted(self.isVisible())

    def _slots(self, lines: LogLines) -> tuple[tuple[SignalInstance, Callable[..., None] | SignalInstance], ...]:
        return (
            (lines.changed, self._lines_came),
            (lines.matches_changed, self._say_matches),
            (lines.counts_changed, self._show_counts),
            (lines.refused, self.failed),
            (lines.judged, self.tools.show_problem),
        )

    def _show_counts(self) -> None:
        self.tools.show_counts(self.lines)

    def _wish(self, wish: LogWish) -> None:
        self._match = -1
        self.lines.set_wish(wish)
        self._seen = self.lines.count()
        if wish.words and self.lines.matches:
            self._step(1)

    def _step(self, step: int) -> None:
        found = len(self.lines.matches)
        if found:
            self._match = (self._match + step) % found if self._match >= 0 else (0 if step > 0 else found - 1)
            self.tools.follow.setChecked(False)
            self.view.go_to(self.lines.matches[self._match])
            self._say_matches()

    def _say_matches(self) -> None:
        self.tools.show_found(self.lines, self._match)

    def _open(self, row: int) -> None:
        line = self.lines.line(row)
        if line is not None and self.tools.only_hits.isChecked() and line.number:
            self.tools.only_hits.setChecked(False)
            self.tools.follow.setChecked(False)
            self.lines.set_wish(self.tools.wish())
            self.view.go_to(self.lines.row_of(line.number))

    def _lines_came(self, _unchanged: int) -> None:
        fresh = self.lines.count() - self._seen
        if not self.is_following() and fresh > 0:
            self.tools.follow.set_hint(self.tr("{n} new").format(n=fresh))

    def _scrolled(self, value: int) -> None:
        if value < self.view.verticalScrollBar().maximum():
            self.tools.follow.setChecked(False)

    def _follow_toggled(self, follow: bool) -> None:
        self._seen = self.lines.count()
        self.tools.follow.set_hint("")
        if follow:
            bar = self.view.verticalScrollBar()
            bar.setValue(bar.maximum())

    def _chosen_text(self) -> str:
        rows = self.view.selected_rows()
        every = range(max(0, self.lines.count() - _MOST_COPIED), self.lines.count())
        lines = (self.lines.line(at) for at in (rows or every)[:_MOST_COPIED])
        return "\n".join(line.copied() for line in lines if line is not None)

    def _copy_lines(self) -> None:
        copy_text(self._chosen_text())

    def _save(self) -> None:
        name = QDateTime.currentDateTime().toString("'log-'yyyy-MM-dd-HHmm'.txt'")
        ask_for_place(self, self.tr("Save the log"), [self.tr("Text (*.txt)")], self.save_to, name)

    def save_to(self, target: str) -> None:
        """Saves the lines that are shown."""
        lines = self.lines
        if isinstance(lines, FileLines):
            file, numbers = lines.file, lines.numbers
            if file is not None:
                chosen = None if numbers is None else tuple(numbers)
                self._calls.ask(
                    self, lambda desk: desk.log_files.save(file, target, chosen), failed=self.failed.emit
                )
        else:
            text = "".join(f"{lines.line(at).copied()}\n" for at in range(lines.count()))
            self._calls.ask(self, lambda desk: desk.log_files.write(target, text), failed=self.failed.emit)
