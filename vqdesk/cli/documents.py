"""Jobs and prompts as JSON documents; the shapes are an interface others rely on (DESIGN §10)."""

from typing import Any

from vqdesk.cli.estimates import span_document
from vqdesk.cli.frame import problem_document
from vqdesk.domain.estimates import JobForecast, Span
from vqdesk.domain.job import Counts, Job, Output, Prompt
from vqdesk.domain.status import PromptStatus


def job_document(job: Job, said: JobForecast | None = None) -> dict[str, Any]:
    """`left_s` is the range of seconds until its end; None when it has ended or nobody knows."""
    return {
        "id": int(job.id),
        "number": job.number,
        "name": job.name,
        "workflow": job.workflow,
        "task_type": job.task_type,
        "status": job.status.value,
        "counts": counts_document(job.counts),
        "tries": job.tries,
        "priority": job.priority,
        "position": job.position,
        "held": job.held,
        "stop_after": job.stop_after,
        "start_at": job.start_at or None,
        "overtaken": job.overtaken,
        "awaits": job.awaits,
        "run": job.run or None,
        "lane": job.lane_pin,
        "params": dict(job.params),
        "created_at": job.created_at,
        "started_at": job.started_at or None,
        "ended_at": job.ended_at or None,
        "reason": job.reason or None,
        "left_s": span_document(said.done if said else None),
    }


def counts_document(counts: Counts) -> dict[str, int]:
    states = {state.value: getattr(counts, state.value) for state in PromptStatus}
    return {**states, "total": counts.total}


def prompt_document(prompt: Prompt, outputs: list[Output], left: Span | None = None) -> dict[str, Any]:
    return {
        "id": int(prompt.id),
        "ordinal": prompt.ordinal,
        "status": prompt.status.value,
        "seed": prompt.seed,
        "try": prompt.try_number,
        "source_path": prompt.source_path or None,
        "attempts": prompt.attempts,
        "lowered": prompt.lowered or None,
        "comfyui_prompt_id": prompt.attempt_id,
        "started_at": prompt.started_at or None,
        "ended_at": prompt.ended_at or None,
        "cancellation": prompt.cancellation.value if prompt.cancellation else None,
        "error": problem_document(prompt.error) if prompt.error else None,
        "left_s": span_document(left),
        "outputs": [output_document(output) for output in outputs],
    }


def output_document(output: Output) -> dict[str, Any]:
    return {
        "path": output.path,
        "kind": output.kind,
        "width": output.width,
        "height": output.height,
        "frames": output.frames,
        "fps": output.fps,
        "bytes": output.bytes,
    }
