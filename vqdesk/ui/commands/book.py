"""The book of commands: an action each, with a stable name, a section, and shortcuts that the user may change."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from vqdesk.ui.commands.list_keys import ListKeys

SHORTCUTS_SETTING = "shortcuts"


@dataclass(frozen=True, slots=True)
class Command:
    """One line of the book. `name` is stable over versions and languages; `keys` are its first shortcuts.

    `place` is the part of the window that hears the keys, "" for all of it; `heard` are the keys of a list that
    takes them itself. `is_fixed`: they move about in a list, so they are shown and cannot be changed.
    """

    name: str
    section: str
    action: QAction
    keys: tuple[str, ...] = ()
    is_fixed: bool = False
    place: str = ""
    heard: ListKeys | None = None

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

    def adopt(self, name: str, action: QAction, keys: Sequence[str] = ()) -> None:
        """Takes an action that exists. One that a widget has holds where it says, another in the whole window."""
        known = [key.toString() for key in action.shortcuts()]
        is_inside = action.shortcutContext() == Qt.ShortcutContext.WidgetWithChildrenShortcut
        command = Command(name, section_of(name), action, tuple(keys or known), place="form" if is_inside else "")
        self._commands[name] = command
        _set_shortcuts(action, command.keys)
        if not action.associatedObjects():
            self._host.addAction(action)

    def add_heard(self, place: str, wish: str, words: str, act: Callable[[], object], heard: ListKeys) -> None:
        """A command of a list, which hears its keys itself."""
        action = QAction(words, self)
        action.triggered.connect(lambda _checked: act())
        name = f"{place}.{wish}"
        self._commands[name] = Command(name, place, action, heard.keys_of(wish), place=place, heard=heard)

    def add_fixed(self, place: str, wish: str, words: str, keys: Sequence[str]) -> None:
        """Keys that are only shown."""
        action = QAction(words, self, enabled=False)
        name = f"{place}.{wish}"
        self._commands[name] = Command(name, place, action, tuple(keys), is_fixed=True, place=place)

    def __getitem__(self, name: str) -> Command:
        """Raises KeyError for a name that nobody added."""
        return self._commands[name]

    def keys_of(self, command: Command) -> tuple[str, ...]:
        """Its shortcuts now."""
        if command.is_fixed:
            return command.keys
        if command.heard is not None:
            return command.heard.keys_of(_wish(command))
        return tuple(key.toString() for key in command.action.shortcuts())

    def is_changed(self, command: Command) -> bool:
        """Whether the user gave it others."""
        return not command.is_fixed and self.keys_of(command) != _normal(command.keys)

    def owner_of(self, keys: str, asking: Command) -> Command | None:
        """Who else has this shortcut, where both would be heard."""
        wanted = QKeySequence(keys).toString()
        for command in self._commands.values():
            meets = command.place == asking.place or ("" in (command.place, asking.place) and not command.is_fixed)
            if meets and command.name != asking.name and wanted in _normal(self.keys_of(command)):
                return command
        return None

    def set_keys(self, name: str, keys: Sequence[str]) -> None:
        """Gives a command other shortcuts, and takes them from whoever had them."""
        command = self._commands[name]
        for one in keys:
            gone = QKeySequence(one).toString()
            while (owner := self.owner_of(one, command)) is not None and not owner.is_fixed:
                _give(owner, [key for key in _normal(self.keys_of(owner)) if key != gone])
        _give(command, keys)
        self.changed.emit()

    def reset(self, name: str = "") -> None:
        """Back to the first shortcuts, of one command or of all."""
        for command in [self._commands[name]] if name else list(self._commands.values()):
            if not command.is_fixed:
                _give(command, command.keys)
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
                _give(command, [key for key in keys if isinstance(key, str)])
        self.changed.emit()


def section_of(name: str) -> str:
    """The part of a command's name that says where it belongs."""
    return name.partition(".")[0]


def shown_keys(keys: str) -> str:
    """A shortcut as the user's system writes it."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) or keys


def is_bare(keys: str) -> bool:
    """Whether these are keys that mean something in lists and fields: without Ctrl or Alt, and no function key."""
    pressed = QKeySequence(keys)[0]
    held = pressed.keyboardModifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    return not held and not Qt.Key.Key_F1 <= pressed.key() <= Qt.Key.Key_F35


def _wish(command: Command) -> str:
    return command.name.partition(".")[2]


def _give(command: Command, keys: Sequence[str]) -> None:
    if command.heard is not None:
        command.heard.set_keys(_wish(command), keys)
    else:
        _set_shortcuts(command.action, keys)


def _normal(keys: Sequence[str]) -> tuple[str, ...]:
    return tuple(QKeySequence(key).toString() for key in keys)


def _set_shortcuts(action: QAction, keys: Sequence[str]) -> None:
    action.setShortcuts([QKeySequence(key) for key in keys])
