"""The drawer of automatic prompts in a window of its own, for those who look for it in the menu."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from vqdesk.domain.events import AppEvent
from vqdesk.ui.auto_prompt.drawer import AutoPromptDrawer
from vqdesk.ui.calls import Calls
from vqdesk.ui.theme.source import current_theme


class AutoPromptWindow(QDialog):
    """Not modal; reads at once. A try ends with it."""

    def __init__(self, calls: Calls, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Automatic prompts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.drawer = AutoPromptDrawer(calls)
        self.drawer.close_wanted.connect(self.close)
        self.finished.connect(lambda _result: self.drawer.leave())
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.drawer)
        self.resize(current_theme().size.form_min, parent.height() * 4 // 5)
        self.drawer.start()

    def apply_events(self, batch: Sequence[AppEvent]) -> None:
        """A try tells how far it is."""
        self.drawer.apply_events(batch)
