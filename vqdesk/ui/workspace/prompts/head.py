"""The first line of the texts: what they are, those that were kept, and how they are given."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from vqdesk.ui.presets.prompt_button import PromptPresetButton
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.choice import FittedChoice
from vqdesk.ui.widgets.labels import Label
from vqdesk.ui.widgets.surfaces import row_of


class PromptHead(QWidget):
    """Where there is little room the button of the kept texts loses its word."""

    def __init__(self, heading: Label, presets: PromptPresetButton, choice: FittedChoice) -> None:
        super().__init__()
        self._heading, self._presets, self._choice = heading, presets, choice
        self._word = presets.text()
        presets.setAccessibleName(self._word)
        row = row_of(heading, presets, None, choice)
        row.setContentsMargins(0, 0, 0, 0)
        self.setLayout(row)

    def minimumSizeHint(self) -> QSize:
        """All words but that of the button."""
        hint = self.sizeHint()
        return QSize(self._beside() + current_theme().size.control_small, hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shows the word where it fits."""
        super().resizeEvent(event)
        self._presets.setText(self._word)
        room = 0 if self._presets.isHidden() else self._presets.sizeHint().width()
        if self._beside() + room > self.width():
            self._presets.setText("")

    def _beside(self) -> int:
        gaps = 3 * current_theme().space.s
        return self._heading.sizeHint().width() + self._choice.minimumSizeHint().width() + gaps
