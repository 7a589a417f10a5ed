"""The keys that a list hears itself: letters and others that mean something else in a text field."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence


class ListKeys:
    """Names of wishes and their keys, as QKeySequence writes them. Changes hold at once."""

    def __init__(self, first: Mapping[str, Sequence[str]]) -> None:
        self._keys: dict[str, tuple[str, ...]] = {}
        for name, keys in first.items():
            self.set_keys(name, keys)

    def keys_of(self, name: str) -> tuple[str, ...]:
        """None for a wish without keys."""
        return self._keys.get(name, ())

    def set_keys(self, name: str, keys: Sequence[str]) -> None:
        """Hears these from now on."""
        self._keys[name] = tuple(QKeySequence(key).toString() for key in keys)

    def wish_of(self, event: QKeyEvent) -> str | None:
        """What a pressed key asks for."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        pressed = QKeySequence(QKeyCombination(modifiers, Qt.Key(event.key()))).toString()
        return next((name for name, keys in self._keys.items() if pressed in keys), None)

    def shown(self, name: str) -> str:
        """The first key as the user's system writes it; "" for none."""
        keys = self.keys_of(name)
        return QKeySequence(keys[0]).toString(QKeySequence.SequenceFormat.NativeText) if keys else ""
