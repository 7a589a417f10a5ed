"""What a server is to run, and taking one prompt back: by its list of jobs where it has one, else by its queue.

`GET /api/jobs` is small whatever the graphs are, where `/queue` repeats them all. `POST /api/jobs/{id}/cancel`
decides at the server, so that no prompt of others is hit that begins in between. ComfyUI 0.3.64 has neither; the
list came before the cancel, so each is found out by itself. Both live below `/api` only.
"""

from collections.abc import Callable
from typing import Any

from vqdesk.adapters.comfy.http import Call, HttpClient, Reply, json_of, unexpected
from vqdesk.adapters.comfy.messages import job_ids, queue_ids
from vqdesk.domain.errors import EngineProtocolError
from vqdesk.domain.events import CancelOutcome, Found, FoundRunning, FoundUnknown, FoundWaiting
from vqdesk.domain.job import AttemptId

_JOBS = "/api/jobs"
_OPEN = {"status": "pending,in_progress"}
_NO_SUCH_ROUTE = (404, 405)
Find = Callable[[AttemptId], Found]


class ServerQueue:
    """Blocking; every method may raise EngineUnreachable and EngineProtocolError."""

    def __init__(self, http: HttpClient) -> None:
        self._http = http
        self.forget()

    def forget(self) -> None:
        """After a reconnect it may be another version of the server."""
        self._lists_jobs = self._cancels_jobs = True

    def ids(self) -> tuple[set[str], set[str]]:
        """Ids of everybody's prompts: (waiting, running)."""
        if self._lists_jobs:
            reply = self._http.send(Call("GET", _JOBS, params=_OPEN))
            known = job_ids(_readable(reply)) if reply.status == 200 else None
            if known is not None:
                return known
            self._lists_jobs = False
        return queue_ids(self._http.get_json("/queue"))

    def cancel(self, attempt_id: AttemptId, find: Find) -> CancelOutcome:
        """Removes a waiting attempt, interrupts a running one."""
        before = find(attempt_id)
        if not isinstance(before, FoundWaiting | FoundRunning):
            return CancelOutcome.TOO_LATE
        if self._cancels_jobs:
            reply = self._http.send(Call("POST", f"{_JOBS}/{attempt_id}/cancel"))
            if reply.status not in _NO_SUCH_ROUTE:
                return self._told(reply, before, lambda: find(attempt_id))
            self._cancels_jobs = False
        return self._cancel_by_queue(attempt_id, before, find)

    def post(self, path: str, body: dict[str, Any]) -> None:
        """For routes that answer 200 whatever they found; their 500 may come after the deed, so callers look."""
        reply = self._http.send(Call("POST", path, body=body))
        if reply.status not in (200, 500):
            raise unexpected(reply)

    def _told(self, reply: Reply, before: Found, look: Callable[[], Found]) -> CancelOutcome:
        """The server says whether it did anything, but not what."""
        match _readable(reply):
            case {"cancelled": False} if reply.status == 200:
                return CancelOutcome.TOO_LATE
            case {"cancelled": True} if reply.status == 200:
                is_removed = isinstance(before, FoundWaiting) and isinstance(look(), FoundUnknown)
                return CancelOutcome.REMOVED if is_removed else CancelOutcome.INTERRUPTED
        raise unexpected(reply)

    def _cancel_by_queue(self, attempt_id: AttemptId, before: Found, find: Find) -> CancelOutcome:
        """A start between question and deed is seen and interrupted."""
        state = before
        if isinstance(state, FoundWaiting):
            self.post("/queue", {"delete": [attempt_id]})
            state = find(attempt_id)
            if isinstance(state, FoundUnknown):
                return CancelOutcome.REMOVED
        if isinstance(state, FoundRunning):
            self.post("/interrupt", {"prompt_id": attempt_id})
            return CancelOutcome.INTERRUPTED
        return CancelOutcome.TOO_LATE


def _readable(reply: Reply) -> Any:
    """The JSON of a reply; None for anything else."""
    try:
        return json_of(reply)
    except EngineProtocolError:
        return None
