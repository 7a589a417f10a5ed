"""What services and the runtime need of the outside, as Protocols; bootstrap joins them with adapters."""

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from vqdesk.domain.errors import Problem
from vqdesk.domain.events import CancelOutcome, EngineEvent, Found
from vqdesk.domain.job import (
    Asset,
    AttemptId,
    Claimed,
    Graph,
    Job,
    JobDraft,
    JobGraph,
    JobId,
    Lane,
    LaneId,
    LogEntry,
    NewOutput,
    Output,
    Prompt,
    PromptId,
    RemoteFile,
)
from vqdesk.domain.media import MediaFacts
from vqdesk.domain.status import PromptStatus

NodeCatalog = Mapping[str, Mapping[str, Any]]
"""`GET /object_info`: class name -> its description."""


class ServerCatalog(dict[str, Mapping[str, Any]]):
    """The catalogue of a server whose version is known, like "0.3.64"."""

    def __init__(self, classes: Mapping[str, Mapping[str, Any]], version: str) -> None:
        super().__init__(classes)
        self.version = version


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where an engine answers, with a path when it is behind a proxy ("https://host/comfy").

    `token` goes into the header X-VQDesk-Token when it is not empty; `headers` are the proxy's own.
    """

    url: str
    token: str = ""
    headers: tuple[tuple[str, str], ...] = ()


class EndpointSource(Protocol):
    """Asked before every (re)connect, in a worker thread; may start the built-in engine's process first."""

    def __call__(self) -> Endpoint:
        """Raises EngineUnreachable when there is nothing to connect to."""
        ...


@dataclass(frozen=True, slots=True)
class EngineInfo:
    """What a server says of itself. Bytes for memory; `queue_remaining` counts waiting and running prompts."""

    version: str
    device: str = ""
    vram_total: int = 0
    vram_free: int = 0
    queue_remaining: int = 0
    is_builtin: bool = False


@dataclass(frozen=True, slots=True)
class Accepted:
    """Reply to a submit. `dropped` names the outputs that the server left out, each with its reason."""

    number: float
    dropped: tuple[Problem, ...] = field(default=())


class Engine(Protocol):
    """One ComfyUI-speaking server (DESIGN §7). Every call may raise EngineUnreachable or EngineProtocolError."""

    async def probe(self) -> EngineInfo:
        """Version, device, memory and queue length."""
        ...

    async def catalog(self) -> NodeCatalog:
        """All node classes; kept in memory per connection."""
        ...

    async def upload(self, path: Path, asset: Asset, readable_name: str) -> str:
        """Sends a file and returns the name that a loader node takes ("vqdesk/<16 hex>/name.png").

        Raises EngineRejected when the server does not take it (too large).
        """
        ...

    async def submit(self, attempt_id: AttemptId, graph: Graph, *, front: bool = False) -> Accepted:
        """Queues a graph under our id. Raises EngineRejected with node and reason in words."""
        ...

    async def find(self, attempt_ids: Sequence[AttemptId]) -> dict[AttemptId, Found]:
        """What the server knows of each attempt, from its queue and history."""
        ...

    async def leftovers(self, attempt_id: AttemptId, graph: Graph) -> tuple[RemoteFile, ...]:
        """Files of an attempt that `find` calls unknown, under its own prefix; empty unless all are there."""
        ...

    async def cancel(self, attempt_id: AttemptId) -> CancelOutcome:
        """Takes an attempt back."""
        ...

    def fetch(self, file: RemoteFile) -> AsyncIterator[bytes]:
        """The bytes of an output. Raises NotFound when the server no longer has it."""
        ...

    def events(self) -> AsyncIterator[EngineEvent]:
        """Connects, reconnects for ever with backoff, and yields what happens; ends at `close`."""
        ...

    def reconnect(self) -> None:
        """Ends the pause before the next attempt to connect, if there is one."""
        ...

    async def close(self) -> None:
        """Closes the socket and the connections; the server keeps its queue."""
        ...


class Media(Protocol):
    """Facts and pictures from files. Blocking: call it in a pool."""

    def probe(self, path: Path) -> MediaFacts:
        """Facts by content. Raises InputUnusable (corrupt, empty, not a picture, too large)."""
        ...

    def thumbnail(self, path: Path, edge: int) -> bytes:
        """JPEG with the long side at most `edge` pixels, from the cache when possible. Raises InputUnusable."""
        ...

    def verify_output(self, path: Path) -> MediaFacts:
        """Facts of a fetched output after reading enough of it to be sure that it is whole.

        Files that are neither picture nor video come back as kind OTHER. Raises InputUnusable when broken.
        """
        ...


class Files(Protocol):
    """Staging area and output tree (DESIGN §5). Blocking: call it in a pool."""

    def stage(self, source: Path) -> tuple[str, str, int]:
        """Copies a source into staging by content; returns sha256, extension and size in bytes."""
        ...

    def staged_path(self, asset: Asset) -> Path:
        """Where a staged asset lies."""
        ...

    def open_output(self, folder: str, name: str) -> "OutputFile":
        """A new file for `<output root>/<folder>/<name>`, invisible until committed."""
        ...

    def remove_partials(self) -> None:
        """Removes what a killed process left half-written. Only for the holder of the data folder's lock."""
        ...


class OutputFile(Protocol):
    """An output being written. Either `commit` or `discard` ends it."""

    @property
    def temporary(self) -> Path: ...

    def write(self, data: bytes) -> None:
        """Raises OutputUnwritable (disk full, read-only)."""
        ...

    def close(self) -> tuple[str, int]:
        """Flushes to disk; returns sha256 and size."""
        ...

    def commit(self) -> Path:
        """Gives the file its name, never overwriting (`__2`, `__3` …), and returns it."""
        ...

    def discard(self) -> None:
        """Removes the temporary file."""
        ...


class Clock(Protocol):
    """Time from outside, so that tests can hold it."""

    def now_iso(self) -> str:
        """UTC, ISO-8601 with milliseconds and Z."""
        ...

    def monotonic(self) -> float:
        """Seconds that only grow."""
        ...


@dataclass(frozen=True, slots=True)
class JobQuery:
    """Which jobs a view wants. `status` "" means all; `text` is searched in names, texts and file names."""

    status: str = ""
    text: str = ""
    order: str = "actionable"  # or newest, oldest


@dataclass(frozen=True, slots=True)
class StatusCounts:
    """Jobs per shown state, prompts running and waiting."""

    jobs: Mapping[str, int]
    prompts_running: int
    prompts_waiting: int


@dataclass(frozen=True, slots=True)
class Move:
    """A change of a prompt's state, valid only while `attempt_id` is its newest attempt."""

    prompt_id: PromptId
    attempt_id: AttemptId
    to: PromptStatus
    problem: Problem | None = None
    outcome: str = ""  # how the attempt ended; "" while it goes on
    remote_files: tuple[RemoteFile, ...] | None = None
    note: str = ""  # line for the job's log
    note_kind: str = "info"


class JobStore(Protocol):
    """Jobs and what views show of them. Like all stores: blocking, every method one transaction."""

    def create(self, draft: JobDraft) -> JobId:
        """Writes the job, its graph, its prompts and assets; nothing when anything fails."""
        ...

    def get(self, job_id: JobId) -> Job:
        """Raises NotFound."""
        ...

    def rows(self, job_ids: Sequence[JobId]) -> list[Job]:
        """In the order asked; ids that do not exist are left out."""
        ...

    def ids(self, query: JobQuery) -> list[JobId]:
        """Ordered as the query says."""
        ...

    def counts(self) -> StatusCounts: ...

    def graph(self, job_id: JobId) -> JobGraph:
        """Raises NotFound."""
        ...

    def prompts(self, job_id: JobId) -> list[Prompt]:
        """By ordinal."""
        ...

    def outputs(self, job_id: JobId) -> list[Output]:
        """By prompt, then in the order of collection."""
        ...

    def asset(self, sha256: str) -> Asset:
        """Raises NotFound."""
        ...


class PromptStore(Protocol):
    """The life of prompts. What somebody else was faster with is returned as False or left out."""

    def get(self, prompt_id: PromptId) -> Prompt:
        """Raises NotFound."""
        ...

    def request_cancel(self, prompt_ids: Sequence[PromptId]) -> list[PromptId]:
        """Pending prompts end canceled at once, those in flight keep the wish; returns both kinds."""
        ...

    def retry(self, prompt_ids: Sequence[PromptId]) -> list[PromptId]:
        """Failed and canceled prompts go back to pending; returns those that did."""
        ...

    def pending_workflows(self, lane_id: LaneId) -> dict[str, JobId]:
        """Workflow hashes with pending prompts that may go to the lane, each with one of its jobs."""
        ...

    def claim(self, lane_id: LaneId, limit: int, workflow_hashes: Sequence[str]) -> list[Claimed]:
        """Takes the next pending prompts: stores an attempt for each and moves it to submitting."""
        ...

    def move(self, change: Move) -> bool:
        """What shall go back to pending ends canceled instead when the user has wished so meanwhile.

        Raises IllegalTransition for a move outside the table.
        """
        ...

    def succeed(
        self, prompt_id: PromptId, attempt_id: AttemptId, outputs: Sequence[NewOutput], seconds: float
    ) -> bool:
        """Records all outputs and the success together. `seconds` is the server's own time for it."""
        ...

    def recall(self, attempt_id: AttemptId) -> None:
        """Remembers, before the server is asked, that we take this attempt back for a pause."""
        ...

    def was_recalled(self, attempt_id: AttemptId) -> bool: ...

    def in_flight(self, lane_id: LaneId) -> list[Prompt]:
        """Prompts whose newest attempt is at this lane and has not ended."""
        ...


class LaneStore(Protocol):
    """Lanes and what was uploaded to them."""

    def all(self) -> list[Lane]:
        """Enabled lanes by id."""
        ...

    def ensure(self, name: str, url: str, kind: str) -> Lane:
        """The lane with this kind and address, made or enabled when needed."""
        ...

    def remove(self, lane_id: LaneId) -> None:
        """Disables a lane; its history stays."""
        ...

    def remote_name(self, lane_id: LaneId, sha256: str) -> str | None: ...

    def remember_upload(self, lane_id: LaneId, sha256: str, remote_name: str) -> None: ...

    def forget_uploads(self, lane_id: LaneId) -> None:
        """The server lost its input files."""
        ...


class LogStore(Protocol):
    """The log of each job."""

    def add(self, job_id: JobId, kind: str, text: str, prompt_ordinal: int = 0) -> None: ...

    def lines(self, job_id: JobId, after_id: int = 0, limit: int = 1000) -> list[LogEntry]: ...


class SettingStore(Protocol):
    """Settings, the pause switch and the state of workspaces: everything small that several processes share."""

    def get(self, key: str, default: str = "") -> str: ...

    def put(self, key: str, value: str) -> None: ...

    def workspace(self, workspace_id: str) -> str:
        """JSON text, "" when there is none."""
        ...

    def put_workspace(self, workspace_id: str, title: str, state: str) -> None: ...


@dataclass(frozen=True, slots=True)
class Store:
    """The queue's truth (DESIGN §5), one repository per aggregate."""

    jobs: JobStore
    prompts: PromptStore
    lanes: LaneStore
    log: LogStore
    settings: SettingStore
    batch: Callable[[], AbstractContextManager[None]]  # the calls of this thread inside it are one transaction
    data_version: Callable[[], int]  # changes when another process has written
    close: Callable[[], None]
