"""The queue of prompts and the history of ended ones; both are used from two threads."""

import heapq
import itertools
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

Graph = dict[str, Any]
Record = dict[str, Any]

MAX_HISTORY = 10_001
SECRETS = ("auth_token_comfy_org", "api_key_comfy_org")


@dataclass(frozen=True, slots=True)
class QueuedPrompt:
    """One accepted `POST /prompt`."""

    number: float
    prompt_id: str
    graph: Graph
    extra_data: dict[str, Any]
    outputs: list[str]

    def as_list(self) -> list[Any]:
        """Form of an entry in `GET /queue`."""
        return [self.number, self.prompt_id, self.graph, self.extra_data, self.outputs]

    def without_secrets(self) -> list[Any]:
        """Form of `prompt` in a history record."""
        extra = {key: value for key, value in self.extra_data.items() if key not in SECRETS}
        return [self.number, self.prompt_id, self.graph, extra, self.outputs]


class PromptQueue:
    """Smaller numbers run first; equal numbers in the order of their ids."""

    def __init__(self, on_change: Callable[[], None]) -> None:
        self._on_change = on_change
        self._changed = threading.Condition()
        self._heap: list[tuple[float, str, int, QueuedPrompt]] = []
        self._sequence = itertools.count()
        self._running: QueuedPrompt | None = None
        self._closed = False

    def put(self, prompt: QueuedPrompt) -> None:
        with self._changed:
            heapq.heappush(self._heap, (prompt.number, prompt.prompt_id, next(self._sequence), prompt))
            self._on_change()
            self._changed.notify()

    def take(self) -> QueuedPrompt | None:
        """Waits for the next prompt and marks it as running; None once the queue is closed."""
        with self._changed:
            while not self._heap and not self._closed:
                self._changed.wait()
            if self._closed:
                return None
            self._running = heapq.heappop(self._heap)[3]
            self._on_change()
            return self._running

    def finish(self, record: Callable[[], None]) -> None:
        """Ends the running prompt; `record` writes its history in the same step."""
        with self._changed:
            self._running = None
            record()
            self._on_change()

    def clear(self) -> None:
        with self._changed:
            self._heap.clear()
            self._on_change()

    def delete(self, prompt_ids: Iterable[Any]) -> None:
        """Takes waiting prompts out; ids that do not wait are ignored."""
        with self._changed:
            for prompt_id in prompt_ids:
                kept = [entry for entry in self._heap if entry[1] != prompt_id]
                if len(kept) < len(self._heap):
                    self._heap = kept
                    heapq.heapify(self._heap)
                    self._on_change()

    def close(self) -> None:
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    @property
    def running(self) -> QueuedPrompt | None:
        return self._running

    def waiting(self) -> list[QueuedPrompt]:
        with self._changed:
            return [entry[3] for entry in sorted(self._heap)]

    @property
    def remaining(self) -> int:
        """Waiting and running prompts."""
        return len(self._heap) + (self._running is not None)


class History:
    """Records of ended prompts by id, oldest first, in memory only."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._records: dict[str, Record] = {}

    def add(self, prompt_id: str, record: Record) -> None:
        """A known id keeps its place in the order and gets the new record."""
        with self._lock:
            if len(self._records) >= MAX_HISTORY:
                self._records.pop(next(iter(self._records)))
            self._records[prompt_id] = record

    def one(self, prompt_id: str) -> dict[str, Record]:
        with self._lock:
            record = self._records.get(prompt_id)
        return {} if record is None else {prompt_id: record}

    def some(self, max_items: int | None, offset: int) -> dict[str, Record]:
        """The last `max_items`, or from `offset` (counted from the oldest) when it is not negative."""
        with self._lock:
            items = list(self._records.items())
        first = offset
        if offset < 0:
            first = max(0, len(items) - max_items) if max_items is not None else 0
        last = len(items) if max_items is None else first + max(max_items, 1)
        return dict(items[first:last])

    def clear(self) -> None:
        with self._lock:
            self._records.clear()

    def delete(self, prompt_ids: Iterable[Any]) -> None:
        with self._lock:
            for prompt_id in prompt_ids:
                self._records.pop(prompt_id, None)
