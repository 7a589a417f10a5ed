"""The least that any Qt program does before its user sees something."""

import sys

from PySide6.QtWidgets import QApplication, QMainWindow
from reporting import FirstPaint, report


def _painted(window: QMainWindow) -> None:
    report("painted")
    window.close()


application = QApplication(sys.argv[:1])
watch = FirstPaint(application, _painted)
window = QMainWindow()
window.resize(1440, 900)
window.show()
application.exec()
