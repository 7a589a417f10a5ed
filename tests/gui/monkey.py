"""A user without a plan: random clicks, keys, drops and sizes over the whole window, chosen by a seed."""

import os
import random
from collections import deque
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QInputMethodEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)
from real_window import LEFT, NO_KEYS, RealWindow, drop
from shiboken6 import isValid

KEYS = (
    *("Up", "Down", "Left", "Right", "Home", "End", "PageUp", "PageDown"),
    *("Tab", "Backtab", "Space", "Return", "Escape", "Delete", "F2", "F6", "Backspace"),
)
CHORDS = ("A", "C", "D", "F", "T", "V", "W", "Z", "Return", "Up", "Down", "Tab")
WORDS = ("lake", "status:failed", "7", "(", "ß 猫", "0.5", "")
SIZES = ((1280, 720), (1600, 1000), (1920, 1080), (1024, 700))
_FORBIDDEN = ("AfterQueueButton",)  # the computer of whoever runs the tests stays on
_NESTED_MS = 60
_TRIES = 30
_REMEMBERED = 40


class Monkey(QObject):
    """`did` holds what it has done lately, for whoever looks for a fault."""

    def __init__(self, real: RealWindow, seed: int, photos: list[Path]) -> None:
        super().__init__()
        self._window = real.window
        self._random = random.Random(seed)
        self._photos = photos
        self._acts: list[tuple[int, Callable[[], str]]] = [
            (40, self._click),
            (14, self._press_key),
            (8, self._press_chord),
            (8, self._type),
            (8, self._wheel),
            (3, self._drop),
            (4, self._submit),
            (2, self._resize),
        ]
        self._nanny = QTimer(self, interval=_NESTED_MS)
        self._nanny.timeout.connect(self._close_what_blocks)
        self._is_nested = False
        self.did: deque[str] = deque(maxlen=_REMEMBERED)

    def play(self, events: int) -> None:
        """Does so many things, as fast as the window takes them."""
        for scheme in ("file", "http", "https"):
            QDesktopServices.setUrlHandler(scheme, self, "swallow")
        self._nanny.start()
        for _ in range(events):
            weights = [weight for weight, _ in self._acts]
            act = self._random.choices([act for _, act in self._acts], weights)[0]
            self._is_nested = True
            self.did.append(act.__name__)
            self.did[-1] = act()
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # as the loop of the program does it
            self._is_nested = False
            self._close_what_blocks(always=self._random.random() < 0.1)
        self._nanny.stop()
        for scheme in ("file", "http", "https"):
            QDesktopServices.unsetUrlHandler(scheme)
        self._close_what_blocks(always=True)
        for window in self._dialogs():
            window.close()

    @Slot(QUrl)
    def swallow(self, _url: QUrl) -> None:
        """Opens no program of the desktop."""

    def _close_what_blocks(self, *, always: bool = False) -> None:
        popup = QApplication.activePopupWidget()
        modal = QApplication.activeModalWidget()
        if popup is not None:
            popup.close()
        elif isinstance(modal, QDialog) and (always or self._is_nested or self._random.random() < 0.3):
            modal.reject()

    def _dialogs(self) -> list[QWidget]:
        return [top for top in QApplication.topLevelWidgets() if top.isVisible() and top is not self._window]

    def _root(self) -> QWidget:
        """A dialog that is open, mostly; else the window."""
        dialogs = self._dialogs()
        modal = QApplication.activeModalWidget()
        if modal is not None:
            return modal
        return self._random.choice(dialogs) if dialogs and self._random.random() < 0.5 else self._window

    def _pick(self, kinds: tuple[type[QWidget], ...]) -> QWidget | None:
        root = self._root()
        found = root.findChildren(self._random.choice(kinds))
        for _ in range(min(_TRIES, len(found))):
            widget = self._random.choice(found)
            allowed = type(widget).__name__ not in _FORBIDDEN
            if allowed and widget.isVisible() and widget.isEnabled() and not widget.visibleRegion().isEmpty():
                return widget
        return None

    def _click(self) -> str:
        target = self._pick((QAbstractButton, QTabBar, QAbstractScrollArea, QComboBox, QLineEdit))
        if target is None:
            return "clicked nothing"
        said = _name(target)
        if isinstance(target, QAbstractScrollArea):
            target = target.viewport()
        place = QPoint(*(self._random.randrange(max(1, edge)) for edge in target.size().toTuple()))
        if isinstance(target, QAbstractButton):
            place = target.rect().center()
        keys = self._random.choices(
            [NO_KEYS, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier], [8, 1, 1]
        )[0]
        _hit(target, place, keys)
        if self._random.random() < 0.1 and isValid(target):
            QTest.mouseDClick(target, LEFT, keys, place)
        return f"clicked {said} at {place.toTuple()}"

    def _press_key(self) -> str:
        target = QApplication.focusWidget() or self._window
        if type(target).__name__ in _FORBIDDEN:
            return "left the keys alone"
        key, said = self._random.choice(KEYS), _name(target)
        _strike(target, getattr(Qt.Key, f"Key_{key}"))
        return f"pressed {key} in {said}"

    def _press_chord(self) -> str:
        target = QApplication.focusWidget() or self._window
        key, said = self._random.choice(CHORDS), _name(target)
        _strike(target, getattr(Qt.Key, f"Key_{key}"), Qt.KeyboardModifier.ControlModifier)
        return f"pressed Ctrl+{key} in {said}"

    def _type(self) -> str:
        target = self._pick((QLineEdit, QPlainTextEdit))
        if target is None:
            return "typed nothing"
        words, said = self._random.choice(WORDS), _name(target)
        target.setFocus()
        _strike(target, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        if words.isascii():
            for letter in words:
                _strike(target, letter)
        elif isValid(target):
            composed = QInputMethodEvent()
            composed.setCommitString(words)
            QApplication.sendEvent(target, composed)
        return f"typed {words!r} into {said}"

    def _wheel(self) -> str:
        target = self._pick((QAbstractScrollArea, QAbstractItemView))
        if target is None:
            return "turned no wheel"
        steps = QPoint(0, self._random.choice((-360, -120, 120, 360)))
        port, middle = target.viewport(), QPointF(target.rect().center())
        event = QWheelEvent(
            middle,
            port.mapToGlobal(middle),
            QPoint(),
            steps,
            Qt.MouseButton.NoButton,
            NO_KEYS,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(port, event)
        return f"turned the wheel over {_name(target)}"

    def _drop(self) -> str:
        if QApplication.activeModalWidget() is None:
            drop(self._window.rows, self._random.sample(self._photos, 2))
        return "dropped photos"

    def _submit(self) -> str:
        _strike(self._window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        return "submitted"

    def _resize(self) -> str:
        self._window.resize(*self._random.choice(SIZES))
        return "resized the window"


def _strike(target: QWidget, key: Qt.Key | str, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
    """A press may be the end of the one who is pressed, and then nobody is released."""
    for act in (QTest.keyPress, QTest.keyRelease):
        if isValid(target):
            act(target, key, keys)


def _hit(target: QWidget, place: QPoint, keys: Qt.KeyboardModifier) -> None:
    for act in (QTest.mousePress, QTest.mouseRelease):
        if isValid(target):
            act(target, LEFT, keys, place)


def private_mb() -> float | None:
    """Memory in use by this process in MB; None on systems that do not tell."""
    statm = Path("/proc/self/statm")
    if not statm.exists():
        return None
    return int(statm.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


def _name(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return f"{type(widget).__name__} “{widget.accessibleName() or text}”"
