"""Where one to four outputs are seen: side by side, one over the other with a wipe, or their difference."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from vqdesk.ui.player.screen import Screen
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.theme.tokens import Theme
from vqdesk.ui.widgets.painting import Box, paint_box, paint_focus_inside

SIDE, WIPE, DIFFERENCE = "side", "wipe", "difference"
LETTERS = "ABCD"
_SCRIM = 0.72
_WIPE_STEP = 0.05


class Canvas(QWidget):
    """A click or Space asks to play; in the wipe the pointer and the arrows move the edge."""

    play_asked = Signal()
    zoom_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._screens: tuple[Screen, ...] = ()
        self._labels: tuple[tuple[str, str], ...] = ()
        self._mode = SIDE
        self._wipe = 0.5
        self._has_wiped = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Player"))

    @property
    def mode(self) -> str:
        return self._mode

    @property
    def wipe(self) -> float:
        """Where the edge is, 0 to 1 from the left."""
        return self._wipe

    def show_screens(self, screens: Sequence[Screen], labels: Sequence[tuple[str, str]]) -> None:
        """`labels` are the words at the upper left and upper right of each."""
        self._screens, self._labels = tuple(screens), tuple(labels)
        for screen in screens:
            screen.changed.connect(self.update)
        self.setAccessibleDescription("; ".join(" ".join(label) for label in labels))
        self.update()

    def set_mode(self, mode: str) -> None:
        """`side`, `wipe` or `difference`; the last two show the first two outputs."""
        self._mode = mode
        self.update()

    def set_wipe(self, wipe: float) -> None:
        """Moves the edge."""
        self._wipe = min(1.0, max(0.0, wipe))
        self.update()

    def places(self) -> list[QRect]:
        """Where each output is."""
        if self._mode != SIDE or len(self._screens) <= 1:
            return [self.rect()] * len(self._screens[:2])
        gap = current_theme().space.m
        columns = len(self._screens) if len(self._screens) < 4 else 2
        rows = -(-len(self._screens) // columns)
        width = (self.width() - gap * (columns - 1)) // columns
        height = (self.height() - gap * (rows - 1)) // rows
        corners = [
            QPoint((width + gap) * (at % columns), (height + gap) * (at // columns))
            for at in range(len(self._screens))
        ]
        return [QRect(corner, QSize(width, height)) for corner in corners]

    def minimumSizeHint(self) -> QSize:
        """Still good enough to judge a picture."""
        height = current_theme().size.row_job * 4
        return QSize(height * 16 // 9, height)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Grabs the edge of the wipe."""
        self._has_wiped = False
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The edge follows the pressed pointer."""
        if self._mode == WIPE and event.buttons() & Qt.MouseButton.LeftButton:
            self._has_wiped = True
            place = self._picture(self.rect(), self._screens[0])
            self.set_wipe((event.position().x() - place.x()) / max(1, place.width()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click plays or pauses."""
        if event.button() == Qt.MouseButton.LeftButton and not self._has_wiped:
            self.play_asked.emit()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """A double click gives the player the whole window, or takes it back."""
        self.zoom_asked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Shift and arrows move the edge of the wipe."""
        steps = {Qt.Key.Key_Left: -_WIPE_STEP, Qt.Key.Key_Right: _WIPE_STEP}
        shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if self._mode == WIPE and shifted and event.key() in steps:
            self.set_wipe(self._wipe + steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the pictures, then what is written on them."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._mode == SIDE or len(self._screens) < 2:
            for at, (place, screen) in enumerate(zip(self.places(), self._screens, strict=True)):
                self._paint_screen(painter, place, screen, theme)
                self._paint_labels(painter, self._picture(place, screen), at, theme)
        else:
            self._paint_over(painter, theme)
        if self.hasFocus():
            paint_focus_inside(painter, self.rect(), theme, theme.radius.card)

    def _paint_screen(self, painter: QPainter, place: QRect, screen: Screen, theme: Theme) -> None:
        paint_box(painter, place, Box("surface.0", None, theme.radius.card), theme)
        if not screen.image.isNull():
            painter.drawImage(self._picture(place, screen), screen.image)
        elif screen.words:
            painter.setFont(theme.font("body"))
            painter.setPen(theme.color("text.secondary"))
            inner = place.adjusted(theme.space.m, theme.space.m, -theme.space.m, -theme.space.m)
            painter.drawText(inner, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, screen.words)

    def _paint_over(self, painter: QPainter, theme: Theme) -> None:
        first, second = self._screens[:2]
        self._paint_screen(painter, self.rect(), first, theme)
        place = self._picture(self.rect(), first)
        if self._mode == DIFFERENCE:
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
            painter.drawImage(place, second.image)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
            self._paint_labels(painter, place, 0, theme)
            return
        edge = place.x() + round(place.width() * self._wipe)
        painter.save()
        painter.setClipRect(QRect(QPoint(edge, place.top()), place.bottomRight()))
        painter.drawImage(place, second.image)
        painter.restore()
        painter.setPen(QPen(theme.color("overlay.on"), theme.size.ring))
        painter.drawLine(edge, place.top(), edge, place.bottom())
        grip = QRect(0, 0, theme.size.icon, theme.size.control)
        grip.moveCenter(QPoint(edge, place.center().y()))
        paint_box(painter, grip, Box("accent.fill", "overlay.on", theme.radius.control), theme)
        self._paint_tag(painter, place.topLeft() + self._inset(theme), LETTERS[0], theme)
        corner = place.topRight() + QPoint(-theme.space.s - theme.size.control_small, theme.space.s)
        self._paint_tag(painter, corner, LETTERS[1], theme)

    def _paint_labels(self, painter: QPainter, place: QRect, at: int, theme: Theme) -> None:
        left, right = self._labels[at]
        corner = place.topLeft() + self._inset(theme)
        if len(self._screens) > 1 and self._mode == SIDE:
            corner = self._paint_tag(painter, corner, LETTERS[at], theme, "accent.fill" if at == 0 else "")
        self._paint_tag(painter, corner, left, theme)
        width = self._tag_width(right, theme)
        if right and place.width() > width + self._tag_width(left, theme) + 3 * theme.size.control:
            self._paint_tag(
                painter, place.topRight() + QPoint(-theme.space.s - width, theme.space.s), right, theme
            )

    def _paint_tag(self, painter: QPainter, corner: QPoint, text: str, theme: Theme, fill: str = "") -> QPoint:
        """Draws words on a scrim and returns where the next ones would stand."""
        box = QRect(corner, QSize(self._tag_width(text, theme), theme.size.control_small))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(fill) if fill else _scrim(theme))
        painter.drawRoundedRect(box, theme.radius.control, theme.radius.control)
        painter.restore()
        painter.setFont(theme.font("button"))
        painter.setPen(theme.color("accent.on" if fill else "overlay.on"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        return QPoint(box.right() + theme.space.s, box.top())

    def _tag_width(self, text: str, theme: Theme) -> int:
        return QFontMetrics(theme.font("button")).horizontalAdvance(text) + 2 * theme.space.s

    def _inset(self, theme: Theme) -> QPoint:
        return QPoint(theme.space.s, theme.space.s)

    def _picture(self, place: QRect, screen: Screen) -> QRect:
        shape = screen.image.size() if not screen.image.isNull() else QSize(16, 9)
        size = shape.scaled(place.size(), Qt.AspectRatioMode.KeepAspectRatio)
        fitted = QRect(QPoint(0, 0), size)
        fitted.moveCenter(place.center())
        return fitted


def _scrim(theme: Theme) -> QColor:
    return theme.color("overlay.fill", _SCRIM)
