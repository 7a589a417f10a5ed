"""The detail panel: which job and prompt it is about, news of them, and what the user wants done."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from vqdesk.domain.errors import Problem
from vqdesk.domain.estimates import Forecast
from vqdesk.domain.events import AppEvent, QueueChanged
from vqdesk.domain.job import JobId, Output, Prompt, PromptId
from vqdesk.domain.status import is_final
from vqdesk.ui.calls import Calls
from vqdesk.ui.detail.body import DetailBody
from vqdesk.ui.detail.feed import DetailFeed
from vqdesk.ui.detail.focus import prompt_in_focus
from vqdesk.ui.detail.header import DetailHeader
from vqdesk.ui.detail.live import LiveNews
from vqdesk.ui.detail.opening import open_file, open_folder_of
from vqdesk.ui.detail.sentences import heading_of
from vqdesk.ui.detail.warming import Warming
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.empty_state import EmptyState
from vqdesk.ui.widgets.surfaces import Panel

if TYPE_CHECKING:
    from vqdesk.services.queue import JobDetail  # the window starts without loading the services


_REST_MS = 500  # after the window has come up


class DetailPanel(Panel):
    """Follows the prompt that says most about the job, until the user chooses one."""

    reuse_asked = Signal(str)  # path of an output
    job_reuse_asked = Signal(object)  # JobId
    gallery_asked = Signal(object)  # JobId

    def __init__(self, calls: Calls, parent: QWidget | None = None) -> None:
        super().__init__("surface.1", parent=parent)
        self._calls = calls
        self._detail: JobDetail | None = None
        self._focus: Prompt | None = None
        self._chosen: PromptId | None = None
        self._live = LiveNews()
        self._pause_reason: str | None = None
        self._forecast = Forecast()
        self._is_warm = False
        self._feed = DetailFeed(calls, self)
        self.empty = EmptyState("list", "")
        self.header = DetailHeader()
        self.body = DetailBody(calls)
        self._numbers = QTimer(self, interval=current_theme().duration.progress_update)
        self._build_pages()
        self._connect()
        self._show_empty()
        self._warming = Warming(self.body, [*self.body.makers(), self.header.grab], self)

    def showEvent(self, event: QShowEvent) -> None:
        """Makes ready for the first job as soon as the window has nothing else to do."""
        super().showEvent(event)
        QTimer.singleShot(_REST_MS, self, self._warm)

    @property
    def job_id(self) -> JobId | None:
        """The job that is shown or on its way."""
        return self._feed.job_id

    @property
    def focus_id(self) -> PromptId | None:
        """The prompt that is shown."""
        return self._focus.id if self._focus else None

    def show_job(self, job_id: JobId | None) -> None:
        """Turns to a job, or to none."""
        if job_id == self._feed.job_id:
            return
        self._chosen = None
        self._detail, self._focus = None, None
        self._live = LiveNews(job_id)
        self.body.notice.hide()
        self._feed.follow(job_id)
        if job_id is None:
            self._show_empty()

    def show_prompt(self, prompt_id: PromptId, job_id: JobId | None = None) -> None:
        """Turns to a prompt of the shown job, or of `job_id`; an unknown prompt leaves the choice to the panel."""
        if job_id is not None:
            self.show_job(job_id)
        self._chosen = prompt_id
        self._render()

    def apply_events(self, batch: Sequence[AppEvent]) -> None:
        """Takes news of the worker."""
        for event in batch:
            if isinstance(event, QueueChanged):
                self._pause_reason = event.reason if event.paused else None
                self._show_numbers()
        self._feed.apply_events(batch)
        self.body.tabs.apply_events(batch)
        if self.focus_id in self._live.note(batch):
            self.body.show_picture()

    def show_forecast(self, said: Forecast) -> None:
        """Takes the newest times of the job and its prompts."""
        self._forecast = said
        self._show_heading()
        self._show_numbers()

    def _take(self, detail: "JobDetail") -> None:
        self._detail = detail
        self._live.forget_ended(detail.prompts)
        self._render()

    def _render(self) -> None:
        detail = self._detail
        if detail is None:
            return
        self._focus = prompt_in_focus(detail.job, detail.prompts, self._chosen)
        self._show_heading()
        self.body.show_prompt(detail, self._focus, self._live)
        self._show_numbers()
        self._pages.setCurrentIndex(1)
        if self._focus is not None and not is_final(self._focus.status):
            self._numbers.start()
        else:
            self._numbers.stop()

    def _show_heading(self) -> None:
        detail = self._detail
        if detail is None:
            return
        pinned = self._focus is not None and self._focus.id == self._chosen
        said = self._forecast.jobs.get(detail.job.id)
        self.header.show_heading(heading_of(detail, self._focus, said, is_pinned=pinned))

    def _show_numbers(self) -> None:
        left = self._forecast.prompts.get(self._focus.id) if self._focus else None
        self.body.show_numbers(self._pause_reason, left)

    def _follow(self) -> None:
        self._chosen = None
        self._render()

    def _cancel(self, ids: Sequence[PromptId]) -> None:
        self._calls.ask(self, lambda desk: desk.cancel_prompts(ids), failed=self._tell)

    def _retry(self, ids: Sequence[PromptId]) -> None:
        self._calls.ask(self, lambda desk: desk.retry_prompts(ids), failed=self._tell)

    def _cancel_focus(self) -> None:
        if self._focus is not None:
            self._cancel([self._focus.id])

    def _retry_focus(self) -> None:
        if self._focus is not None:
            self._retry([self._focus.id])

    def _open_folder(self) -> None:
        if self._detail is not None and self._detail.outputs:
            self._tell(open_folder_of(self._detail.outputs[-1].path))

    def _play(self, output: Output | None) -> None:
        if output is not None:
            self._tell(open_file(output.path))

    def _tell(self, problem: Problem | None) -> None:
        if problem is not None:
            second = " ".join(part for part in (problem.cause, problem.remedy) if part)
            self.body.notice.tell("failed", problem.summary, second, self.tr("Close"))

    def _warm(self) -> None:
        if not self._is_warm:
            self._is_warm = True
            self._warming.start()

    def _show_empty(self, title: str = "", text: str = "") -> None:
        self._numbers.stop()
        if title:
            self.empty.set_words(title, text)
        else:
            here = self.tr("Click a job in the queue: its preview, outputs, log and graph appear here.")
            self.empty.set_words(self.tr("No job is selected"), here)
        self._pages.setCurrentIndex(0)

    def _refused(self, problem: Problem) -> None:
        if self._detail is None:
            self._show_empty(problem.summary, " ".join(part for part in (problem.cause, problem.remedy) if part))
        else:
            self._tell(problem)

    def _build_pages(self) -> None:
        self._pages = QStackedLayout(self)
        shown = QWidget()
        rows = QVBoxLayout(shown)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.header)
        rows.addWidget(self.body, 1)
        self._pages.addWidget(self.empty)
        self._pages.addWidget(shown)
        self.setFocusProxy(self.body.tabs.bar)

    def _connect(self) -> None:
        self._feed.arrived.connect(self._take)
        self._feed.refused.connect(self._refused)
        self._feed.slow.connect(lambda job_id: self._show_empty(self.tr("Reading job #{0} …").format(job_id)))
        self.body.stories.refused.connect(self._tell)
        self._numbers.timeout.connect(self._show_numbers)
        self.header.cancel_asked.connect(self._cancel_focus)
        self.header.retry_asked.connect(self._retry_focus)
        self.header.folder_asked.connect(self._open_folder)
        self.header.follow_asked.connect(self._follow)
        self.header.reuse_asked.connect(lambda: self.job_reuse_asked.emit(self.job_id))
        self.body.play_asked.connect(self._play)
        self.body.failure.retry_asked.connect(self._retry)
        self.body.tabs.failed.connect(self._tell)
        self.body.tabs.reuse_asked.connect(self.reuse_asked)
        self.body.tabs.gallery_asked.connect(self.gallery_asked)
        self.body.tabs.prompt_chosen.connect(self.show_prompt)
        self.body.tabs.cancel_asked.connect(self._cancel)
        self.body.tabs.retry_asked.connect(self._retry)
