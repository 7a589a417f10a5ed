"""Buttons: default, primary, quiet, danger, confirm; 32 px high, or 24 in rows and cards."""

from typing import Literal

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from vqdesk.ui.theme.icons import paint_icon
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.theme.tokens import Theme
from vqdesk.ui.widgets.focus_ring import FocusRingOwner
from vqdesk.ui.widgets.painting import Box, paint_box

Variant = Literal["default", "primary", "quiet", "danger", "confirm", "link"]
_Look = tuple[str | None, str | None, str]  # fill, line, text
_LOOKS: dict[str, dict[str, _Look]] = {
    "default": {
        "normal": ("surface.2", "line.normal", "text.primary"),
        "hover": ("surface.3", "line.normal", "text.primary"),
        "pressed": ("control.pressed", "line.normal", "text.primary"),
        "disabled": ("surface.2", "line.normal", "text.disabled"),
    },
    "primary": {
        "normal": ("accent.fill", None, "accent.on"),
        "hover": ("accent.hover", None, "accent.on"),
        "pressed": ("accent.pressed", None, "accent.on"),
        "disabled": ("surface.2", "line.normal", "text.disabled"),
    },
    "quiet": {
        "normal": (None, None, "text.primary"),
        "hover": ("surface.3", None, "text.primary"),
        "pressed": ("control.pressed", None, "text.primary"),
        "disabled": (None, None, "text.disabled"),
    },
    "link": {
        "normal": (None, None, "accent.text"),
        "hover": ("surface.3", None, "accent.text"),
        "pressed": ("control.pressed", None, "text.primary"),
        "disabled": (None, None, "text.disabled"),
    },
    "danger": {
        "normal": ("surface.2", "line.normal", "status.failed"),
        "hover": ("tint.failed", "status.failed", "status.failed"),
        "pressed": ("tint.failed", "line.normal", "status.failed"),
        "disabled": ("surface.2", "line.normal", "text.disabled"),
    },
    "confirm": {
        "normal": ("danger.fill", None, "danger.on"),
        "hover": ("danger.fill", "text.primary", "danger.on"),
        "pressed": ("danger.fill", "line.control", "danger.on"),
        "disabled": ("surface.2", "line.normal", "text.disabled"),
    },
}


class Button(FocusRingOwner, QPushButton):
    """A button of any variant. `icon` is an icon name; the text is its accessible name."""

    def __init__(
        self,
        text: str = "",
        *,
        icon: str = "",
        variant: Variant = "default",
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._icon_name = icon
        self._variant: Variant = variant
        self._small = small
        self._hint = ""
        self._open_tool_tip: str | None = None
        self._joined_left = False
        self._joined_right = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)

    def set_icon(self, name: str) -> None:
        """Shows another icon; an empty name takes it away."""
        self._icon_name = name
        self.updateGeometry()
        self.update()

    def set_hint(self, hint: str) -> None:
        """Shows a shortcut after the text, such as “Ctrl ↵”."""
        self._hint = hint
        self.updateGeometry()
        self.update()

    def set_variant(self, variant: Variant) -> None:
        """Takes another look."""
        self._variant = variant
        self.update()

    def set_blocked(self, reason: str | None) -> None:
        """Disables the button and says why in the tool tip; None enables it again."""
        if reason is None:
            if self._open_tool_tip is not None:
                self.setToolTip(self._open_tool_tip)
            self._open_tool_tip = None
        else:
            if self._open_tool_tip is None:
                self._open_tool_tip = self.toolTip()
            self.setToolTip(reason)
        self.setEnabled(reason is None)

    def join(self, *, left: bool = False, right: bool = False) -> None:
        """Squares the corners on the side where another button touches."""
        self._joined_left, self._joined_right = left, right
        self.update()

    def sizeHint(self) -> QSize:
        """Text, icon and hint with the paddings of the design."""
        theme = current_theme()
        size = theme.size
        content = self._content_width(theme)
        if not self.text():
            return QSize(self._height(theme), self._height(theme))
        if self._variant == "link":
            return QSize(content + 2 * theme.space.xs, self._height(theme))
        pad = size.row_button_padding if self._small else size.button_padding
        return QSize(max(content + 2 * pad, size.button_min), self._height(theme))

    def minimumSizeHint(self) -> QSize:
        """Never cut: the same as the size hint."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """A new theme may have another scale."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows the ring after keyboard use only."""
        super().focusInEvent(event)
        self._ring_in(event.reason())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Takes the ring away."""
        super().focusOutEvent(event)
        self._ring_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws box, icon, text and hint."""
        theme = current_theme()
        fill, line, text_role = self._look()
        painter = QPainter(self)
        box = Box(fill, line, theme.radius.control, square_left=self._joined_left, square_right=self._joined_right)
        paint_box(painter, self.rect(), box, theme)
        if self._joined_left and self._variant == "primary" and self.isEnabled():
            painter.fillRect(0, 0, theme.size.line, self.height(), theme.color("accent.pressed"))
        self._paint_content(painter, theme, text_role)

    def _paint_content(self, painter: QPainter, theme: Theme, text_role: str) -> None:
        x = (self.width() - self._content_width(theme)) // 2
        if self._icon_name:
            icon_role = "text.secondary" if self._quiet_icon(text_role) else text_role
            square = QRect(x, (self.height() - theme.size.icon) // 2, theme.size.icon, theme.size.icon)
            paint_icon(painter, square, self._icon_name, icon_role, theme)
            x += theme.size.icon + theme.space.s
        x = self._paint_words(painter, theme, (x, self.text(), "button", theme.color(text_role)))
        if self._hint:
            faint = theme.color(text_role, 0.85)
            self._paint_words(painter, theme, (x + theme.space.s, self._hint, "caption", faint))

    def _paint_words(self, painter: QPainter, theme: Theme, words: tuple[int, str, str, QColor]) -> int:
        x, text, style, color = words
        painter.setFont(theme.font(style))
        painter.setPen(color)
        width = QFontMetrics(painter.font()).horizontalAdvance(text)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextHideMnemonic
        painter.drawText(QRect(x, 0, width + 2, self.height()), flags, text)
        return x + width

    def _content_width(self, theme: Theme) -> int:
        width = QFontMetrics(theme.font("button")).horizontalAdvance(self.text().replace("&", ""))
        if self._icon_name:
            width += theme.size.icon + (theme.space.s if self.text() else 0)
        if self._hint:
            width += theme.space.s + QFontMetrics(theme.font("caption")).horizontalAdvance(self._hint)
        return width

    def _height(self, theme: Theme) -> int:
        return theme.size.control_small if self._small else theme.size.control

    def _quiet_icon(self, text_role: str) -> bool:
        return not self.text() and text_role == "text.primary" and not self.underMouse()

    def _look(self) -> _Look:
        looks = _LOOKS[self._variant]
        if not self.isEnabled():
            return looks["disabled"]
        if self.isDown() or self.isChecked():
            return looks["pressed"]
        return looks["hover" if self.underMouse() else "normal"]


class PrimaryButton(Button):
    """The one most wanted action of a surface."""

    def __init__(self, text: str, *, icon: str = "", small: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(text, icon=icon, variant="primary", small=small, parent=parent)


class QuietButton(Button):
    """No box until the pointer comes: Clear, Add clip, Show in graph."""

    def __init__(self, text: str, *, icon: str = "", small: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(text, icon=icon, variant="quiet", small=small, parent=parent)


class DangerButton(Button):
    """Starts something destructive."""

    def __init__(self, text: str, *, icon: str = "", small: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(text, icon=icon, variant="danger", small=small, parent=parent)


class LinkButton(Button):
    """Leads on inside a sentence or a card: Look again, Show all 24 prompts."""

    def __init__(self, text: str, *, parent: QWidget | None = None) -> None:
        super().__init__(text, variant="link", small=True, parent=parent)


class IconButton(Button):
    """An icon alone: its name is for screen readers and, with the shortcut, for the tool tip."""

    def __init__(self, icon: str, name: str, *, small: bool = False, parent: QWidget | None = None) -> None:
        super().__init__("", icon=icon, variant="quiet", small=small, parent=parent)
        self.set_name(name)

    def set_name(self, name: str, shortcut: str = "") -> None:
        """Names the button; `shortcut` is shown in the tool tip only."""
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({shortcut})" if shortcut else name)


class SplitButton(QWidget):
    """A button with a menu part at its right; `button` is the main part."""

    def __init__(self, button: Button, menu: QMenu, menu_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = button
        self.menu_part = Button("", icon="chevron-down", variant=button._variant, small=button._small)
        self.menu_part.setAccessibleName(menu_name)
        self.menu_part.setToolTip(menu_name)
        self.menu_part.clicked.connect(self._open)
        self._menu = menu
        button.join(right=True)
        self.menu_part.join(left=True)
        for part in (button, self.menu_part):
            part.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(button)

    def sizeHint(self) -> QSize:
        """Both parts; a hidden menu part takes no room."""
        main = self.button.sizeHint()
        return QSize(main.width() + self._menu_width(), main.height())

    def resizeEvent(self, _event: QEvent) -> None:
        """Places the parts so that their lines lie on each other."""
        part = self._menu_width()
        self.button.setGeometry(0, 0, self.width() - part, self.height())
        self.menu_part.setGeometry(self.width() - part - 1, 0, part + 1, self.height())

    def _menu_width(self) -> int:
        """Without the line that both parts share."""
        return 0 if self.menu_part.isHidden() else self.menu_part.sizeHint().width() - 1

    def _open(self) -> None:
        self._menu.exec(self.menu_part.mapToGlobal(self.menu_part.rect().bottomLeft()))
