"""The routes of a ComfyUI server, one blocking method each. Semantics as recorded from ComfyUI 0.3.64."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from urllib3 import BaseHTTPResponse

from vqdesk.adapters.comfy.http import Call, Form, HttpClient, breaks_told, json_of, unexpected
from vqdesk.adapters.comfy.input_folder import input_folder_of
from vqdesk.adapters.comfy.leftovers import expected_files, surplus_files
from vqdesk.adapters.comfy.messages import read_record
from vqdesk.adapters.comfy.waiting import ServerQueue
from vqdesk.adapters.comfy.words import node_problems, rejection
from vqdesk.domain.errors import EngineProtocolError, EngineRejected, InputUnusable, NotFound
from vqdesk.domain.events import (
    CancelOutcome,
    Found,
    FoundRunning,
    FoundUnknown,
    FoundWaiting,
)
from vqdesk.domain.job import Asset, AttemptId, Graph, RemoteFile
from vqdesk.ports import Accepted, EngineInfo, NodeCatalog, ServerCatalog

CHUNK_BYTES = 1 << 20
T = TypeVar("T")
_MANY = 2
_TRANSFER_TIMEOUT_S = 120.0
_UNSAFE = re.compile(r'[\x00-\x1f/\\:*?"<>|%]')


class Routes:
    """Blocking calls; every method may raise EngineUnreachable and EngineProtocolError."""

    def __init__(self, http: HttpClient, client_id: str) -> None:
        self._http = http
        self._queue = ServerQueue(http)
        self._client_id = client_id

    def system(self) -> EngineInfo:
        """`/system_stats` without the queue. An answer without a ComfyUI version is not a ComfyUI server's."""
        match self._http.get_json("/system_stats"):
            case {"system": {"comfyui_version": str(version), **system}, "devices": list(devices)}:
                device: dict[str, Any] = devices[0] if devices and isinstance(devices[0], dict) else {}
                return EngineInfo(
                    version=version,
                    device=str(device.get("name", "")),
                    vram_total=int(device.get("vram_total") or 0),
                    vram_free=int(device.get("vram_free") or 0),
                    is_builtin="vqdesk_engine" in system,
                    input_folder=input_folder_of(system.get("argv"), str(system.get("os", ""))),
                )
        raise EngineProtocolError(
            "The address does not lead to a ComfyUI server.",
            f"{self._http.endpoint().url} answers, but names no ComfyUI version.",
            "Check the address; ComfyUI usually listens on port 8188.",
        )

    def probe(self) -> EngineInfo:
        """Version, first device and the length of the queue."""
        info = self.system()
        match self._http.get_json("/prompt"):
            case {"exec_info": {"queue_remaining": int(remaining)}}:
                return replace(info, queue_remaining=remaining)
        raise EngineProtocolError(
            "The length of the server's queue cannot be read.",
            "Its answer to /prompt is not ComfyUI's.",
            "Check the address, or update ComfyUI.",
        )

    def free_memory(self) -> None:
        """`/free`: the server unloads its models and forgets results when nothing runs."""
        reply = self._http.send(Call("POST", "/free", body={"unload_models": True, "free_memory": True}))
        if reply.status != 200:
            raise unexpected(reply)

    def catalog(self) -> NodeCatalog:
        """`/object_info`: about half a megabyte, so callers keep it."""
        catalog = self._http.get_json("/object_info", timeout_s=_TRANSFER_TIMEOUT_S)
        if not isinstance(catalog, dict):
            raise EngineProtocolError(
                "The server's list of nodes cannot be read.",
                "Its answer to /object_info is not ComfyUI's.",
                "Check the address, or update ComfyUI.",
            )
        return ServerCatalog(catalog, self.system().version)

    def upload(self, path: Path, asset: Asset, readable_name: str) -> str:
        """Stores a file below `vqdesk/<16 hex of its content>/`; returns the name the server gave it.

        The server never overwrites here: equal bytes keep their name, other bytes get a number.
        """
        self._check_size(asset)
        subfolder = f"vqdesk/{asset.sha256[:16]}"
        try:
            content = path.read_bytes()
        except OSError as error:
            raise InputUnusable(
                "The staged copy of an input cannot be read.", str(error), "Add the file again as another job."
            ) from error
        form: Form = {"type": "input", "subfolder": subfolder, "image": (_safe_name(readable_name), content)}
        reply = self._http.send(Call("POST", "/upload/image", form=form, timeout_s=_TRANSFER_TIMEOUT_S))
        if reply.status == 413:
            raise _too_large(asset.bytes, None)
        if reply.status == 400:
            raise EngineRejected(
                "The server did not take the input file.",
                f"It refused {readable_name}.",
                "Look at the server's console for the reason, then retry.",
            )
        if reply.status != 200:
            raise unexpected(reply)
        match json_of(reply):
            case {"name": str(name), "subfolder": str(stored), "type": "input"} if name:
                return f"{stored}/{name}" if stored else name
        raise unexpected(reply)

    def submit(self, attempt_id: AttemptId, graph: Graph, front: bool) -> Accepted:
        """`POST /prompt` under our id. Raises EngineRejected in words; a 500 may mean accepted and is checked."""
        body: dict[str, Any] = {"prompt": graph, "prompt_id": attempt_id, "client_id": self._client_id}
        if front:
            body["front"] = True
        reply = self._http.send(Call("POST", "/prompt", body=body))
        match reply.status:
            case 200:
                return self._accepted(json_of(reply), attempt_id, graph)
            case 400:
                problem = rejection(json_of(reply), graph)
                raise EngineRejected(
                    problem.summary,
                    problem.cause,
                    problem.remedy,
                    node_id=problem.node_id,
                    node_type=problem.node_type,
                    details=reply.content[:20_000].decode("utf-8", "replace"),
                )
            case 413:
                raise EngineRejected(
                    "The workflow is too large for the server.",
                    "It answered 413.",
                    "Start ComfyUI with a higher --max-upload-size.",
                )
            case 500 if not isinstance(self.find([attempt_id])[attempt_id], FoundUnknown):
                return Accepted(number=0.0)
        raise unexpected(reply)

    def _accepted(self, reply: Any, attempt_id: AttemptId, graph: Graph) -> Accepted:
        match reply:
            case {"prompt_id": str(given), "number": int() | float() as number} if given == attempt_id:
                return Accepted(float(number), node_problems(reply.get("node_errors") or {}, graph))
            case {"prompt_id": str(given)}:
                self._queue.post("/queue", {"delete": [given]})
                raise EngineProtocolError(
                    "This ComfyUI is too old.",
                    "It gives prompts its own ids, so that none could be found again after a restart.",
                    "Update ComfyUI to 0.3.46 or newer.",
                )
        raise EngineProtocolError(
            "The server's reply to a prompt cannot be read.",
            str(reply)[:200],
            "Check the address, or update ComfyUI.",
        )

    def find(self, attempt_ids: Sequence[AttemptId]) -> dict[AttemptId, Found]:
        """History, queue, history: an attempt moves between them in one step, so none slips through."""
        found: dict[AttemptId, Found] = dict(self._records(attempt_ids))
        missing = [each for each in attempt_ids if each not in found]
        if not missing:
            return found
        waiting, running = self._queue.ids()
        for each in missing:
            if each in running:
                found[each] = FoundRunning()
            elif each in waiting:
                found[each] = FoundWaiting()
        missing = [each for each in missing if each not in found]
        found.update(self._records(missing))
        return {each: found.get(each, FoundUnknown()) for each in attempt_ids}

    def _records(self, attempt_ids: Sequence[AttemptId]) -> Iterator[tuple[AttemptId, Found]]:
        """Many that have ended are most likely among the last of the history: one request instead of many."""
        recent = self._recent(len(attempt_ids) * 2) if len(attempt_ids) >= _MANY else {}
        for each in attempt_ids:
            reply = recent if each in recent else self._http.get_json(f"/history/{each}")
            if isinstance(reply, dict) and each in reply:
                yield each, read_record(reply[each])

    def _recent(self, number: int) -> dict[str, Any]:
        """The last records of the history by id; empty when the server answers something else."""
        reply = self._http.get_json(f"/history?max_items={number}")
        return reply if isinstance(reply, dict) else {}

    def cancel(self, attempt_id: AttemptId) -> CancelOutcome:
        """Removes a waiting attempt, interrupts a running one."""
        return self._queue.cancel(attempt_id, lambda each: self.find([each])[each])

    def forget(self) -> None:
        """What was found out about the server's routes."""
        self._queue.forget()

    def withdraw(self, attempt_ids: Sequence[AttemptId]) -> set[AttemptId]:
        """Deletes those that wait; one that starts in between is seen and left alone."""
        found = self.find(attempt_ids)
        waiting = [each for each in attempt_ids if isinstance(found[each], FoundWaiting)]
        if not waiting:
            return set()
        self._queue.post("/queue", {"delete": waiting})
        return {each for each, state in self.find(waiting).items() if isinstance(state, FoundUnknown)}

    def fetch(self, file: RemoteFile, keep: Callable[[Iterator[bytes]], T]) -> T:
        """What `keep` makes of an output's bytes. Raises NotFound when the server no longer has it."""
        response = self._open(file)
        try:
            return keep(self._chunks(response))
        finally:
            response.close()  # an unread rest is dropped with its connection

    def _chunks(self, response: BaseHTTPResponse) -> Iterator[bytes]:
        while True:
            with breaks_told(self._http.endpoint().url):
                chunk = response.read(CHUNK_BYTES)
            if not chunk:
                return
            yield chunk
            self._http.check_open()

    def _open(self, file: RemoteFile) -> BaseHTTPResponse:
        params = {"filename": file.filename, "subfolder": file.subfolder, "type": file.kind}
        response = self._http.open(Call("GET", "/view", params=params, timeout_s=_TRANSFER_TIMEOUT_S))
        if response.status == 200:
            return response
        reply = self._http.whole(response, "/view")
        if reply.status in (400, 403, 404):
            raise NotFound(
                "The server no longer has an output file.",
                f"{file.subfolder}/{file.filename} was reported, but is gone.",
                "Retry the prompt to make it again.",
            )
        raise unexpected(reply)

    def leftovers(self, attempt_id: AttemptId, graph: Graph) -> tuple[RemoteFile, ...]:
        """The files of an attempt that nobody remembers: all that it must have written, or nothing."""
        expected = expected_files(attempt_id, graph)
        is_complete = all(self._has(file) for file in expected)
        if not is_complete or any(self._has(file) for file in surplus_files(expected)):
            return ()
        return expected

    def _has(self, file: RemoteFile) -> bool:
        try:
            self._open(file).close()
        except NotFound:
            return False
        return True

    def _check_size(self, asset: Asset) -> None:
        """Raises EngineRejected before anything is sent. `/features` tells the limit in bytes; it may change."""
        reply = self._http.send(Call("GET", "/features"))
        features = json_of(reply) if reply.status == 200 else {}
        limit = int(features.get("max_upload_size") or 0)
        if 0 < limit < asset.bytes:
            raise _too_large(asset.bytes, limit)


def _safe_name(name: str) -> str:
    """A file name that every server takes: no folders, no reserved characters, no dots in a row."""
    return re.sub(r"\.{2,}", ".", _UNSAFE.sub("_", name)).strip(". ") or "input"


def _too_large(size: int, limit: int | None) -> EngineRejected:
    allowed = f" and the server takes {limit / 2**20:.0f} MB" if limit else ""
    return EngineRejected(
        "An input file is too large for the server.",
        f"It has {size / 2**20:.0f} MB{allowed}.",
        f"Start ComfyUI with --max-upload-size {size // 2**20 + 1}, or use a smaller file.",
    )
