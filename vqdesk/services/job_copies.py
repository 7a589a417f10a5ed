"""A stored job as a draft of a new one: for duplicates, and for queues that are saved to a file."""

from collections.abc import Sequence
from dataclasses import replace

from vqdesk.domain.job import Job, JobDraft, Prompt, PromptDraft
from vqdesk.ports import Store


def draft_of(store: Store, job: Job, prompts: Sequence[Prompt]) -> JobDraft:
    """The job with these of its prompts, all waiting. Raises NotFound."""
    graph = store.jobs.graph(job.id)
    return JobDraft(
        name=job.name,
        workflow=job.workflow,
        workflow_hash=job.workflow_hash,
        task_type=job.task_type,
        params=job.params,
        graph=graph.graph,
        input_binding=graph.input_binding,
        save_nodes=graph.save_nodes,
        prompts=tuple(prompt_draft(prompt) for prompt in prompts),
        tries=job.tries,
        texts=store.editing.texts(job.id),
        lane_pin=job.lane_pin,
        workspace_id=job.workspace_id,
        workspace_title=job.workspace_title,
        wish=store.texts.wish(job.id) if any(prompt.wants_text for prompt in prompts) else None,
    )


def prompt_draft(prompt: Prompt) -> PromptDraft:
    """The prompt as it was before its first attempt."""
    plain = PromptDraft(prompt.source_path, prompt.asset, prompt.seed, prompt.patch, prompt.try_number)
    return replace(plain, wants_text=prompt.wants_text)


def with_new_seeds(draft: JobDraft, bindings: Sequence[str], seeds: Sequence[int]) -> JobDraft:
    """Other results of the same values: each prompt gets one of these seeds where it has one."""
    prompts = tuple(
        one if one.seed is None else replace(one, seed=seed, patch={**one.patch, **dict.fromkeys(bindings, seed)})
        for one, seed in zip(draft.prompts, seeds, strict=True)
    )
    return replace(draft, prompts=prompts)
