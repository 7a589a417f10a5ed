"""Slots for further LoRAs: none until one is added; each has a file and a strength for every expert."""

from collections.abc import Sequence
from pathlib import PurePath

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.buttons import IconButton, QuietButton
from vqdesk.ui.widgets.labels import Label
from vqdesk.ui.widgets.surfaces import row_of
from vqdesk.ui.workspace.form.editors import digits
from vqdesk.ui.workspace.form.parameter_field import ParameterField

Pair = tuple[ParameterField, ParameterField]
"""File and strength."""


class LoraSlots(QWidget):
    """Shows the slots that are on or were added. `changed` after one came or went."""

    changed = Signal()

    def __init__(self, slots: Sequence[Sequence[Pair]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._slots = [tuple(slot) for slot in slots]
        self._boxes = [self._box(at) for at in range(len(slots))]
        self.add = QuietButton(self.tr("Add LoRA"), icon="plus", small=True)
        self.add.clicked.connect(self._add)
        self._nothing = Label(self.tr("No LoRA besides those of the workflow."), "small", "text.secondary")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(current_theme().space.s)
        rows.addWidget(self._nothing)
        for box, slot in zip(self._boxes, self._slots, strict=True):
            rows.addWidget(box)
            box.setVisible(any(field.is_changed for pair in slot for field in pair))
        rows.addLayout(row_of(self.add, None))
        self._show()

    @property
    def summary(self) -> str:
        """The files that are on, each with its strength."""
        on = [
            (PurePath(file.value).stem, strength) for slot in self._slots for file, strength in slot if file.value
        ]
        parts = [f"{name} × {digits(strength.value)}" for name, strength in on]
        return " · ".join(parts) or self.tr("none added")

    @property
    def boxes(self) -> Sequence[QWidget]:
        """What holds the fields of each slot."""
        return self._boxes

    @property
    def removes(self) -> Sequence[IconButton]:
        """The button of each slot that turns it off."""
        return [box.findChild(IconButton, "remove") for box in self._boxes]

    def _add(self) -> None:
        at = next(n for n, box in enumerate(self._boxes) if box.isHidden())
        self._boxes[at].show()
        self._show()
        self._slots[at][0][0].setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _remove(self, at: int) -> None:
        for pair in self._slots[at]:
            for field in pair:
                if field.is_changed:
                    field.take(field.parameter.default)
        self._boxes[at].hide()
        self._show()
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _show(self) -> None:
        hidden = sum(box.isHidden() for box in self._boxes)
        self._nothing.setVisible(hidden == len(self._boxes))
        at_most = self.tr("There are {0} slots.").format(len(self._boxes))
        self.add.set_blocked(None if hidden else at_most)

    def _box(self, at: int) -> QWidget:
        theme = current_theme()
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.space.s)
        grid.setVerticalSpacing(theme.space.s)
        grid.setColumnStretch(0, 1)
        for row, (file, strength) in enumerate(self._slots[at]):
            strength.setFixedWidth(theme.size.number_field + theme.space.xl)
            grid.addWidget(file, row, 0)
            grid.addWidget(strength, row, 1)
        remove = IconButton("close", self.tr("Remove LoRA {0}").format(at + 1))
        remove.setObjectName("remove")
        remove.clicked.connect(lambda: self._remove(at))
        corner = QVBoxLayout()
        corner.addSpacing(theme.line_height("label") + theme.space.xs)
        corner.addWidget(remove)
        corner.addStretch(1)
        grid.addLayout(corner, 0, 2)
        return box
