"""The store's writing thread: what piles up while it works goes into the next transaction together."""

import asyncio
import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from typing import Any

_MOST_AT_ONCE = 64
_PATIENCE_S = 0.02  # of orders that nobody waits for: a transaction costs as much as the change of a state
Batch = Callable[[], AbstractContextManager[None]]


@dataclass(slots=True)
class _Order:
    function: Callable[[], Any]
    loop: asyncio.AbstractEventLoop
    future: "asyncio.Future[Any]"
    is_awaited: bool
    result: Any = None
    error: BaseException | None = None

    def run(self) -> None:
        try:
            self.result = self.function()
        except Exception as error:  # noqa: BLE001  goes to the one who asked
            self.error = error

    def answer(self) -> None:
        if self.future.cancelled():
            return
        if self.error is not None:
            self.future.set_exception(self.error)
        else:
            self.future.set_result(self.result)


class StoreWriter:
    """Orders run one after another as they came; an answer is given only after its transaction is committed.

    Orders that nobody waits for wait shortly for others to share a transaction with.
    """

    def __init__(self, batch: Batch) -> None:
        self._batch = batch
        self._orders: SimpleQueue[_Order | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="store-writer", daemon=True)
        self._thread.start()

    def write(self, function: Callable[[], Any], *, is_awaited: bool = True) -> "asyncio.Future[Any]":
        """Orders `function` now; the future has its result or error. One that fails leaves the others alone."""
        loop = asyncio.get_running_loop()
        order = _Order(function, loop, loop.create_future(), is_awaited)
        self._orders.put(order)
        return order.future

    def close(self) -> None:
        """Finishes what was ordered. Idempotent."""
        if self._thread.is_alive():
            self._orders.put(None)
            self._thread.join()

    def _run(self) -> None:
        while (first := self._orders.get()) is not None:
            orders, is_last = self._pile(first)
            try:
                with self._batch():
                    for order in orders:
                        order.run()
            except Exception as error:  # noqa: BLE001  the commit itself failed: nobody got what they asked for
                for order in orders:
                    order.error = error
            _answer(orders)
            if is_last:
                return

    def _pile(self, first: _Order) -> tuple[list[_Order], bool]:
        orders, until = [first], time.monotonic() + _PATIENCE_S
        is_awaited = first.is_awaited
        while len(orders) < _MOST_AT_ONCE:
            patience_s = 0.0 if is_awaited else max(0.0, until - time.monotonic())
            try:
                order = self._orders.get(patience_s > 0, patience_s)
            except Empty:
                break
            if order is None:
                return orders, True
            orders.append(order)
            is_awaited |= order.is_awaited
        return orders, False


def _answer(orders: list[_Order]) -> None:
    for loop in {order.loop for order in orders}:
        mine = [order for order in orders if order.loop is loop]
        if not loop.is_closed():
            loop.call_soon_threadsafe(_answer_all, mine)


def _answer_all(orders: list[_Order]) -> None:
    for order in orders:
        order.answer()
