"""The tab of the graph as it is sent to the engine; asked for only when somebody looks."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vqdesk.domain.errors import Problem
from vqdesk.domain.job import PromptId
from vqdesk.domain.json_folds import FoldedText
from vqdesk.ui.calls import Calls
from vqdesk.ui.detail.graph_view import GraphView
from vqdesk.ui.detail.texts import copy_text
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.buttons import Button, IconButton
from vqdesk.ui.widgets.fields import LineField
from vqdesk.ui.widgets.surfaces import row_of


class GraphTab(QWidget):
    """Read-only JSON of one prompt, one line a node until it is unfolded."""

    def __init__(self, calls: Calls, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._calls = calls
        self._prompt_id: PromptId | None = None
        self._loaded: PromptId | None = None
        self._matches: list[int] = []
        self._match = -1
        self.search = LineField(icon="search")
        self.view = GraphView(self.tr("Graph of the prompt as JSON"))
        self.unfold = Button(self.tr("Unfold all"), small=True)
        self._copy = IconButton("copy", self.tr("Copy the graph"), small=True)
        self._build_rows()
        self.search.textChanged.connect(self._search)
        self.search.returnPressed.connect(self._next)
        self.unfold.toggled.connect(lambda on: self.view.fold_all(not on))
        self._copy.clicked.connect(self._copy_all)
        self.view.copy_asked.connect(self._copy_all)

    def set_prompt(self, prompt_id: PromptId | None) -> None:
        """Turns to another prompt; its graph is asked for when the tab is seen."""
        self._prompt_id = prompt_id
        if self.isVisible():
            self._load()

    def showEvent(self, event: QShowEvent) -> None:
        """Asks now."""
        super().showEvent(event)
        self._load()

    def show_node(self, node_id: str) -> None:
        """Looks for a node of the graph."""
        self.search.setText(f'"{node_id}": {{')

    def _load(self) -> None:
        prompt_id = self._prompt_id
        if prompt_id == self._loaded:
            return
        self._loaded = prompt_id
        self.view.show_text(FoldedText((), (), {}))
        if prompt_id is not None:
            self._calls.ask(
                self,
                lambda desk: desk.graphs.folded(prompt_id),
                lambda text: self._take(prompt_id, text),
                lambda problem: self._refuse(prompt_id, problem),
            )

    def _take(self, prompt_id: PromptId, text: FoldedText) -> None:
        if prompt_id == self._loaded:
            self.unfold.setChecked(False)
            self.view.show_text(text)
            self._search(self.search.text())

    def _refuse(self, prompt_id: PromptId, problem: Problem) -> None:
        if prompt_id == self._loaded:
            self._loaded = None
            self.view.show_text(FoldedText((problem.sentence(),), (0,), {}))

    def _search(self, words: str) -> None:
        self._matches, self._match = self.view.find(words), -1
        self._next()

    def _next(self) -> None:
        if self._matches:
            self._match = (self._match + 1) % len(self._matches)
            self.view.go_to(self._matches[self._match])
        found = self.tr("{n} of {m}").format(n=self._match + 1, m=len(self._matches))
        self.search.set_suffix(found if self.search.text() else "")

    def _copy_all(self) -> None:
        copy_text(self.view.text())

    def _build_rows(self) -> None:
        self.unfold.setCheckable(True)
        self.search.setPlaceholderText(self.tr("Search the graph"))
        self.search.setAccessibleName(self.tr("Search the graph"))
        tools = row_of(self.search, self.unfold, self._copy)
        tools.setStretch(0, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(current_theme().space.s)
        rows.addLayout(tools)
        rows.addWidget(self.view, 1)
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.search.setFocus)
