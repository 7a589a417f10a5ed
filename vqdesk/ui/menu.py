"""The menu of the strip: theme, workflows, folders, about, quit."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from vqdesk.ui.detail.opening import open_file
from vqdesk.ui.theme.apply import ThemeSwitch
from vqdesk.ui.theme.tokens import SchemeChoice


@dataclass(frozen=True, slots=True)
class Folders:
    """Where the user's things are."""

    data: Path
    outputs: Path
    workflows: Path


class AppMenu(QMenu):
    """Acts on theme and folders itself; tells the rest."""

    theme_chosen = Signal(str)  # dark, light, contrast or system
    engines_wanted = Signal()
    auto_prompts_wanted = Signal()
    reload_wanted = Signal()
    doctor_wanted = Signal()
    about_wanted = Signal()
    logs_wanted = Signal()
    bundle_wanted = Signal()
    import_wanted = Signal()
    edit_form_wanted = Signal()
    save_queue_wanted = Signal()
    load_queue_wanted = Signal()
    settings_wanted = Signal()
    palette_wanted = Signal()
    notices_wanted = Signal()
    shortcuts_wanted = Signal()
    quit_wanted = Signal()
    failed = Signal(object)  # Problem

    def __init__(self, switch: ThemeSwitch, folders: Folders, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._switch = switch
        self.named: dict[str, QAction] = {}
        self._add_themes()
        self.addSeparator()
        self._add("app.palette", self.tr("Find a command…"), self.palette_wanted.emit, "Ctrl+K", "Ctrl+Shift+K")
        self._add("app.settings", self.tr("Settings…"), self.settings_wanted.emit, "Ctrl+,")
        self._add("app.notices", self.tr("Notifications"), self.notices_wanted.emit, "Ctrl+Shift+N")
        self._add("app.engines", self.tr("Engines…"), self.engines_wanted.emit)
        self._add("app.auto_prompts", self.tr("Automatic prompts…"), self.auto_prompts_wanted.emit)
        self.addSeparator()
        self._add("workflow.import", self.tr("Import workflow…"), self.import_wanted.emit, "Ctrl+O")
        edit = self.tr("Edit form of this workflow…")
        self._add("workflow.edit", edit, self.edit_form_wanted.emit, "Ctrl+Shift+E")
        self._add("workflow.reload", self.tr("Reload workflows"), self.reload_wanted.emit, "F5")
        self._add_queue_files()
        for name, words, folder in (
            ("folder.outputs", self.tr("Open folder with outputs"), folders.outputs),
            ("folder.workflows", self.tr("Open folder for your workflows"), folders.workflows),
            ("folder.data", self.tr("Open data folder"), folders.data),
        ):
            self._add(name, words, lambda wanted=folder: self._open(wanted))
        self.addSeparator()
        self._add("app.doctor", self.tr("Check this computer…"), self.doctor_wanted.emit, "F9")
        self._add("app.bundle", self.tr("Support bundle…"), self.bundle_wanted.emit)
        self._add("app.logs", self.tr("Logs…"), self.logs_wanted.emit, "Ctrl+Shift+L")
        self._add("app.shortcuts", self.tr("Shortcuts…"), self.shortcuts_wanted.emit, "F1", "?")
        self._add("app.about", self.tr("About VQDesk"), self.about_wanted.emit)
        self._add("app.quit", self.tr("Quit"), self.quit_wanted.emit, "Ctrl+Q")

    def _add_queue_files(self) -> None:
        self.addSeparator()
        save, load = self.tr("Save queue with media…"), self.tr("Add a saved queue…")
        self._add("queue.save", save, self.save_queue_wanted.emit, "Ctrl+Shift+S")
        self._add("queue.load", load, self.load_queue_wanted.emit, "Ctrl+Shift+O")
        self.addSeparator()

    def _add_themes(self) -> None:
        group = QActionGroup(self)
        words: dict[SchemeChoice, str] = {
            "system": self.tr("Theme as the system"),
            "dark": self.tr("Dark theme"),
            "light": self.tr("Light theme"),
            "contrast": self.tr("High contrast"),
        }
        for scheme, text in words.items():
            action = QAction(text, self, checkable=True)
            action.triggered.connect(lambda _checked, chosen=scheme: self._choose(chosen))
            group.addAction(action)
            self.addAction(action)
            self.named[f"view.{scheme}"] = action
        self.aboutToShow.connect(self._check_theme)

    def _check_theme(self) -> None:
        self.named[f"view.{self._switch.choice.scheme}"].setChecked(True)

    def _choose(self, scheme: SchemeChoice) -> None:
        self._switch.choose(replace(self._switch.choice, scheme=scheme))
        self.theme_chosen.emit(scheme)

    def _add(self, name: str, words: str, act: Callable[[], None], *keys: str) -> None:
        action = QAction(words, self)
        action.setShortcuts([QKeySequence(one) for one in keys])
        action.triggered.connect(lambda _checked: act())
        self.addAction(action)
        self.named[name] = action

    def _open(self, folder: Path) -> None:
        problem = open_file(str(folder))
        if problem is not None:
            self.failed.emit(problem)
