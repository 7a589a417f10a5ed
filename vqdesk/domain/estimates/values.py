"""What goes into an estimate and what comes out of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from vqdesk.domain.estimates.load import Load
from vqdesk.domain.job import JobId, LaneId, PromptId


@dataclass(frozen=True, slots=True)
class Span:
    """A length of time between two bounds, in seconds."""

    low_s: float
    high_s: float


@dataclass(frozen=True, slots=True)
class Timing:
    """A prompt that was done: the server's own seconds for it, and the bytes of its outputs."""

    workflow_hash: str
    task_type: str
    lane_id: LaneId
    load: Load
    seconds: float
    bytes: int = 0


@dataclass(frozen=True, slots=True)
class OpenJob:
    """A job with prompts that are not at a server yet. `is_counted` is False for what is held or starts later."""

    id: JobId
    workflow_hash: str
    task_type: str
    load: Load
    waiting: int
    lane_pin: LaneId | None = None
    needs: str = ""  # key of what a server must have
    is_counted: bool = True
    vram_gb: float | None = None  # None: nothing tells


@dataclass(frozen=True, slots=True)
class AtLane:
    """A prompt at a server. `fraction` 0 to 1 of its graph; None while nobody knows or it has not started."""

    prompt_id: PromptId
    job: OpenJob
    lane_id: LaneId
    is_running: bool = False
    elapsed_s: float = 0.0
    fraction: float | None = None


@dataclass(frozen=True, slots=True)
class WorkingLane:
    """A lane as far as estimates care.

    `takes_new` is False while it only ends what it has; `unable` holds the keys of needs that its server lacks.
    """

    id: LaneId
    is_online: bool = True
    takes_new: bool = True
    unable: frozenset[str] = frozenset()


class Why(StrEnum):
    """Why waiting work has no time of its start, or no time at all."""

    NOTHING = ""
    UNKNOWN = "unknown"  # no history to learn from
    HELD = "held"
    PAUSED = "paused"
    OFFLINE = "offline"  # every lane that could run it is away
    NO_LANE = "no_lane"
    BEHIND = "behind"  # something before it has no estimate


@dataclass(frozen=True, slots=True)
class JobForecast:
    """`work` is what is left of the job by itself; `starts` and `done` count from now. None: not known."""

    work: Span | None = None
    starts: Span | None = None
    done: Span | None = None
    why: Why = Why.NOTHING


@dataclass(frozen=True, slots=True)
class Forecast:
    """Time left of everything. `unknown` counts prompts without an estimate: the queue's end is later by them."""

    queue: Span | None = None
    unknown: int = 0
    why: Why = Why.NOTHING
    jobs: Mapping[JobId, JobForecast] = field(default_factory=dict)
    lanes: Mapping[LaneId, Span] = field(default_factory=dict)
    prompts: Mapping[PromptId, Span] = field(default_factory=dict)
