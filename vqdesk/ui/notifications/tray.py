"""The icon beside the clock: how much is to do, messages, and a short menu. Many desktops have none."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon, QWidget

from vqdesk.domain.events import QueueChanged
from vqdesk.domain.notifications import Notice, NoticeKind
from vqdesk.ui.notifications.tray_icon import tray_icon

_ICONS = {
    NoticeKind.FAILED: QSystemTrayIcon.MessageIcon.Critical,
    NoticeKind.OFFLINE: QSystemTrayIcon.MessageIcon.Warning,
    NoticeKind.WARNED: QSystemTrayIcon.MessageIcon.Warning,
}


class Tray(QObject):
    """Implements DesktopPlace. `job_wanted` carries the number of the job of a message that was clicked."""

    window_wanted = Signal()
    job_wanted = Signal(int)
    pause_wanted = Signal()
    quit_wanted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._last_job = 0
        self._drawn: tuple[int | None, bool] = (None, False)
        self.icon = QSystemTrayIcon(QApplication.windowIcon(), self)
        self.menu = QMenu(window)
        self.menu.addAction(self.tr("Show the window")).triggered.connect(lambda: self.window_wanted.emit())
        self.pause = self.menu.addAction(self.tr("Pause"))
        self.pause.triggered.connect(lambda: self.pause_wanted.emit())
        self.menu.addAction(self.tr("Quit")).triggered.connect(lambda: self.quit_wanted.emit())
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._activated)
        self.icon.messageClicked.connect(lambda: self.job_wanted.emit(self._last_job))

    def start(self) -> None:
        """Shows the icon where the desktop has a place for it."""
        if QSystemTrayIcon.isSystemTrayAvailable():
            self.icon.show()

    def show_queue(self, queue: QueueChanged, percent: int | None = None) -> None:
        """Says how much is to do, and how much of it is done."""
        if queue.running or queue.waiting:
            words = self.tr("VQDesk: {0} running, {1} waiting").format(queue.running, queue.waiting)
            if percent is not None:
                words += self.tr(", {0} %").format(percent)
        else:
            words = self.tr("VQDesk: queue empty")
        if (drawn := (percent, queue.paused)) != self._drawn:
            self._drawn = drawn
            self.icon.setIcon(tray_icon(*drawn))
        self.icon.setToolTip(self.tr("{0} (paused)").format(words) if queue.paused else words)
        self.pause.setText(self.tr("Resume") if queue.paused else self.tr("Pause"))

    def show(self, notice: Notice) -> bool:
        """A message of the system."""
        if not self.icon.isVisible() or not QSystemTrayIcon.supportsMessages():
            return False
        self._last_job = notice.job
        icon = _ICONS.get(notice.kind, QSystemTrayIcon.MessageIcon.Information)
        self.icon.showMessage(notice.title, notice.text, icon)
        return True

    def alert(self) -> None:
        """Marks the window in the task bar."""
        QApplication.alert(self._window)

    def beep(self) -> None:
        """The system's sound of a message."""
        QApplication.beep()

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason == QSystemTrayIcon.ActivationReason.Trigger:
            self.window_wanted.emit()
