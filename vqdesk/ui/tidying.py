"""Garbage is collected in the window's thread only: a widget that another thread takes apart crashes Qt."""

import gc

from PySide6.QtCore import QObject, QTimer, Signal

_LOOK_MS = 500
_WHOLE_AFTER = 500_000  # new objects; looking through all takes 0.05 s, which waits for a quiet moment
_WHOLE_ANYHOW = 2_000_000
_QUIET = 10_000  # new objects between two looks: a window in which nobody does anything


class Tidying(QObject):
    """Python would collect in whichever thread makes an object too many; this one asks often enough instead."""

    looked = Signal()

    def __init__(self, look_ms: int = _LOOK_MS, whole_after: int = _WHOLE_AFTER) -> None:
        super().__init__()
        self._whole_after = whole_after
        self._made = 0  # since all were looked through
        self._was_on = False
        self._timer = QTimer(self, interval=look_ms)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """From here on no other thread collects."""
        self._was_on = gc.isenabled()
        gc.disable()
        self._timer.start()

    def stop(self) -> None:
        """The window is gone. Its rings are taken apart here and now, before another thread may find them."""
        self._timer.stop()
        gc.collect()
        if self._was_on:
            gc.enable()

    def _look(self) -> None:
        """Young objects now; all of them after so many new ones that the few rings among the old ones count."""
        made = gc.get_count()[0]
        most = self._whole_after if made < _QUIET else _WHOLE_ANYHOW
        if self._made + made > most:
            self._made = 0
            gc.collect()
        elif made > gc.get_threshold()[0]:
            self._made += made
            gc.collect(1)
        self.looked.emit()
