"""Commands that make jobs run: submit and run."""

import asyncio
import json
from collections.abc import Mapping, Set
from pathlib import Path
from typing import Any

import click

from vqdesk.cli.documents import job_document
from vqdesk.cli.estimates import outlook_document, outlook_words
from vqdesk.cli.following import await_night, follow_jobs, follow_queue
from vqdesk.cli.frame import EXIT_FAILED, Frame, json_option, pass_frame, show
from vqdesk.cli.left_out import left_out_document, tell_broken, tell_left_out, unread_inputs
from vqdesk.cli.queue import job_with_prompts
from vqdesk.domain.errors import EngineUnreachable, UserError
from vqdesk.domain.graph import classes_of
from vqdesk.domain.job import Job, Lane
from vqdesk.domain.media import MediaKind
from vqdesk.domain.policies.after_queue import AfterQueue
from vqdesk.domain.settings import AFTER_COMMAND
from vqdesk.domain.status import PromptStatus
from vqdesk.domain.workflow import WorkflowDefinition, values_from_text
from vqdesk.ports import NodeCatalog
from vqdesk.runtime.app import App
from vqdesk.services import preflight
from vqdesk.services.prompt_lists import read_variations_file
from vqdesk.services.staging import expand_inputs
from vqdesk.services.submit import SubmitRequest
from vqdesk.services.text_wishes import AutoTexts

_LOCK_PATIENCE_S = 1.0


@click.command()
@click.argument("workflow")
@click.argument("inputs", nargs=-1, metavar="[INPUT]…")
@click.option("--param", "params", multiple=True, metavar="K=V", help="A parameter's value; may be repeated.")
@click.option("--per-file", type=click.Path(path_type=Path), help="JSON: path → {parameter: value}.")
@click.option("--preset", metavar="NAME", help="Start from saved settings or texts; --param comes first.")
@click.option("--cross", type=click.Path(path_type=Path), help="Texts, one a line: every input with each of them.")
@click.option("--tries", default=1, show_default=True, help="Repetitions per input, each with a new seed.")
@click.option("--name", help="The job's name.")
@click.option("--run", default="", metavar="NAME", help="Put the job into the run of this name, made if absent.")
@click.option(
    "--auto-prompts", is_flag=True, help="Language models write the texts first; the job waits for them."
)
@click.option("--force", is_flag=True, help="Skip the check of what the server has.")
@click.option("--wait", is_flag=True, help="Follow the job to its end; exit 1 when a prompt failed.")
@click.option("--engine", metavar="URL|builtin", help="Pin the job to this engine.")
@click.option("--lane", metavar="NAME", help="Pin the job to an engine by its name (see `vqdesk lanes`).")
@json_option
@click.pass_context
def submit(context: click.Context, /, workflow: str, wait: bool, as_json: bool, **options: Any) -> None:
    """Add a job: a workflow over pictures, videos or folders of them."""
    frame: Frame = context.obj
    with frame.app() as app:
        definition = app.services.library.get(workflow)
        lane = _pinned(app, options["engine"], options["lane"])
        request = SubmitRequest(
            workflow=workflow,
            inputs=tuple(options["inputs"]),
            params={**_preset(app, definition, options["preset"]), **_values(definition, options["params"])},
            per_file=_per_file(options["per_file"]),
            variations=_variations(definition, options),
            tries=options["tries"],
            name=options["name"],
            run=options["run"],
            lane_id=lane.id if lane else None,
            auto=AutoTexts() if options["auto_prompts"] else None,
            force=options["force"],
        )
        left_out = unread_inputs(definition, request.inputs)
        tell_left_out(left_out)
        tell_broken(app.services.library.faults(workflow))
        catalog = check_lanes(app, definition, lane)
        job = app.services.submit.submit(request, catalog=catalog)
        outlook = app.services.estimates.outlook_of(job)
        click.echo(outlook_words(outlook), err=True)
        if wait:
            _refuse_to_wait_in_vain(app)
            job = _finish(app, job)
        document = job_with_prompts(app, job.id) if wait else {"job": job_document(job)}
        document["estimate"] = outlook_document(outlook)
        show({**document, "left_out": left_out_document(left_out)}, as_json, _added(job, wait))
    if job.status in (PromptStatus.FAILED, PromptStatus.CANCELED) and wait:
        context.exit(EXIT_FAILED)


@click.command()
@click.option("--until-empty", is_flag=True, help="End when nothing waits or runs.")
@click.option("--engine", metavar="URL|builtin", help="Also use this engine.")
@click.option("--header", metavar="NAME:VALUE", help="Sent with every request to --engine; kept for later.")
@click.option(
    "--then", type=click.Choice([wish.value for wish in AfterQueue]), help="What happens after the queue."
)
@click.option("--command", metavar="TEXT", help="The command of --then command; kept for later.")
@pass_frame
def run(frame: Frame, /, until_empty: bool, engine: str | None, header: str | None, **after: Any) -> None:
    """Run the queue without a window, until Ctrl+C."""
    with frame.app() as app:
        if header is not None and not engine:
            raise click.UsageError("--header needs --engine.")
        if engine:
            lane = app.services.lanes.chosen(engine)
            if header is not None:
                app.services.lanes.use_header(lane, header)
        if not app.services.store.lanes.all():
            app.services.lanes.use_builtin()
        _wish_for_after(app, after["then"], after["command"])
        with app.running() as runtime:
            if not runtime.wait_for_lock(_LOCK_PATIENCE_S):
                raise UserError(
                    "Another VQDesk already runs this queue.",
                    f"It holds the data folder {app.home.data}.",
                    "Use that one, close it, or choose another data folder with --home.",
                )
            if until_empty:
                follow_queue(app, runtime)
                await_night(runtime)
            else:
                runtime.wait_for_end()


def _wish_for_after(app: App, then: str | None, command: str | None) -> None:
    """Raises ParameterInvalid without a command to run."""
    if command is not None:
        app.services.settings.put(AFTER_COMMAND, command)
    if then is not None:
        app.services.night.choose(AfterQueue(then))


def check_lanes(app: App, definition: WorkflowDefinition, pinned: Lane | None) -> NodeCatalog | None:
    """The catalogue to check a job against, preferably of a server that has all its nodes.

    None, with a warning, when no server can be reached. Without any lane the built-in engine is taken if it fits.
    """
    lanes = [pinned] if pinned else app.services.store.lanes.all()
    if not lanes:
        return _builtin_if_it_fits(app, classes_of(definition.template))
    answers = asyncio.run(app.services.lanes.catalogs(lanes))
    catalogs = [answer for answer in answers.values() if not isinstance(answer, UserError)]
    if catalogs:
        return preflight.best_of(catalogs, definition.template)
    for answer in answers.values():
        if isinstance(answer, UserError):
            click.echo(f"Warning: {answer.problem.sentence()} The job waits until then.", err=True)
    return None


def _builtin_if_it_fits(app: App, classes: Set[str]) -> NodeCatalog | None:
    catalog = asyncio.run(app.services.lanes.builtin_catalog())
    if classes <= catalog.keys():
        app.services.lanes.use_builtin()
        return catalog
    click.echo("Warning: no ComfyUI is set up yet. The job waits; name one with --engine URL.", err=True)
    return None


def _pinned(app: App, engine: str | None, name: str | None) -> Lane | None:
    if engine and name:
        raise click.UsageError("Name an engine by --engine or by --lane, not by both.")
    if name:
        return app.services.lanes.find(name)
    return app.services.lanes.chosen(engine) if engine else None


def _refuse_to_wait_in_vain(app: App) -> None:
    if not app.services.store.lanes.all():
        raise EngineUnreachable(
            "Nobody can run the job.",
            "No ComfyUI is set up, and the built-in engine lacks the workflow's nodes.",
            "Start ComfyUI and run the queue with --engine URL. The job waits in the queue.",
        )


def _finish(app: App, job: Job) -> Job:
    with app.running() as runtime:
        return follow_jobs(app, runtime, [job.id])[0]


def _added(job: Job, waited: bool) -> str:
    counts = job.counts
    if not waited:
        return f"Job {job.number} “{job.name}” added: {counts.total} prompts."
    return f"Job {job.number} “{job.name}” {job.status.value}: {counts.succeeded} of {counts.total} succeeded."


def _values(definition: WorkflowDefinition, pairs: tuple[str, ...]) -> dict[str, Any]:
    texts: dict[str, str] = {}
    for pair in pairs:
        key, sign, text = pair.partition("=")
        if not sign or not key:
            raise click.BadParameter(f"“{pair}” is not of the form name=value.", param_hint="--param")
        texts[key] = text
    return values_from_text(definition, texts)


def _preset(app: App, definition: WorkflowDefinition, label: str | None) -> Mapping[str, Any]:
    if label is None:
        return {}
    presets = app.services.presets
    return presets.apply(presets.named(label, definition), {})


def _variations(definition: WorkflowDefinition, options: Mapping[str, Any]) -> tuple[Mapping[str, Any], ...]:
    """Says on stderr how many prompts the texts make with the inputs, before anything is added."""
    if options["cross"] is None:
        return ()
    texts = read_variations_file(options["cross"], definition.parameters)
    spec = definition.input
    files = len(expand_inputs(options["inputs"], MediaKind(spec.kind))) if spec else 1
    made = files * len(texts) * options["tries"]
    click.echo(f"{files} × {len(texts)} texts × {options['tries']} tries = {made} prompts", err=True)
    return texts


def _per_file(path: Path | None) -> Mapping[str, Mapping[str, Any]]:
    if path is None:
        return {}
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise click.BadParameter(f"{path}: {error}", param_hint="--per-file") from error
    if not isinstance(document, dict) or not all(isinstance(value, dict) for value in document.values()):
        raise click.BadParameter("It must hold a JSON object: path → {parameter: value}.", param_hint="--per-file")
    return document
