"""Jobs changed after they were queued: many at once, and so that it can be taken back. Blocking."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from vqdesk.domain.editing import Replacement, followed, searched
from vqdesk.domain.errors import NotFound, ParameterInvalid, UserError
from vqdesk.domain.fanout import RANDOM_SEEDS_BELOW
from vqdesk.domain.file_values import file_parameters
from vqdesk.domain.job import Job, JobId, Prompt, PromptId
from vqdesk.domain.marks import COLOURS
from vqdesk.domain.parameters import Parameter, ParameterType
from vqdesk.domain.shaping import SAVE_STAGES, STAGES, has_effect, shaped
from vqdesk.domain.status import PromptStatus
from vqdesk.domain.workflow import WorkflowDefinition, check_values, patch_for
from vqdesk.ports import JobValues, Place, Store, Weight
from vqdesk.services.job_copies import draft_of, with_new_seeds
from vqdesk.services.runs import RunService
from vqdesk.services.workflows import WorkflowLibrary

_MAX_NAME = 200
_MAX_NOTE = 4_000
_SAMPLES = 5


@dataclass(frozen=True, slots=True)
class EditableJob:
    """A waiting job and what of its values can be changed now; `prompts` have not been sent yet."""

    job: Job
    definition: WorkflowDefinition
    parameters: tuple[Parameter, ...]
    values: Mapping[str, Any]
    prompts: int


@dataclass(frozen=True, slots=True)
class Hits:
    """Where words are found in the texts of waiting jobs; `samples` are texts before and after."""

    places: int = 0
    jobs: int = 0
    samples: tuple[tuple[str, str], ...] = ()


class EditService:
    """All return the jobs that were changed, or what takes the change back."""

    def __init__(self, store: Store, library: WorkflowLibrary, rng: Random) -> None:
        self._store = store
        self._editing = store.editing
        self._runs = RunService(store)
        self._library = library
        self._rng = rng

    # ---- many jobs ---------------------------------------------------------------------------------

    def weigh(self, job_ids: Sequence[JobId]) -> Weight:
        return self._editing.weigh(job_ids)

    def cancel(self, job_ids: Sequence[JobId]) -> list[PromptId]:
        """Asks for all prompts that have not ended; returns those asked now."""
        return self._store.prompts.request_cancel(self._editing.open_prompts(job_ids))

    def retry(self, job_ids: Sequence[JobId], states: Sequence[str] = ("failed",)) -> list[PromptId]:
        """Puts ended prompts of these states (failed, canceled) back."""
        return self._store.prompts.retry(self._editing.ended_prompts(job_ids, states))

    def delete(self, job_ids: Sequence[JobId]) -> list[JobId]:
        """Files on disk stay. Jobs with a prompt at a server stay too: they are to be canceled first."""
        return self._editing.delete(job_ids)

    def restore(self, job_ids: Sequence[JobId]) -> list[JobId]:
        return self._editing.restore(job_ids)

    def duplicate(self, job_ids: Sequence[JobId], new_seeds: bool = False) -> list[JobId]:
        """New jobs at the end of the queue, with all prompts, in the run of the old ones. Raises NotFound."""
        made = []
        with self._store.batch():
            for job in self._store.jobs.rows(job_ids):
                draft = draft_of(self._store, job, self._store.jobs.prompts(job.id))
                if new_seeds:
                    seeds = [self._rng.randrange(RANDOM_SEEDS_BELOW) for _ in draft.prompts]
                    draft = with_new_seeds(draft, self._definition(job).seed_bindings, seeds)
                made.append(self._store.jobs.create(draft))
                self._runs.keep(made[-1], job.run_id)
        return made

    # ---- marks -------------------------------------------------------------------------------------

    def rename(self, job_id: JobId, name: str) -> list[JobId]:
        """Raises ParameterInvalid for an empty name."""
        words = " ".join(name.split())[:_MAX_NAME]
        if not words:
            raise ParameterInvalid("name", "A job needs a name.", "The name is empty.", "Type some words.")
        return self._editing.rename(job_id, words)

    def set_note(self, job_ids: Sequence[JobId], note: str) -> list[JobId]:
        """An empty note takes it away."""
        return self._editing.set_note(job_ids, note.strip()[:_MAX_NOTE])

    def set_colour(self, job_ids: Sequence[JobId], colour: str) -> list[JobId]:
        """ "" takes the mark away. Raises ParameterInvalid."""
        if colour and colour not in COLOURS:
            raise ParameterInvalid(
                "colour", f"There is no mark “{colour}”.", "", f"The marks are {', '.join(COLOURS)}."
            )
        return self._editing.set_colour(job_ids, colour)

    # ---- places ------------------------------------------------------------------------------------

    def places(self, job_ids: Sequence[JobId]) -> list[Place]:
        return self._editing.places(job_ids)

    def put_back(self, places: Sequence[Place]) -> list[JobId]:
        return self._editing.put_back(places)

    # ---- values ------------------------------------------------------------------------------------

    def editable(self, job_id: JobId) -> EditableJob:
        """Raises NotFound, UserError when no prompt waits any more or the workflow is another one now."""
        job = self._store.jobs.get(job_id)
        if not job.counts.pending:
            raise UserError(
                f"#{job.number} has no waiting prompt.",
                "What was sent keeps its values.",
                "Duplicate the job, and edit the copy before it starts.",
            )
        definition = self._definition(job)
        files = {one.name for one in file_parameters(definition)}
        parameters = tuple(
            one
            for one in definition.parameters
            if one.name in job.params
            and one.type is not ParameterType.SEED
            and one.name not in files | {STAGES, SAVE_STAGES}
            and has_effect(one)
        )
        values = {one.name: job.params[one.name] for one in parameters}
        return EditableJob(job, definition, parameters, values, job.counts.pending)

    def set_values(self, job_id: JobId, values: Mapping[str, Any]) -> JobValues:
        """New values for waiting prompts; returns what takes it back. Raises as `editable`; ParameterInvalid."""
        opened = self.editable(job_id)
        params = {**opened.job.params, **values}
        wrong = check_values(opened.definition, params)
        if wrong:
            raise wrong[0]
        if shaped(self._library.get(opened.job.workflow), params).template_hash != opened.job.workflow_hash:
            raise UserError(
                "These values would make another graph.",
                "Clips and LoRAs of a job are settled when it is added.",
                "Add it again with these values.",
            )
        before, after = patch_for(opened.definition, opened.job.params), patch_for(opened.definition, params)
        patches = {one.id: followed(one.patch, before, after) for one in self._waiting(job_id)}
        texts = searched(self._editing.texts(job_id), opened.job.params, params)
        return self._editing.change(JobValues(job_id, params, texts, patches))

    def find(self, job_ids: Sequence[JobId] | None, wanted: Replacement) -> Hits:
        """Where the words stand in texts of waiting prompts; None looks in all waiting jobs."""
        places, jobs, samples = 0, 0, []
        for job_id in self._editing.waiting_jobs(job_ids):
            texts = self._texts(job_id)
            found = sum(map(wanted.count, texts))
            places, jobs = places + found, jobs + bool(found)
            samples += [(text, wanted.apply(text)) for text in dict.fromkeys(texts) if wanted.count(text)]
        return Hits(places, jobs, tuple(samples[:_SAMPLES]))

    def replace(self, job_ids: Sequence[JobId] | None, wanted: Replacement) -> list[JobValues]:
        """The same words in all of these texts; returns what takes it back."""
        undo = []
        with self._store.batch():
            for job_id in self._editing.waiting_jobs(job_ids):
                if any(map(wanted.count, self._texts(job_id))):
                    undo.append(self._editing.change(self._replaced(job_id, wanted)))
        return undo

    def put_values(self, values: Sequence[JobValues]) -> list[JobId]:
        """Takes changed values back, for prompts that still wait."""
        with self._store.batch():
            return [self._editing.change(one).job_id for one in values]

    def _replaced(self, job_id: JobId, wanted: Replacement) -> JobValues:
        job = self._store.jobs.get(job_id)
        names, bindings = self._text_places(job)
        params = {name: wanted.apply(value) if name in names else value for name, value in job.params.items()}
        definition = self._definition(job)
        before, after = patch_for(definition, job.params), patch_for(definition, params)
        patches = {
            prompt.id: {
                key: wanted.apply(value) if key in bindings and isinstance(value, str) else value
                for key, value in followed(prompt.patch, before, after).items()
            }
            for prompt in self._waiting(job_id)
        }
        return JobValues(job_id, params, wanted.apply(self._editing.texts(job_id)), patches)

    def _texts(self, job_id: JobId) -> list[str]:
        """Texts of the job, and those of single waiting prompts; none when its workflow is not as it was."""
        job = self._store.jobs.get(job_id)
        try:
            names, bindings = self._text_places(job)
        except UserError:
            return []
        shared = [job.params[name] for name in names if job.params.get(name)]
        own = [one.patch[key] for one in self._waiting(job_id) for key in bindings if one.patch.get(key)]
        return [*shared, *(text for text in own if text not in shared)]

    def _text_places(self, job: Job) -> tuple[set[str], set[str]]:
        texts = [one for one in self._definition(job).parameters if one.type is ParameterType.TEXT]
        return {one.name for one in texts}, {binding for one in texts for binding in one.bind}

    def _waiting(self, job_id: JobId) -> list[Prompt]:
        return [one for one in self._store.jobs.prompts(job_id) if one.status is PromptStatus.PENDING]

    def _definition(self, job: Job) -> WorkflowDefinition:
        """Raises NotFound, UserError when the file was changed since the job was queued."""
        try:
            definition = shaped(self._library.get(job.workflow), job.params)
        except NotFound as error:
            raise UserError(
                f"The workflow of #{job.number} is gone.",
                f"No workflow “{job.workflow}” is on the shelf.",
                "Put its file back; the job itself still runs as it is.",
            ) from error
        if definition.template_hash != job.workflow_hash:
            raise UserError(
                f"The workflow of #{job.number} was changed since it was queued.",
                "Its graph is another one now, and values may belong elsewhere.",
                "Add the job again; this one still runs as it is.",
            )
        return definition
