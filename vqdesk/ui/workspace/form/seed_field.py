"""The seed: a new one for each try, or a number that stays."""

from random import Random
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from vqdesk.domain.fanout import RANDOM_SEEDS_BELOW
from vqdesk.domain.parameters import RANDOM_SEED
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.buttons import IconButton
from vqdesk.ui.widgets.fields import ComboBox, CompoundField, LineField

_FIXED = "fixed"
_COUNTING = "counting"


class SeedField(CompoundField):
    """`value` is “random”, a whole number, or text that is no number. The dice draws a number and keeps it."""

    edited = Signal()
    counting_edited = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._random = Random()
        self.policy = ComboBox(self.tr("Seed"))
        self.policy.add_choices(
            [
                (RANDOM_SEED, self.tr("New for each try")),
                (_FIXED, self.tr("Fixed")),
                (_COUNTING, self.tr("Next after each job")),
            ]
        )
        self._counts_up = False
        self.number = LineField()
        self.number.setAccessibleName(self.tr("Seed number"))
        self.dice = IconButton("dice", self.tr("Draw a number and keep it"))
        self.number.hide()
        self.marked = (self.number,)
        self.setFocusProxy(self.policy)
        self._build_row()
        self.policy.activated.connect(self._choose_policy)
        self.number.textChanged.connect(lambda _: self.edited.emit())
        self.dice.clicked.connect(self._draw)

    @property
    def value(self) -> Any:
        """What goes into the parameter."""
        if self.policy.currentData() == RANDOM_SEED:
            return RANDOM_SEED
        text = self.number.text().strip()
        return int(text) if text.isdecimal() else text

    def set_value(self, value: Any) -> None:
        """Shows a value."""
        is_fixed = value != RANDOM_SEED
        kept = _COUNTING if self._counts_up else _FIXED
        self.policy.choose(kept if is_fixed else RANDOM_SEED)
        if is_fixed:
            self.number.setText(str(value))
        self.number.setVisible(is_fixed)
        self.updateGeometry()

    def set_counts_up(self, counts_up: bool) -> None:
        """Whether a kept number goes on after each job."""
        self._counts_up = counts_up
        self.set_value(self.value)

    def _choose_policy(self) -> None:
        chosen = self.policy.currentData()
        if (chosen == _COUNTING) != self._counts_up:
            self._counts_up = chosen == _COUNTING
            self.counting_edited.emit(self._counts_up)
        if chosen == RANDOM_SEED:
            self.set_value(RANDOM_SEED)
            self.edited.emit()
        elif self.number.text():
            self.set_value(self.number.text())
            self.edited.emit()
        else:
            self._draw()

    def _draw(self) -> None:
        self.set_value(self._random.randrange(RANDOM_SEEDS_BELOW))
        self.edited.emit()

    def _build_row(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current_theme().space.xs)
        row.addWidget(self.policy, 1)
        row.addWidget(self.number, 1)
        row.addWidget(self.dice)
