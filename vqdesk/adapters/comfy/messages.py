"""The one module that knows ComfyUI's messages: socket frames, history records and queue entries.

Facts are those recorded from ComfyUI 0.3.64. NaN and Infinity tokens are legal here: `json` reads them.
"""

import json
import logging
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from vqdesk.adapters.comfy.server_log import ConsoleLines
from vqdesk.adapters.comfy.words import execution_problem
from vqdesk.domain.errors import Problem
from vqdesk.domain.events import (
    ConsoleWritten,
    EngineEvent,
    ExecutionFailed,
    ExecutionFinished,
    ExecutionInterrupted,
    ExecutionStarted,
    FoundFinished,
    NodeProgressed,
    NodeStarted,
    PreviewArrived,
)
from vqdesk.domain.job import AttemptId, RemoteFile

FEATURE_FLAGS = json.dumps({"type": "feature_flags", "data": {"supports_preview_metadata": True}})
"""Must be the first message of every connection; previews then name their prompt (frame type 4)."""

_TYPE = re.compile(rb'\{"type": ?"(\w+)"')
_WANTED = frozenset(
    {
        b"execution_start",
        b"executing",
        b"progress",
        b"progress_state",
        b"execution_error",
        b"execution_interrupted",
        b"logs",
    }
)
_PREVIEW_WITH_METADATA = 4
_log = logging.getLogger(__name__)


class MessageReader:
    """Turns socket frames into events of our own attempts; everything else is dropped.

    `ours` is shared with the engine; an attempt leaves it when the server has ended it, so that late or repeated
    messages tell nothing twice.
    """

    def __init__(self, ours: set[str]) -> None:
        self._ours = ours
        self._progress: dict[str, tuple[float, float]] = {}  # node -> last (value, maximum) told
        self._console = ConsoleLines()
        self._shown: dict[str, str] = {}  # node of an expanded sub-graph -> the node of the graph we sent

    def text(self, frame: bytes) -> list[EngineEvent]:
        """Events of a text frame. `executed` and the like are skipped unread: they may be 20 MiB."""
        head = _TYPE.match(frame)
        if head and head[1] not in _WANTED:
            return []
        try:
            raw = json.loads(frame)
        except ValueError:
            _log.warning("The server sent a message that is not JSON (%d bytes)", len(frame))
            return []
        match raw:
            case {"type": str(kind), "data": {"prompt_id": str(run)} as data} if run in self._ours:
                return list(self._events(kind, AttemptId(run), data))
            case {"type": "logs", "data": {"entries": list(entries)}}:
                return self.console(entries)
        return []

    def console(self, entries: Sequence[Any]) -> list[EngineEvent]:
        """Lines of the server's own console that are whole now and were not told before."""
        lines = self._console.take(entries)
        return [ConsoleWritten(lines)] if lines else []

    def binary(self, frame: bytes) -> list[EngineEvent]:
        """A preview that names its prompt (type 4). Type 1 names none and may be anybody's: ignored."""
        if int.from_bytes(frame[:4], "big") != _PREVIEW_WITH_METADATA:
            return []
        end = 8 + int.from_bytes(frame[4:8], "big")
        try:
            metadata = json.loads(frame[8:end])
        except ValueError:
            _log.warning("The server sent a preview whose description is not JSON")
            return []
        match metadata:
            case {"prompt_id": str(run), "image_type": str(mime)} if run in self._ours:
                node = metadata.get("display_node_id") or metadata.get("node_id") or ""
                return [PreviewArrived(AttemptId(run), str(node), mime, frame[end:])]
        return []

    def _events(self, kind: str, run: AttemptId, data: Mapping[str, Any]) -> Iterator[EngineEvent]:
        match kind, data:
            case "execution_start", _:
                self._progress.clear()
                self._shown.clear()
                yield ExecutionStarted(run)
            case "executing", {"node": None}:
                self._ours.discard(run)
                yield ExecutionFinished(run)
            case "executing", {"node": str(node)}:
                self._shown[node] = str(data.get("display_node") or node)
                yield NodeStarted(run, self._shown[node])
            case "progress", {"node": str(node), "value": value, "max": maximum}:
                yield from self._progressed(run, node, value, maximum)
            case "progress_state", {"nodes": nodes}:
                yield from self._running_nodes(run, _mapping(nodes))
            case "execution_error", _:
                yield ExecutionFailed(run, execution_problem(data, {}))
            case "execution_interrupted", _:
                yield ExecutionInterrupted(run)

    def _running_nodes(self, run: AttemptId, nodes: Mapping[str, Any]) -> Iterator[EngineEvent]:
        """`progress_state` repeats every node so far: only running ones with news are told."""
        for node_id, state in nodes.items():
            match state:
                case {"state": "running", "value": value, "max": maximum} if value:
                    yield from self._progressed(run, node_id, value, maximum)

    def _progressed(self, run: AttemptId, node_id: str, value: Any, maximum: Any) -> Iterator[EngineEvent]:
        news = (_number(value), _number(maximum))
        if self._progress.get(node_id) != news:
            self._progress[node_id] = news
            yield NodeProgressed(run, self._shown.get(node_id, node_id), *news)


def _number(value: Any) -> float:
    """A finite number, else 0: nodes of others may report NaN."""
    return float(value) if isinstance(value, int | float) and math.isfinite(value) else 0.0


def read_record(record: Any) -> FoundFinished:
    """An entry of `/history`. `status_str` says error for an interrupt too: only the messages tell."""
    facts = _mapping(record)
    status = _mapping(facts.get("status"))
    messages = {
        entry[0]: entry[1]
        for entry in status.get("messages") or ()
        if isinstance(entry, list) and len(entry) == 2 and isinstance(entry[1], dict)
    }
    outcome, problem = _outcome(status, messages, _graph_of(facts))
    stamps = [float(data["timestamp"]) for data in messages.values() if "timestamp" in data]
    outputs = _mapping(facts.get("outputs"))
    return FoundFinished(
        outcome=outcome,
        files=tuple(_files(outputs)),
        problem=problem,
        seconds=(max(stamps) - min(stamps)) / 1000 if stamps else 0.0,
        texts={node_id: output["text"] for node_id, output in outputs.items() if _has_text(output)},
    )


def _outcome(
    status: Mapping[str, Any], messages: Mapping[str, Any], graph: Mapping[str, Any]
) -> tuple[str, Problem | None]:
    if "execution_interrupted" in messages:
        return "interrupted", None
    if "execution_error" in messages:
        return "failed", execution_problem(messages["execution_error"], graph)
    if status.get("status_str") == "error":
        return "failed", execution_problem({}, graph)
    return "succeeded", None


def _graph_of(record: Mapping[str, Any]) -> Mapping[str, Any]:
    match record.get("prompt"):
        case [_, _, graph, *_]:
            return _mapping(graph)
    return {}


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _has_text(output: Any) -> bool:
    return isinstance(output, dict) and isinstance(output.get("text"), list)


def _files(outputs: Mapping[str, Any]) -> Iterator[RemoteFile]:
    """Every file of every key: images (pictures and videos), gifs, audio, latents and what others invent."""
    for node_id, output in outputs.items():
        for values in output.values() if isinstance(output, dict) else ():
            for value in values if isinstance(values, list) else ():
                match value:
                    case {"filename": str(name)} if name:
                        subfolder, kind = value.get("subfolder") or "", value.get("type") or "output"
                        yield RemoteFile(node_id, name, str(subfolder), str(kind))


def queue_ids(body: Any) -> tuple[set[str], set[str]]:
    """Ids of a `GET /queue` reply: (waiting, running)."""
    return _ids(body, "queue_pending"), _ids(body, "queue_running")


def job_ids(body: Any) -> tuple[set[str], set[str]] | None:
    """Ids of a `GET /api/jobs` reply: (waiting, running); None for anything else."""
    match body:
        case {"jobs": list(jobs)}:
            known = [job for job in jobs if isinstance(job, dict) and "id" in job]
            return (
                {str(job["id"]) for job in known if job.get("status") == "pending"},
                {str(job["id"]) for job in known if job.get("status") == "in_progress"},
            )
    return None


def _ids(body: Any, key: str) -> set[str]:
    entries = body.get(key) if isinstance(body, dict) else ()
    return {str(entry[1]) for entry in entries or () if isinstance(entry, list) and len(entry) > 1}
