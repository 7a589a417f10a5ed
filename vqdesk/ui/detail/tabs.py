"""The five tabs of the detail."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from vqdesk.domain.events import AppEvent
from vqdesk.domain.job import Prompt
from vqdesk.domain.status import PromptStatus
from vqdesk.ui.calls import Calls
from vqdesk.ui.detail.graph import GraphTab
from vqdesk.ui.detail.outputs import OutputsTab
from vqdesk.ui.detail.parameters import ParametersTab
from vqdesk.ui.detail.prompts import PromptsTab
from vqdesk.ui.logs.page import LogPage
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.thumbnails import Thumbnails
from vqdesk.ui.widgets.tabs import TabBar

if TYPE_CHECKING:
    from vqdesk.services.queue import JobDetail  # the window starts without loading the services

_OUTPUTS, _PROMPTS = 0, 2  # tabs with a number


class DetailTabs(QWidget):
    """The log of a failure, else the outputs; a tab that the user chose stays when the job changes."""

    failed = Signal(object)  # Problem

    def __init__(self, calls: Calls, pictures: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = TabBar(self.tr("Detail"))
        self.outputs = OutputsTab(pictures)
        self.parameters = ParametersTab()
        self.prompts = PromptsTab()
        self.log = LogPage(calls)
        self.graph = GraphTab(calls)
        self._pages = QStackedWidget()
        self._prompt_count = 0
        self._is_chosen = False  # by the user
        self._build_rows()
        self.outputs.failed.connect(self.failed)
        self.log.failed.connect(self.failed)

    def show_detail(self, detail: "JobDetail", focus: Prompt | None) -> None:
        """Shows a job, or news of the same one."""
        self.outputs.set_outputs(detail.outputs, detail.prompts)
        self.parameters.set_values([(self.tr("Workflow"), detail.workflow_title), *detail.parameters])
        self.prompts.set_prompts(detail.prompts)
        self.prompts.show_chosen(focus.id if focus else None)
        self.log.set_job(detail.job.id)
        self.graph.set_prompt(focus.id if focus else None)
        self._prompt_count = len(detail.prompts)
        self.bar.set_count(_OUTPUTS, len(detail.outputs))
        self._fit_bar()
        if not self._is_chosen:
            failed = focus is not None and focus.status is PromptStatus.FAILED
            self.show_page(self.log if failed else self.outputs)

    def apply_events(self, batch: Sequence[AppEvent]) -> None:
        """Takes news of the worker."""
        self.log.apply_events(batch)

    def show_page(self, page: QWidget) -> None:
        """Opens the tab that holds a page."""
        self.bar.setCurrentIndex(self._pages.indexOf(page))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The number of prompts, which the head says too, goes before a word would."""
        super().resizeEvent(event)
        self._fit_bar()

    def _keep_page(self) -> None:
        self._is_chosen = True

    def _fit_bar(self) -> None:
        last_gap = current_theme().space.l
        self.bar.set_count(_PROMPTS, None)
        self.bar.setMinimumWidth(self.bar.sizeHint().width() - last_gap)
        self.bar.set_count(_PROMPTS, self._prompt_count)
        if self.bar.sizeHint().width() - last_gap > self.width():
            self.bar.set_count(_PROMPTS, None)

    def _build_rows(self) -> None:
        theme = current_theme()
        pages = (
            (self.outputs, self.tr("Outputs")),
            (self.parameters, self.tr("Parameters")),
            (self.prompts, self.tr("Prompts")),
            (self.log, self.tr("Log")),
            (self.graph, self.tr("Graph")),
        )
        for page, word in pages:
            page.setMinimumSize(1, 1)  # a page gives way; it does not widen the window
            self._pages.addWidget(page)
            self.bar.addTab(word)
        self.bar.currentChanged.connect(self._pages.setCurrentIndex)
        self.bar.used.connect(self._keep_page)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.space.s)
        rows.addWidget(self.bar)
        rows.addWidget(self._pages, 1)
        self._pages.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)  # lists want 192 px
        self._pages.setMinimumHeight(theme.size.tile[1] + theme.size.tile_name)
