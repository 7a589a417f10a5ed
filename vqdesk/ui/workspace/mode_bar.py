"""What the workspace is for, above everything else in it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vqdesk.domain.modes import IMAGE_MODES, Mode
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.choice import FittedChoice, Segmented
from vqdesk.ui.widgets.surfaces import row_of

_IMAGE = "image"


class ModeBar(QWidget):
    """Five modes; “Image” has two halves. `chosen` carries a Mode."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image_mode = Mode.TEXT_TO_IMAGE
        self.modes = FittedChoice(self._mode_words(), self.tr("Mode"))
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
