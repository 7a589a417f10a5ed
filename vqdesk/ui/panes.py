"""Two panes whose border follows the window until the user moves it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent

from vqdesk.ui.widgets.surfaces import Splitter


class Panes(Splitter):
    """`first_size` gives the px of the first pane out of the px of both. A double click goes back to it."""

    def __init__(self, orientation: Qt.Orientation, first_size: Callable[[int], int]) -> None:
        super().__init__(orientation)
        self._first_size = first_size
        self._moved = False
        self._restored: tuple[int, ...] = ()  # until there is a size to divide
        self.splitterMoved.connect(self._user_moved)

    def own_sizes(self) -> tuple[int, ...]:
        """What the user made of it in px; empty while it follows the window."""
        return tuple(self.sizes()) if self._moved else ()

    def restore(self, sizes: tuple[int, ...]) -> None:
        """Takes sizes that `own_sizes` gave in another session."""
        if len(sizes) == self.count():
            self._moved = True
            self._restored = sizes
            self._place()

    def reset(self) -> None:
        """Follows the window again."""
        self._moved = False
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the border where it belongs."""
        super().resizeEvent(event)
        self._place()

    def showEvent(self, event: QShowEvent) -> None:
        """The first sizes count from the first paint on."""
        super().showEvent(event)
        self._place()

    def show_second(self, shown: bool) -> None:
        """Hides or shows the second pane."""
        if self.widget(1).isHidden() == shown:
            self.widget(1).setVisible(shown)
            self._place()

    def _user_moved(self) -> None:
        self._moved = True

    def _place(self) -> None:
        if self._restored and self.isVisible():
            self.setSizes(list(self._restored))
            self._restored = ()
        if not self._moved:
            total = self.width() if self.orientation() == Qt.Orientation.Horizontal else self.height()
            first = self._first_size(total)
            self.setSizes([first, total - first])
