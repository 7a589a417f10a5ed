"""A wish to stop that reaches work which blocks in another thread."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from vqdesk.domain.errors import Stopped


class StopSignal:
    """Set once, from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._stopped = threading.Event()
        self._listeners: list[Callable[[], None]] = []

    @property
    def is_stopped(self) -> bool:
        return self._stopped.is_set()

    def stop(self) -> None:
        """Tells everybody who listens, in this thread."""
        with self._lock:
            self._stopped.set()
            listeners = list(self._listeners)
        for listener in listeners:
            listener()

    def check(self) -> None:
        """Raises Stopped when the user has ended it."""
        if self.is_stopped:
            raise Stopped("It was stopped.", "You ended it before it was done.", "What was done is kept.")

    def wait(self, seconds: float) -> None:
        """Waits so long, less when it is stopped. Raises Stopped."""
        self._stopped.wait(seconds)
        self.check()

    @contextmanager
    def told(self, listener: Callable[[], None]) -> Iterator[None]:
        """Calls `listener` when it is stopped meanwhile, at once when it already is."""
        with self._lock:
            self._listeners.append(listener)
        try:
            if self.is_stopped:
                listener()
            yield
        finally:
            with self._lock:
                self._listeners.remove(listener)
