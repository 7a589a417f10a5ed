"""Mailbox from the worker to whoever shows things: the newest progress counts, facts keep their order."""

import threading
from collections.abc import Callable, Hashable

from vqdesk.domain.events import AppEvent


class Inbox:
    """Thread-safe; `wake` is called from the posting thread when the first event of a batch arrives."""

    def __init__(self, wake: Callable[[], None]) -> None:
        self._wake = wake
        self._lock = threading.Lock()
        self._events: dict[Hashable, AppEvent] = {}

    def post(self, event: AppEvent) -> None:
        """Adds an event; one with the same merge key is replaced and the newer goes last."""
        key = event.merge_key
        if key is None:
            key = object()
        with self._lock:
            was_empty = not self._events
            self._events.pop(key, None)
            self._events[key] = event
        if was_empty:
            self._wake()

    def drain(self) -> list[AppEvent]:
        """Takes everything out, oldest first."""
        with self._lock:
            events, self._events = self._events, {}
        return list(events.values())
