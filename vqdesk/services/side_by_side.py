"""Work on many files at once, in threads that nobody has to wait for: a dead network folder holds up nothing."""

import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


def side_by_side(
    function: Callable[[T], R], items: Sequence[T], at_once: int, patience_s: float | None = None
) -> Iterator[R]:
    """Results in order, each as soon as it and those before it are there; what `function` raises is raised.

    Closing the iterator begins no more items. Raises TimeoutError when all together take longer than `patience_s`.
    """
    waiting: SimpleQueue[tuple[T, Future[R]]] = SimpleQueue()
    futures: list[Future[R]] = []
    for item in items:
        futures.append(Future())
        waiting.put((item, futures[-1]))
    for _ in range(min(at_once, len(items))):
        Thread(target=_work, args=(function, waiting), name="side-by-side", daemon=True).start()
    ends_at = time.monotonic() + (patience_s or 0.0)
    try:
        for future in futures:
            yield future.result(None if patience_s is None else max(0.0, ends_at - time.monotonic()))
    finally:
        for future in futures:
            future.cancel()


def _work(function: Callable[[T], R], waiting: "SimpleQueue[tuple[T, Future[R]]]") -> None:
    while True:
        try:
            item, future = waiting.get_nowait()
        except Empty:
            return
        if not future.set_running_or_notify_cancel():
            continue
        try:
            future.set_result(function(item))
        except BaseException as error:  # noqa: BLE001  raised again where the result is read
            future.set_exception(error)
