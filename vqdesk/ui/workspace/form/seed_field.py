"""The seed: a new one for each try, or a number that stays."""

from random import Random
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from vqdesk.domain.fanout import RANDOM_SEEDS_BELOW
from vqdesk.domain.parameters import RANDOM_SEED
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.buttons import IconButton
from vqdesk.ui.widgets.fields import ComboBox, LineField, set_wrong

_FIXED = "fixed"


class SeedField(QWidget):
    """`value` is “random”, a whole number, or text that is no number. The dice draws a number and keeps it."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._random = Random()
        self.policy = ComboBox(self.tr("Seed"))
        self.policy.add_choices([(RANDOM_SEED, self.tr("New for each try")), (_FIXED, self.tr("Fixed"))])
        self.number = LineField()
        self.number.setAccessibleName(self.tr("Seed number"))
        self.dice = IconButton("dice", self.tr("Draw a number and keep it"))
        self.number.hide()
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
        self.policy.choose(_FIXED if is_fixed else RANDOM_SEED)
        if is_fixed:
            self.number.setText(str(value))
        self.number.setVisible(is_fixed)
        self.updateGeometry()

    def event(self, event: QEvent) -> bool:
        """A wrong seed is a wrong number."""
        if event.type() == QEvent.Type.DynamicPropertyChange:
            set_wrong(self.number, bool(self.property("wrong")))
        return super().event(event)

    def _choose_policy(self) -> None:
        if self.policy.currentData() == RANDOM_SEED:
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
