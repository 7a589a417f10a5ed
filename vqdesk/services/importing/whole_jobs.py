"""A finished job as a form again: its values, its inputs, and what single inputs had for themselves."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vqdesk.domain.errors import NotFound
from vqdesk.domain.job import Job, JobId, Prompt
from vqdesk.domain.shaping import shaped
from vqdesk.domain.workflow import WorkflowDefinition, check_values
from vqdesk.ports import Store
from vqdesk.services.importing.reuse import own_values
from vqdesk.services.workflows import WorkflowLibrary


@dataclass(frozen=True, slots=True)
class ReusedJob:
    """`rows` has, by input, only what differs from `values`. `missing`: sentences about what was lost."""

    job: Job
    values: Mapping[str, Any]
    rows: Mapping[str, Mapping[str, Any]]
    inputs: tuple[str, ...]
    missing: tuple[str, ...] = ()


def reused_job(store: Store, library: WorkflowLibrary, job_id: JobId) -> ReusedJob:
    """Raises NotFound when the job or its workflow is gone."""
    job = store.jobs.get(job_id)
    definition = next((one for one in library.shelf().definitions if one.name == job.workflow), None)
    if definition is None:
        raise NotFound(
            f"The workflow “{job.workflow}” is not here any more.", "Job and form need it.", "Add its file again."
        )
    prompts = store.jobs.prompts(job_id)
    refused = {error.parameter for error in check_values(shaped(definition, job.params), job.params)}
    defaults = {one.name: one.default for one in definition.parameters}
    values = {
        name: value for name, value in job.params.items() if name not in refused and defaults.get(name) != value
    }
    inputs = tuple(dict.fromkeys(prompt.source_path for prompt in prompts if prompt.source_path))
    gone = tuple(path for path in inputs if not Path(path).is_file())
    missing = [f"{name} does not fit its workflow any more." for name in sorted(refused)]
    missing += [f"{path} is not there any more." for path in gone]
    return ReusedJob(job, values, _rows(definition, job, prompts), inputs, tuple(missing))


def _rows(definition: WorkflowDefinition, job: Job, prompts: list[Prompt]) -> dict[str, dict[str, Any]]:
    made = shaped(definition, job.params)
    rows: dict[str, dict[str, Any]] = {}
    for prompt in prompts:
        own = own_values(made, prompt) if prompt.source_path not in rows else {}
        if own:
            rows[prompt.source_path] = own
    return rows
