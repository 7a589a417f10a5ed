"""A slider for a number with two ends."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.focus_ring import FocusRingOwner
from vqdesk.ui.widgets.painting import paint_pill

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_PageDown: -10,
    Qt.Key.Key_PageUp: 10,
}


class Slider(FocusRingOwner, QWidget):
    """Values from `low` to `high` in steps. `moved` carries the value that the user chose."""

    moved = Signal(float)

    def __init__(self, low: float, high: float, step: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._low, self._high, self._step = low, high, step
        self._value = low
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def value(self) -> float:
        """The place of the knob."""
        return self._value

    def set_value(self, value: float) -> None:
        """Moves the knob without `moved`; a value beyond an end shows at that end."""
        self._value = min(self._high, max(self._low, value))
        self.update()

    def sizeHint(self) -> QSize:
        """As high as a field."""
        size = current_theme().size
        return QSize(size.number_field, size.control)

    def minimumSizeHint(self) -> QSize:
        """Room to aim."""
        size = current_theme().size
        return QSize(size.number_field // 2, size.control)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows step by one, pages by ten, Home and End go to the ends."""
        ends = {Qt.Key.Key_Home: self._low, Qt.Key.Key_End: self._high}
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._choose(self._value + _STEPS[key] * self._step)
        elif key in ends:
            self._choose(ends[key])
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leaves the wheel to the page unless the slider has the keyboard."""
        if self.hasFocus() and event.angleDelta().y():
            self._choose(self._value + (self._step if event.angleDelta().y() > 0 else -self._step))
            event.accept()
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The knob goes where the pointer is."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose(self._at(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The knob follows the pressed pointer."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._choose(self._at(event.position()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows the ring after keyboard use only."""
        super().focusInEvent(event)
        self._ring_in(event.reason())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Takes the ring away."""
        super().focusOutEvent(event)
        self._ring_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the track, the part below the value, and the knob."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        knob, bar = theme.size.icon, theme.size.progress
        left, width = knob / 2, max(1.0, self.width() - knob)
        top = (self.height() - bar) / 2
        x = left + width * self._fraction()
        role = "accent.fill" if self.isEnabled() else "text.disabled"
        paint_pill(painter, QRectF(left, top, width, bar), theme.color("track"))
        paint_pill(painter, QRectF(left, top, x - left, bar), theme.color(role))
        painter.setPen(theme.color("surface.1"))
        painter.setBrush(theme.color(role))
        painter.drawEllipse(QRectF(x - knob / 2, (self.height() - knob) / 2, knob, knob))

    def _fraction(self) -> float:
        return (self._value - self._low) / (self._high - self._low) if self._high > self._low else 0.0

    def _at(self, position: QPointF) -> float:
        knob = current_theme().size.icon
        part = (position.x() - knob / 2) / max(1.0, self.width() - knob)
        steps = round(part * (self._high - self._low) / self._step)
        return self._low + steps * self._step

    def _choose(self, value: float) -> None:
        digits = 10  # sums of steps such as 0.1 carry dust
        kept = round(min(self._high, max(self._low, value)), digits)
        if kept != self._value:
            self._value = kept
            self.update()
            self.moved.emit(kept)
