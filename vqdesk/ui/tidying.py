"""Garbage is collected in the window's thread only: a widget that another thread takes apart crashes Qt."""

import gc

from PySide6.QtCore import QObject, QTimer

_LOOK_MS = 500
_WHOLE_AFTER = 500_000  # new objects; looking through all takes 0.05 s


class Tidying(QObject):
    """Python would collect in whichever thread makes an object too many; this one asks often enough instead."""

    def __init__(self, look_ms: int = _LOOK_MS) -> None:
        super().__init__()
        self._made = 0  # since all were looked through
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
        """Young objects now; all of them after so many new ones that the few rings among the old ones count."""
        made = gc.get_count()[0]
        if made <= gc.get_threshold()[0]:
            return
        self._made += made
        is_whole = self._made > _WHOLE_AFTER
        if is_whole:
            self._made = 0
        gc.collect(2 if is_whole else 1)
