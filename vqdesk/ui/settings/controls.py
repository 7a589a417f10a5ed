"""The control of one setting: a switch, a combo box, a number or a line of text."""

from decimal import Decimal

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from vqdesk.domain.setting import AnySetting, SettingValue
from vqdesk.ui.settings.words import shown
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.fields import ComboBox, LineField, NumberField, set_wrong
from vqdesk.ui.widgets.switches import Switch

_PAUSE_MS = 400


class SettingControl(QWidget):
    """`changed` carries a value that the setting allows; `refused` comes for any other text."""

    changed = Signal(object)
    refused = Signal()

    def __init__(self, setting: AnySetting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._setting = setting
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._take_text)
        self.part: QWidget = self._make()
        self.part.setAccessibleName(shown(setting.title))
        self.part.setAccessibleDescription(shown(setting.meaning))
        self.setFocusProxy(self.part)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        if not isinstance(self.part, LineField) or isinstance(self.part, NumberField):
            row.addStretch(1)
        row.addWidget(self.part)

    def show_value(self, value: SettingValue) -> None:
        """Shows a value without telling anybody."""
        self.part.blockSignals(True)
        if isinstance(self.part, Switch):
            self.part.setChecked(bool(value))
        elif isinstance(self.part, ComboBox):
            self.part.choose(value)
        elif isinstance(self.part, NumberField):
            self.part.set_value(Decimal(str(value)).normalize())
        elif isinstance(self.part, LineField):
            self.part.setText(str(value))
        self.part.blockSignals(False)
        self._pause.stop()
        self.set_wrong(False)

    def set_wrong(self, wrong: bool) -> None:
        """Gives a field its wrong look."""
        if isinstance(self.part, LineField) and bool(self.part.property("wrong")) != wrong:
            set_wrong(self.part, wrong)

    @property
    def text(self) -> str:
        """What is typed now, in a line of text."""
        return self.part.text() if isinstance(self.part, LineField) else ""

    def _make(self) -> QWidget:
        setting = self._setting
        if isinstance(setting.default, bool):
            switch = Switch()
            switch.toggled.connect(lambda on: self.changed.emit(on))
            return switch
        if setting.choices:
            combo = ComboBox()
            combo.add_choices([(value, shown(words)) for value, words in setting.choices])
            combo.activated.connect(lambda _at: self.changed.emit(combo.currentData()))
            combo.setMinimumWidth(current_theme().size.tab_max)
            return combo
        if isinstance(setting.default, str):
            field: LineField = LineField()
            if setting.is_secret:
                field.setEchoMode(LineField.EchoMode.PasswordEchoOnEdit)
        else:
            field = self._number()
        field.textChanged.connect(lambda _text: self._pause.start())
        field.editingFinished.connect(self._finish)
        return field

    def _number(self) -> NumberField:
        setting = self._setting
        field = NumberField(0, whole=isinstance(setting.default, int))
        field.set_range(Decimal(str(setting.minimum)), Decimal(str(setting.maximum)))
        field.set_suffix(shown(setting.unit) if setting.unit else "")
        field.setFixedWidth(current_theme().size.tab_min)
        return field

    def _finish(self) -> None:
        if self._pause.isActive():
            self._pause.stop()
            self._take_text()

    def _take_text(self) -> None:
        value: SettingValue | None = self.text.strip()
        if isinstance(self.part, NumberField):
            number = self.part.value
            value = None if number is None else type(self._setting.default)(number)
        is_right = value is not None and self._setting.allows(value)
        self.set_wrong(not is_right)
        if is_right:
            self.changed.emit(value)
        else:
            self.refused.emit()
