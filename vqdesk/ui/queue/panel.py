"""The queue panel: bar, banners and list, kept true by the worker's events."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCursor, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from vqdesk.domain.errors import Problem
from vqdesk.domain.events import AppEvent
from vqdesk.domain.job import Job
from vqdesk.ports import JobListing, StatusCounts
from vqdesk.ui.calls import Calls
from vqdesk.ui.language import in_words
from vqdesk.ui.night.banners import NightBanners
from vqdesk.ui.paced import Paced
from vqdesk.ui.queue.banners import QueueBanners
from vqdesk.ui.queue.chips_bar import ChipsBar
from vqdesk.ui.queue.commands import QueueCommands
from vqdesk.ui.queue.delegate import LineDelegate, Pointer
from vqdesk.ui.queue.event_sorter import QueueNews, sort_events
from vqdesk.ui.queue.line_source import LineSource
from vqdesk.ui.queue.lines import LineKey, MoreKey, PromptKey, is_job
from vqdesk.ui.queue.loading import LoadingRows
from vqdesk.ui.queue.model import QueueModel
from vqdesk.ui.queue.teaching import TeachingPage
from vqdesk.ui.queue.undo import QueueUndo
from vqdesk.ui.queue.view import QueueView
from vqdesk.ui.queue.view_memory import ViewMemory
from vqdesk.ui.queue.words import WorkflowName
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.thumbnails import Thumbnails
from vqdesk.ui.widgets.buttons import Button
from vqdesk.ui.widgets.empty_state import EmptyState
from vqdesk.ui.widgets.surfaces import Panel

if TYPE_CHECKING:
    from vqdesk.services.workflows import WorkflowShelf

_SECOND_MS = 1_000


class QueuePanel(Panel):
    """Reads ids and rows itself after `start`; everybody else learns by its signals what is looked at."""

    job_chosen = Signal(object)  # JobId
    prompt_chosen = Signal(object, object)  # JobId, PromptId
    opened = Signal()  # the user wants to go to the detail
    resume_wanted = Signal()
    counted = Signal(object)  # StatusCounts
    emptied = Signal(bool)  # there is no job at all, or there is one

    def __init__(self, calls: Calls, parent: QWidget | None = None) -> None:
        super().__init__("surface.1", parent=parent)
        self._calls = calls
        self._filtered = False
        self._is_read = False
        self._touched: set[LineKey] = set()
        pause = current_theme().duration.progress_update
        self._ids = Paced(self._ask_ids, pause, self)
        self._counts = Paced(self._ask_counts, pause, self)
        self._progress = QTimer(self, singleShot=True, interval=pause)
        self._seconds = QTimer(self, interval=_SECOND_MS)
        self.source = LineSource(calls, self)
        self.thumbnails = Thumbnails(calls, self)
        self._build_list()
        self._build_pages()
        self._connect()

    @property
    def is_loaded(self) -> bool:
        """True once the list and its first rows have been read."""
        return self._is_read and all(map(self.source.job, self.model.ids[:10]))

    def start(self) -> None:
        """Reads everything for the first time."""
        self.loading.expect()
        self.reload_workflows()
        self.memory.start(self._reload)
        self._seconds.start()

    def reload_workflows(self) -> None:
        """Reads the names of the workflows again."""
        self._calls.ask(self, lambda desk: desk.workflows(), self._take_workflows, self.show_problem)
        self.read_lanes()

    def read_lanes(self) -> None:
        """Takes the banners of engines away that are not used any more."""
        self._calls.ask(self, lambda desk: desk.lanes(), self.banners.keep_only, self.show_problem)

    def apply_events(self, batch: Sequence[AppEvent]) -> None:
        """Takes what happened in the worker."""
        news = sort_events(batch)
        self.night.apply_events(batch)
        for event in news.queue:
            self.banners.apply_queue(event)
        for event in news.lanes:
            self.banners.apply_lane(event)
        for problem in news.problems:
            self.show_problem(problem)
        self._apply_rows(news)

    def show_problem(self, problem: Problem) -> None:
        """Says what failed, on top of the list."""
        self.banners.show_problem(problem)

    def _apply_rows(self, news: QueueNews) -> None:
        for progress in news.progress:
            self.source.live.note(progress)
            self._touched |= {progress.job_id, PromptKey(progress.job_id, progress.prompt_id)}
        for prompt in news.prompts:
            self.source.live.prompt_changed(prompt.prompt_id)
        if self._touched and not self._progress.isActive():
            self._progress.start()
        for job_id in news.jobs:
            self.source.open_jobs.refresh(job_id)
        self.source.jobs.refresh(news.jobs)
        if news.jobs:
            self._counts.request()
        if news.everything:
            self.source.jobs.refresh_all()
            self.reload_workflows()
        if news.everything or any(self.source.job(job_id) is None for job_id in news.jobs):
            self._reload()

    def _reload(self) -> None:
        self._ids.request()
        self._counts.request()

    def _ask_ids(self) -> None:
        query = self.bar.query
        self._calls.ask(
            self,
            lambda desk: desk.editing.listing(query),
            partial(self._take_ids, query),
            partial(self._refused, self._ids),
        )

    def _take_ids(self, query: object, listing: JobListing) -> None:
        self._ids.finished()
        if query != self.bar.query:
            return
        first_rows, self._is_read = not self.model.ids, True
        self.loading.stop()
        self.model.set_listing(listing, stay=self.view.underMouse() and not self._filtered)
        if self._filtered:
            self.view.scrollToTop()
        self._filtered = False
        self._rank()
        self._show_page()
        if first_rows and listing.ids and not self.view.chosen_keys() and self.model.row(listing.ids[0]) >= 0:
            self.view.choose(listing.ids[0])

    def _ask_counts(self) -> None:
        self._calls.ask(self, lambda desk: desk.counts(), self._take_counts, partial(self._refused, self._counts))

    def _take_counts(self, counts: StatusCounts) -> None:
        self._counts.finished()
        self.bar.set_counts(counts.jobs)
        self.counted.emit(counts)
        self._show_page()

    def _refused(self, work: Paced, problem: Problem) -> None:
        work.finished()
        self.loading.stop()
        self.show_problem(problem)
        self._show_page()

    def _take_workflows(self, shelf: "WorkflowShelf") -> None:
        self.source.set_workflows(
            {
                known.name: WorkflowName(in_words(known.title), known.input.kind if known.input else "")
                for known in shelf.definitions
            }
        )
        self.view.viewport().update()

    def _query_changed(self) -> None:
        self._filtered = True
        self._ids.hurry()

    def _rows_arrived(self, jobs: Iterable[Job]) -> None:
        keys: list[LineKey] = []
        for job in jobs:
            self.source.live.settle(job)
            keys.append(job.id)
        self._rank()
        self.model.touch(keys)

    def _rank(self) -> None:
        in_order = self.memory.places_can_change()
        self.source.rank_waiting(self.model.ids if in_order else ())

    def _show_progress(self) -> None:
        self.model.touch(self._touched)
        self._touched.clear()

    def _line_opened(self, key: LineKey) -> None:
        if isinstance(key, MoreKey):
            self.source.open_jobs.toggle_all(key.job_id)
        else:
            self._line_shown(key)
            self.opened.emit()

    def _line_shown(self, key: LineKey) -> None:
        if isinstance(key, PromptKey):
            self.prompt_chosen.emit(key.job_id, key.prompt_id)
        elif is_job(key):
            self.job_chosen.emit(key)

    def _show_page(self) -> None:
        if not self._is_read:
            self.pages.setCurrentWidget(self.loading if self.loading.is_due else self.view)
            return
        if self.model.ids:
            page: QWidget = self.view
        elif self.bar.filter_words():
            text = self.tr("No job matches {0}.").format(self.bar.filter_words())
            self.no_hits.set_words(self.tr("Nothing here"), text)
            page = self.no_hits
        else:
            page = self.teaching
            self.teaching.fetch_samples()
        self.pages.setCurrentWidget(page)
        self.bar.setVisible(page is not self.teaching)
        self.emptied.emit(page is self.teaching)

    def _build_list(self) -> None:
        pointer = Pointer()
        self.model = QueueModel(self.source.open_jobs, self.source.folds, self.source.sentence, self)
        self.view = QueueView(self.model, pointer)
        self.view.setItemDelegate(LineDelegate(self.source, self.thumbnails, pointer, self.view))
        self.undo = QueueUndo(self._calls)
        self.commands = QueueCommands(self._calls, self.source, lambda: self.model.ids, self.undo, self)
        self.commands.keys = self.view.keys

    def _build_pages(self) -> None:
        self.bar = ChipsBar()
        editing = self.commands.editing
        self.bar.menu.add_acts(
            (
                (self.tr("Save queue with media…"), lambda: editing.save(None)),
                (self.tr("Add a saved queue…"), editing.load),
                (self.tr("Find and replace in all texts…"), lambda: editing.replace(None)),
            )
        )
        self.memory = ViewMemory(self._calls, self.bar, self.source, self)
        self.view.allow_moves(self.commands.order.can_move, self.memory.places_can_change)
        self.banners = QueueBanners()
        self.night = NightBanners(self._calls)
        self.teaching = TeachingPage(self._calls)
        self.no_hits = EmptyState("search", "")
        show_all = Button(self.tr("Show all"))
        show_all.clicked.connect(self.bar.show_all)
        self.no_hits.add_button(show_all)
        self.pages = QStackedWidget()
        self.loading = LoadingRows()
        for page in (self.view, self.teaching, self.no_hits, self.loading):
            self.pages.addWidget(page)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.bar)
        rows.addWidget(self.banners)
        rows.addWidget(self.night)
        rows.addWidget(self.undo)
        rows.addWidget(self.pages, 1)

    def _connect(self) -> None:
        self.bar.changed.connect(self._query_changed)
        self.bar.left.connect(self.view.setFocus)
        self.loading.due.connect(self._show_page)
        self.view.wanted.connect(lambda action, keys: self.commands.run(action, keys, QCursor.pos()))
        self.view.opened.connect(self._line_opened)
        self.view.shown.connect(self._line_shown)
        self.view.pointer_left.connect(self._ids.request)
        self.source.jobs.arrived.connect(self._rows_arrived)
        self.source.jobs.status_changed.connect(self._reload)
        for teller in (self.thumbnails.arrived, self.source.times_changed):
            teller.connect(self.view.viewport().update)
        self.memory.shown.connect(self.view.viewport().update)
        self.view.dropped.connect(self.commands.order.move_before)
        for teller in (self.source.jobs, self.source.open_jobs, self.commands, self.night, self.undo, self.memory):
            teller.failed.connect(self.show_problem)
        self.banners.resume_wanted.connect(self.resume_wanted)
        self.banners.reconnect_wanted.connect(
            lambda lane_id: self._calls.ask(self, lambda desk: desk.reconnect(lane_id), failed=self.show_problem)
        )
        self._progress.timeout.connect(self._show_progress)
        self._seconds.timeout.connect(self.view.viewport().update)
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.activated.connect(self.bar.search.setFocus)
