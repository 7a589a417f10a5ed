"""Live progress of running prompts, by job. Never stored."""

from vqdesk.domain.events import PromptProgressed
from vqdesk.domain.job import Job, JobId, PromptId


class LiveProgress:
    """Holds the newest progress of each prompt until its job's row is read again after the prompt changed."""

    def __init__(self) -> None:
        self._by_job: dict[JobId, dict[PromptId, PromptProgressed]] = {}
        self._ending: set[PromptId] = set()

    def note(self, event: PromptProgressed) -> None:
        """Takes news of a running prompt."""
        self._by_job.setdefault(event.job_id, {})[event.prompt_id] = event
        self._ending.discard(event.prompt_id)

    def prompt_changed(self, prompt_id: PromptId) -> None:
        """Its progress may be over; it counts until `settle`, so that the bar does not step back meanwhile."""
        self._ending.add(prompt_id)

    def settle(self, job: Job) -> None:
        """The job's counts are fresh: what ended is in them now."""
        prompts = self._by_job.get(job.id, {})
        for prompt_id in self._ending.intersection(prompts):
            del prompts[prompt_id]
        self._ending.difference_update(prompts)
        if not prompts or job.counts.running == 0:
            self._by_job.pop(job.id, None)

    def prompt(self, job_id: JobId, prompt_id: PromptId) -> PromptProgressed | None:
        """Newest progress of one prompt."""
        return self._by_job.get(job_id, {}).get(prompt_id)

    def fraction(self, job: Job) -> float:
        """Part of the job that is done, 0 to 1, running prompts included."""
        if not job.counts.total:
            return 0.0
        running = sum(event.fraction for event in self._by_job.get(job.id, {}).values())
        return min(1.0, (job.counts.ended + running) / job.counts.total)
