"""Starts the desktop as `vqdesk` does; tells of its first paint and of the first rows of the queue, then ends."""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
from reporting import FirstPaint, report

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from vqdesk.__main__ import main

_HEAVY = ("cv2", "av", "pydantic", "numpy", "PIL", "ruamel.yaml")
_LOOK_MS = 2


def _painted(window: QMainWindow) -> None:
    report("painted", early=[name for name in _HEAVY if name in sys.modules])
    looking = QTimer(window, interval=_LOOK_MS)
    looking.timeout.connect(lambda: _close_with_rows(window, looking))
    looking.start()


def _close_with_rows(window: QMainWindow, looking: QTimer) -> None:
    queue = window.queue
    if queue.model.ids and queue.source.job(queue.model.ids[0]):
        looking.stop()
        report("rows")
        window.close()


application = QApplication(sys.argv[:1])
watch = FirstPaint(application, _painted)
main()
