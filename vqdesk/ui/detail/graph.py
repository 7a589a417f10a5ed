"""The tab of the graph as it is sent to the engine; asked for only when somebody looks."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from vqdesk.domain.errors import Problem
from vqdesk.domain.job import PromptId
from vqdesk.ui.calls import Calls
from vqdesk.ui.detail.texts import copy_text
from vqdesk.ui.theme.source import current_theme, follow_theme
from vqdesk.ui.theme.tokens import Theme
from vqdesk.ui.widgets.buttons import IconButton


class GraphTab(QWidget):
    """Read-only JSON of one prompt."""

    def __init__(self, calls: Calls, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._calls = calls
        self._prompt_id: PromptId | None = None
        self._loaded: PromptId | None = None
        self.text = QPlainTextEdit(readOnly=True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Graph of the prompt as JSON"))
        self._copy = IconButton("copy", self.tr("Copy the graph"), small=True)
        self._copy.clicked.connect(lambda: copy_text(self.text.toPlainText()))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current_theme().space.s)
        row.addWidget(self.text, 1)
        row.addWidget(self._copy, 0, Qt.AlignmentFlag.AlignTop)
        follow_theme(self._retheme)

    def set_prompt(self, prompt_id: PromptId | None) -> None:
        """Turns to another prompt; its graph is asked for when the tab is seen."""
        self._prompt_id = prompt_id
        if self.isVisible():
            self._load()

    def showEvent(self, event: QShowEvent) -> None:
        """Asks now."""
        super().showEvent(event)
        self._load()

    def _load(self) -> None:
        prompt_id = self._prompt_id
        if prompt_id == self._loaded:
            return
        self._loaded = prompt_id
        self.text.clear()
        if prompt_id is not None:
            self._calls.ask(
                self,
                lambda desk: desk.graph_json(prompt_id),
                lambda text: self._take(prompt_id, text),
                lambda problem: self._refuse(prompt_id, problem),
            )

    def _take(self, prompt_id: PromptId, text: str) -> None:
        if prompt_id == self._loaded:
            self.text.setPlainText(text)

    def _refuse(self, prompt_id: PromptId, problem: Problem) -> None:
        if prompt_id == self._loaded:
            self._loaded = None
            self.text.setPlainText(problem.sentence())

    def _retheme(self, theme: Theme) -> None:
        self.text.setFont(theme.font("log"))
