"""A choice between two to five parts of equal width; arrow keys move it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.focus_ring import FocusRingOwner
from vqdesk.ui.widgets.painting import Box, paint_box

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class Segmented(FocusRingOwner, QWidget):
    """Parts are (value, shown word), or none of them. `changed` carries the value the user chose."""

    changed = Signal(str)

    def __init__(
        self,
        parts: Sequence[tuple[str, str]],
        name: str,
        *,
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._parts = list(parts)
        self._at = 0
        self._small = small
        self._hovered = -1
        self._blocked: dict[str, str] = {}
        self._tips: dict[str, str] = {}
        self._name = name
        self._say()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def value(self) -> str:
        """The chosen part, "" for none."""
        return self._parts[self._at][0] if self._at >= 0 else ""

    def set_parts(self, parts: Sequence[tuple[str, str]]) -> None:
        """Takes others, and chooses the first."""
        if self._parts != list(parts):
            self._parts = list(parts)
            self._at = 0
            self._say()
            self.updateGeometry()
            self.update()

    def set_value(self, value: str) -> None:
        """Chooses a part, or none with "", without `changed`. Raises ValueError for an unknown value."""
        self._at = [part for part, _ in self._parts].index(value) if value else -1
        self._say()
        self.update()

    def set_blocked(self, value: str, reason: str | None) -> None:
        """Closes one part, saying why in its tool tip; None opens it again."""
        if reason is None:
            self._blocked.pop(value, None)
        else:
            self._blocked[value] = reason
        self.update()

    def set_tip(self, value: str, tip: str) -> None:
        """Says what a part does while the pointer is over it."""
        self._tips[value] = tip

    def part_rect(self, index: int) -> QRect:
        """Where a part is."""
        inset = current_theme().size.line + 1
        inner = self.rect().adjusted(inset, inset, -inset, -inset)
        left = inner.x() + inner.width() * index // len(self._parts)
        right = inner.x() + inner.width() * (index + 1) // len(self._parts)
        return QRect(left, inner.y(), right - left, inner.height())

    def sizeHint(self) -> QSize:
        """Equal parts as wide as the widest word."""
        theme = current_theme()
        metrics = QFontMetrics(theme.font("strong"))
        widest = max(metrics.horizontalAdvance(word) for _, word in self._parts)
        pad = theme.size.row_button_padding if self._small else theme.size.button_padding
        height = theme.size.control_small if self._small else theme.size.control
        return QSize((widest + 2 * pad) * len(self._parts) + 4, height)

    def minimumSizeHint(self) -> QSize:
        """Words are never cut."""
        theme = current_theme()
        hint = self.sizeHint()
        return QSize(hint.width() - theme.space.s * len(self._parts), hint.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move by one open part."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        at = self._at + step
        while 0 <= at < len(self._parts) and self._parts[at][0] in self._blocked:
            at += step
        if 0 <= at < len(self._parts):
            self._choose(at)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose(self._part_at(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Marks the part under the pointer and shows why a part is closed."""
        self._hovered = self._part_at(event)
        value = self._parts[self._hovered][0] if self._hovered >= 0 else ""
        self.setToolTip(self._blocked.get(value) or self._tips.get(value, ""))
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """No part is under the pointer."""
        super().leaveEvent(event)
        self._hovered = -1
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows the ring after keyboard use only."""
        super().focusInEvent(event)
        self._ring_in(event.reason())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Takes the ring away."""
        super().focusOutEvent(event)
        self._ring_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the frame, the chosen part and the words."""
        theme = current_theme()
        painter = QPainter(self)
        paint_box(painter, self.rect(), Box("surface.0", "line.normal", theme.radius.control), theme)
        for index, (value, word) in enumerate(self._parts):
            rect = self.part_rect(index)
            chosen = index == self._at
            if chosen:
                line = "line.normal" if theme.scheme == "light" else None
                paint_box(painter, rect, Box("segment.on", line, theme.radius.control - 1), theme)
            painter.setFont(theme.font("strong" if chosen else "body"))
            bright = chosen or index == self._hovered
            closed = not self.isEnabled() or value in self._blocked
            role = "text.disabled" if closed else "text.primary" if bright else "text.secondary"
            painter.setPen(theme.color(role))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, word)

    def _part_at(self, event: QMouseEvent) -> int:
        for index in range(len(self._parts)):
            if self.part_rect(index).contains(event.position().toPoint()):
                return index
        return -1

    def _choose(self, index: int) -> None:
        if index < 0 or index == self._at or self._parts[index][0] in self._blocked:
            return
        self._at = index
        self._say()
        self.update()
        self.changed.emit(self.value)

    def _say(self) -> None:
        chosen = self._parts[self._at][1] if self._at >= 0 else self.tr("none")
        self.setAccessibleName(f"{self._name}: {chosen}")


class FittedChoice(Segmented):
    """Parts share what the words leave over, so that they fit in a narrow window."""

    def part_rect(self, index: int) -> QRect:
        """Equal parts where there is room for them."""
        if self.width() >= self.sizeHint().width():
            return super().part_rect(index)
        theme = current_theme()
        inset = theme.size.line + 1
        widths = self._word_widths()
        spare = self.width() - 2 * inset - sum(widths)
        left = inset + sum(widths[:index]) + spare * index // len(widths)
        right = inset + sum(widths[: index + 1]) + spare * (index + 1) // len(widths)
        return QRect(left, inset, right - left, self.height() - 2 * inset)

    def minimumSizeHint(self) -> QSize:
        """Words are never cut."""
        theme = current_theme()
        widths = self._word_widths()
        return QSize(sum(widths) + 2 * theme.space.s * len(widths), self.sizeHint().height())

    def _word_widths(self) -> list[int]:
        metrics = QFontMetrics(current_theme().font("strong"))
        return [metrics.horizontalAdvance(word) for _, word in self._parts]
