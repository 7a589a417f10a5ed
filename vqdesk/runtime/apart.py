"""A thread for one piece of work that may never end: a dead network folder costs that thread and nothing else."""

import asyncio
import os
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import ParamSpec, TypeVar

from vqdesk.domain.errors import InputUnusable

P = ParamSpec("P")
T = TypeVar("T")
PATIENCE_S = 30.0
_NAME = "apart"
_BEHIND = 10  # of 19: about a tenth of what the window's thread gets where both want the same core


async def apart(function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Runs `function` in a daemon thread of its own and waits for it as long as it takes."""
    future: Future[T] = Future()
    Thread(target=lambda: _fulfil(future, lambda: function(*args, **kwargs)), name=_NAME, daemon=True).start()
    return await asyncio.wrap_future(future)


async def answer_of(
    patience_s: float, place: Path, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs
) -> T:
    """The same for work on one place of a disk. Raises InputUnusable when it does not answer in time."""
    try:
        return await asyncio.wait_for(apart(function, *args, **kwargs), patience_s)
    except TimeoutError:
        raise InputUnusable(
            f"{place.name} does not answer.",
            f"Nothing came from {place.parent} for {patience_s:.0f} s; it may be a network folder that is away.",
            "Check the connection, then try again.",
        ) from None


def wait_for_the_last(patience_s: float) -> None:
    """Before the program ends: a decoder that is cut off in the middle would end it with a crash.

    Threads that are still there after `patience_s` wait for a disk and are left alone.
    """
    ends_at = time.monotonic() + patience_s
    for thread in threading.enumerate():
        if thread.name == _NAME:
            thread.join(max(0.0, ends_at - time.monotonic()))


def behind_the_window(function: Callable[P, T]) -> Callable[P, T]:
    """The same work, in a thread of its own that makes way for the window: for what takes whole cores."""

    def run(*args: P.args, **kwargs: P.kwargs) -> T:
        if sys.platform == "linux":  # elsewhere a priority is that of the whole program
            with suppress(OSError):  # the program itself runs at a lower one
                os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _BEHIND)
        return function(*args, **kwargs)

    return run


def _fulfil(future: "Future[T]", function: Callable[[], T]) -> None:
    if not future.set_running_or_notify_cancel():
        return
    try:
        future.set_result(function())
    except BaseException as error:  # noqa: BLE001  raised again where the result is awaited
        future.set_exception(error)
