"""What services and the runtime need of the outside, as Protocols; bootstrap joins them with adapters."""

from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
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


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where an engine answers. `token` goes into the header X-VQDesk-Token when it is not empty."""

    url: str
    token: str = ""


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

    async def cancel(self, attempt_id: AttemptId) -> CancelOutcome:
        """Takes an attempt back."""
        ...

    def fetch(self, file: RemoteFile) -> AsyncIterator[bytes]:
        """The bytes of an output. Raises NotFound when the server no longer has it."""
        ...

    def events(self) -> AsyncIterator[EngineEvent]:
        """Connects, reconnects for ever with backoff, and yields what happens; ends at `close`."""
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


class Store(Protocol):
    """The queue's truth. Blocking; one writer at a time. Every method is one transaction."""

    # jobs and views
    def create_job(self, draft: JobDraft) -> JobId: ...
    def job(self, job_id: JobId) -> Job:
        """Raises NotFound."""
        ...

    def jobs(self, job_ids: Sequence[JobId]) -> list[Job]: ...
    def job_ids(self, query: JobQuery) -> list[JobId]: ...
    def status_counts(self) -> StatusCounts: ...
    def job_graph(self, job_id: JobId) -> JobGraph: ...
    def prompts(self, job_id: JobId) -> list[Prompt]: ...
    def prompt(self, prompt_id: PromptId) -> Prompt: ...
    def outputs(self, job_id: JobId) -> list[Output]: ...
    def asset(self, sha256: str) -> Asset: ...

    # what the user wants
    def request_cancel(self, prompt_ids: Sequence[PromptId]) -> list[PromptId]:
        """Pending prompts end canceled at once; others keep the wish. Returns those that changed state."""
        ...

    def retry(self, prompt_ids: Sequence[PromptId]) -> list[PromptId]:
        """Failed and canceled prompts go back to pending; returns those that did."""
        ...

    def set_paused(self, paused: bool) -> None: ...
    def is_paused(self) -> bool: ...

    # feeding and following; each returns False or leaves out what somebody else was faster with
    def claim(self, lane_id: LaneId, limit: int, only_hashes: Sequence[str]) -> list[Claimed]: ...
    def runnable_hashes(self) -> dict[str, JobId]: ...
    def move(self, change: "Move") -> bool: ...
    def record_success(self, prompt_id: PromptId, attempt_id: AttemptId, outputs: Sequence[NewOutput]) -> bool: ...
    def in_flight(self, lane_id: LaneId) -> list[Prompt]: ...
    def canceled_in_flight(self, lane_id: LaneId) -> list[Prompt]: ...

    # uploads, lanes, log, settings
    def remote_name(self, lane_id: LaneId, sha256: str) -> str | None: ...
    def remember_upload(self, lane_id: LaneId, sha256: str, remote_name: str) -> None: ...
    def lanes(self) -> list[Lane]: ...
    def ensure_lane(self, name: str, url: str, kind: str) -> Lane: ...
    def remove_lane(self, lane_id: LaneId) -> None: ...
    def log(self, job_id: JobId, kind: str, text: str, prompt_id: PromptId | None = None) -> None: ...
    def log_lines(self, job_id: JobId, after_id: int = 0, limit: int = 1000) -> Iterator[LogEntry]: ...
    def setting(self, key: str, default: str = "") -> str: ...
    def set_setting(self, key: str, value: str) -> None: ...
    def data_version(self) -> int:
        """Changes when another process has written."""
        ...


@dataclass(frozen=True, slots=True)
class Move:
    """A change of a prompt's state, valid only while `attempt_id` is its newest attempt."""

    prompt_id: PromptId
    attempt_id: AttemptId
    to: PromptStatus
    problem: Problem | None = None
    outcome: str = ""  # how the attempt ended; "" while it goes on
    remote_files: tuple[RemoteFile, ...] | None = None
