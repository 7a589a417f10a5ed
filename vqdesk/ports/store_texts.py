"""Jobs whose texts are still to be written by language models."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from vqdesk.domain.auto_prompt import TextWish
from vqdesk.domain.errors import Problem
from vqdesk.domain.job import InputFile, JobId, PromptId


@dataclass(frozen=True, slots=True)
class AwaitedTexts:
    """A job that waits, and the inputs that still have no text, each once."""

    job_id: JobId
    wish: TextWish
    inputs: tuple[InputFile, ...]
    total: int  # inputs of the job that had none at first


class TextStore(Protocol):
    """Blocking, every method one transaction. No lane takes a prompt of a job that waits."""

    def next(self) -> AwaitedTexts | None:
        """The first that waits, in the queue's order, without those that are held."""
        ...

    def wish(self, job_id: JobId) -> TextWish | None:
        """What was wished for a job at first."""
        ...

    def waits(self, job_id: JobId) -> bool:
        """Whether it still waits, and is not held."""
        ...

    def say(self, job_id: JobId, words: str) -> bool:
        """Why it waits, for views; False when that was known."""
        ...

    def write(self, job_id: JobId, sha256: str, patch: Mapping[str, str], note: str = "") -> list[PromptId]:
        """Gives the waiting prompts of an input their texts; what they have already stays.

        The last one lets the job go. Returns the prompts that took it.
        """
        ...

    def fail(self, job_id: JobId, sha256: str, problem: Problem) -> list[PromptId]:
        """The waiting prompts of an input end failed: nothing can be written for it. A retry wishes again."""
        ...

    def go_without(self, job_ids: Sequence[JobId]) -> list[JobId]:
        """Waits no longer: the texts of the form are taken. Returns those that waited."""
        ...
