"""Runs queued prompts one after another in a thread of its own."""

import logging
import os
import signal
import threading
import time
import traceback
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from vqdesk.adapters.builtin.graph import ExecutionOrder, inputs_of, is_link, signatures
from vqdesk.adapters.builtin.hub import Hub
from vqdesk.adapters.builtin.nodes.base import Interrupted, NodeCall, NodeClass, NodeResult
from vqdesk.adapters.builtin.options import EngineOptions
from vqdesk.adapters.builtin.run import Run
from vqdesk.adapters.builtin.storage import Storage
from vqdesk.adapters.builtin.waiting import Graph, History, PromptQueue, QueuedPrompt

NO_NODE = {"node_id": "", "node_type": "", "executed": []}

log = logging.getLogger(__name__)


class OutOfMemoryError(RuntimeError):
    """Named and worded as torch's own, which reaches clients with its name."""


@dataclass(slots=True)
class _Work:
    """A prompt while it runs: signatures of its nodes, what goes into saved files, and which nodes ran."""

    prompt: QueuedPrompt
    run: Run
    signs: dict[str, str] = field(default_factory=dict)
    metadata: dict[str, Any] = field(default_factory=dict)
    executed: list[str] = field(default_factory=list)


class Executor:
    """The worker. Results of the previous prompt's nodes are reused where nothing they depend on changed."""

    def __init__(
        self, queue: PromptQueue, history: History, hub: Hub, storage: Storage, options: EngineOptions
    ) -> None:
        self._queue = queue
        self._history = history
        self._hub = hub
        self._storage = storage
        self._options = options
        self._classes: Mapping[str, NodeClass] = {}
        self._results: dict[str, NodeResult] = {}
        self._run: Run | None = None
        self._forget_wanted = False
        self._finished_count = 0
        self._thread = threading.Thread(target=self._work, name="executor", daemon=True)

    def start(self, classes: Mapping[str, NodeClass]) -> None:
        self._classes = classes
        self._thread.start()

    def stop(self, timeout_s: float) -> None:
        """Interrupts the running prompt and waits for the thread, at most `timeout_s`."""
        self._queue.close()
        self.interrupt(None)
        self._thread.join(timeout_s)

    def interrupt(self, prompt_id: str | None) -> None:
        """Stops the running prompt; with an id only if that one runs."""
        run = self._run
        if run is not None and prompt_id in (None, run.prompt_id):
            run.interrupt()

    def forget_results(self) -> None:
        """Drops the cache after the running prompt, or before the next one."""
        self._forget_wanted = True

    def current_node(self, client_id: str) -> str | None:
        """The node that runs now, if its prompt belongs to the client."""
        run = self._run
        return run.current_node if run is not None and run.client_id == client_id else None

    def _work(self) -> None:
        while (prompt := self._queue.take()) is not None:
            self._drop_results()
            work = _Work(prompt, Run(prompt, self._hub))
            self._run = work.run
            work.run.announce("execution_start", {})
            try:
                is_success = self._execute(work)
            except Exception as error:
                log.exception("prompt %s", prompt.prompt_id)
                work.run.announce("execution_error", {**NO_NODE, **_failure(error, {}, [])})
                is_success = False
            self._run = None
            self._act_out_faults()
            self._queue.finish(partial(self._record, work, is_success))
            work.run.end()
            self._drop_results()

    def _drop_results(self) -> None:
        """When `forget_results` was called, during the last run or since."""
        if self._forget_wanted:
            self._forget_wanted = False
            self._results.clear()

    def _execute(self, work: _Work) -> bool:
        if self._options.stall_s:
            time.sleep(self._options.stall_s)
        graph = work.prompt.graph
        prints = {node_id: self._fingerprint(node) for node_id, node in graph.items()}
        work.signs = signatures(graph, prints.get)
        work.metadata = _metadata(work.prompt, prints)
        self._results = {sign: self._results[sign] for sign in work.signs.values() if sign in self._results}
        work.run.announce("execution_cached", {"nodes": self._done(work)})
        order = ExecutionOrder(graph, work.prompt.outputs, lambda key: self._result(work, key) is not None)
        while (node_id := order.take(lambda key: self._class(graph, key).is_output)) is not None:
            if not self._run_node(work, node_id):
                return False
            order.complete(node_id)
        work.run.announce("execution_success", {})
        return True

    def _run_node(self, work: _Work, node_id: str) -> bool:
        known = self._result(work, node_id)
        if known is not None:
            work.run.show_output(node_id, known.shown)
            work.run.finish_node(node_id)
            return True
        inputs: dict[str, Any] = {}
        try:
            work.run.start_node(node_id)
            work.run.check()
            inputs = self._inputs(work, node_id)
            result = self._call(work, node_id, inputs)
        except Interrupted:
            self._report_end(work, node_id, "execution_interrupted", {})
            return False
        except Exception as error:  # noqa: BLE001 - whatever a node does is that prompt's failure only
            self._report_end(work, node_id, "execution_error", _failure(error, inputs, self._done(work)))
            return False
        self._results[work.signs[node_id]] = result
        if result.shown is not None:
            work.run.show_output(node_id, result.shown)
        work.run.finish_node(node_id)
        work.executed.append(node_id)
        return True

    def _call(self, work: _Work, node_id: str, inputs: dict[str, Any]) -> NodeResult:
        node_class = self._class(work.prompt.graph, node_id)
        if node_class.name == self._options.fail_node:
            raise RuntimeError(f"{node_class.name} was told to fail.")
        if 0 < self._options.memory_pixels < _pixels(inputs):
            raise OutOfMemoryError("Allocation on device ")
        return node_class.run(NodeCall(inputs, self._storage, work.run, work.metadata))

    def _inputs(self, work: _Work, node_id: str) -> dict[str, Any]:
        inputs = {}
        for name, value in inputs_of(work.prompt.graph[node_id]).items():
            if is_link(value):
                source = self._result(work, value[0])
                inputs[name] = source.outputs[int(value[1])] if source is not None else None
            else:
                inputs[name] = value
        return inputs

    def _report_end(self, work: _Work, node_id: str, event: str, facts: dict[str, Any]) -> None:
        node_type = work.prompt.graph[node_id]["class_type"]
        head = {"node_id": node_id, "node_type": node_type, "executed": list(work.executed)}
        work.run.announce(event, {**head, **facts}, is_broadcast=event == "execution_interrupted")

    def _record(self, work: _Work, is_success: bool) -> None:
        shown = {key: result.shown for key in work.signs if (result := self._result(work, key)) and result.shown}
        status = {
            "status_str": "success" if is_success else "error",
            "completed": is_success,
            "messages": work.run.messages,
        }
        meta = {key: _meta(key) for key in shown}
        record = {"prompt": work.prompt.without_secrets(), "outputs": shown, "status": status, "meta": meta}
        self._history.add(work.prompt.prompt_id, record)

    def _result(self, work: _Work, node_id: str) -> NodeResult | None:
        return self._results.get(work.signs[node_id])

    def _done(self, work: _Work) -> list[str]:
        return [node_id for node_id in work.prompt.graph if self._result(work, node_id) is not None]

    def _class(self, graph: Graph, node_id: str) -> NodeClass:
        return self._classes[graph[node_id]["class_type"]]

    def _fingerprint(self, node: Mapping[str, Any]) -> Any:
        node_class = self._classes[node["class_type"]]
        if node_class.fingerprint is None:
            return None
        try:
            return node_class.fingerprint(self._storage, inputs_of(node))
        except (OSError, KeyError, TypeError, AttributeError):
            return time.monotonic_ns()  # unknown state: never equal to a cached one; the node will say why

    def _act_out_faults(self) -> None:
        self._finished_count += 1
        if self._finished_count == self._options.die_after:
            os.kill(os.getpid(), signal.SIGKILL)
        if self._options.history_lag_ms:
            time.sleep(self._options.history_lag_ms / 1000)


def _metadata(prompt: QueuedPrompt, prints: Mapping[str, Any]) -> dict[str, Any]:
    """What a saved file carries: extra_pnginfo and the graph, with `is_changed` where a file was read."""
    graph = {
        key: node if prints[key] is None else {**node, "is_changed": [prints[key]]}
        for key, node in prompt.graph.items()
    }
    extra = prompt.extra_data.get("extra_pnginfo")
    return {"prompt": graph, **(extra if isinstance(extra, dict) else {})}


def _failure(error: Exception, inputs: Mapping[str, Any], done: list[str]) -> dict[str, Any]:
    kind = type(error)
    module = "" if kind.__module__ == "builtins" else f"{kind.__module__}."
    shown = {name: [value if _is_plain(value) else str(value)] for name, value in inputs.items()}
    return {
        "exception_message": f"{error}\n",
        "exception_type": f"{module}{kind.__qualname__}",
        "traceback": traceback.format_tb(error.__traceback__),
        "current_inputs": shown,
        "current_outputs": done,
    }


def _pixels(inputs: Mapping[str, Any]) -> int:
    """Of the picture that a node is asked to make, 0 for others."""
    width, height = inputs.get("width"), inputs.get("height")
    return width * height if isinstance(width, int) and isinstance(height, int) else 0


def _is_plain(value: Any) -> bool:
    return value is None or isinstance(value, int | float | str)


def _meta(node_id: str) -> dict[str, Any]:
    return {"node_id": node_id, "display_node": node_id, "parent_node": None, "real_node_id": node_id}
