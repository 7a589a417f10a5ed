"""Time left and disk need, for window and command line alike. Blocking: call it in a pool."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from vqdesk.domain.estimates import (
    AtLane,
    Forecast,
    Load,
    OpenJob,
    Span,
    Timing,
    Why,
    WorkingLane,
    expected_bytes,
    forecast,
    load_of,
    vram_gb,
)
from vqdesk.domain.job import Job, JobId, LaneId, PromptId
from vqdesk.domain.shaping import shaped
from vqdesk.domain.workflow import WorkflowDefinition, effective_values
from vqdesk.ports import Store
from vqdesk.services.cards import known_cards
from vqdesk.services.model_sizes import ModelSizes
from vqdesk.services.queue import PAUSED
from vqdesk.services.workflows import WorkflowLibrary

_WISHED = JobId(-1)
_ENABLED = "enabled"
_GIGA = 10**9


@dataclass(frozen=True, slots=True)
class Wish:
    """What a click would add: `prompts` of a workflow with these values, over inputs like `given`."""

    workflow: str
    params: Mapping[str, Any]
    prompts: int
    given: Load = field(default_factory=Load)
    lane_id: LaneId | None = None


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a job costs. `work` is its own time, `done` counts from now with everything before it."""

    prompts: int
    work: Span | None = None
    done: Span | None = None
    why: Why = Why.NOTHING
    bytes: int | None = None
    free_bytes: int = 0
    vram_gb: float | None = None
    card_bytes: int = 0  # of the largest card that could take it; 0 when that is not known

    @property
    def is_card_too_small(self) -> bool:
        """Whether no card that could take it has as much memory as it wants."""
        return self.vram_gb is not None and 0 < self.card_bytes < self.vram_gb * _GIGA

    @property
    def is_too_large(self) -> bool:
        """Whether the disk has too little room for it."""
        return self.bytes is not None and self.bytes > self.free_bytes


@dataclass(frozen=True, slots=True)
class QueueFacts:
    """What a forecast is made of, read in one go."""

    jobs: Sequence[OpenJob]
    at_lanes: Sequence[AtLane]
    lanes: Sequence[WorkingLane]
    history: Mapping[str, Sequence[Timing]]
    is_paused: bool
    cards: Mapping[LaneId, int] = field(default_factory=dict)  # bytes of graphics memory, where known


@dataclass(frozen=True, slots=True)
class LiveLanes:
    """What only the process knows that runs the queue. `unable` says whether a lane's server lacks these needs."""

    offline: frozenset[LaneId] = frozenset()
    fractions: Mapping[PromptId, float] = field(default_factory=dict)
    unable: Callable[[LaneId, str], bool] = lambda _lane, _needs: False


class EstimateService:
    """Reads the facts (`facts`, `wished`), then works without the store (`foresee`, `outlook`)."""

    def __init__(self, store: Store, library: WorkflowLibrary, free_bytes: Callable[[], int]) -> None:
        self._store = store
        self._library = library
        self._free_bytes = free_bytes
        self._models = ModelSizes(store)

    def facts(self, live: LiveLanes, wished: OpenJob | None = None) -> QueueFacts:
        """The queue as it is now, with what is wished at its end."""
        timings = self._store.timings
        jobs = timings.open_jobs()
        if wished is not None:
            jobs.append(wished)
        at_lanes = [
            replace(one, fraction=live.fractions.get(one.prompt_id)) if one.is_running else one
            for one in timings.at_lanes()
        ]
        lanes = self._store.lanes.all()
        kinds = {(job.workflow_hash, job.task_type) for job in (*jobs, *(one.job for one in at_lanes))}
        needs = {job.needs for job in jobs if job.needs}
        return QueueFacts(
            jobs=jobs,
            at_lanes=at_lanes,
            lanes=[
                WorkingLane(
                    lane.id,
                    is_online=lane.id not in live.offline,
                    takes_new=lane.state == _ENABLED,
                    unable=frozenset(key for key in needs if live.unable(lane.id, key)),
                )
                for lane in lanes
            ],
            history={workflow_hash: timings.history(workflow_hash, task) for workflow_hash, task in kinds},
            is_paused=self._store.settings.get(PAUSED) == "1",
            cards=known_cards(self._store.settings, lanes),
        )

    def foresee(self, facts: QueueFacts) -> Forecast:
        """Time left of everything."""
        return forecast(facts.jobs, facts.at_lanes, facts.lanes, facts.history, paused=facts.is_paused)

    def wished(self, wish: Wish) -> OpenJob:
        """The job that the wish would make. Raises NotFound for an unknown workflow."""
        definition = shaped(self._library.get(wish.workflow), wish.params)
        values = effective_values(definition, wish.params)
        load = load_of(values, wish.given)
        return OpenJob(
            _WISHED,
            definition.template_hash,
            definition.task_type,
            load,
            wish.prompts,
            lane_pin=wish.lane_id,
            vram_gb=self._vram_gb(definition, load, values),
        )

    def outlook(self, facts: QueueFacts, wished: OpenJob) -> Outlook:
        """What the wished job costs, at the end of this queue."""
        return self._outlook(self.foresee(facts), facts, wished)

    def outlook_of(self, job: Job) -> Outlook:
        """What a job in the queue will still cost."""
        facts = self.facts(LiveLanes())
        mine = next((one for one in facts.jobs if one.id == job.id), None)
        if mine is None:
            return Outlook(0, free_bytes=self._free_bytes())
        definition = self._library.get(job.workflow)
        wanted = self._vram_gb(definition, mine.load, job.params)
        return self._outlook(self.foresee(facts), facts, replace(mine, vram_gb=wanted))

    def _vram_gb(self, definition: WorkflowDefinition, load: Load, values: Mapping[str, Any]) -> float | None:
        hint = self._models.hint(definition, values)
        return vram_gb(hint, load, values) if hint else None

    def _outlook(self, foreseen: Forecast, facts: QueueFacts, job: OpenJob) -> Outlook:
        said = foreseen.jobs[job.id]
        each = expected_bytes(facts.history.get(job.workflow_hash, ()), job.workflow_hash, job.load)
        return Outlook(
            prompts=job.waiting,
            work=said.work,
            done=said.done,
            why=said.why,
            bytes=None if each is None else each * job.waiting,
            free_bytes=self._free_bytes(),
            vram_gb=job.vram_gb,
            card_bytes=_largest_card(facts, job.lane_pin),
        )


def _largest_card(facts: QueueFacts, pin: LaneId | None) -> int:
    """0 while the card of a lane that could take it is not known: that one may be large enough."""
    lanes = [pin] if pin is not None else [lane.id for lane in facts.lanes if lane.takes_new]
    cards = [facts.cards.get(lane_id, 0) for lane_id in lanes]
    return max(cards) if cards and all(cards) else 0
