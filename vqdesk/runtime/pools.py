"""Threads for what blocks: one that writes to the store, one that reads, and a few for files and pictures."""

import asyncio
import os
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

from vqdesk.runtime.store_writer import Batch, StoreWriter

P = ParamSpec("P")
T = TypeVar("T")

_NICE = 5


class Pools:
    """Store writes run in the order they were asked for; `batch` opens a transaction around them."""

    def __init__(self, batch: Batch) -> None:
        self._writer = StoreWriter(batch)
        self._reader = ThreadPoolExecutor(1, thread_name_prefix="store-reader")
        threads = max(2, os.cpu_count() or 2)
        self._files = ThreadPoolExecutor(threads, thread_name_prefix="files", initializer=_stand_back)

    async def write(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Runs a store call that changes something."""
        result: T = await self._writer.write(lambda: function(*args, **kwargs))
        return result

    def write_soon(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> "asyncio.Future[T]":
        """Orders a store call now without waiting for it; somebody must look at the future."""
        return self._writer.write(lambda: function(*args, **kwargs), is_awaited=False)

    async def read(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Runs a store call that only looks."""
        return await _run(self._reader, function, *args, **kwargs)

    async def files(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Runs work on files or pictures."""
        return await _run(self._files, function, *args, **kwargs)

    def close(self) -> None:
        """Waits for what runs and drops what waits, but never a store write."""
        self._files.shutdown(wait=False, cancel_futures=True)
        self._reader.shutdown(wait=True, cancel_futures=True)
        self._writer.close()


def _stand_back() -> None:
    """Decoding leaves the processor to the window and the queue; only Linux ranks threads by `setpriority(2)`."""
    if sys.platform == "linux":
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICE)


async def _run(pool: ThreadPoolExecutor, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(pool, lambda: function(*args, **kwargs))
