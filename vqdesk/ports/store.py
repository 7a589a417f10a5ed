"""The queue's truth, one repository per aggregate."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Protocol

from vqdesk.domain.errors import Problem
from vqdesk.domain.job import (
    Asset,
    AttemptId,
    Claimed,
    InputFile,
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
from vqdesk.domain.needs import Needs
from vqdesk.domain.node_times import NodeTime
from vqdesk.domain.status import Cancellation, PromptStatus
from vqdesk.ports.attempts import AttemptStore, LaneOrderStore
from vqdesk.ports.store_captions import CaptionStore
from vqdesk.ports.store_editing import EditingStore
from vqdesk.ports.store_mentions import MentionStore
from vqdesk.ports.store_order import OrderStore, ReturnStore
from vqdesk.ports.store_origins import OriginStore
from vqdesk.ports.store_outputs import OutputStore
from vqdesk.ports.store_presets import PresetStore
from vqdesk.ports.store_runs import RunStore
from vqdesk.ports.store_texts import TextStore
from vqdesk.ports.store_timings import TimingStore
from vqdesk.ports.store_workspaces import WorkspaceStore


@dataclass(frozen=True, slots=True)
class JobQuery:
    """Which jobs a view wants. No `states` means all; `text` is what domain.search_terms understands.

    `states` are those of jobs, where "held" are waiting jobs that are held and "pending" the others.
    """

    states: tuple[str, ...] = ()
    text: str = ""
    order: str = "actionable"  # or newest, oldest, queue, name, workflow, progress, ended
    group: str = ""  # or day, workspace, run, workflow


@dataclass(frozen=True, slots=True)
class JobSection:
    """So many jobs follow that share this: a day (ISO), a workspace's title, the name of a run or of a workflow.

    "" stands for those without one.
    """

    head: str
    jobs: int


@dataclass(frozen=True, slots=True)
class JobListing:
    """Ids in order; with groups, the sections that they fall into."""

    ids: tuple[JobId, ...]
    sections: tuple[JobSection, ...] = ()
    group: str = ""  # what the sections are, as in JobQuery


@dataclass(frozen=True, slots=True)
class StatusCounts:
    """Jobs per shown state ("held" apart from "pending"), prompts running and waiting."""

    jobs: Mapping[str, int]
    prompts_running: int
    prompts_waiting: int


@dataclass(frozen=True, slots=True)
class LogLine:
    """A line for a job's log, with the time at which it happened; `prompt_ordinal` 0 is the job itself."""

    job_id: JobId
    at: str
    kind: str
    text: str
    prompt_ordinal: int = 0


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
    cancellation: Cancellation | None = None  # how a wish to cancel ended with this move
    patch: Mapping[str, Any] | None = None  # the prompt's values from now on
    lowered: str = ""  # what of them was lowered, in words
    nodes: tuple[NodeTime, ...] = ()  # what the attempt ran, told with its end
    lines: tuple[LogLine, ...] = ()  # for the log, before the note


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

    def listing(self, query: JobQuery) -> JobListing:
        """The same ids with the heads of their groups."""
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

    def is_source_awaited(self, path: str) -> bool:
        """Whether a prompt that has not ended was made from this file."""
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

    def pending_needs(self, lane_id: LaneId) -> dict[str, JobId]:
        """Keys of what pending prompts need that may go to the lane, each with one of its jobs."""
        ...

    def needs(self, key: str) -> Needs:
        """What the key stands for."""
        ...

    def next_inputs(self, lane_id: LaneId, needs: Sequence[str], limit: int) -> list[InputFile]:
        """Inputs of the next prompts that the lane will take, each once."""
        ...

    def claim(self, lane_id: LaneId, limit: int, needs: Sequence[str], most_overtaking: int = 0) -> list[Claimed]:
        """Takes the next pending prompts whose needs the lane meets (domain/feeding.py chooses).

        Stores an attempt for each and moves it to submitting.
        """
        ...

    def move(self, change: Move) -> bool:
        """What shall go back to pending ends canceled instead when the user has wished so meanwhile.

        Raises IllegalTransition for a move outside the table.
        """
        ...

    def succeed(
        self,
        prompt_id: PromptId,
        attempt_id: AttemptId,
        outputs: Sequence[NewOutput],
        seconds: float,
        *,
        nodes: Sequence[NodeTime] = (),
        lines: Sequence[LogLine] = (),
    ) -> bool:
        """Records all outputs, the success and `lines` for the log together. `seconds`: the server's own time."""
        ...

    def recall(self, attempt_id: AttemptId) -> None:
        """Remembers, before the server is asked, that we take this attempt back for a pause."""
        ...

    def was_recalled(self, attempt_id: AttemptId) -> bool: ...

    def in_flight(self, lane_id: LaneId) -> list[Prompt]:
        """Prompts whose newest attempt is at this lane and has not ended."""
        ...


@dataclass(frozen=True, slots=True)
class LaneLoad:
    """Prompts at a lane's server."""

    waiting: int
    running: int


class LaneStore(Protocol):
    """Lanes and what was uploaded to them."""

    def all(self) -> list[Lane]:
        """Lanes that are not removed, by id; their state is enabled, draining or leaving."""
        ...

    def loads(self) -> dict[LaneId, LaneLoad]:
        """What is at each lane's server; lanes without anything are left out."""
        ...

    def rename(self, lane_id: LaneId, name: str) -> None:
        """Names are unique."""
        ...

    def set_state(self, lane_id: LaneId, state: str) -> None:
        """enabled, draining, leaving or removed."""
        ...

    def set_max_depth(self, lane_id: LaneId, max_depth: int) -> None:
        """At most so many prompts are at its server."""
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

    def add_all(self, lines: Sequence[LogLine]) -> None:
        """Appends lines in this order, as one."""
        ...

    def lines(self, job_id: JobId, after_id: int = 0, limit: int = 1000) -> list[LogEntry]: ...


class SettingStore(Protocol):
    """Settings and the pause switch: everything small that several processes share."""

    def get(self, key: str, default: str = "") -> str: ...

    def put(self, key: str, value: str) -> None: ...


@dataclass(frozen=True, slots=True)
class Store:
    """The queue's truth (DESIGN §5), one repository per aggregate."""

    jobs: JobStore
    prompts: PromptStore
    lanes: LaneStore
    order: OrderStore
    editing: EditingStore
    returns: ReturnStore
    log: LogStore
    settings: SettingStore
    attempts: AttemptStore
    lane_orders: LaneOrderStore
    origins: OriginStore
    mentions: MentionStore
    texts: TextStore
    timings: TimingStore
    workspaces: WorkspaceStore
    presets: PresetStore
    captions: CaptionStore
    outputs: OutputStore
    runs: RunStore
    batch: Callable[[], AbstractContextManager[None]]  # the calls of this thread inside it are one transaction
    data_version: Callable[[], int]  # changes when another process has written
    faults: Callable[[], Sequence[str]]  # what SQLite's own check finds wrong with the file; may take seconds
    close: Callable[[], None]
