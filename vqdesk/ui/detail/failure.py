"""The card of a failed prompt: what, why, what to do; first thing on its page."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QVBoxLayout, QWidget

from vqdesk.domain.errors import Problem
from vqdesk.domain.job import Prompt
from vqdesk.ui.detail.texts import SelectableText, copy_text
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.buttons import Button, IconButton, PrimaryButton, QuietButton
from vqdesk.ui.widgets.labels import Label
from vqdesk.ui.widgets.surfaces import Line, Panel, row_of

_DOT = " · "


@dataclass(frozen=True, slots=True)
class Failure:
    """A failed prompt, and all failed prompts of its job in their order."""

    prompt: Prompt
    total: int  # prompts of the job
    failed: tuple[Prompt, ...]
    engine: str = ""

    @property
    def problem(self) -> Problem:
        return self.prompt.error or Problem("")


class FailureCard(Panel):
    """`retry_asked` carries the ids to retry: all the failed ones, or only this one."""

    retry_asked = Signal(object)  # list[PromptId]
    node_asked = Signal(str)  # id of the node that failed

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface.2", "card", parent)
        self._failure: Failure | None = None
        self._summary = SelectableText("", "title")
        self._cause = SelectableText()
        self._what_to_do = Label(self.tr("What you can do"), "small", "text.secondary")
        self._remedy = SelectableText()
        self.retry = PrimaryButton("", icon="refresh")
        self.retry_this = Button(self.tr("Retry only this one"))
        self.in_graph = QuietButton(self.tr("Show in the graph"), icon="graph")
        self.copy = QuietButton(self.tr("Copy error"), icon="copy")
        self._facts = QGridLayout()
        self._build_rows()
        self.retry.clicked.connect(self._retry_all)
        self.retry_this.clicked.connect(self._retry_this)
        self.in_graph.clicked.connect(self._show_node)
        self.copy.clicked.connect(lambda: copy_text(self.error_text()))

    def show_failure(self, failure: Failure) -> None:
        """Shows another failure, or the same one with news."""
        if failure == self._failure:
            return
        self._failure = failure
        problem = failure.problem
        self._summary.setText(problem.summary or self.tr("The prompt failed"))
        self._cause.setText(problem.cause)
        self._cause.setVisible(bool(problem.cause))
        self._remedy.setText(problem.remedy or self.tr("Retry it; the log tells what happened before."))
        count = len(failure.failed)
        self.retry.setText(self.tr("Retry") if count < 2 else self.tr("Retry {n} failed").format(n=count))
        self.retry_this.setVisible(count > 1)
        self.in_graph.setVisible(bool(problem.node_id))
        self.setAccessibleName(problem.sentence())
        self._show_facts(self._fact_pairs(failure))

    def error_text(self) -> str:
        """Everything about the failure, for a bug report or a search."""
        if self._failure is None:
            return ""
        problem = self._failure.problem
        facts = [f"{label}: {value}" for label, value in self._fact_pairs(self._failure)]
        return "\n".join(part for part in (problem.summary, problem.cause, problem.remedy, *facts) if part)

    def set_narrow(self, narrow: bool) -> None:
        """Puts the facts below the words where there is no room beside them."""
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._halves.setDirection(direction)
        self._divider.setVisible(not narrow)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the red edge at the left."""
        super().paintEvent(event)
        theme = current_theme()
        edge = self.rect().adjusted(0, theme.space.xs, 0, -theme.space.xs)
        edge.setWidth(theme.size.selection_bar)
        QPainter(self).fillRect(edge, theme.color("status.failed"))

    def _build_rows(self) -> None:
        space = current_theme().space
        words = QVBoxLayout()
        words.setSpacing(space.s)
        for widget in (self._summary, self._cause):
            words.addWidget(widget)
        words.addStretch(1)
        words.addWidget(self._what_to_do)
        words.addWidget(self._remedy)
        words.addLayout(row_of(self.retry, self.retry_this, None))
        facts = QVBoxLayout()
        self._facts.setHorizontalSpacing(space.m)
        self._facts.setVerticalSpacing(space.xs)
        self._facts.setColumnStretch(1, 1)
        facts.addLayout(self._facts)
        facts.addStretch(1)
        facts.addLayout(row_of(self.in_graph, self.copy, None))
        self._divider = Line(upright=True)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._halves.setContentsMargins(space.l, space.m, space.m, space.m)
        self._halves.setSpacing(space.l)
        self._halves.addLayout(words, 3)
        self._halves.addWidget(self._divider)
        self._halves.addLayout(facts, 2)

    def _fact_pairs(self, failure: Failure) -> list[tuple[str, str]]:
        prompt, problem = failure.prompt, failure.problem
        place = self.tr("{n} of {total}").format(n=prompt.ordinal, total=failure.total)
        pairs = [
            (self.tr("Node"), _DOT.join(part for part in (problem.node_id, problem.node_type) if part)),
            (self.tr("Prompt"), _DOT.join(part for part in (place, PurePath(prompt.source_path).name) if part)),
            (self.tr("Prompt id"), prompt.attempt_id or ""),
            (self.tr("Engine"), failure.engine),
        ]
        return [(label, value) for label, value in pairs if value]

    def _show_facts(self, pairs: Sequence[tuple[str, str]]) -> None:
        while (item := self._facts.takeAt(0)) is not None:
            item.widget().deleteLater()
        for at, (label, value) in enumerate(pairs):
            mono = label == self.tr("Prompt id")
            self._facts.addWidget(Label(label, "body", "text.secondary"), at, 0, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(SelectableText(value, "log" if mono else "body"), at, 1)
            if label == self.tr("Prompt id"):
                button = IconButton("copy", self.tr("Copy the prompt id"), small=True)
                button.clicked.connect(lambda _checked=False, text=value: copy_text(text))
                self._facts.addWidget(button, at, 2, Qt.AlignmentFlag.AlignTop)

    def _show_node(self) -> None:
        if self._failure is not None:
            self.node_asked.emit(self._failure.problem.node_id)

    def _retry_all(self) -> None:
        if self._failure is not None:
            self.retry_asked.emit([prompt.id for prompt in self._failure.failed])

    def _retry_this(self) -> None:
        if self._failure is not None:
            self.retry_asked.emit([self._failure.prompt.id])
