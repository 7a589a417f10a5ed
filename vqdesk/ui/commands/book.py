"""The book of commands: an action each, with a stable name, a section, and shortcuts that the user may change."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

SHORTCUTS_SETTING = "shortcuts"


@dataclass(frozen=True, slots=True)
class Command:
    """One line of the book. `name` is stable over versions and languages; `keys` are its first shortcuts.

    `is_fixed`: a list hears these keys itself, so they are shown and cannot be changed.
    """

    name: str
    section: str
    action: QAction
    keys: tuple[str, ...] = ()
    is_fixed: bool = False

    @property
    def words(self) -> str:
        """What it does, as it is read."""
        return self.action.text().replace("&&", "&")


class CommandBook(QObject):
    """Commands hold in the whole window of `host`, or where the widget that has their action says."""

    changed = Signal()  # shortcuts are others now

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._commands: dict[str, Command] = {}
        self._sources: list[Callable[[], Sequence[Command]]] = []

    @property
    def commands(self) -> list[Command]:
        """All of them, section by section in the order in which they came."""
        sections = list(dict.fromkeys(command.section for command in self._commands.values()))
        return sorted(self._commands.values(), key=lambda command: sections.index(command.section))

    def offers(self) -> list[Command]:
        """All that can be done now, with what comes and goes."""
        passing = [command for source in self._sources for command in source()]
        return [command for command in (*self.commands, *passing) if command.action.isEnabled()]

    def add_source(self, source: Callable[[], Sequence[Command]]) -> None:
        """Asked for commands that come and go, whenever the palette opens."""
        self._sources.append(source)

    def add(self, name: str, words: str, act: Callable[[], object], keys: Sequence[str] = ()) -> QAction:
        """A new command of the whole window; the part of `name` before the dot is its section."""
        action = QAction(words, self)
        action.triggered.connect(lambda _checked: act())
        self.adopt(name, action, keys)
        return action

    def adopt(self, name: str, action: QAction, keys: Sequence[str] = (), *, is_fixed: bool = False) -> None:
        """Takes an action that exists. One that a widget has holds where it says, another in the whole window."""
        known = [key.toString() for key in action.shortcuts()]
        command = Command(name, section_of(name), action, tuple(keys or known), is_fixed)
        self._commands[name] = command
        if is_fixed:
            return
        _set_shortcuts(action, command.keys)
        if not action.associatedObjects():
            self._host.addAction(action)

    def __getitem__(self, name: str) -> Command:
        """Raises KeyError for a name that nobody added."""
        return self._commands[name]

    def keys_of(self, command: Command) -> tuple[str, ...]:
        """Its shortcuts now."""
        if command.is_fixed:
            return command.keys
        return tuple(key.toString() for key in command.action.shortcuts())

    def is_changed(self, command: Command) -> bool:
        """Whether the user gave it others."""
        return not command.is_fixed and self.keys_of(command) != _normal(command.keys)

    def owner_of(self, keys: str, other_than: str = "") -> Command | None:
        """Who has this shortcut."""
        wanted = QKeySequence(keys).toString()
        for command in self._commands.values():
            if command.name != other_than and wanted in _normal(self.keys_of(command)):
                return command
        return None

    def set_keys(self, name: str, keys: Sequence[str]) -> None:
        """Gives a command other shortcuts, and takes them from whoever had them."""
        for one in keys:
            owner = self.owner_of(one, name)
            if owner is not None and not owner.is_fixed:
                gone = QKeySequence(one).toString()
                _set_shortcuts(owner.action, [key for key in self.keys_of(owner) if key != gone])
        _set_shortcuts(self._commands[name].action, keys)
        self.changed.emit()

    def reset(self, name: str = "") -> None:
        """Back to the first shortcuts, of one command or of all."""
        for command in [self._commands[name]] if name else list(self._commands.values()):
            if not command.is_fixed:
                _set_shortcuts(command.action, command.keys)
        self.changed.emit()

    def to_json(self) -> str:
        """What the user changed, for the settings."""
        changed = {one.name: self.keys_of(one) for one in self._commands.values() if self.is_changed(one)}
        return json.dumps(changed)

    def take_json(self, text: str) -> None:
        """Takes what `to_json` gave; whatever makes no sense is left out."""
        try:
            stored = json.loads(text or "{}")
        except ValueError:
            return
        for name, keys in stored.items() if isinstance(stored, dict) else ():
            command = self._commands.get(name)
            if command is not None and not command.is_fixed and isinstance(keys, list):
                _set_shortcuts(command.action, [key for key in keys if isinstance(key, str)])
        self.changed.emit()


def section_of(name: str) -> str:
    """The part of a command's name that says where it belongs."""
    return name.partition(".")[0]


def shown_keys(keys: str) -> str:
    """A shortcut as the user's system writes it."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) or keys


def _normal(keys: Sequence[str]) -> tuple[str, ...]:
    return tuple(QKeySequence(key).toString() for key in keys)


def _set_shortcuts(action: QAction, keys: Sequence[str]) -> None:
    action.setShortcuts([QKeySequence(key) for key in keys])
