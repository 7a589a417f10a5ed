"""The picture of a prompt: live while it runs, its output afterwards, its input before."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QImage, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.theme.tokens import Theme
from vqdesk.ui.widgets.buttons import Button
from vqdesk.ui.widgets.empty_state import IconView
from vqdesk.ui.widgets.labels import ElidedLabel, Label
from vqdesk.ui.widgets.painting import Box, paint_box
from vqdesk.ui.widgets.surfaces import row_of

_PREVIEW_MS = 34  # at most 30 a second
_SCRIM = 0.72  # the overlay's opacity over pictures, as the token file says


class PreviewPane(QWidget):
    """Picture and, below it, where it comes from."""

    play_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture = PictureView()
        self.picture.play.clicked.connect(self.play_asked)
        self._origin = ElidedLabel("", "small", "text.secondary", elide="middle")
        self._facts = Label("", "small", "text.secondary")
        self._icon = IconView("image")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(current_theme().space.s)
        rows.addWidget(self.picture, 1)
        rows.addStretch()
        caption = row_of(self._icon, self._origin, self._facts)
        caption.setStretch(1, 1)
        rows.insertLayout(1, caption)

    def set_caption(self, origin: str, facts: str) -> None:
        """Says where the picture comes from and what it is; both may be empty."""
        self._origin.setText(origin)
        self._facts.setText(facts)
        self._icon.setVisible(bool(origin))


class PictureView(QWidget):
    """A picture with bars at its sides where its shape differs, a badge in the upper corner, Play below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pixmap = QPixmap()
        self._encoded = b""
        self._is_due = False  # a preview has come that is not shown yet
        self._pace = QTimer(self, singleShot=True, interval=_PREVIEW_MS)
        self._pace.timeout.connect(self._decode)
        self._badge = ""
        self._words = ""
        self.play = Button(self.tr("Play"), icon="play", small=True, parent=self)
        self.play.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Preview"))

    @property
    def badge(self) -> str:
        """What the upper left corner says."""
        return self._badge

    @property
    def words(self) -> str:
        """What stands in place of a picture."""
        return self._words if self._pixmap.isNull() else ""

    def shown(self) -> QPixmap:
        """The picture that is seen; null when there is none."""
        return self._pixmap

    def show_live(self, encoded: bytes) -> None:
        """Shows a preview from the engine, of many in a row the newest 30 times a second.

        One that cannot be decoded leaves the last one in place.
        """
        if encoded == self._encoded:
            return
        self._encoded = encoded
        self._is_due = True
        if not self._pace.isActive():
            self._decode()

    def show_picture(self, pixmap: QPixmap, badge: str) -> None:
        """Shows a still."""
        self._forget_live()
        self._take(pixmap, badge)

    def show_words(self, words: str) -> None:
        """Shows no picture, and says why."""
        self._words = words
        self._forget_live()
        self._take(QPixmap(), "")

    def offer_play(self, word: str) -> None:
        """Shows the button with that word, or hides it when empty."""
        self.play.setText(word)
        self.play.setVisible(bool(word))
        self._place_play()

    def _fit_height(self) -> None:
        """Never higher than the picture needs: the caption stands right below it."""
        shape = QSize(16, 9) if self._pixmap.isNull() else self._pixmap.size()
        self.setMaximumHeight(max(self.minimumSizeHint().height(), self.width() * shape.height() // shape.width()))

    def sizeHint(self) -> QSize:
        """Wide format; grows with its place."""
        height = current_theme().size.row_job * 5
        return QSize(height * 16 // 9, height)

    def minimumSizeHint(self) -> QSize:
        """Still good enough to judge a picture."""
        height = current_theme().size.row_job * 3
        return QSize(height * 16 // 9, height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the button in its corner."""
        super().resizeEvent(event)
        self._fit_height()
        self._place_play()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the picture, else the words, then the badge."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        paint_box(painter, self.rect(), Box("surface.0", None, theme.radius.card), theme)
        if self._pixmap.isNull():
            painter.setFont(theme.font("body"))
            painter.setPen(theme.color("text.secondary"))
            inner = self.rect().adjusted(theme.space.m, theme.space.m, -theme.space.m, -theme.space.m)
            painter.drawText(inner, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._words)
            return
        painter.drawPixmap(self._picture_rect(), self._pixmap)
        self._paint_badge(painter, theme)

    def _decode(self) -> None:
        if not self._is_due:
            return
        self._is_due = False
        self._pace.start()
        image = QImage.fromData(self._encoded)
        if not image.isNull():
            self._take(QPixmap.fromImage(image), self.tr("Live preview"))

    def _forget_live(self) -> None:
        self._encoded = b""
        self._is_due = False

    def _take(self, pixmap: QPixmap, badge: str) -> None:
        self._pixmap, self._badge = pixmap, badge
        self._fit_height()
        self._place_play()
        self.setAccessibleDescription(badge or self._words)
        self.update()

    def _picture_rect(self) -> QRect:
        size = self._pixmap.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        return QRect((self.width() - size.width()) // 2, (self.height() - size.height()) // 2, *size.toTuple())

    def _paint_badge(self, painter: QPainter, theme: Theme) -> None:
        if not self._badge:
            return
        font = theme.font("caption")
        width = QFontMetrics(font).horizontalAdvance(self._badge) + 2 * theme.space.s
        corner = self._picture_rect().topLeft() + QPoint(theme.space.s, theme.space.s)
        box = QRect(corner, QSize(width, theme.size.control_small))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("overlay.fill", _SCRIM))
        painter.drawRoundedRect(box, theme.radius.control, theme.radius.control)
        painter.restore()
        painter.setFont(font)
        painter.setPen(theme.color("overlay.on"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._badge)

    def _place_play(self) -> None:
        gap = current_theme().space.s
        size = self.play.sizeHint()
        place = self.rect() if self._pixmap.isNull() else self._picture_rect()
        self.play.setGeometry(place.x() + gap, place.bottom() - gap - size.height(), size.width(), size.height())
