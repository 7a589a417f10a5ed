"""The list of what an examination found."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from vqdesk.ui.detail.texts import SelectableText
from vqdesk.ui.language import in_words
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.labels import Label
from vqdesk.ui.widgets.status import StatusGlyph
from vqdesk.ui.widgets.surfaces import Line, Panel

if TYPE_CHECKING:
    from vqdesk.services.doctor import Finding  # the window starts without loading the services

_LOOKS = {"ok": "done", "note": "paused", "wrong": "failed"}


class FindingList(Panel):
    """One block for each finding: shape, topic and word, what was found, what to do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface.1", parent=parent)
        space = current_theme().space
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(space.l, space.m, space.l, space.m)
        self._rows.setSpacing(space.s)

    def minimumSizeHint(self) -> QSize:
        """Asks for no height: it follows from the real width, and least sizes count words at their narrowest."""
        return QSize(super().minimumSizeHint().width(), 0)

    def show_findings(self, findings: Sequence["Finding"]) -> None:
        """Shows these, what is wrong first."""
        while self._rows.count():
            item = self._rows.takeAt(0)
            if widget := item.widget():
                widget.deleteLater()
        worst_first = sorted(findings, key=lambda one: list(_LOOKS).index(one.health.value), reverse=True)
        for at, finding in enumerate(worst_first):
            if at:
                self._rows.addWidget(Line())
            self._rows.addWidget(self._block(finding))
        self._rows.addStretch(1)

    def _block(self, finding: "Finding") -> QWidget:
        space = current_theme().space
        word = {"ok": self.tr("in order"), "note": self.tr("worth knowing"), "wrong": self.tr("wrong")}[
            finding.health.value
        ]
        topic, text, remedy = in_words(finding.topic), in_words(finding.text), in_words(finding.remedy)
        block = QWidget()
        block.setAccessibleName(f"{topic}, {word}: {text} {remedy}".strip())
        grid = QGridLayout(block)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(space.s)
        grid.setVerticalSpacing(0)
        grid.addWidget(StatusGlyph(_LOOKS[finding.health.value]), 0, 0, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(Label(topic[:1].upper() + topic[1:], "strong"), 0, 1)
        grid.addWidget(Label(word, "small", "text.secondary"), 0, 2, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(SelectableText(text), 1, 1, 1, 2)
        if remedy:
            grid.addWidget(SelectableText(remedy, "small"), 2, 1, 1, 2)
        grid.setColumnStretch(1, 1)
        return block
