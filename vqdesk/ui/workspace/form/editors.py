"""A field for each type of parameter. Knows types and hints of a definition, and no parameter by name."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from vqdesk.domain.parameters import FRAMES_4N_PLUS_1, Parameter, ParameterType, typed_value
from vqdesk.ui.widgets.fields import ComboBox, LineField, NumberField
from vqdesk.ui.widgets.switches import Switch
from vqdesk.ui.widgets.text_area import TextArea
from vqdesk.ui.workspace.form.seed_field import SeedField

_NUMBERS = (ParameterType.INT, ParameterType.FLOAT)


@dataclass(frozen=True, slots=True)
class Editor:
    """A widget, how to read and write its value, and the signal that it was edited."""

    widget: QWidget
    read: Callable[[], Any]
    write: Callable[[Any], None]
    edited: SignalInstance


def is_long_text(parameter: Parameter) -> bool:
    """Whether it takes several lines over the whole width."""
    return parameter.type is ParameterType.TEXT and (parameter.multiline or parameter.widget == "multiline")


def make_editor(parameter: Parameter) -> Editor:
    """The editor that fits the parameter's type and hints."""
    if parameter.type in _NUMBERS:
        return _number(parameter)
    if parameter.type is ParameterType.SEED:
        seed = SeedField()
        return Editor(seed, lambda: seed.value, seed.set_value, seed.edited)
    if parameter.type is ParameterType.BOOL:
        switch = Switch()
        return Editor(switch, switch.isChecked, lambda value: switch.setChecked(value is True), switch.toggled)
    if parameter.choices:
        return _choice(parameter)
    if is_long_text(parameter):
        area = TextArea(parameter.label)
        area.setPlaceholderText(parameter.placeholder)
        return Editor(area, area.text, lambda value: area.set_text(str(value)), area.edited)
    return _line(parameter)


def shown_value(parameter: Parameter, value: Any) -> str:
    """A value in words, for the summary of a group; empty for nothing."""
    if parameter.type is ParameterType.BOOL:
        return parameter.label if value is True else ""
    label = next((choice.label for choice in parameter.choices if choice.value == value), None)
    text = label if label is not None else " ".join(_digits(value).split())
    if not text:
        return ""
    if parameter.type in _NUMBERS:
        return " ".join(part for part in (parameter.label, text, parameter.unit) if part)
    return text


def _number(parameter: Parameter) -> Editor:
    whole = parameter.type is ParameterType.INT
    field = NumberField(step=_step(parameter), whole=whole)
    field.set_range(parameter.min, parameter.max)
    field.set_suffix(parameter.unit)

    def read() -> Any:
        return typed_value(parameter, field.text().replace(",", "."))

    def write(value: Any) -> None:
        field.setText(_digits(value))

    return Editor(field, read, write, field.value_changed)


def _digits(value: Any) -> str:
    return f"{Decimal(str(value)).normalize():f}" if isinstance(value, float) else str(value)


def _step(parameter: Parameter) -> float:
    if parameter.step:
        return parameter.step
    if parameter.frames_rule == FRAMES_4N_PLUS_1:
        return 4
    if parameter.type is ParameterType.FLOAT:
        return 0.1
    return parameter.multiple_of or 1


def _choice(parameter: Parameter) -> Editor:
    combo = ComboBox(parameter.label)
    combo.add_choices([(choice.value, choice.label) for choice in parameter.choices])
    return Editor(combo, combo.currentData, combo.choose, combo.currentIndexChanged)


def _line(parameter: Parameter) -> Editor:
    line = LineField()
    line.setPlaceholderText(parameter.placeholder)
    line.set_suffix(parameter.unit)
    return Editor(line, line.text, lambda value: line.setText(str(value)), line.textChanged)
