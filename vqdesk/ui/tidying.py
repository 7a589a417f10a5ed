"""Garbage is collected in the window's thread only: a widget that another thread takes apart crashes Qt."""

import gc

from PySide6.QtCore import QObject, QTimer

_LOOK_MS = 500


class Tidying(QObject):
    """Python would collect in whichever thread makes an object too many; this one asks often enough instead."""

    def __init__(self, look_ms: int = _LOOK_MS) -> None:
        super().__init__()
        self._timer = QTimer(self, interval=look_ms)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """From here on no other thread collects."""
        gc.disable()
        self._timer.start()

    def stop(self) -> None:
        """The window is gone."""
        self._timer.stop()
        gc.enable()

    def _look(self) -> None:
        """The generations that Python itself would collect now."""
        due = [count > limit for count, limit in zip(gc.get_count(), gc.get_threshold(), strict=True)]
        if due[0]:
            gc.collect(2 if due[1] and due[2] else int(due[1]))
