"""A button that shows a shortcut and, once pressed, takes the next keys as a new one."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from vqdesk.ui.commands.book import shown_keys
from vqdesk.ui.widgets.buttons import Button

_ALONE = frozenset(
    {Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr, Qt.Key.Key_unknown}
)
_NONE = frozenset({Qt.Key.Key_Backspace, Qt.Key.Key_Delete})


class KeyButton(Button):
    """`typed` carries the new shortcut, "" for none. Esc keeps the old one."""

    typed = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__("", small=True, parent=parent)
        self._name = name
        self._keys: tuple[str, ...] = ()
        self._listens = False
        self.clicked.connect(self._listen)

    def show_keys(self, keys: tuple[str, ...]) -> None:
        """Shows these."""
        self._keys = keys
        self._listens = False
        self._say()

    def event(self, event: QEvent) -> bool:
        """While it listens no shortcut and no Tab acts."""
        if self._listens and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._take(event)
                return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Stops listening."""
        super().focusOutEvent(event)
        self.show_keys(self._keys)

    def _listen(self) -> None:
        self._listens = True
        self.setText(self.tr("Press keys … Esc keeps, Del removes"))
        self.setAccessibleName(self.tr("Press the new keys for {0}").format(self._name))

    def _take(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ALONE:
            return
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if plain and key == Qt.Key.Key_Escape:
            self.show_keys(self._keys)
            return
        text = "" if plain and key in _NONE else QKeySequence(event.keyCombination()).toString()
        self.show_keys(self._keys)
        self.typed.emit(text)

    def _say(self) -> None:
        words = "  ".join(shown_keys(one) for one in self._keys)
        self.setText(words or self.tr("none"))
        self.setAccessibleName(self.tr("{0}: {1}").format(self._name, words or self.tr("no shortcut")))
        self.setToolTip(self.tr("Press to type another shortcut"))
