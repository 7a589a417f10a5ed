"""What follows from a failure: a step lower, a lane paused, a prompt put aside (R-Q10). Blocking."""

from dataclasses import dataclass, replace
from typing import Any

from vqdesk.domain.errors import DISK_FULL, OUT_OF_MEMORY, NotFound, Problem
from vqdesk.domain.job import AttemptId, Job, Lane, LaneId, Prompt, PromptId
from vqdesk.domain.parameters import Parameter, ParameterType
from vqdesk.domain.policies.deaths import put_aside
from vqdesk.domain.policies.lowering import lowered
from vqdesk.domain.policies.repeats import lane_problem, same_again
from vqdesk.domain.settings import DEATHS_ALLOWED, LOWER_AFTER_OOM, SAME_FAILURES
from vqdesk.domain.shaping import shaped
from vqdesk.domain.status import PromptStatus
from vqdesk.domain.workflow import WorkflowDefinition
from vqdesk.ports import Clock, Move, Store
from vqdesk.services.settings import SettingService
from vqdesk.services.workflows import WorkflowLibrary

_ALIVE = "worker_alive"
HISTORY = 30


@dataclass(frozen=True, slots=True)
class FailureService:
    """Everything that must outlive a restart is in the store: attempts, and what a lane was told."""

    store: Store
    library: WorkflowLibrary
    settings: SettingService
    clock: Clock

    def lower(self, job: Job, prompt: Prompt, attempt_id: AttemptId, problem: Problem) -> Move | None:
        """The one retry a step lower, where memory lacked and the workflow says how; else None."""
        if problem.kind != OUT_OF_MEMORY or prompt.lowered or not self.settings.get(LOWER_AFTER_OOM):
            return None
        try:
            definition = shaped(self.library.get(job.workflow), job.params)
        except NotFound:
            return None
        if definition.template_hash != job.workflow_hash:  # changed since: its bindings may mean something else
            return None
        step = lowered(definition, _values(definition, job, prompt))
        if step is None:
            return None
        note = f"{problem.cause} It is tried once more, a step lower: {step.words}."
        return Move(
            prompt.id,
            attempt_id,
            PromptStatus.PENDING,
            problem=problem,
            outcome="failed",
            note=note,
            note_kind="warning",
            patch={**prompt.patch, **step.patch},
            lowered=step.words,
        )

    def pause_after_repeats(self, lane: Lane) -> Problem | None:
        """Pauses a lane whose last attempts all failed alike; says why when it did so now."""
        limit = self.settings.get(SAME_FAILURES)
        orders = self.store.lane_orders.of(lane.id)
        if orders.paused is not None or limit < 1:
            return None
        failure = same_again(self.store.attempts.recent(lane.id, orders.resumed_at, limit), limit)
        if failure is None:
            return None
        problem = lane_problem(lane.name, failure, limit)
        self.store.lane_orders.put(lane.id, replace(orders, paused=problem))
        return problem

    def resume(self, lane_id: LaneId) -> None:
        """The user has looked: what failed until now does not count any more."""
        orders = self.store.lane_orders.of(lane_id)
        self.store.lane_orders.put(lane_id, replace(orders, paused=None, resumed_at=self.clock.now_iso()))

    def resume_all(self) -> None:
        """Every lane that paused itself."""
        for lane in self.store.lanes.all():
            if self.store.lane_orders.of(lane.id).paused is not None:
                self.resume(lane.id)

    def after_death(self, attempt_id: AttemptId) -> Problem | None:
        """An attempt was running when its server died; says why its prompt must not run again, if so."""
        return put_aside(self.store.attempts.note_death(attempt_id), self.settings.get(DEATHS_ALLOWED))

    def take_over(self) -> None:
        """A worker begins: when the last one died, what ran then is noted."""
        if self.store.settings.get(_ALIVE) == "1":
            self.store.attempts.note_deaths_in_flight()
        self.store.settings.put(_ALIVE, "1")

    def leave(self) -> None:
        """The worker ends as it should."""
        self.store.settings.put(_ALIVE, "0")

    def history(self, job: Job, lane_id: LaneId) -> list[float]:
        """Seconds of this job's workflow on a lane, newest first."""
        return self.store.attempts.seconds(job.workflow_hash, lane_id, HISTORY)

    def retry_for_room(self) -> list[PromptId]:
        """There is room again: what failed for a full disk goes back into the queue."""
        return self.store.prompts.retry(self.store.attempts.failed_as(DISK_FULL))


def _values(definition: WorkflowDefinition, job: Job, prompt: Prompt) -> dict[str, Any]:
    """The job's values with the prompt's own over them."""
    own = {
        p.name: _bound(p, prompt)
        for p in definition.parameters
        if p.bind and all(place in prompt.patch for place in p.bind)
    }
    return {**job.params, **own}


def _bound(parameter: Parameter, prompt: Prompt) -> Any:
    values = [prompt.patch[place] for place in parameter.bind]
    return f"{values[0]}x{values[1]}" if parameter.type is ParameterType.RESOLUTION else values[0]
