"""The presets of a definition: values that belong together, and what of them differs now."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vqdesk.domain.parameters import Parameter
from vqdesk.domain.workflow import SettingsPreset, SizeChoices
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.choice import Segmented
from vqdesk.ui.widgets.fields import ComboBox, LabeledField
from vqdesk.ui.widgets.labels import ElidedLabel
from vqdesk.ui.workspace.form.editors import shown_value

_MOST_PARTS = 5


class SettingsChoice(QWidget):
    """`chosen` carries the values that a click puts into the form."""

    chosen = Signal(object)  # Mapping[str, Any]

    def __init__(
        self, presets: Sequence[SettingsPreset], parameters: Mapping[str, Parameter], sizes: SizeChoices | None
    ) -> None:
        super().__init__()
        self._sizes = sizes
        self._presets = {one.name: one for one in presets}
        self._parameters = parameters
        self._last = ""
        self.choice = self._make_choice()
        self._said = ElidedLabel("", "small", "text.secondary")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(current_theme().space.xs)
        rows.addWidget(LabeledField(self.tr("Speed and quality"), self.choice))
        rows.addWidget(self._said)

    @property
    def sentence(self) -> str:
        """What the choice says of the values."""
        return self._said.text()

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Marks the preset that these values are, or says how they differ from the one chosen last."""
        same = [name for name, one in self._presets.items() if not self._differing(one, values)]
        at = self._last if self._last in same else next(iter(same), "")
        self._mark(at)
        if at:
            self._last = at
            self._said.setText(self._words(self._presets[at].values))
        elif self._last:
            preset = self._presets[self._last]
            now = self._words({name: values[name] for name in self._differing(preset, values)})
            self._said.setText(self.tr("“{0}”, but {1}").format(preset.label, now))
        else:
            self._said.setText(self.tr("Settings of your own"))

    def _make_choice(self) -> Segmented | ComboBox:
        parts = [(one.name, one.label) for one in self._presets.values()]
        name = self.tr("Speed and quality")
        if 1 < len(parts) <= _MOST_PARTS:
            segmented = Segmented(parts, name)
            segmented.changed.connect(self._take)
            for one in self._presets.values():
                segmented.set_tip(one.name, " ".join(part for part in (one.help, self._words(one.values)) if part))
            return segmented
        combo = ComboBox(name)
        combo.add_choices([(value, word) for value, word in parts])
        combo.activated.connect(lambda _: self._take(str(combo.currentData())))
        return combo

    def _mark(self, name: str) -> None:
        if isinstance(self.choice, Segmented):
            self.choice.set_value(name)
        else:
            self.choice.choose(name)

    def _take(self, name: str) -> None:
        self._last = name
        self.chosen.emit(self._presets[name].values)

    def _differing(self, preset: SettingsPreset, values: Mapping[str, Any]) -> list[str]:
        return [name for name, value in preset.values.items() if name in values and values[name] != value]

    def _words(self, values: Mapping[str, Any]) -> str:
        """“832 × 480 · Steps 4”."""
        sides = (self._sizes.width, self._sizes.height) if self._sizes else ()
        size = [values[side] for side in sides if side in values]
        parts = [self.tr("{0} × {1}").format(*size)] if len(size) == len(sides) > 0 else []
        rest = {name: value for name, value in values.items() if not parts or name not in sides}
        return " · ".join([*parts, *filter(None, (self._value(name, value) for name, value in rest.items()))])

    def _value(self, name: str, value: Any) -> str:
        parameter = self._parameters.get(name)
        return shown_value(parameter, value) if parameter is not None else ""
