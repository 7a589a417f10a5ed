"""What the user does with the queue, the same for window and command line. Blocking."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vqdesk.domain.errors import NotFound
from vqdesk.domain.graph import render
from vqdesk.domain.job import AttemptId, Job, JobId, LaneId, Output, Prompt, PromptId
from vqdesk.domain.shaping import has_effect, shaped
from vqdesk.domain.status import PromptStatus, is_final
from vqdesk.ports import Store
from vqdesk.services.workflows import WorkflowLibrary

PAUSED = "paused"
RECALL = "recall"
"""Setting: "1" while a pause also takes back what is at the servers."""


@dataclass(frozen=True, slots=True)
class JobDetail:
    """What the detail view shows of a job, but its log. `parameters`: (label, shown value) in form order."""

    job: Job
    prompts: tuple[Prompt, ...]
    outputs: tuple[Output, ...]
    workflow_title: str
    parameters: tuple[tuple[str, str], ...]
    lane_names: Mapping[LaneId, str]


class QueueService:
    """Cancel, retry, pause and look."""

    def __init__(self, store: Store, library: WorkflowLibrary) -> None:
        self._store = store
        self._library = library

    def cancel_job(self, job_id: JobId) -> list[PromptId]:
        """Asks for every prompt that has not ended. Raises NotFound. Returns those asked now."""
        self._store.jobs.get(job_id)
        open_ones = [p.id for p in self._store.jobs.prompts(job_id) if not is_final(p.status)]
        return self._store.prompts.request_cancel(open_ones)

    def retry_job(self, job_id: JobId) -> list[PromptId]:
        """Puts the failed prompts back; when none failed, the canceled ones. Raises NotFound."""
        self._store.jobs.get(job_id)
        prompts = self._store.jobs.prompts(job_id)
        for status in (PromptStatus.FAILED, PromptStatus.CANCELED):
            chosen = [prompt.id for prompt in prompts if prompt.status is status]
            if chosen:
                return self._store.prompts.retry(chosen)
        return []

    def cancel_prompts(self, ids: Sequence[PromptId]) -> list[PromptId]:
        return self._store.prompts.request_cancel(ids)

    def retry_prompts(self, ids: Sequence[PromptId]) -> list[PromptId]:
        return self._store.prompts.retry(ids)

    def set_paused(self, paused: bool, now: bool = False) -> None:
        """While paused nothing new is sent. What is at the servers goes on, or with `now` comes back at once."""
        recalls = paused and now
        if not recalls:
            self._store.settings.put(RECALL, "0")
        self._store.settings.put(PAUSED, "1" if paused else "0")
        if recalls:  # only when nothing new is sent any more
            self._store.settings.put(RECALL, "1")

    def is_paused(self) -> bool:
        return self._store.settings.get(PAUSED) == "1"

    def detail(self, job_id: JobId) -> JobDetail:
        """Raises NotFound."""
        job = self._store.jobs.get(job_id)
        title, parameters = self._described(job)
        return JobDetail(
            job=job,
            prompts=tuple(self._store.jobs.prompts(job_id)),
            outputs=tuple(self._store.jobs.outputs(job_id)),
            workflow_title=title,
            parameters=parameters,
            lane_names={lane.id: lane.name for lane in self._store.lanes.all()},
        )

    def graph_json(self, prompt_id: PromptId) -> str:
        """The graph as it was, or would be, sent; the uploaded file's name is the lane's when it is known."""
        prompt = self._store.prompts.get(prompt_id)
        job_graph = self._store.jobs.graph(prompt.job_id)
        names = [self._store.lanes.remote_name(lane.id, prompt.asset) for lane in self._store.lanes.all()]
        remote = next((name for name in names if name), prompt.source_path.rsplit("/", 1)[-1])
        attempt = prompt.attempt_id or AttemptId("not-sent-yet")
        return json.dumps(render(job_graph, prompt, attempt, remote), indent=2, ensure_ascii=False)

    def _described(self, job: Job) -> tuple[str, tuple[tuple[str, str], ...]]:
        try:
            definition = shaped(self._library.get(job.workflow), job.params)
        except NotFound:  # removed since: the stored values still say everything
            return job.workflow, tuple((name, str(value)) for name, value in job.params.items())
        known = {parameter.name: parameter.label or parameter.name for parameter in definition.parameters}
        ordered = [p.name for p in definition.parameters if p.name in job.params and has_effect(p)]
        ordered += [name for name in job.params if name not in known]
        return definition.title, tuple((known.get(name, name), str(job.params[name])) for name in ordered)
