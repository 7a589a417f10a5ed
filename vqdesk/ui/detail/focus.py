"""Which prompt of a job the detail is about. Free of Qt."""

from collections.abc import Sequence

from vqdesk.domain.job import Job, Output, Prompt, PromptId
from vqdesk.domain.status import PromptStatus, is_final

S = PromptStatus
_ORDER = {
    S.RUNNING: (S.RUNNING, S.SUBMITTING, S.QUEUED),
    S.PENDING: (S.PENDING,),
    S.FAILED: (S.FAILED,),
    S.CANCELED: (S.CANCELED,),
    S.SUCCEEDED: (S.SUCCEEDED,),
}


def prompt_in_focus(job: Job, prompts: Sequence[Prompt], chosen: PromptId | None) -> Prompt | None:
    """The chosen prompt while the job has it; else the one that says most about the job's state."""
    for prompt in prompts:
        if prompt.id == chosen:
            return prompt
    for status in _ORDER.get(job.status, ()):
        matching = [prompt for prompt in prompts if prompt.status is status]
        if matching:
            ended_last = status is S.SUCCEEDED
            return max(matching, key=lambda prompt: prompt.ended_at) if ended_last else matching[0]
    return prompts[0] if prompts else None


def outputs_of(prompt: Prompt, outputs: Sequence[Output]) -> list[Output]:
    """The outputs of one prompt."""
    return [output for output in outputs if output.prompt_id == prompt.id]


def can_cancel(prompt: Prompt) -> bool:
    """True while the prompt lives and nobody asked to cancel it."""
    return not is_final(prompt.status) and not prompt.cancel_requested_at


def is_canceling(prompt: Prompt) -> bool:
    """True between the wish to cancel and its effect."""
    return not is_final(prompt.status) and bool(prompt.cancel_requested_at)


def can_retry(prompt: Prompt) -> bool:
    """True for prompts that a retry takes back to pending."""
    return prompt.status in (S.FAILED, S.CANCELED)
