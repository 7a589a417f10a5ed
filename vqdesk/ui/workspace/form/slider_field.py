"""A number between two ends: a slider, and the number to type."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.fields import CompoundField, NumberField
from vqdesk.ui.widgets.slider import Slider


class SliderField(CompoundField):
    """Both show the same number; `edited` after the user changed it in either."""

    edited = Signal()

    def __init__(self, slider: Slider, number: NumberField, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.slider = slider
        self.number = number
        slider.setAccessibleName(name)
        number.setAccessibleName(name)
        number.setFixedWidth(current_theme().size.number_field)
        slider.moved.connect(number.set_value)
        number.value_changed.connect(self._follow)
        self.marked = (self.number,)
        self.setFocusProxy(number)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current_theme().space.s)
        row.addWidget(slider, 1)
        row.addWidget(number)

    def _follow(self, value: object) -> None:
        if value is not None:
            self.slider.set_value(float(str(value)))
        self.edited.emit()
