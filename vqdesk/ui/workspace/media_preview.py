"""A file of the grid, large over the whole window: arrows go on, Esc and Space close, a clip can be played."""

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vqdesk.domain.errors import Problem
from vqdesk.domain.media import MediaKind
from vqdesk.ui.calls import Calls
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.buttons import Button
from vqdesk.ui.widgets.labels import ElidedLabel, Label
from vqdesk.ui.workspace.media_model import MediaItem, MediaModel, MediaRole

_EDGE = 1600  # px of the long side
_CLIP_EDGE = 960
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
_VEIL = 0.94


class MediaPreview(QWidget):
    """Covers the window that holds `owner`. `closed` carries the row that was seen last."""

    closed = Signal(int)

    def __init__(self, calls: Calls, model: MediaModel, owner: QWidget) -> None:
        super().__init__(owner.window())
        self._calls = calls
        self._model = model
        self._row = -1
        self._turn = 0  # counts what was asked, so that late answers are not taken
        self._pixmap = QPixmap()
        self._clock = QElapsedTimer()
        self._is_playing = False
        self._name = ElidedLabel("", "strong", "overlay.on", elide="middle")
        self._facts = Label("", "small", "overlay.on", wrap=True)
        self.play = Button(self.tr("Play"), icon="play", small=True)
        self._close = Button(self.tr("Close"), icon="close", small=True)
        self._close.setToolTip(self.tr("Close (Esc)"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Preview"))
        self._build()
        self.parentWidget().installEventFilter(self)
        self.hide()

    @property
    def row(self) -> int:
        """Which file is shown; -1 while the preview is closed."""
        return self._row if self.isVisible() else -1

    @property
    def picture(self) -> QPixmap:
        """What is seen; null while it is on its way."""
        return self._pixmap

    @property
    def facts(self) -> str:
        """What is said of the file."""
        return self._facts.text()

    def open(self, row: int) -> None:
        """Shows a file of the model."""
        self.setGeometry(self.parentWidget().rect())
        self.raise_()
        self.show()
        self.setFocus()
        self._show_row(row)

    def dismiss(self) -> None:
        """Closes it; focus goes back to where it was asked for."""
        self._turn += 1
        self._is_playing = False
        self.hide()
        self.closed.emit(self._row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Esc, Space, Enter."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Escape, Qt.Key.Key_Space):
            self.dismiss()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.play.isVisible():
            self._toggle()
        elif key in _STEPS:
            self._show_row(min(max(0, self._row + _STEPS[key]), self._model.rowCount() - 1))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._show_row(0 if key == Qt.Key.Key_Home else self._model.rowCount() - 1)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """A click beside the buttons closes."""
        self.dismiss()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follows the window's size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self.parentWidget().rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The veil, and the picture in what the words leave."""
        theme = current_theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("overlay.fill", _VEIL))
        if self._pixmap.isNull():
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        gap = theme.space.l
        head, foot = self._name.geometry().bottom() + gap, self._facts.geometry().top() - gap
        room = QRect(gap, head, self.width() - 2 * gap, foot - head)
        size: QSize = self._pixmap.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(0, 0, size.width(), size.height())
        place.moveCenter(room.center())
        painter.drawPixmap(place, self._pixmap)

    def _show_row(self, row: int) -> None:
        if not 0 <= row < self._model.rowCount():
            self.dismiss()
            return
        if row == self._row and not self._pixmap.isNull():
            return
        self._row = row
        self._is_playing = False
        item: MediaItem = self._model.index(row).data(MediaRole.ITEM)
        number = self.tr("{0} of {1}").format(row + 1, self._model.rowCount())
        self._name.setText(f"{number} · {item.name}")
        self._facts.setText("\n".join(self._model.remarks(row)))
        self.setAccessibleDescription(f"{self._name.text()}. {self._facts.text()}")
        self.play.setVisible(item.facts is not None and item.facts.kind is MediaKind.VIDEO)
        self._show_word()
        self._pixmap = QPixmap()
        self.update()
        self._ask(lambda desk: desk.media.thumbnail(item.path, _EDGE, first_frame=True))

    def _toggle(self) -> None:
        self._is_playing = not self._is_playing
        self._show_word()
        if self._is_playing:
            self._clock.start()
            self._ask_frame()

    def _show_word(self) -> None:
        self.play.setText(self.tr("Stop") if self._is_playing else self.tr("Play"))
        self.play.set_icon("stop" if self._is_playing else "play")

    def _ask_frame(self) -> None:
        """The frame that is due now: a slow disk shows fewer of them, not a slower clip."""
        item: MediaItem = self._model.index(self._row).data(MediaRole.ITEM)
        length = item.facts.duration_s if item.facts else 0.0
        second = self._clock.elapsed() / 1000
        if second > length:
            self._is_playing = False
            self._show_word()
            return
        self._ask(lambda desk: desk.media.frame(item.path, second, _CLIP_EDGE))

    def _ask(self, question: object) -> None:
        self._turn += 1
        turn = self._turn
        self._calls.ask(
            self,
            question,
            lambda data: self._take(turn, data),
            lambda problem: self._refuse(turn, problem),
        )

    def _take(self, turn: int, data: bytes) -> None:
        if turn != self._turn:
            return
        self._pixmap = QPixmap.fromImage(QImage.fromData(data))
        self.update()
        if self._is_playing:
            self._ask_frame()

    def _refuse(self, turn: int, problem: Problem) -> None:
        if turn == self._turn:
            self._is_playing = False
            self._show_word()
            self._facts.setText(problem.sentence())

    def _build(self) -> None:
        space = current_theme().space
        self.play.clicked.connect(self._toggle)
        self._close.clicked.connect(self.dismiss)
        for button in (self.play, self._close):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        head = QHBoxLayout()
        head.setSpacing(space.s)
        head.addWidget(self._name, 1)
        head.addWidget(self.play)
        head.addWidget(self._close)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(space.l, space.m, space.l, space.m)
        rows.addLayout(head)
        rows.addStretch(1)
        rows.addWidget(self._facts)
