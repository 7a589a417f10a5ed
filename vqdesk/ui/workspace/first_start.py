"""What renders? Two cards, each ending in one button: the first question, and asked again on request."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from vqdesk.domain.errors import Problem
from vqdesk.domain.job import Lane
from vqdesk.ui.calls import Calls
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.buttons import PrimaryButton
from vqdesk.ui.widgets.empty_state import IconView
from vqdesk.ui.widgets.labels import Label
from vqdesk.ui.widgets.surfaces import Card, row_of
from vqdesk.ui.workspace.address_card import AddressCard
from vqdesk.ui.workspace.engines_in_use import EnginesInUse


class FirstStart(QWidget):
    """`engine_chosen` carries the kind of the engine that renders from now on."""

    engine_chosen = Signal(str)

    def __init__(self, calls: Calls, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._calls = calls
        self.builtin_button = PrimaryButton(self.tr("Use the built-in engine"))
        self.builtin_button.clicked.connect(self._use_builtin)
        self._builtin_problem = Label("", "small", "status.failed", wrap=True)
        self._builtin_problem.hide()
        self._title = Label(self.tr("Turn photos into video clips"), "display", wrap=True)
        self.in_use = EnginesInUse(calls)
        self.address = AddressCard(calls)
        self.address.chosen.connect(lambda: self.engine_chosen.emit("comfyui"))
        self._lead = Label("", "body", "text.secondary", wrap=True)
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()
        calls.bug.connect(lambda _: self.builtin_button.set_blocked(None))

    def look_for_comfyui(self) -> None:
        """Tries the usual address, so that the card can say whether somebody is there."""
        QTimer.singleShot(0, self.address, self.address.look_again)

    def show_lanes(self, lanes: Sequence[Lane]) -> None:
        """Asks for the first engine, or for more beside those in use."""
        self._title.setText(self.tr("What renders?") if lanes else self.tr("Turn photos into video clips"))
        self._lead.setText(
            self.tr("Several engines share the queue.")
            if lanes
            else self.tr("First choose what renders them. You can change this at any time in the menu.")
        )
        self.in_use.show_lanes(lanes)
        self.in_use.setVisible(bool(lanes))
        has_builtin = any(lane.kind == "builtin" for lane in lanes)
        self.builtin_button.set_blocked(self.tr("The built-in engine is in use.") if has_builtin else None)

    def set_compact(self, compact: bool) -> None:
        """Cards under one another where they have no room side by side."""
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._cards.setDirection(down if compact else right)

    def _use_builtin(self) -> None:
        self.builtin_button.set_blocked(self.tr("The engine is being started."))
        self._calls.ask(self, lambda desk: desk.use_builtin(), self._builtin_ready, self._builtin_failed)

    def _builtin_ready(self, _lane: Lane) -> None:
        self.engine_chosen.emit("builtin")

    def _builtin_failed(self, problem: Problem) -> None:
        self.builtin_button.set_blocked(None)
        self._builtin_problem.setText(problem.sentence())
        self._builtin_problem.show()

    def _build(self) -> None:
        space = current_theme().space
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(space.s)
        rows.addWidget(self._title)
        rows.addWidget(self._lead)
        rows.addSpacing(space.m)
        self._cards.setSpacing(space.m)
        self._cards.addWidget(self._builtin_card(), 1)
        self._cards.addWidget(self.address, 1)
        rows.addWidget(self.in_use)
        rows.addSpacing(space.s)
        rows.addLayout(self._cards)
        self.show_lanes(())

    def _builtin_card(self) -> Card:
        card = Card(chosen=True)
        card.rows.addLayout(
            row_of(IconView("chip", "accent.text"), Label(self.tr("Built-in engine"), "title"), None)
        )
        for text in (
            self.tr("Works now, on any computer, offline"),
            self.tr("Moves the camera through a photo"),
            self.tr("Scales and crops pictures"),
        ):
            card.rows.addLayout(row_of(IconView("check", "status.done"), Label(text, wrap=True)))
        without = Label(self.tr("No AI models: nothing in the photo moves"), "body", "text.secondary", wrap=True)
        card.rows.addLayout(row_of(IconView("minus"), without))
        card.rows.addStretch(1)
        best = self.tr("Best for a first look: a clip takes seconds.")
        card.rows.addWidget(Label(best, "small", "text.secondary", wrap=True))
        card.rows.addWidget(self._builtin_problem)
        card.rows.addWidget(self.builtin_button)
        return card
