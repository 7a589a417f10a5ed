"""Puts the parts of the notifications together for the window."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from vqdesk.domain.events import AppEvent, PromptChanged, PromptProgressed, QueueChanged
from vqdesk.domain.notifications import Notice
from vqdesk.domain.queue_share import QueueShare
from vqdesk.ui.calls import Calls
from vqdesk.ui.notifications.book import NoticeBook
from vqdesk.ui.notifications.panel import NoticePanel
from vqdesk.ui.notifications.teller import Teller
from vqdesk.ui.notifications.tray import Tray
from vqdesk.ui.notifications.watch import NoticeWatch


class Notices(QObject):
    """Watches the worker's events, keeps what matters, and tells of it. `job_wanted`: show this job."""

    job_wanted = Signal(int)
    unread_changed = Signal(int)
    failed = Signal(object)  # Problem

    def __init__(self, calls: Calls, window: QWidget) -> None:
        super().__init__(window)
        self._queue = QueueChanged(paused=False, running=0, waiting=0)
        self._share = QueueShare()
        self._shown: tuple[QueueChanged, int | None] = (self._queue, None)
        self.watch = NoticeWatch(calls, self)
        self.book = NoticeBook(calls, self)
        self.tray = Tray(window)
        self.teller = Teller(calls, self.tray, window)
        self.panel = NoticePanel(self.book, window)
        self.watch.happened.connect(self._take)
        self.watch.began.connect(lambda: self.teller.announce(self.tr("Rendering began")))
        self.book.changed.connect(lambda: self.unread_changed.emit(self.book.unread))
        for teller in (self.panel.job_wanted, self.tray.job_wanted):
            teller.connect(self.job_wanted)
        for part in (self.watch, self.book, self.teller):
            part.failed.connect(self.failed)

    def start(self) -> None:
        """Reads the notices of earlier days and shows the icon."""
        self.book.start()
        self.tray.start()

    def apply_events(self, batch: Sequence[AppEvent]) -> None:
        """Takes what happened in the worker."""
        self.watch.apply_events(batch)
        for event in batch:
            if isinstance(event, QueueChanged):
                self._queue = event
                self._share.take_open(event.running + event.waiting)
            elif isinstance(event, PromptProgressed):
                self._share.take_progress(event.prompt_id, event.fraction)
            elif isinstance(event, PromptChanged):
                self._share.forget(event.prompt_id)
        if (shown := (self._queue, self._share.percent)) != self._shown:
            self._shown = shown
            self.tray.show_queue(*shown)

    def _take(self, notice: Notice) -> None:
        self.book.add(notice)
        self.teller.tell(notice)
