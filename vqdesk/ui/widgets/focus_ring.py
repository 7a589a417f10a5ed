"""The ring around a control that has the keyboard: 1 px gap, 2 px line, outside the control."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.painting import Box, paint_box

KEYBOARD_REASONS = frozenset(
    {
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
    }
)
_GAP = 1
_FOLLOWED = frozenset({QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show})


class FocusRing(QWidget):
    """Lies over the window (or the scrolled page) of `target` and follows it until deleted."""

    def __init__(self, target: QWidget) -> None:
        host = _host(target)
        super().__init__(host)
        self._target = target
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        widget: QWidget | None = target
        while widget is not None and widget is not host:
            widget.installEventFilter(self)
            widget = widget.parentWidget()
        self._follow()
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Moves with the target and everything that holds it."""
        if event.type() in _FOLLOWED:
            self._follow()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the ring and nothing inside it."""
        theme = current_theme()
        radius = theme.radius.control + _GAP + theme.size.ring
        ring = Box(line="focus.ring", radius=radius, width=theme.size.ring)
        paint_box(QPainter(self), self.rect(), ring, theme)

    def _follow(self) -> None:
        host = self.parentWidget()
        if host is None:
            return
        out = _GAP + current_theme().size.ring
        corner = self._target.mapTo(host, QPoint(0, 0))
        self.setGeometry(QRect(corner, self._target.size()).adjusted(-out, -out, out, out))


class FocusRingOwner:
    """Mixed into controls: `_ring_in(reason)` from focusInEvent, `_ring_out()` from focusOutEvent."""

    _ring: FocusRing | None = None

    def _ring_in(self, reason: Qt.FocusReason) -> None:
        if reason in KEYBOARD_REASONS and self._ring is None and isinstance(self, QWidget):
            self._ring = FocusRing(self)

    def _ring_out(self) -> None:
        if self._ring is not None:
            self._ring.hide()
            self._ring.deleteLater()
            self._ring = None


def _host(target: QWidget) -> QWidget:
    widget = target
    while (parent := widget.parentWidget()) is not None and not widget.isWindow():
        area = parent.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is parent:
            return widget
        widget = parent
    return widget
