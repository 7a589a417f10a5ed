"""Jobs, prompts, attempts, outputs: the rows of the queue as frozen values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NewType

from vqdesk.domain.errors import Problem
from vqdesk.domain.run import RunId
from vqdesk.domain.status import Cancellation, PromptStatus

if TYPE_CHECKING:
    from vqdesk.domain.auto_prompt.wishes import TextWish  # which speaks of prompts itself

JobId = NewType("JobId", int)
PromptId = NewType("PromptId", int)
AttemptId = NewType("AttemptId", str)
LaneId = NewType("LaneId", int)

Graph = dict[str, dict[str, Any]]
"""A ComfyUI API-format graph: node id -> {class_type, inputs}."""


@dataclass(frozen=True, slots=True)
class Asset:
    """An input, stored once per content; `source` is where it came from. Width and height in pixels."""

    sha256: str
    bytes: int
    ext: str
    width: int
    height: int
    source: str = ""
    frames: int = 0  # of a video


@dataclass(frozen=True, slots=True)
class PromptDraft:
    """One prompt to be created: what differs from the job's graph. `patch` maps "node.input" to a value."""

    source_path: str = ""
    asset: str = ""
    seed: int | None = None
    patch: Mapping[str, Any] = field(default_factory=dict)
    try_number: int = 1
    wants_text: bool = False  # a language model writes for it before it may run


@dataclass(frozen=True, slots=True)
class JobDraft:
    """A job to be created with all its prompts in one transaction."""

    name: str
    workflow: str
    workflow_hash: str
    task_type: str
    params: Mapping[str, Any]
    graph: Graph
    input_binding: str  # "node.input" that takes the uploaded file, or ""
    save_nodes: tuple[str, ...]  # nodes whose filename_prefix is set per attempt
    prompts: tuple[PromptDraft, ...]
    assets: tuple[Asset, ...] = ()
    tries: int = 1
    texts: str = ""  # what search finds besides names
    lane_pin: LaneId | None = None
    workspace_id: str = ""
    workspace_title: str = ""  # as it was then
    wish: "TextWish | None" = None  # what is written for the prompts that want a text


@dataclass(frozen=True, slots=True)
class Counts:
    """Number of prompts of a job in each state."""

    pending: int = 0
    submitting: int = 0
    queued: int = 0
    running: int = 0
    succeeded: int = 0
    failed: int = 0
    canceled: int = 0

    @property
    def total(self) -> int:
        return (
            self.pending
            + self.submitting
            + self.queued
            + self.running
            + self.succeeded
            + self.failed
            + self.canceled
        )

    @property
    def ended(self) -> int:
        return self.succeeded + self.failed + self.canceled


@dataclass(frozen=True, slots=True)
class Job:
    """One submission. Times are UTC ISO-8601 with milliseconds."""

    id: JobId
    name: str
    workflow: str
    workflow_hash: str
    task_type: str
    status: PromptStatus
    counts: Counts
    params: Mapping[str, Any]
    tries: int
    priority: int
    position: float
    held: bool
    created_at: str
    started_at: str
    ended_at: str
    lane_pin: LaneId | None = None
    first_asset: str = ""
    workspace_id: str = ""  # "" for jobs that no tab made
    workspace_title: str = ""  # as it was then
    reason: str = ""  # summary of the first failure
    canceling: int = 0  # prompts at a server that were asked to stop
    needs: str = ""  # key of what a server must have
    stop_after: bool = False  # the queue pauses when it has ended
    start_at: str = ""  # not before this time; "" for at once
    overtaken: int = 0  # jobs that were let ahead of it because their models were loaded
    colour: str = ""  # one of domain.marks, "" for none
    note: str = ""
    last_output: str = ""  # path of the newest file
    awaits: str = ""  # why no lane takes it yet, in words
    run_id: RunId | None = None
    run: str = ""  # the name of its run

    @property
    def number(self) -> int:
        return int(self.id)

    @property
    def is_canceling(self) -> bool:
        """True while nothing of it is left but prompts that were asked to stop."""
        counts = self.counts
        return self.canceling > 0 and self.canceling == counts.total - counts.ended


@dataclass(frozen=True, slots=True)
class Prompt:
    """One graph of a job to be run to success once."""

    id: PromptId
    job_id: JobId
    ordinal: int
    status: PromptStatus
    seed: int | None
    try_number: int
    asset: str
    source_path: str
    patch: Mapping[str, Any]
    cancel_requested_at: str
    error: Problem | None
    revision: int
    attempt_id: AttemptId | None = None  # newest attempt
    attempts: int = 0
    started_at: str = ""
    ended_at: str = ""
    cancellation: Cancellation | None = None  # None also while the wish has not taken effect
    lowered: str = ""  # what was made smaller after a lack of memory: "Width 832 → 624"
    wants_text: bool = False  # a language model has not written its text yet


@dataclass(frozen=True, slots=True)
class RemoteFile:
    """A file that a server reports as an output. `kind` is ComfyUI's type: output or temp."""

    node_id: str
    filename: str
    subfolder: str
    kind: str


@dataclass(frozen=True, slots=True)
class NewOutput:
    """A collected file on our disk, ready to be recorded. Sizes in pixels."""

    node_id: str
    remote_name: str
    path: str
    kind: str
    bytes: int
    sha256: str
    width: int
    height: int
    fps: float
    frames: int


@dataclass(frozen=True, slots=True)
class Output:
    """A recorded output."""

    id: int
    prompt_id: PromptId
    attempt_id: AttemptId
    node_id: str
    path: str
    kind: str
    bytes: int
    width: int
    height: int
    fps: float
    frames: int


@dataclass(frozen=True, slots=True)
class Lane:
    """One server's place in the queue. `kind` is builtin or comfyui; `state` is enabled or removed."""

    id: LaneId
    name: str
    url: str
    kind: str
    state: str
    max_depth: int


@dataclass(frozen=True, slots=True)
class Claimed:
    """A prompt that was taken for a lane together with its stored attempt: all that feeding needs."""

    prompt: Prompt
    attempt_id: AttemptId


@dataclass(frozen=True, slots=True)
class InputFile:
    """A staged input that a prompt needs at its server, and the user's own path of it."""

    sha256: str
    source_path: str


@dataclass(frozen=True, slots=True)
class JobGraph:
    """The part of a job's graphs that its prompts share."""

    graph: Graph
    input_binding: str
    save_nodes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LogEntry:
    """A line of a job's log. `kind` is debug, info, warning or error."""

    id: int
    job_id: JobId
    at: str
    kind: str
    text: str
    prompt_ordinal: int = 0
