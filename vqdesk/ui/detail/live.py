"""Live news of one job's prompts, which nobody stores: progress and previews. Free of Qt."""

from collections.abc import Sequence

from vqdesk.domain.events import AppEvent, PreviewChanged, PromptProgressed
from vqdesk.domain.job import JobId, Prompt, PromptId
from vqdesk.domain.status import is_final
from vqdesk.ui.detail.trace import ProgressTrace


class LiveNews:
    """Keeps the newest of each prompt of the job until the prompt has ended."""

    def __init__(self, job_id: JobId | None = None) -> None:
        self._job_id = job_id
        self._traces: dict[PromptId, ProgressTrace] = {}
        self._previews: dict[PromptId, bytes] = {}

    def note(self, batch: Sequence[AppEvent]) -> set[PromptId]:
        """Takes a batch; returns the prompts that have a new preview."""
        seen: set[PromptId] = set()
        for event in batch:
            if isinstance(event, PromptProgressed) and event.job_id == self._job_id:
                self._traces.setdefault(event.prompt_id, ProgressTrace()).note(event)
            elif isinstance(event, PreviewChanged) and event.job_id == self._job_id:
                self._previews[event.prompt_id] = event.data
                seen.add(event.prompt_id)
        return seen

    def trace(self, prompt_id: PromptId) -> ProgressTrace:
        """What the prompt has done; empty before its first news."""
        return self._traces.get(prompt_id, ProgressTrace())

    def preview(self, prompt_id: PromptId) -> bytes:
        """The newest preview, encoded; b"" without one."""
        return self._previews.get(prompt_id, b"")

    def forget_ended(self, prompts: Sequence[Prompt]) -> None:
        """Drops what is kept of prompts that have ended."""
        for prompt in prompts:
            if is_final(prompt.status):
                self._traces.pop(prompt.id, None)
                self._previews.pop(prompt.id, None)
