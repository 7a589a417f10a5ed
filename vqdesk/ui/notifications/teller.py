"""Carries a notice out of the window: desktop, sound, screen reader, and the user's web address."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QWidget

from vqdesk.domain.notifications import Notice, NoticeKind, Wishes
from vqdesk.ui.calls import Calls

if TYPE_CHECKING:
    from vqdesk.runtime.desk import Desk


class DesktopPlace(Protocol):
    """The user's desktop, as far as notices need it."""

    def show(self, notice: Notice) -> bool:
        """Shows a message of the system; False where the system has no place for one."""
        ...

    def alert(self) -> None:
        """Marks the window in the task bar."""
        ...

    def beep(self) -> None:
        """The system's sound of a message."""
        ...


class Teller(QObject):
    """Asks what the user wishes at every notice, so that a change holds at once."""

    failed = Signal(object)  # Problem

    def __init__(
        self,
        calls: Calls,
        place: DesktopPlace,
        window: QWidget,
        say: Callable[[QAccessibleEvent], None] = QAccessible.updateAccessibility,
    ) -> None:
        super().__init__(window)
        self._say = say
        self._calls = calls
        self._place = place
        self._window = window

    def tell(self, notice: Notice) -> None:
        """By every way that the user wants."""
        if notice.kind in (NoticeKind.FAILED, NoticeKind.ENDED):
            self.announce(notice.title, is_urgent=notice.kind is NoticeKind.FAILED)
        self._calls.ask(self, lambda desk: desk.notices.wishes(), partial(self._carry, notice), self.failed.emit)

    def announce(self, words: str, *, is_urgent: bool = False) -> None:
        """Says a sentence to whoever listens with a screen reader."""
        event = QAccessibleAnnouncementEvent(self._window, words)
        if is_urgent:
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        self._say(event)

    def _carry(self, notice: Notice, wishes: Wishes) -> None:
        if wishes.webhook:
            self._calls.ask(self, partial(_post, wishes.webhook, notice), failed=self.failed.emit)
        if not wishes.may_disturb(notice.kind, datetime.now()):
            return
        if not self._window.isActiveWindow() and not self._place.show(notice):
            self._place.alert()
        if wishes.sound:
            self._place.beep()


async def _post(url: str, notice: Notice, desk: "Desk") -> None:
    await desk.notices.post(url, notice)
