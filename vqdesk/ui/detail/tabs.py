"""The five tabs of the detail."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from vqdesk.domain.events import AppEvent
from vqdesk.domain.job import Prompt
from vqdesk.domain.status import PromptStatus
from vqdesk.ui.calls import Calls
from vqdesk.ui.detail.facts import prompt_facts
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.tab_order import set_tab_order_by_layout
from vqdesk.ui.widgets.tabs import TabBar

if TYPE_CHECKING:
    from vqdesk.services.queue import JobDetail  # the window starts without loading the services
    from vqdesk.services.stories import PromptStory
    from vqdesk.ui.detail.graph import GraphTab
    from vqdesk.ui.detail.outputs import OutputsTab
    from vqdesk.ui.detail.parameters import ParametersTab
    from vqdesk.ui.detail.prompts import PromptsTab
    from vqdesk.ui.logs.page import LogPage

_OUTPUTS, _PARAMETERS, _PROMPTS, _LOG, _GRAPH = range(5)
_LEAST_LINES = 4


class DetailTabs(QWidget):
    """The log of a failure, else the outputs; a tab that the user chose stays when the job changes.

    A page is made when it is first looked at, and told only what somebody sees.
    """

    failed = Signal(object)  # Problem
    reuse_asked = Signal(str)  # path of an output
    gallery_asked = Signal(object)  # JobId
    prompt_chosen = Signal(object)  # PromptId
    cancel_asked = Signal(object)  # list[PromptId]
    retry_asked = Signal(object)  # list[PromptId]

    def __init__(self, calls: Calls, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = TabBar(self.tr("Detail"))
        self._calls = calls
        self._makers: dict[int, Callable[[], QWidget]] = {
            _OUTPUTS: self._make_outputs,
            _PARAMETERS: self._make_parameters,
            _PROMPTS: self._make_prompts,
            _LOG: self._make_log,
            _GRAPH: self._make_graph,
        }
        self._made: dict[int, QWidget] = {}
        self._stale: set[int] = set()
        self._shown: tuple[JobDetail, Prompt | None] | None = None
        self._story: PromptStory | None = None
        self._pages = QStackedWidget()
        self._prompt_count = 0
        self._is_chosen = False  # by the user
        self._build_rows()

    @property
    def outputs(self) -> "OutputsTab":
        return self._page(_OUTPUTS)

    @property
    def parameters(self) -> "ParametersTab":
        return self._page(_PARAMETERS)

    @property
    def prompts(self) -> "PromptsTab":
        return self._page(_PROMPTS)

    @property
    def log(self) -> "LogPage":
        return self._page(_LOG)

    @property
    def graph(self) -> "GraphTab":
        return self._page(_GRAPH)

    def show_detail(self, detail: "JobDetail", focus: Prompt | None) -> None:
        """Shows a job, or news of the same one."""
        self._shown = (detail, focus)
        self._stale = set(self._made)
        self._prompt_count = len(detail.prompts)
        self.bar.set_count(_OUTPUTS, len(detail.outputs))
        self._fit_bar()
        if not self._is_chosen:
            failed = focus is not None and focus.status is PromptStatus.FAILED
            self.bar.setCurrentIndex(_LOG if failed else _OUTPUTS)
        self._open(self.bar.currentIndex())

    def show_story(self, story: "PromptStory") -> None:
        """Takes the past of the prompt in focus."""
        self._story = story
        self._stale |= {_PARAMETERS} & self._made.keys()
        self._open(self.bar.currentIndex())

    def apply_events(self, batch: Sequence[AppEvent]) -> None:
        """Takes news of the worker."""
        if _LOG in self._made:
            self.log.apply_events(batch)

    def show_page(self, page: QWidget) -> None:
        """Opens the tab that holds a page."""
        self.bar.setCurrentIndex(next(at for at, made in self._made.items() if made is page))

    def show_node(self, node_id: str) -> None:
        """Opens the graph at a node."""
        self.show_page(self.graph)
        self.graph.show_node(node_id)
        self._keep_page()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The number of prompts, which the head says too, goes before a word would."""
        super().resizeEvent(event)
        self._fit_bar()

    def makers(self) -> list[Callable[[], object]]:
        """What makes each page and paints it for the first time, for whoever has time."""
        pages = [partial(self._page, at) for at in self._makers]
        return [*pages, *((lambda page=page: page().grab()) for page in pages)]

    def _keep_page(self) -> None:
        self._is_chosen = True

    def _open(self, at: int) -> None:
        self._pages.setCurrentWidget(self._page(at))
        self._pages.setMinimumHeight(_least_height(at))
        set_tab_order_by_layout(self)

    def _page(self, at: int) -> Any:
        if at not in self._made:
            page = self._makers[at]()
            page.setMinimumSize(1, 1)  # a page gives way; it does not widen the window
            self._made[at] = page
            self._pages.addWidget(page)
            self._stale.add(at)
        if at in self._stale and self._shown is not None:
            self._stale.discard(at)
            self._fill(at, *self._shown)
        return self._made[at]

    def _fill(self, at: int, detail: "JobDetail", focus: Prompt | None) -> None:
        page: Any = self._made[at]
        if at == _OUTPUTS:
            page.set_outputs(detail.outputs)
        elif at == _PARAMETERS:
            workflow = (self.tr("Workflow"), detail.workflow_title)
            of_run = [(self.tr("Run"), detail.job.run)] if detail.job.run else []
            page.set_values([workflow, *of_run, *detail.parameters, *prompt_facts(detail, focus, self._story)])
        elif at == _PROMPTS:
            page.set_prompts(detail.prompts)
            page.show_chosen(focus.id if focus else None)
        elif at == _LOG:
            page.set_job(detail.job.id)
        else:
            page.set_prompt(focus.id if focus else None)

    def _make_outputs(self) -> QWidget:
        from vqdesk.ui.detail.outputs import OutputsTab

        page = OutputsTab(self._calls)
        page.failed.connect(self.failed)
        page.reuse_asked.connect(self.reuse_asked)
        page.gallery_asked.connect(self.gallery_asked)
        return page

    def _make_parameters(self) -> QWidget:
        from vqdesk.ui.detail.parameters import ParametersTab

        return ParametersTab()

    def _make_prompts(self) -> QWidget:
        from vqdesk.ui.detail.prompts import PromptsTab

        page = PromptsTab()
        page.chosen.connect(self.prompt_chosen)
        page.cancel_asked.connect(self.cancel_asked)
        page.retry_asked.connect(self.retry_asked)
        return page

    def _make_log(self) -> QWidget:
        from vqdesk.ui.logs.page import LogPage

        page = LogPage(self._calls)
        page.failed.connect(self.failed)
        return page

    def _make_graph(self) -> QWidget:
        from vqdesk.ui.detail.graph import GraphTab

        return GraphTab(self._calls)

    def _fit_bar(self) -> None:
        last_gap = current_theme().space.l
        self.bar.set_count(_PROMPTS, None)
        self.bar.setMinimumWidth(self.bar.sizeHint().width() - last_gap)
        self.bar.set_count(_PROMPTS, self._prompt_count)
        if self.bar.sizeHint().width() - last_gap > self.width():
            self.bar.set_count(_PROMPTS, None)

    def _build_rows(self) -> None:
        theme = current_theme()
        for word in (
            self.tr("Outputs"),
            self.tr("Parameters"),
            self.tr("Prompts"),
            self.tr("Log"),
            self.tr("Graph"),
        ):
            self.bar.addTab(word)
        self.bar.currentChanged.connect(self._open)
        self.bar.used.connect(self._keep_page)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.space.s)
        rows.addWidget(self.bar)
        rows.addWidget(self._pages, 1)
        self._pages.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)  # lists want 192 px
        self._pages.setMinimumHeight(_least_height(_OUTPUTS))


def _least_height(at: int) -> int:
    """A row of pictures, some lines, or tools with lines below; the detail scrolls where that is too high."""
    size = current_theme().size
    if at == _OUTPUTS:
        return size.tile[1] + size.tile_name
    return size.form_min // 2 if at in (_LOG, _GRAPH) else _LEAST_LINES * size.row_prompt
