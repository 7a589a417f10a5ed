"""Commands on the queue: jobs, show, log, cancel, retry, pause, resume."""

import json
import time
from collections import Counter
from typing import Any

import click

from vqdesk.cli.documents import job_document, prompt_document
from vqdesk.cli.estimates import foreseen, left_words, queue_words, span_document
from vqdesk.cli.frame import Frame, json_option, pass_frame, show
from vqdesk.domain.estimates import JobForecast, Span
from vqdesk.domain.job import Job, JobId, PromptId
from vqdesk.domain.status import Cancellation
from vqdesk.ports import JobQuery
from vqdesk.runtime.app import App

_ASKED = "asked"
_END_WORDS = {
    Cancellation.NEVER_SENT: "removed here",
    Cancellation.REMOVED: "removed at the server",
    Cancellation.INTERRUPTED: "interrupted",
    Cancellation.TOO_LATE: "too late, ended by itself",
    _ASKED: "asked to stop",
}
_LOOK_EVERY_S = 0.1
_STATUS = click.Choice(["running", "pending", "held", "failed", "canceled", "succeeded"])


@click.command()
@click.option("--status", type=_STATUS, help="Only jobs in this state.")
@click.option("--search", default="", metavar="TEXT", help="Only jobs whose name, texts or files hold the words.")
@click.option("--run", metavar="NAME", help="Only jobs of this run.")
@json_option
@pass_frame
def jobs(frame: Frame, /, status: str | None, search: str, run: str | None, as_json: bool) -> None:
    """List the jobs, newest first."""
    with frame.app() as app:
        ids = app.services.store.jobs.ids(JobQuery((status,) if status else (), search, "newest"))
        rows = app.services.store.jobs.rows(ids)
        if run is not None:
            wanted = app.services.runs.find(run)
            rows = [job for job in rows if job.run_id == wanted.id]
        said = foreseen(app)
        lines = [_line(job, said.jobs.get(job.id)) for job in rows] or ["No jobs."]
        documents = [job_document(job, said.jobs.get(job.id)) for job in rows]
        document = {"jobs": documents, "queue_left_s": span_document(said.queue)}
        show(document, as_json, "\n".join([*lines, *filter(None, [queue_words(said)])]))


@click.command(name="show")
@click.argument("number", type=int)
@click.option("--graphs", is_flag=True, help="With the graph of every prompt (JSON only).")
@json_option
@pass_frame
def show_job(frame: Frame, number: int, graphs: bool, as_json: bool) -> None:
    """Show one job with its prompts and outputs."""
    with frame.app() as app:
        document = job_with_prompts(app, JobId(number), graphs)
        show(document, as_json, _job_words(document))


@click.command()
@click.argument("number", type=int)
@json_option
@pass_frame
def log(frame: Frame, number: int, as_json: bool) -> None:
    """Print a job's log."""
    with frame.app() as app:
        app.services.store.jobs.get(JobId(number))
        lines = list(app.services.store.log.lines(JobId(number), limit=1_000_000))
        entries = [
            {"at": one.at, "level": one.kind, "prompt": one.prompt_ordinal or None, "text": one.text}
            for one in lines
        ]
        words = [
            f"{one.at}  {one.kind:<7}  {f'prompt {one.prompt_ordinal}: ' if one.prompt_ordinal else ''}{one.text}"
            for one in lines
        ]
        show({"log": entries}, as_json, "\n".join(words))


@click.command()
@click.argument("number", type=int)
@click.option("--wait", "wait_s", default=3.0, show_default=True, metavar="SECONDS", help="For what runs to stop.")
@json_option
@pass_frame
def cancel(frame: Frame, number: int, wait_s: float, as_json: bool) -> None:
    """Cancel what of a job has not ended. Waiting prompts end at once, running ones are stopped by the worker."""
    with frame.app() as app:
        asked = app.services.queue.cancel_job(JobId(number))
        ends = _ends(app, JobId(number), set(asked), wait_s)
        words = ", ".join(f"{ends[key]} {_END_WORDS[key]}" for key in _END_WORDS if ends[key])
        show(
            {"canceled": len(asked), "outcomes": {str(key): ends[key] for key in _END_WORDS}},
            as_json,
            f"Job {number}: {words}." if words else f"Job {number}: nothing to cancel, it has ended.",
        )


@click.command()
@click.argument("number", type=int)
@json_option
@pass_frame
def retry(frame: Frame, number: int, as_json: bool) -> None:
    """Put the failed prompts of a job (or else the canceled ones) back into the queue."""
    with frame.app() as app:
        retried = app.services.queue.retry_job(JobId(number))
        show({"retried": len(retried)}, as_json, f"Job {number}: {_prompts(len(retried))} back in the queue.")


@click.command()
@click.option("--now", is_flag=True, help="Also interrupt what runs; it goes back into the queue.")
@json_option
@pass_frame
def pause(frame: Frame, now: bool, as_json: bool) -> None:
    """Send nothing new; what is at the server goes on."""
    _set_paused(frame, True, as_json, now)


@click.command()
@json_option
@pass_frame
def resume(frame: Frame, as_json: bool) -> None:
    """Go on after a pause, also with lanes that paused themselves after failures."""
    _set_paused(frame, False, as_json)


def job_with_prompts(app: App, job_id: JobId, graphs: bool = False) -> dict[str, Any]:
    """The document of `show --json`. Raises NotFound."""
    detail, said = app.services.queue.detail(job_id), foreseen(app)
    prompts = []
    for prompt in detail.prompts:
        outputs = [output for output in detail.outputs if output.prompt_id == prompt.id]
        document = prompt_document(prompt, outputs, said.prompts.get(prompt.id))
        if graphs:
            document["graph"] = json.loads(app.services.queue.graph_json(prompt.id))
        prompts.append(document)
    return {"job": job_document(detail.job, said.jobs.get(job_id)), "prompts": prompts}


def _ends(app: App, job_id: JobId, asked: set[PromptId], wait_s: float) -> Counter[str]:
    """How many of the prompts ended how; those at a server need a worker, and that one a moment."""
    deadline = time.monotonic() + wait_s
    while True:
        prompts = [prompt for prompt in app.services.store.jobs.prompts(job_id) if prompt.id in asked]
        ends = Counter(str(prompt.cancellation or _ASKED) for prompt in prompts)
        if not ends[_ASKED] or time.monotonic() > deadline:
            return ends
        time.sleep(_LOOK_EVERY_S)


def _set_paused(frame: Frame, paused: bool, as_json: bool, now: bool = False) -> None:
    with frame.app() as app:
        app.services.queue.set_paused(paused, now)
        if not paused:
            app.services.failures.resume_all()
        show({"paused": paused}, as_json, "The queue is paused." if paused else "The queue goes on.")


def _line(job: Job, said: JobForecast | None) -> str:
    counts, left = job.counts, left_words(said)
    words = (
        f"{job.number:>5}  {job.status.value:<9}  {counts.succeeded}/{counts.total}  {job.workflow}  {job.name}"
    )
    words += f"  [{job.run}]" if job.run else ""
    return f"{words}  ({left})" if left else words


def _job_words(document: dict[str, Any]) -> str:
    job = document["job"]
    run = f", run “{job['run']}”" if job["run"] else ""
    lines = [f"Job {job['number']} “{job['name']}”: {job['status']}, workflow {job['workflow']}{run}"]
    if job["left_s"]:
        lines.append(f"  {left_words(JobForecast(done=Span(*job['left_s'])))}")
    for prompt in document["prompts"]:
        seed = f"  seed {prompt['seed']}" if prompt["seed"] is not None else ""
        lines.append(f"  {prompt['ordinal']:>4}  {prompt['status']:<10}{seed}  {prompt['source_path'] or ''}")
        lines += [f"        {output['path']}" for output in prompt["outputs"]]
        if prompt["error"]:
            lines += [f"        {text}" for text in prompt["error"].values() if text]
    return "\n".join(lines)


def _prompts(count: int) -> str:
    return "1 prompt" if count == 1 else f"{count} prompts"
