"""The desktop: application, theme, hooks, window; from start to a clean end."""

import asyncio
import logging
import sys
from collections.abc import Coroutine, Mapping, Sequence
from concurrent.futures import TimeoutError as TooLong
from typing import Any, TypeVar

import qasync
from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent, QIcon, QPixmapCache
from PySide6.QtWidgets import QApplication

from vqdesk import garbage
from vqdesk.domain.errors import UserError
from vqdesk.domain.setting import SettingValue
from vqdesk.domain.settings_window import SCHEME
from vqdesk.locations import resources_dir
from vqdesk.runtime.app import App
from vqdesk.runtime.thread import Runtime
from vqdesk.ui import plain_imports
from vqdesk.ui.bridge import Bridge
from vqdesk.ui.calls import Calls
from vqdesk.ui.faults import FaultReporter
from vqdesk.ui.language import speak
from vqdesk.ui.main_window import MainWindow
from vqdesk.ui.menu import AppMenu, Folders
from vqdesk.ui.single_instance import SingleInstance
from vqdesk.ui.theme.apply import ThemeSwitch, apply_theme
from vqdesk.ui.theme.choosing import choice_of
from vqdesk.ui.tidying import Tidying
from vqdesk.ui.window_memory import WINDOW_SETTING, WindowMemory

T = TypeVar("T")
_log = logging.getLogger(__name__)
_SETTING_S = 1.0
_STOP_S = 3.0
_DRAWN_KB = 32 * 1024  # icons, and small pictures as they are shown: those of a page on a large screen


class Desktop:
    """The window over a started runtime. `open` shows it, `close` unhooks it; the runtime stays the caller's."""

    def __init__(self, app: App, runtime: Runtime, switch: ThemeSwitch) -> None:
        self._runtime = runtime
        self.bridge = Bridge()
        self.calls = Calls(runtime.desk, runtime.submit)
        self.faults = FaultReporter()
        folders = Folders(app.home.data, app.home.outputs, app.home.user_workflows)
        self.menu = AppMenu(switch, folders)
        self.window = MainWindow(self.calls, self.menu)
        self.bridge.batch.connect(self.window.apply_events)
        self.calls.bug.connect(self.faults.report)
        self.faults.reported.connect(self.window.queue.show_problem)
        self._switch = switch
        self._tidying = Tidying()
        self.menu.theme_chosen.connect(self._remember_theme)
        self.window.settings_changed.connect(self._take_settings)
        self.window.closing.connect(self._remember_window)
        runtime.hub.subscribe(self.bridge.inbox.post)

    def open(self, memory: WindowMemory) -> None:
        """Shows the window."""
        garbage.hand_back()
        self._tidying.start()
        self.faults.install()
        self.window.start(memory)
        self.window.show()

    def close(self) -> None:
        """No event and no fault reaches the window from here on, and it asks nothing more."""
        self.calls.close()
        self._runtime.hub.unsubscribe(self.bridge.inbox.post)
        self.faults.remove()
        self._tidying.stop()

    def _remember_theme(self, scheme: str) -> None:
        self.calls.ask(self.window, lambda desk: desk.settings.change({SCHEME.key: scheme}))

    def _take_settings(self, values: Mapping[str, SettingValue]) -> None:
        wanted = choice_of(values)
        if wanted != self._switch.choice:
            self._switch.choose(wanted)

    def _remember_window(self, memory: WindowMemory) -> None:
        wait_for(self._runtime, self._runtime.desk.set_setting(WINDOW_SETTING, memory.to_json()), None)


def run_desktop(app: App, files: Sequence[str] = ()) -> int:
    """Opens the window on this data folder and works until it is closed; returns the exit code.

    `files` are absolute paths. A second desktop on the same folder gives them to the first and returns 0.
    """
    qt = make_application()
    instance = SingleInstance(app.home.data)
    if not instance.is_first(files):
        return 0
    runtime = app.new_runtime()
    runtime.start()
    try:
        with qasync.QEventLoop(qt) as loop:
            asyncio.set_event_loop(loop)
            values = wait_for(runtime, runtime.desk.settings.values(), {})
            speak(qt, values)
            switch = apply_theme(qt, choice_of(values))
            desktop = Desktop(app, runtime, switch)
            instance.raised.connect(desktop.window.come_forward)
            for asks in (instance.opened, qt.opened):
                asks.connect(desktop.window.opening.open)
            desktop.window.opening.open(files)
            desktop.window.seen.connect(garbage.spare)
            desktop.open(WindowMemory.from_json(read_setting(runtime, WINDOW_SETTING)))
            loop.run_forever()
            desktop.close()
    finally:
        instance.close()
        runtime.stop(_STOP_S)
    return 0


class DesktopApplication(QApplication):
    """Hears of files that macOS wants opened; elsewhere they are arguments."""

    opened = Signal(list)  # absolute paths

    def event(self, event: QEvent) -> bool:
        """Passes a file on as `opened`."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.opened.emit([event.file()])
            return True
        return super().event(event)


def make_application() -> QApplication:
    """The one application object, named and with its icon."""
    plain_imports.restore()
    qt = QApplication.instance() or DesktopApplication(sys.argv[:1])
    QPixmapCache.setCacheLimit(_DRAWN_KB)
    qt.setApplicationName("VQDesk")
    qt.setDesktopFileName("vqdesk")
    qt.setWindowIcon(QIcon(str(resources_dir() / "app" / "vqdesk.svg")))
    return qt


def read_setting(runtime: Runtime, key: str) -> str:
    """A setting that the first paint needs; empty when it does not come in time."""
    return wait_for(runtime, runtime.desk.setting(key), "")


def wait_for(runtime: Runtime, question: Coroutine[Any, Any, T], otherwise: T) -> T:
    """Waits shortly for the worker, at start and end only; `otherwise` when it is late or refuses."""
    try:
        return runtime.submit(question).result(_SETTING_S)
    except (UserError, TooLong) as error:
        _log.warning("a setting of the window was not read or kept: %r", error)
        return otherwise
