"""Five stars that can be clicked, and the mark of a favourite."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from vqdesk.domain.outputs import MOST_STARS
from vqdesk.ui.theme.icons import paint_icon
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.focus_ring import FocusRingOwner


class Stars(FocusRingOwner, QWidget):
    """`chosen` carries 0 to 5; a click on the last star that is lit takes all away."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rating = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setToolTip(self.tr("Rating (keys 0 to 5)"))
        self.set_rating(0)

    @property
    def rating(self) -> int:
        return self._rating

    @property
    def value(self) -> int:
        """What a screen reader says."""
        return self._rating

    def set_rating(self, rating: int) -> None:
        """Shows so many stars."""
        self._rating = rating
        self.setAccessibleName(self.tr("Rating: {0} of 5").format(rating))
        self.update()

    def star_rect(self, at: int) -> QRect:
        """Where a star is, from 0."""
        size = current_theme().size
        return QRect(at * size.control_small, 0, size.control_small, size.control_small)

    def sizeHint(self) -> QSize:
        """Five squares."""
        size = current_theme().size
        return QSize(MOST_STARS * size.control_small, size.control_small)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click rates."""
        at = next((n for n in range(MOST_STARS) if self.star_rect(n).contains(event.position().toPoint())), -1)
        if at >= 0:
            self.chosen.emit(0 if at + 1 == self._rating else at + 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits and arrows rate."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1}
        if event.text().isdecimal() and int(event.text()) <= MOST_STARS:
            self.chosen.emit(int(event.text()))
        elif event.key() in steps:
            self.chosen.emit(min(MOST_STARS, max(0, self._rating + steps[Qt.Key(event.key())])))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows the ring after keyboard use only."""
        super().focusInEvent(event)
        self._ring_in(event.reason())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Takes the ring away."""
        super().focusOutEvent(event)
        self._ring_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the stars."""
        theme = current_theme()
        painter = QPainter(self)
        inset = (theme.size.control_small - theme.size.icon) // 2
        for at in range(MOST_STARS):
            lit = at < self._rating
            place = self.star_rect(at).adjusted(inset, inset, -inset, -inset)
            name, role = ("star-filled", "accent.text") if lit else ("star", "text.secondary")
            paint_icon(painter, place, name, role, theme)
