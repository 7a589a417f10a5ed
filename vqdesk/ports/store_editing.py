"""Changes to jobs that are in the queue already, and what takes them back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from vqdesk.domain.job import JobId, PromptId


@dataclass(frozen=True, slots=True)
class Place:
    """Where a job stands in the queue."""

    job_id: JobId
    priority: int
    position: float


@dataclass(frozen=True, slots=True)
class JobValues:
    """The values of a job and of its waiting prompts: `patches` maps a prompt to "node.input" → value."""

    job_id: JobId
    params: Mapping[str, Any]
    texts: str
    patches: Mapping[PromptId, Mapping[str, Any]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Weight:
    """How much a choice of jobs is: numbers of jobs, and of their prompts."""

    jobs: int = 0
    open_jobs: int = 0
    at_server: int = 0  # jobs
    waiting_jobs: int = 0  # jobs with a prompt that was not sent yet
    open_prompts: int = 0
    failed_prompts: int = 0
    canceled_prompts: int = 0


class EditingStore(Protocol):
    """Blocking, every method one transaction. Jobs that do not exist are left out; the changed ones come back."""

    def weigh(self, job_ids: Sequence[JobId]) -> Weight: ...

    def open_prompts(self, job_ids: Sequence[JobId]) -> list[PromptId]:
        """Those that have not ended."""
        ...

    def open_jobs(self) -> list[JobId]:
        """All with something left to do, in the order of the queue."""
        ...

    def ended_prompts(self, job_ids: Sequence[JobId], states: Sequence[str]) -> list[PromptId]:
        """Those in one of these states."""
        ...

    def waiting_jobs(self, job_ids: Sequence[JobId] | None = None) -> list[JobId]:
        """Those with prompts that were not sent yet, in the order of the queue; None looks at all."""
        ...

    def rename(self, job_id: JobId, name: str) -> list[JobId]: ...

    def set_note(self, job_ids: Sequence[JobId], note: str) -> list[JobId]: ...

    def set_colour(self, job_ids: Sequence[JobId], colour: str) -> list[JobId]: ...

    def delete(self, job_ids: Sequence[JobId]) -> list[JobId]:
        """Takes jobs out of sight until `restore`; those with a prompt at a server stay."""
        ...

    def restore(self, job_ids: Sequence[JobId]) -> list[JobId]:
        """Brings deleted jobs back as they were."""
        ...

    def places(self, job_ids: Sequence[JobId]) -> list[Place]: ...

    def put_back(self, places: Sequence[Place]) -> list[JobId]:
        """Jobs that have ended stay where they are."""
        ...

    def texts(self, job_id: JobId) -> str:
        """What search finds of the job besides its name and files."""
        ...

    def change(self, values: JobValues) -> JobValues:
        """Writes new values; prompts that were sent meanwhile keep theirs. Returns what was there before.

        Raises NotFound.
        """
        ...
