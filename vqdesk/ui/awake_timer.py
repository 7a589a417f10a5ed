"""A time that passes only while the window lives: what is offered for a while is there on a slow machine too."""

from PySide6.QtCore import QObject, QTimer, Signal

_TICKS = 10


class AwakeTimer(QObject):
    """Like a single-shot timer (ms). While the window hangs or the computer sleeps, at most a tenth passes."""

    timeout = Signal()

    def __init__(self, interval_ms: int, parent: QObject) -> None:
        super().__init__(parent)
        self._left = 0
        self._tick = QTimer(self, interval=interval_ms // _TICKS)
        self._tick.timeout.connect(self._count)

    def start(self) -> None:
        """Begins anew."""
        self._left = _TICKS
        self._tick.start()

    def stop(self) -> None:
        """`timeout` does not come."""
        self._tick.stop()

    def _count(self) -> None:
        self._left -= 1
        if not self._left:
            self._tick.stop()
            self.timeout.emit()
