"""The menu of the strip: theme, workflows, folders, about, quit."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMessageBox, QWidget

import vqdesk
from vqdesk.ui.detail.opening import open_file
from vqdesk.ui.theme.apply import ThemeSwitch
from vqdesk.ui.theme.tokens import Choice


@dataclass(frozen=True, slots=True)
class Folders:
    """Where the user's things are."""

    data: Path
    outputs: Path
    workflows: Path


class AppMenu(QMenu):
    """Acts on theme and folders itself; tells the rest."""

    theme_chosen = Signal(str)  # dark, light or system
    engines_wanted = Signal()
    reload_wanted = Signal()
    doctor_wanted = Signal()
    import_wanted = Signal()
    edit_form_wanted = Signal()
    quit_wanted = Signal()
    failed = Signal(object)  # Problem

    def __init__(self, switch: ThemeSwitch, folders: Folders, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._switch = switch
        self._add_themes()
        self.addSeparator()
        self._add(self.tr("Engines…"), self.engines_wanted.emit)
        self._add(self.tr("Import workflow…"), self.import_wanted.emit, "Ctrl+O")
        self._add(self.tr("Edit form of this workflow…"), self.edit_form_wanted.emit, "Ctrl+Shift+E")
        self._add(self.tr("Reload workflows"), self.reload_wanted.emit, "F5")
        for words, folder in (
            (self.tr("Open folder with outputs"), folders.outputs),
            (self.tr("Open folder for your workflows"), folders.workflows),
            (self.tr("Open data folder"), folders.data),
        ):
            self._add(words, lambda wanted=folder: self._open(wanted))
        self.addSeparator()
        self._add(self.tr("Check this computer…"), self.doctor_wanted.emit, "F9")
        self._add(self.tr("About VQDesk"), self._about)
        self._add(self.tr("Quit"), self.quit_wanted.emit, "Ctrl+Q")

    def _add_themes(self) -> None:
        group = QActionGroup(self)
        words = {
            "system": self.tr("Theme as the system"),
            "dark": self.tr("Dark theme"),
            "light": self.tr("Light theme"),
        }
        for scheme, text in words.items():
            action = QAction(text, self, checkable=True, checked=self._switch.choice.scheme == scheme)
            action.triggered.connect(lambda _checked, chosen=scheme: self._choose(chosen))
            group.addAction(action)
            self.addAction(action)

    def _choose(self, scheme: str) -> None:
        self._switch.choose(Choice(scheme))
        self.theme_chosen.emit(scheme)

    def _add(self, words: str, act: Callable[[], None], keys: str = "") -> None:
        action = QAction(words, self, shortcut=QKeySequence(keys))
        action.triggered.connect(lambda _checked: act())
        self.addAction(action)

    def _open(self, folder: Path) -> None:
        problem = open_file(str(folder))
        if problem is not None:
            self.failed.emit(problem)

    def _about(self) -> None:
        text = self.tr("A desktop render queue for local generative video. MIT licence.")
        box = QMessageBox(QMessageBox.Icon.NoIcon, self.tr("About VQDesk"), f"VQDesk {vqdesk.__version__}")
        box.setInformativeText(text)
        box.setParent(self.window(), box.windowFlags())
        box.open()
