"""Which place of the window is in front: desk or outputs."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.theme.tokens import Theme
from vqdesk.ui.widgets.tabs import TabBar


class PlaceTabs(TabBar):
    """Two words on the strip; the accent line lies on its lower edge. `chosen` only for what the user does."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Place"), parent)
        for at, word in enumerate((self.tr("Desk"), self.tr("Outputs"))):
            self.addTab(word)
            self.setTabToolTip(at, f"{word} (Alt+{at + 1})")
        self.currentChanged.connect(self.chosen)

    def show_place(self, place: int) -> None:
        """Another one came to the front, without `chosen`."""
        blocker = QSignalBlocker(self)
        self.setCurrentIndex(place)
        blocker.unblock()

    def _height(self, theme: Theme) -> int:
        return theme.size.strip - current_theme().size.line

    def _paint_base(self, painter: QPainter, theme: Theme) -> None:
        """The strip has a line of its own."""
