"""The windows that open beside the main one. Their modules are loaded then: the main one comes up sooner."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from vqdesk.ui.calls import Calls

if TYPE_CHECKING:
    from vqdesk.ui.commands.book import CommandBook
    from vqdesk.ui.settings.window import SettingsWindow


class SideWindows(QObject):
    """Each is made when it is wanted; the settings keep theirs."""

    settings_changed = Signal(object)  # all values by key
    told = Signal(object)  # a batch of the worker's events
    engines_wanted = Signal()

    def __init__(self, calls: Calls, window: QWidget) -> None:
        super().__init__(window)
        self._calls = calls
        self._window = window
        self.settings: SettingsWindow | None = None

    def show_about(self) -> None:
        from vqdesk.ui.about import AboutDialog

        AboutDialog(self._calls, self._window).show()

    def show_auto_prompts(self) -> None:
        from vqdesk.ui.auto_prompt.drawer_window import AutoPromptWindow

        made = AutoPromptWindow(self._calls, self._window)
        self.told.connect(made.apply_events)
        made.show()

    def show_bundle(self) -> None:
        from vqdesk.ui.bundle.dialog import BundleDialog

        BundleDialog(self._calls, self._window).show()

    def show_doctor(self) -> None:
        from vqdesk.ui.doctor.dialog import DoctorDialog

        DoctorDialog(self._calls, self._window).show()

    def show_logs(self) -> None:
        from vqdesk.ui.logs.window import LogWindow

        LogWindow(self._calls, self._window).show()

    def show_shortcuts(self, commands: "CommandBook") -> None:
        from vqdesk.ui.commands.sheet import ShortcutSheet

        ShortcutSheet(commands, self._window).show()

    def show_settings(self) -> None:
        """Opens the settings, or brings them forward."""
        if self.settings is None:
            self.settings = self._make_settings()
        self.settings.read()
        self.settings.show()
        self.settings.raise_()
        self.settings.activateWindow()

    def _make_settings(self) -> "SettingsWindow":
        from vqdesk.ui.settings.window import SettingsWindow

        made = SettingsWindow(self._calls, self._window)
        made.changed.connect(self.settings_changed)
        made.engines_wanted.connect(self.engines_wanted)
        return made
