"""A field for each type of parameter. Knows types and hints of a definition, and no parameter by name."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from vqdesk.domain.parameters import FRAMES_4N_PLUS_1, Parameter, ParameterType, typed_value
from vqdesk.ui.widgets.fields import ComboBox, LineField, NumberField
from vqdesk.ui.widgets.slider import Slider
from vqdesk.ui.widgets.switches import Switch
from vqdesk.ui.widgets.text_area import TextArea
from vqdesk.ui.workspace.form.name_field import NameField
from vqdesk.ui.workspace.form.path_field import PathField
from vqdesk.ui.workspace.form.seed_field import SeedField
from vqdesk.ui.workspace.form.slider_field import SliderField

_NUMBERS = (ParameterType.INT, ParameterType.FLOAT)


@dataclass(frozen=True, slots=True)
class Editor:
    """A widget, how to read and write its value, and the signal that it was edited."""

    widget: QWidget
    read: Callable[[], Any]
    write: Callable[[Any], None]
    edited: SignalInstance
    offer: Callable[[Sequence[str] | None], None] | None = None  # the server's names, for fields that take one


def is_long_text(parameter: Parameter) -> bool:
    """Whether it takes several lines over the whole width."""
    return parameter.type is ParameterType.TEXT and (parameter.multiline or parameter.widget == "multiline")


def make_editor(parameter: Parameter) -> Editor:
    """The editor that fits the parameter's type and hints."""
    if parameter.type in _NUMBERS:
        return _slider(parameter) if _wants_slider(parameter) else _number(parameter)
    if parameter.type is ParameterType.PATH:
        path = PathField(parameter.label, parameter.placeholder)
        return Editor(path, lambda: path.value, lambda value: path.set_value(str(value)), path.edited)
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
    if parameter.type is ParameterType.RESOLUTION:
        return _line(parameter)
    return _name(parameter)


def shown_value(parameter: Parameter, value: Any) -> str:
    """A value in words, for the summary of a group; empty for nothing."""
    if parameter.type is ParameterType.BOOL:
        return parameter.label if value is True else ""
    label = next((choice.label for choice in parameter.choices if choice.value == value), None)
    text = label if label is not None else " ".join(digits(value).split())
    if not text:
        return ""
    if parameter.type in _NUMBERS:
        return " ".join(part for part in (parameter.label, text, parameter.unit) if part)
    return text


def _wants_slider(parameter: Parameter) -> bool:
    return parameter.widget == "slider" and parameter.min is not None and parameter.max is not None


def _slider(parameter: Parameter) -> Editor:
    number = _number(parameter)
    slider = Slider(parameter.min or 0.0, parameter.max or 0.0, _step(parameter))
    field = SliderField(slider, number.widget, parameter.label)
    return Editor(field, number.read, number.write, field.edited)


def _number(parameter: Parameter) -> Editor:
    whole = parameter.type is ParameterType.INT
    field = NumberField(step=_step(parameter), whole=whole)
    field.set_range(parameter.min, parameter.max)
    field.set_suffix(parameter.unit)

    def read() -> Any:
        return typed_value(parameter, field.text().replace(",", "."))

    def write(value: Any) -> None:
        field.setText(digits(value))

    return Editor(field, read, write, field.value_changed)


def digits(value: Any) -> str:
    """A number in its shortest form; text as it is."""
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


def _name(parameter: Parameter) -> Editor:
    field = NameField(parameter.label, placeholder=parameter.placeholder, may_be_empty=parameter.default == "")
    field.line.set_suffix(parameter.unit)
    return Editor(
        field, lambda: field.value, lambda value: field.set_value(str(value)), field.edited, field.set_offered
    )
