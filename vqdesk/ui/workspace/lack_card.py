"""What the engine lacks for the form, before the click: what, where to put it, and what may be meant."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.buttons import Button, LinkButton
from vqdesk.ui.widgets.flow import FlowLayout
from vqdesk.ui.widgets.labels import Label
from vqdesk.ui.widgets.status import StatusGlyph
from vqdesk.ui.widgets.surfaces import Panel, ScrollPage

if TYPE_CHECKING:
    from vqdesk.services.preflight import Lack

_NAMED = 4


class LackCard(Panel):
    """Hidden while nothing is missing. `name_taken` carries the Lack and the name to use instead."""

    name_taken = Signal(object, str)
    anyway = Signal()
    look_again = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("tint.paused", "round", parent)
        self._summary = Label("", "strong", wrap=True)
        self._list = QVBoxLayout()
        beside = current_theme().size.icon + current_theme().space.s  # below the words of the head
        self._list.setContentsMargins(beside, 0, 0, 0)
        self._page: QWidget | None = None
        self._lacks: tuple[Lack, ...] = ()
        self.add_anyway = Button(self.tr("Add anyway"), small=True)
        self.add_anyway.setToolTip(self.tr("The job waits until an engine can run it, or fails there"))
        self.add_anyway.clicked.connect(self.anyway)
        self.again = Button(self.tr("Look again"), small=True)
        self.again.clicked.connect(self.look_again)
        self._build_rows()
        self.hide()

    @property
    def text(self) -> str:
        """Everything that it says."""
        words = [self._summary.text(), *(label.text() for label in self.findChildren(Label, "line"))]
        return " ".join(words)

    @property
    def names(self) -> list[LinkButton]:
        """The buttons that use another name."""
        return self.findChildren(LinkButton)

    def show_lacks(self, lacks: Sequence["Lack"]) -> None:
        """Lists these; nothing hides the card."""
        if tuple(lacks) == self._lacks:
            return
        self._lacks = tuple(lacks)
        if self._page is not None:
            self._list.removeWidget(self._page)
            self._page.deleteLater()
            self._page = None
        if lacks:
            one = self.tr("The engine lacks one thing")
            count = len(lacks)
            many = self.tr("The engine lacks {0} things")
            self._summary.setText(one if count == 1 else many.format(count))
            self._page = self._listed()
            self._list.addWidget(self._page)
            self.setAccessibleName(" ".join(lack.problem.sentence() for lack in lacks))
        self.setVisible(bool(lacks))

    def _listed(self) -> QWidget:
        space = current_theme().space
        page = Panel("tint.paused")
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(space.s)
        alike: dict[str, list[Lack]] = {}
        for lack in self._lacks:
            alike.setdefault(lack.value or lack.advice, []).append(lack)
        for group in alike.values():
            rows.addLayout(self._line(group[0], self._said(group)))
        if len(alike) <= 1:
            return page
        scroll = ScrollPage(page)
        scroll.setFixedHeight(min(page.sizeHint().height(), current_theme().size.banner * 5 // 2))
        return scroll

    def _said(self, alike: Sequence["Lack"]) -> str:
        """What is missing; nodes with one remedy go together."""
        if len(alike) == 1:
            return alike[0].problem.summary
        names = [lack.problem.node_type for lack in alike]
        said, more = ", ".join(names[:_NAMED]), len(names) - _NAMED
        if more <= 0:
            return self.tr("The nodes {0} are missing.").format(said)
        return self.tr("The nodes {0} and {1} more are missing.").format(said, more)

    def _line(self, lack: "Lack", said: str) -> QVBoxLayout:
        rows = QVBoxLayout()
        rows.setSpacing(0)
        for text, color in ((said, "text.primary"), (lack.advice, "text.secondary")):
            label = Label(text, "small", color, wrap=True)
            label.setObjectName("line")
            rows.addWidget(label)
        if lack.close:
            holder = QWidget()
            names = FlowLayout(holder, gap=current_theme().space.xs)
            for name in lack.close:
                button = LinkButton(self.tr("Use {0}").format(name))
                button.clicked.connect(lambda _=False, name=name: self.name_taken.emit(lack, name))
                names.addWidget(button)
            rows.addWidget(holder)
        return rows

    def _build_rows(self) -> None:
        space = current_theme().space
        head = QHBoxLayout()
        head.setSpacing(space.s)
        head.addWidget(StatusGlyph("paused", px=current_theme().size.icon))
        head.addWidget(self._summary, 1)
        head.addWidget(self.again)
        head.addWidget(self.add_anyway)
        lines = QVBoxLayout()
        lines.setSpacing(space.xs)
        lines.addLayout(head)
        lines.addLayout(self._list)
        row = QHBoxLayout(self)
        row.setContentsMargins(space.m, space.s, space.s, space.s)
        row.setSpacing(space.s)
        row.addLayout(lines, 1)
