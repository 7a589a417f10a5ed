"""Check box and switch."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from vqdesk.ui.theme.icons import paint_icon
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.theme.tokens import Theme
from vqdesk.ui.widgets.focus_ring import FocusRingOwner
from vqdesk.ui.widgets.painting import Box, paint_box


class CheckBox(FocusRingOwner, QCheckBox):
    """On, off or partly, with its words at the right."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Mark, gap and words on one control height."""
        theme = current_theme()
        words = QFontMetrics(theme.font("body")).horizontalAdvance(self.text())
        return QSize(
            self._mark_width(theme) + (theme.space.s + words + 2 if words else 0), theme.size.control_small
        )

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def hitButton(self, _position: QPointF) -> bool:
        """Everything in it can be clicked."""
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows the ring after keyboard use only."""
        super().focusInEvent(event)
        self._ring_in(event.reason())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Takes the ring away."""
        super().focusOutEvent(event)
        self._ring_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws mark and words."""
        theme = current_theme()
        painter = QPainter(self)
        self._paint_mark(painter, theme)
        painter.setFont(theme.font("body"))
        painter.setPen(theme.color("text.primary" if self.isEnabled() else "text.disabled"))
        left = self._mark_width(theme) + theme.space.s
        rect = QRect(left, 0, self.width() - left, self.height())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextHideMnemonic, self.text())

    def _mark_width(self, theme: Theme) -> int:
        return theme.size.check

    def _paint_mark(self, painter: QPainter, theme: Theme) -> None:
        px = theme.size.check
        square = QRect(0, (self.height() - px) // 2, px, px)
        state = self.checkState()
        paint_box(painter, square, self._mark_box(theme.radius.control - 1), theme)
        if state != Qt.CheckState.Unchecked:
            name = "check" if state == Qt.CheckState.Checked else "minus"
            inset = px // 8
            role = "accent.on" if self.isEnabled() else "text.disabled"
            paint_icon(painter, square.adjusted(inset, inset, -inset, -inset), name, role, theme)

    def _mark_box(self, radius: int) -> Box:
        if not self.isEnabled():
            return Box("surface.2", "line.normal", radius)
        if self.checkState() != Qt.CheckState.Unchecked:
            return Box("accent.hover" if self.underMouse() else "accent.fill", None, radius)
        return Box("field", "text.secondary" if self.underMouse() else "line.control", radius)


class Switch(CheckBox):
    """Takes effect at once, where a check box waits for a button."""

    def _mark_width(self, theme: Theme) -> int:
        return theme.size.switch[0]

    def _paint_mark(self, painter: QPainter, theme: Theme) -> None:
        width, height = theme.size.switch
        track = QRect(0, (self.height() - height) // 2, width, height)
        paint_box(painter, track, self._mark_box(height // 2), theme)
        inset = height / 5
        left = track.right() + 1 - height + inset if self.isChecked() else track.x() + inset
        role = "accent.on" if self.isChecked() else "text.secondary"
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(role if self.isEnabled() else "text.disabled"))
        painter.drawEllipse(QRectF(left, track.y() + inset, height - 2 * inset, height - 2 * inset))
        painter.restore()
