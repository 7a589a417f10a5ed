"""Filter chips: shape, word, count; a zero stays visible."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.theme.tokens import Theme
from vqdesk.ui.widgets.focus_ring import FocusRingOwner
from vqdesk.ui.widgets.painting import Box, paint_box
from vqdesk.ui.widgets.status import paint_status_glyph


class Chip(FocusRingOwner, QAbstractButton):
    """A checkable chip. `chosen` tells whether Ctrl was held, which adds instead of replacing."""

    chosen = Signal(bool)  # add

    def __init__(
        self, word: str, *, status: str = "", count: int | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._status = status
        self._count = count
        self._narrow = False
        self.setText(word)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._say()
        self.clicked.connect(lambda: self.chosen.emit(False))

    @property
    def count(self) -> int | None:
        """How many there are; None where none is shown."""
        return self._count

    def set_count(self, count: int | None) -> None:
        """Shows another number; None shows none."""
        if count != self._count:
            self._count = count
            self._say()
            self.updateGeometry()
            self.update()

    def set_narrow(self, narrow: bool) -> None:
        """Leaves out the word where there is a shape to know it by; the tool tip keeps it."""
        self._narrow = narrow and bool(self._status)
        self.setToolTip(self.text() if self._narrow else "")
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Shape, word, count and the gaps between."""
        theme = current_theme()
        parts = self._parts(theme)
        width = sum(part.width for part in parts) + theme.size.chip_gap * (len(parts) - 1)
        return QSize(width + 2 * theme.size.chip_padding, theme.size.control_small)

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ctrl-click adds this chip to the others."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and self.isDown():
            self.setDown(False)
            self.chosen.emit(True)
            return
        super().mouseReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows the ring after keyboard use only."""
        super().focusInEvent(event)
        self._ring_in(event.reason())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Takes the ring away."""
        super().focusOutEvent(event)
        self._ring_out()

    def changeEvent(self, event: QEvent) -> None:
        """A new theme may have another scale."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the box and its parts."""
        theme = current_theme()
        painter = QPainter(self)
        paint_box(painter, self.rect(), self._box(theme), theme)
        painter.setFont(theme.font("button"))
        x = theme.size.chip_padding
        for part in self._parts(theme):
            rect = QRect(x, 0, part.width, self.height())
            if part.color:
                painter.setPen(theme.color(part.color))
                painter.drawText(rect.adjusted(0, 0, 2, 0), Qt.AlignmentFlag.AlignVCenter, part.text)
            else:
                paint_status_glyph(painter, rect, self._status, theme)
            x += part.width + theme.size.chip_gap

    def _box(self, theme: Theme) -> Box:
        radius = theme.radius.control
        if self.isDown():
            return Box("control.pressed", "line.normal", radius)
        if self.isChecked():
            return Box("segment.on", "line.control", radius)
        return Box("surface.3" if self.underMouse() else None, "line.normal", radius)

    def _parts(self, theme: Theme) -> list["_Part"]:
        metrics = QFontMetrics(theme.font("button"))
        parts: list[_Part] = []
        if self._status:
            parts.append(_Part("", "", theme.size.glyph_small))
        if not self._narrow:
            parts.append(_Part(self.text(), "text.primary", metrics.horizontalAdvance(self.text())))
        if self._count is not None:
            number = str(self._count)
            color = "text.secondary" if self._count else "text.disabled"
            parts.append(_Part(number, color, metrics.horizontalAdvance(number)))
        return parts

    def _say(self) -> None:
        self.setAccessibleName(self.text() if self._count is None else f"{self.text()}, {self._count}")


@dataclass(frozen=True, slots=True)
class _Part:
    """One piece of a chip, width in px; a piece without colour is the shape."""

    text: str
    color: str
    width: int
