"""What happens: engine events (server -> worker) and app events (worker -> window)."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from vqdesk.domain.auto_prompt.results import AutoRunTold
from vqdesk.domain.errors import Problem
from vqdesk.domain.job import AttemptId, JobId, LaneId, PromptId, RemoteFile
from vqdesk.domain.progress import PhaseNow
from vqdesk.domain.server_log import ConsoleLine

# ---- from an engine to the worker -------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class EngineOnline:
    """The socket is open and the server answers. `input_folder` has its inputs; "" when it does not say.

    `card_bytes` is the memory of its graphics card; 0 without one, or when it does not say.
    """

    version: str
    input_folder: str = ""
    card_bytes: int = 0


@dataclass(frozen=True, slots=True)
class EngineOffline:
    """The server does not answer; it is tried again in `retry_in_s` seconds."""

    problem: Problem
    retry_in_s: float


@dataclass(frozen=True, slots=True)
class ExecutionStarted:
    """The server began to run an attempt."""

    attempt_id: AttemptId


@dataclass(frozen=True, slots=True)
class NodeStarted:
    """A node of the graph runs now."""

    attempt_id: AttemptId
    node_id: str


@dataclass(frozen=True, slots=True)
class NodeProgressed:
    """A node reports `value` of `maximum` steps."""

    attempt_id: AttemptId
    node_id: str
    value: float
    maximum: float


@dataclass(frozen=True, slots=True)
class PreviewArrived:
    """An encoded preview picture (`mime` image/jpeg or image/png)."""

    attempt_id: AttemptId
    node_id: str
    mime: str
    data: bytes


@dataclass(frozen=True, slots=True)
class ExecutionFinished:
    """The server has ended an attempt, well or not; the history record tells how."""

    attempt_id: AttemptId


@dataclass(frozen=True, slots=True)
class ExecutionFailed:
    """A node failed. `problem` is in words, its details hold the traceback."""

    attempt_id: AttemptId
    problem: Problem


@dataclass(frozen=True, slots=True)
class ExecutionInterrupted:
    """The attempt was interrupted at the server."""

    attempt_id: AttemptId


@dataclass(frozen=True, slots=True)
class ConsoleWritten:
    """The server wrote on its own console."""

    lines: tuple[ConsoleLine, ...]


EngineEvent = (
    EngineOnline
    | ConsoleWritten
    | EngineOffline
    | ExecutionStarted
    | NodeStarted
    | NodeProgressed
    | PreviewArrived
    | ExecutionFinished
    | ExecutionFailed
    | ExecutionInterrupted
)

# ---- what an engine knows of an attempt ---------------------------------------------------------


@dataclass(frozen=True, slots=True)
class FoundWaiting:
    """In the server's queue."""


@dataclass(frozen=True, slots=True)
class FoundRunning:
    """Running at the server."""


@dataclass(frozen=True, slots=True)
class FoundFinished:
    """Ended; `outcome` is succeeded, failed or interrupted. Files may exist in all three cases."""

    outcome: str
    files: tuple[RemoteFile, ...] = ()
    problem: Problem | None = None
    seconds: float = 0.0
    texts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FoundUnknown:
    """Neither in the queue nor in the history."""


class CancelOutcome(StrEnum):
    """What became of the wish to cancel an attempt at a server."""

    REMOVED = "removed"  # it was waiting and is gone from the queue
    INTERRUPTED = "interrupted"  # it was running and was asked to stop
    TOO_LATE = "too_late"  # it had ended, or the server does not know it


Found = FoundWaiting | FoundRunning | FoundFinished | FoundUnknown

# ---- from the worker to the window ----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class JobsChanged:
    """Rows of these jobs are new or different; ask the store for them."""

    job_id: JobId

    @property
    def merge_key(self) -> Hashable | None:
        return ("job", self.job_id)


@dataclass(frozen=True, slots=True)
class PromptChanged:
    """A prompt's state changed; `revision` orders the news of one prompt."""

    job_id: JobId
    prompt_id: PromptId
    revision: int

    @property
    def merge_key(self) -> Hashable | None:
        return ("prompt", self.prompt_id)


@dataclass(frozen=True, slots=True)
class PromptProgressed:
    """Live progress of a running prompt, never stored. `fraction` is 0…1 over the whole graph.

    `rate` is steps a second of the running node, 0 while unknown; `phases` is empty for a graph of one phase.
    """

    job_id: JobId
    prompt_id: PromptId
    fraction: float
    node_title: str
    step: int
    steps: int
    elapsed_s: float
    rate: float = 0.0
    phases: tuple[PhaseNow, ...] = ()

    @property
    def merge_key(self) -> Hashable | None:
        return ("progress", self.prompt_id)


@dataclass(frozen=True, slots=True)
class PreviewChanged:
    """A new preview picture of a running prompt."""

    job_id: JobId
    prompt_id: PromptId
    data: bytes

    @property
    def merge_key(self) -> Hashable | None:
        return ("preview", self.prompt_id)


@dataclass(frozen=True, slots=True)
class LogGrew:
    """The log of a job has more lines."""

    job_id: JobId

    @property
    def merge_key(self) -> Hashable | None:
        return ("log", self.job_id)


@dataclass(frozen=True, slots=True)
class ServerLogged:
    """A lane's server wrote on its console; not kept yet."""

    lane_id: LaneId
    lines: tuple[ConsoleLine, ...]

    @property
    def merge_key(self) -> Hashable | None:
        return None


@dataclass(frozen=True, slots=True)
class ServerLogGrew:
    """More lines of a lane's server are kept."""

    lane_id: LaneId

    @property
    def merge_key(self) -> Hashable | None:
        return ("server log", self.lane_id)


@dataclass(frozen=True, slots=True)
class LaneChanged:
    """State of a lane: `state` is connecting, online or offline. Online with a problem: it answers, but stands."""

    lane_id: LaneId
    name: str
    kind: str
    state: str
    version: str = ""
    problem: Problem | None = None
    retry_in_s: float = 0.0

    @property
    def merge_key(self) -> Hashable | None:
        return ("lane", self.lane_id)


@dataclass(frozen=True, slots=True)
class PromptsGivenBack:
    """A lane that is away gave its waiting prompts back to the queue."""

    lane_id: LaneId
    name: str
    prompts: int

    @property
    def merge_key(self) -> Hashable | None:
        return None


@dataclass(frozen=True, slots=True)
class QueueChanged:
    """Pause state or totals changed. `running` and `waiting` count prompts.

    `stuck` holds the needs (Job.needs) of waiting jobs that no connected engine meets, `reason` says so in words.
    `together` says which jobs run together out of order because a lane has their models loaded. `takes_back`: the
    pause stops what runs and puts it back.
    """

    paused: bool
    running: int
    waiting: int
    reason: str = ""
    stuck: frozenset[str] = frozenset()
    together: str = ""
    takes_back: bool = False

    @property
    def merge_key(self) -> Hashable | None:
        return "queue"


@dataclass(frozen=True, slots=True)
class LaneRest:
    """A lane that gets nothing new. `reason` is failures, quiet or later; `until` is local ISO-8601 or ""."""

    lane_id: LaneId
    name: str
    reason: str
    until: str = ""
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class NightChanged:
    """What the queue does by itself. `after_queue` is an AfterQueue; `countdown_s` is None while nothing counts.

    `disk` says why the queue rests until there is room, `problem` what the computer did not do.
    """

    after_queue: str
    countdown_s: int | None = None
    disk: Problem | None = None
    rests: tuple[LaneRest, ...] = ()
    problem: Problem | None = None
    asks_before_exit: bool = True

    @property
    def merge_key(self) -> Hashable | None:
        return "night"


@dataclass(frozen=True, slots=True)
class Suspected:
    """A prompt ended too fast, runs far too long, or does not start."""

    job_id: JobId
    prompt_id: PromptId
    ordinal: int
    problem: Problem

    @property
    def merge_key(self) -> Hashable | None:
        return ("suspected", self.prompt_id)


@dataclass(frozen=True, slots=True)
class StoreChanged:
    """Another process wrote into the data folder: views ask again for what they show."""

    @property
    def merge_key(self) -> Hashable | None:
        return "store"


@dataclass(frozen=True, slots=True)
class WorkerFailed:
    """A part of the worker ended by a bug of ours; the queue may stand still."""

    problem: Problem

    @property
    def merge_key(self) -> Hashable | None:
        return None


AppEvent = (
    JobsChanged
    | PromptChanged
    | PromptProgressed
    | PreviewChanged
    | LogGrew
    | ServerLogged
    | ServerLogGrew
    | LaneChanged
    | PromptsGivenBack
    | QueueChanged
    | NightChanged
    | Suspected
    | AutoRunTold
    | StoreChanged
    | WorkerFailed
)
