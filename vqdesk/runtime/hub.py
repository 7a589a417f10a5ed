"""Where everything that happens in the worker is told to whoever listens."""

from collections.abc import Callable

from vqdesk.domain.events import AppEvent

Post = Callable[[AppEvent], None]


class EventHub:
    """Listeners are called in the worker's thread and must only take the event (an Inbox does)."""

    def __init__(self) -> None:
        self._listeners: tuple[Post, ...] = ()

    def subscribe(self, listener: Post) -> None:
        self._listeners = (*self._listeners, listener)

    def unsubscribe(self, listener: Post) -> None:
        self._listeners = tuple(known for known in self._listeners if known != listener)

    def post(self, event: AppEvent) -> None:
        for listener in self._listeners:
            listener(event)
