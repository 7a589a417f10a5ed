"""How long the window's thread is deaf."""

import time

from PySide6.QtCore import Qt, QTimer


class Pulse:
    """Beats as often as the window's thread can; the longest time between two beats is its longest pause.

    `longest_work_s` is the processor time of that thread between two beats: the part that is not waiting.
    """

    def __init__(self) -> None:
        self.longest_s = 0.0
        self.longest_work_s = 0.0
        self._last_work = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer(interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        self._last, self._last_work = time.perf_counter(), time.thread_time()
        self._timer.start()

    def _beat(self) -> None:
        now, work = time.perf_counter(), time.thread_time()
        self.longest_s = max(self.longest_s, now - self._last)
        self.longest_work_s = max(self.longest_work_s, work - self._last_work)
        self._last, self._last_work = now, work
