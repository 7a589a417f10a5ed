"""Makes what will be looked at soon, a piece at a time, while nothing else is to be done."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

_PIECE = 12  # widgets that get their look in one go: some milliseconds


class Warming(QObject):
    """Makes each page, then gives every widget its look; the window stays free in between."""

    def __init__(self, root: QWidget, makers: list[Callable[[], object]], parent: QObject) -> None:
        super().__init__(parent)
        self._steps = _steps(root, makers)
        self._pace = QTimer(self, interval=0)
        self._pace.timeout.connect(self._go_on)

    def start(self) -> None:
        """Begins; what the user opens in the meantime is made at once as ever."""
        self._pace.start()

    def _go_on(self) -> None:
        if next(self._steps, None) is None:
            self._pace.stop()
            self.deleteLater()


def _steps(root: QWidget, makers: list[Callable[[], object]]) -> Iterator[bool]:
    for make in makers:
        make()
        yield True
    widgets = [root, *root.findChildren(QWidget)]
    for at, widget in enumerate(widgets):
        widget.ensurePolished()
        if at % _PIECE == 0:
            yield True
