"""A job as the store gives it."""

from dataclasses import replace
from typing import Any

from vqdesk.domain.job import Counts, Job, JobId
from vqdesk.domain.status import PromptStatus

_JOB = Job(
    id=JobId(1),
    name="Lake",
    workflow="tint",
    workflow_hash="h1",
    task_type="text_to_image",
    status=PromptStatus.PENDING,
    counts=Counts(pending=1),
    params={},
    tries=1,
    priority=0,
    position=0,
    held=False,
    created_at="",
    started_at="",
    ended_at="",
)


def sample_job(**changes: Any) -> Job:
    """One pending prompt of pictures; `changes` are fields of Job."""
    return replace(_JOB, **changes)
