"""What the workspace is for, above everything else in it."""

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vqdesk.domain.modes import IMAGE_MODES, Mode
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.choice import Segmented
from vqdesk.ui.widgets.surfaces import row_of

_IMAGE = "image"


class ModeBar(QWidget):
    """Five modes; “Image” has two halves. `chosen` carries a Mode."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image_mode = Mode.TEXT_TO_IMAGE
        self.modes = _Fitted(self._mode_words(), self.tr("Mode"))
        self.halves = Segmented(self._half_words(), self.tr("Images from"), small=True)
        self._halves_row = QWidget()
        half_row = row_of(self.halves, None)
        self._halves_row.setLayout(half_row)
        self._halves_row.hide()
        self.modes.changed.connect(self._choose)
        self.halves.changed.connect(lambda value: self.chosen.emit(Mode(value)))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(current_theme().space.s)
        rows.addWidget(self.modes)
        rows.addWidget(self._halves_row)

    def show_mode(self, mode: Mode, image_mode: Mode = Mode.TEXT_TO_IMAGE) -> None:
        """Shows a mode as the chosen one; `image_mode` is the half that “Image” will open."""
        is_image = mode in IMAGE_MODES
        self._image_mode = mode if is_image else image_mode
        self.modes.set_value(_IMAGE if is_image else mode)
        self.halves.set_value(self._image_mode)
        self._halves_row.setVisible(is_image)

    def _choose(self, value: str) -> None:
        self.chosen.emit(self._image_mode if value == _IMAGE else Mode(value))

    def _mode_words(self) -> list[tuple[str, str]]:
        return [
            (Mode.BATCH, self.tr("Batch")),
            (Mode.SINGLE, self.tr("Single")),
            (_IMAGE, self.tr("Image")),
            (Mode.VIDEO_UPSCALE, self.tr("Upscale video")),
            (Mode.IMAGE_UPSCALE, self.tr("Upscale image")),
        ]

    def _half_words(self) -> list[tuple[str, str]]:
        return [
            (Mode.TEXT_TO_IMAGE, self.tr("Text to image")),
            (Mode.IMAGE_TO_IMAGE, self.tr("Image to image")),
        ]


class _Fitted(Segmented):
    """Parts share what the words leave over, so that five fit beside one another in a narrow window."""

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
