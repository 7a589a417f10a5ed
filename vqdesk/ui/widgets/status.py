"""The status set: one shape, one colour and one word for each state, the same everywhere."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from vqdesk.ui.theme.icons import paint_icon
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.theme.tokens import Theme


@dataclass(frozen=True, slots=True)
class StatusLook:
    """Icon name, colour role of shape and word, colour role of the fill behind them."""

    icon: str
    color: str
    tint: str


_RUNNING = StatusLook("status-running", "status.running", "tint.running")
_FAILED = StatusLook("status-failed", "status.failed", "tint.failed")
_WAITING = StatusLook("status-waiting", "status.waiting", "tint.waiting")
_DONE = StatusLook("status-done", "status.done", "tint.done")
_CANCELED = StatusLook("status-canceled", "status.canceled", "tint.canceled")
_PAUSED = StatusLook("status-paused", "status.paused", "tint.paused")
_LOOKS = {
    "pending": _WAITING,
    "queued": _WAITING,
    "waiting": _WAITING,
    "submitting": _RUNNING,
    "running": _RUNNING,
    "succeeded": _DONE,
    "done": _DONE,
    "failed": _FAILED,
    "canceled": _CANCELED,
    "held": _PAUSED,
    "paused": _PAUSED,
    "connected": StatusLook("status-connected", "status.done", "tint.done"),
    "offline": StatusLook("status-offline", "status.paused", "tint.paused"),
    "absent": StatusLook("status-offline", "text.secondary", "tint.waiting"),
}


def status_look(status: str) -> StatusLook:
    """How a state of a job, prompt, lane or engine is drawn. Raises KeyError for another word."""
    return _LOOKS[status]


def status_word(status: str) -> str:
    """The translated word that is shown for a state."""
    words = {
        "pending": QCoreApplication.translate("Status", "Waiting"),
        "queued": QCoreApplication.translate("Status", "Waiting"),
        "waiting": QCoreApplication.translate("Status", "Waiting"),
        "submitting": QCoreApplication.translate("Status", "Running"),
        "running": QCoreApplication.translate("Status", "Running"),
        "succeeded": QCoreApplication.translate("Status", "Done"),
        "done": QCoreApplication.translate("Status", "Done"),
        "failed": QCoreApplication.translate("Status", "Failed"),
        "canceled": QCoreApplication.translate("Status", "Canceled"),
        "held": QCoreApplication.translate("Status", "Held"),
        "paused": QCoreApplication.translate("Status", "Paused"),
        "connected": QCoreApplication.translate("Status", "connected"),
        "offline": QCoreApplication.translate("Status", "offline"),
        "absent": QCoreApplication.translate("Status", "not found"),
    }
    return words[status]


def paint_status_glyph(painter: QPainter, rect: QRect, status: str, theme: Theme) -> None:
    """Draws the shape of a state in the middle of `rect`; for delegates."""
    look = status_look(status)
    paint_icon(painter, rect, look.icon, look.color, theme)


class StatusGlyph(QWidget):
    """The shape of a state; never alone: a word stands beside it."""

    def __init__(self, status: str = "waiting", *, px: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._status = status
        self._px = px
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(status_word(status))

    def set_status(self, status: str) -> None:
        """Shows another state."""
        self._status = status
        self.setAccessibleName(status_word(status))
        self.update()

    def sizeHint(self) -> QSize:
        """A square of 12 px, or the one asked for."""
        px = self._px or current_theme().size.glyph_small
        return QSize(px, px)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the shape."""
        paint_status_glyph(QPainter(self), self.rect(), self._status, current_theme())
