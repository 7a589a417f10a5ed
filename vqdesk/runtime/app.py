"""What a front end (window or command line) is built on."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from vqdesk.locations import Home
from vqdesk.runtime.services import Services
from vqdesk.runtime.thread import Runtime


@dataclass(frozen=True, slots=True)
class App:
    """An opened data folder: its services for direct use, and a worker over them when prompts shall run."""

    home: Home
    services: Services
    new_runtime: Callable[[], Runtime]

    @contextmanager
    def running(self) -> Iterator[Runtime]:
        """A started worker; it is stopped at the end and leaves running prompts at their server."""
        runtime = self.new_runtime()
        runtime.start()
        try:
            yield runtime
        finally:
            runtime.stop()

    def close(self) -> None:
        """Closes the store."""
        self.services.store.close()
