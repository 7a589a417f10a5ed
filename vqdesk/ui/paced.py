"""Work that is wanted often and done seldom: one at a time, with a pause between."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


class Paced(QObject):
    """Calls `start` at once when it is idle, else once more after the running work and the pause (ms) are over.

    Whoever does the work calls `finished` at its end, failed or not.
    """

    def __init__(self, start: Callable[[], None], pause_ms: int, parent: QObject) -> None:
        super().__init__(parent)
        self._start = start
        self._wanted = False
        self._running = False
        self._pause = QTimer(self, singleShot=True, interval=pause_ms)
        self._pause.timeout.connect(self._go)

    def request(self) -> None:
        """Asks for the work."""
        self._wanted = True
        self._go()

    def hurry(self) -> None:
        """Asks for the work without the pause: the user waits for it."""
        self._pause.stop()
        self.request()

    def finished(self) -> None:
        """Tells that the work is done."""
        self._running = False
        self._go()

    def _go(self) -> None:
        if not self._wanted or self._running or self._pause.isActive():
            return
        self._wanted = False
        self._running = True
        self._pause.start()
        self._start()
