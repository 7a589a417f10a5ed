"""The quiet line that says that a dropped file carries a workflow."""

from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.buttons import Button, IconButton
from vqdesk.ui.widgets.empty_state import IconView
from vqdesk.ui.widgets.labels import Label
from vqdesk.ui.widgets.surfaces import Panel

if TYPE_CHECKING:
    from vqdesk.services.importing.reuse import Carrier


class OfferLine(Panel):
    """Hidden until `offer`. Both signals carry the file's path."""

    open_wanted = Signal(str)
    reuse_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface.2", "bottom", parent)
        self._path = ""
        self._text = Label("", "small", wrap=True)
        self.open_button = Button(self.tr("Open it as a form"), small=True)
        self.reuse_button = Button(self.tr("Reuse its settings"), small=True)
        self.close_button = IconButton("close", self.tr("Take this away"), small=True)
        self.open_button.clicked.connect(lambda: self._answer(self.open_wanted))
        self.reuse_button.clicked.connect(lambda: self._answer(self.reuse_wanted))
        self.close_button.clicked.connect(self.hide)
        self._build_row()
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def offer(self, carrier: "Carrier", more: int) -> None:
        """Says it of one file; `more` others carry a workflow too."""
        self._path = carrier.path
        name = PurePath(carrier.path).name
        said = self.tr("{0} was made by VQDesk.") if carrier.is_ours else self.tr("{0} carries a workflow.")
        others = self.tr(" So do {0} more.").format(more) if more else ""
        self._text.setText(said.format(name) + others)
        self.setAccessibleName(self._text.text())
        self.open_button.show()
        self.reuse_button.setVisible(carrier.is_ours)
        self.show()

    def tell(self, text: str) -> None:
        """Only says something."""
        self._text.setText(text)
        self.setAccessibleName(text)
        for button in (self.open_button, self.reuse_button):
            button.hide()
        self.show()

    def _answer(self, signal: Signal) -> None:
        self.hide()
        signal.emit(self._path)

    def _build_row(self) -> None:
        space = current_theme().space
        row = QHBoxLayout(self)
        row.setContentsMargins(space.m, space.xs, space.s, space.xs)
        row.setSpacing(space.s)
        row.addWidget(IconView("info"), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._text, 1)
        row.addWidget(self.reuse_button)
        row.addWidget(self.open_button)
        row.addWidget(self.close_button)
