"""One setting: title and control, meaning below, then its default and the way back to it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from vqdesk.domain.setting import AnySetting, SettingValue
from vqdesk.ui.settings import words
from vqdesk.ui.settings.controls import SettingControl
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.buttons import LinkButton
from vqdesk.ui.widgets.labels import Label
from vqdesk.ui.widgets.surfaces import row_of


class SettingRow(QWidget):
    """`changed` carries the setting's key and its new value."""

    changed = Signal(str, object)

    def __init__(self, setting: AnySetting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setting = setting
        self.control = SettingControl(setting)
        self.reset = LinkButton(self.tr("Reset"))
        self.reset.setAccessibleName(self.tr("Reset “{0}”").format(words.shown(setting.title)))
        self.reset.setToolTip(words.default_words(setting))
        self.remark = Label("", "small", "status.failed", wrap=True)
        self.remark.hide()
        self._default = Label(words.default_words(setting), "small", "text.secondary")
        self._foot = row_of(self._default, self.reset, None)
        self._build_grid()
        self.control.changed.connect(self._take)
        self.control.refused.connect(self._refuse)
        self.reset.clicked.connect(self._reset)

    def show_value(self, value: SettingValue) -> None:
        """Shows what holds now."""
        self.control.show_value(value)
        self.reset.setVisible(value != self.setting.default)
        self.remark.hide()

    def matches(self, wanted: list[str]) -> bool:
        """Whether all of these words, in lower case, are found in it."""
        text = words.searched(self.setting)
        return all(word in text for word in wanted)

    def add_button(self, button: QWidget) -> None:
        """Puts a button beside the default."""
        self._foot.insertWidget(self._foot.count() - 1, button)

    def tell(self, sentence: str, *, is_wrong: bool = True) -> None:
        """Says something below the control."""
        self.remark.setText(sentence)
        self.remark.set_color("status.failed" if is_wrong else "status.done")
        self.remark.setVisible(bool(sentence))
        self.control.part.setAccessibleDescription(sentence or words.shown(self.setting.meaning))

    def _take(self, value: SettingValue) -> None:
        self.tell("")
        self.reset.setVisible(value != self.setting.default)
        self.changed.emit(self.setting.key, value)

    def _reset(self) -> None:
        self.show_value(self.setting.default)
        self.changed.emit(self.setting.key, self.setting.default)

    def _refuse(self) -> None:
        self.tell(words.limits_words(self.setting))

    def _build_grid(self) -> None:
        space = current_theme().space
        grid = QGridLayout(self)
        grid.setContentsMargins(0, space.s, 0, space.s)
        grid.setHorizontalSpacing(space.l)
        grid.setVerticalSpacing(0)
        is_wide = isinstance(self.setting.default, str) and not self.setting.choices
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(Label(words.shown(self.setting.title), "strong", wrap=True), 0, 0)
        grid.addWidget(Label(words.shown(self.setting.meaning), "small", "text.secondary", wrap=True), 1, 0)
        if is_wide:
            grid.setRowMinimumHeight(2, space.xs)
            grid.addWidget(self.control, 3, 0, 1, 2)
        else:
            grid.addWidget(self.control, 0, 1, 2, 1, top)
        grid.addWidget(self.remark, 4, 0, 1, 2)
        grid.addLayout(self._foot, 5, 0, 1, 2)
        grid.setColumnStretch(0, 1)
