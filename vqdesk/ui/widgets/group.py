"""Collapsible groups of a form: closed, the head still says what is inside."""

from PySide6.QtCore import QEasingCurve, QEvent, QPropertyAnimation, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from vqdesk.ui.theme.icons import paint_icon
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.theme.tokens import Theme
from vqdesk.ui.widgets.focus_ring import KEYBOARD_REASONS
from vqdesk.ui.widgets.painting import draw_from_left, paint_focus_inside, painter_from_left
from vqdesk.ui.widgets.surfaces import Line, Panel

_UNBOUNDED = 16_777_215  # QWIDGETSIZE_MAX


class GroupHead(QAbstractButton):
    """40 px: chevron, name, and the summary of the values at the right."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        draw_from_left(self)
        self._summary = ""
        self._changed = False
        self._ring_shown = False
        self.setText(name)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_summary(self, summary: str, *, changed: bool = False) -> None:
        """The values in words; a dot marks values that are not the default."""
        if (summary, changed) == (self._summary, self._changed):
            return
        self._summary = summary
        self._changed = changed
        self.setAccessibleName(f"{self.text()}: {summary}" if summary else self.text())
        self.update()

    @property
    def summary(self) -> str:
        """The values in words."""
        return self._summary

    def sizeHint(self) -> QSize:
        """Full width, fixed height."""
        theme = current_theme()
        name = QFontMetrics(theme.font("button")).horizontalAdvance(self.text())
        return QSize(name + self._name_left(theme) + theme.space.l, theme.size.group)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows the ring after keyboard use only."""
        super().focusInEvent(event)
        self._ring_shown = event.reason() in KEYBOARD_REASONS

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Takes the ring away."""
        super().focusOutEvent(event)
        self._ring_shown = False

    def event(self, event: QEvent) -> bool:
        """Gives the whole summary as tool tip while it is cut."""
        if event.type() == QEvent.Type.ToolTip:
            shown = self._shown_summary(current_theme())
            self.setToolTip(self._summary if shown != self._summary else "")
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws chevron, name, dot and summary."""
        theme = current_theme()
        painter = painter_from_left(self)
        chevron = QRect(self._pad(theme), (self.height() - theme.size.icon) // 2, theme.size.icon, theme.size.icon)
        paint_icon(
            painter, chevron, "chevron-down" if self.isChecked() else "chevron-right", "text.secondary", theme
        )
        painter.setFont(theme.font("button"))
        painter.setPen(theme.color("text.primary" if self.isEnabled() else "text.disabled"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect().adjusted(self._name_left(theme), 0, 0, 0), middle, self.text())
        if self._changed:
            self._paint_dot(painter, theme)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("text.secondary"))
        right = self.rect().adjusted(0, 0, -theme.space.m, 0)
        painter.drawText(right, middle | Qt.AlignmentFlag.AlignRight, self._shown_summary(theme))
        if self._ring_shown:
            paint_focus_inside(painter, self.rect(), theme)

    def _paint_dot(self, painter: QPainter, theme: Theme) -> None:
        px = theme.space.s
        left = self._name_left(theme) + painter.fontMetrics().horizontalAdvance(self.text()) + theme.space.s
        paint_icon(painter, QRect(left, 0, px, self.height()), "status-connected", "accent.text", theme)

    def _shown_summary(self, theme: Theme) -> str:
        name = QFontMetrics(theme.font("button")).horizontalAdvance(self.text())
        room = self.width() - self._name_left(theme) - name - theme.space.l - theme.space.m
        metrics = QFontMetrics(theme.font("small"))
        return metrics.elidedText(self._summary, Qt.TextElideMode.ElideRight, max(0, room))

    def _name_left(self, theme: Theme) -> int:
        return self._pad(theme) * 2 + theme.size.icon

    def _pad(self, theme: Theme) -> int:
        return theme.space.s + theme.space.xs


class Group(QWidget):
    """A head and what it opens; `toggled` tells the new state, so that the workspace remembers it."""

    toggled = Signal(bool)

    def __init__(self, name: str, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = GroupHead(name, self)
        self._body = QWidget(self)
        inner = QVBoxLayout(self._body)
        space = current_theme().space
        inner.setContentsMargins(space.m, space.s, space.m, space.m)
        inner.addWidget(content)
        self._body.hide()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.head)
        rows.addWidget(self._body)
        self._slide = QPropertyAnimation(self._body, b"maximumHeight", self)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._slide.finished.connect(self._settle)
        self.head.toggled.connect(self._open_or_close)

    def set_summary(self, summary: str, *, changed: bool = False) -> None:
        """The values in words, at the right of the head."""
        self.head.set_summary(summary, changed=changed)

    def set_open(self, is_open: bool) -> None:
        """Opens or closes without movement and without `toggled`."""
        self.head.blockSignals(True)
        self.head.setChecked(is_open)
        self.head.blockSignals(False)
        self._body.setMaximumHeight(_UNBOUNDED)
        self._body.setVisible(is_open)

    def is_open(self) -> bool:
        """Whether the content shows."""
        return self.head.isChecked()

    def _open_or_close(self, is_open: bool) -> None:
        height = self._body.sizeHint().height()
        self._slide.stop()
        self._slide.setDuration(current_theme().duration.normal)
        self._slide.setStartValue(0 if is_open else height)
        self._slide.setEndValue(height if is_open else 0)
        self._body.show()
        self._slide.start()
        self.toggled.emit(is_open)

    def _settle(self) -> None:
        self._body.setVisible(self.head.isChecked())
        self._body.setMaximumHeight(_UNBOUNDED)


class GroupBox(Panel):
    """Groups under one another in one card, with lines between."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface.2", "card", parent)
        self._rows = QVBoxLayout(self)
        line = current_theme().size.line
        self._rows.setContentsMargins(line, line, line, line)
        self._rows.setSpacing(0)

    def add_group(self, group: Group) -> None:
        """Adds a group at the end."""
        if self._rows.count():
            self._rows.addWidget(Line())
        self._rows.addWidget(group)
