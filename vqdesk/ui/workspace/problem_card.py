"""Why a job was not added, above the button that did not add it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vqdesk.domain.errors import Problem
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.buttons import IconButton
from vqdesk.ui.widgets.labels import Label
from vqdesk.ui.widgets.status import StatusGlyph
from vqdesk.ui.widgets.surfaces import Panel

_LONGEST = 600  # letters; the rest is in the tool tip


class ProblemCard(Panel):
    """Summary, cause and remedy, all lines readable. Hidden until `tell`; the cross takes it away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("tint.failed", "round", parent)
        self._summary = Label("", "strong", wrap=True)
        self._cause = Label("", "small", "text.secondary", wrap=True)
        self._remedy = Label("", "small", wrap=True)
        self.close_button = IconButton("close", self.tr("Take this away"), small=True)
        self.close_button.clicked.connect(self.hide)
        self._build_row()
        self.hide()

    @property
    def text(self) -> str:
        """Everything that it says."""
        parts = (self._summary.text(), self._cause.text(), self._remedy.text())
        return " ".join(part for part in parts if part)

    def tell(self, problem: Problem) -> None:
        """Shows a problem."""
        parts = ((self._summary, problem.summary), (self._cause, problem.cause), (self._remedy, problem.remedy))
        for label, text in parts:
            label.setText(text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()} …")
            label.setVisible(bool(text))
        self.setToolTip(problem.sentence())
        self.setAccessibleName(problem.sentence())
        self.show()

    def _build_row(self) -> None:
        space = current_theme().space
        lines = QVBoxLayout()
        lines.setSpacing(0)
        for label in (self._summary, self._cause, self._remedy):
            lines.addWidget(label)
        row = QHBoxLayout(self)
        row.setContentsMargins(space.m, space.s, space.s, space.s)
        row.setSpacing(space.s)
        row.addWidget(StatusGlyph("failed", px=current_theme().size.icon), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(lines, 1)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
