"""`vqdesk autoprompt`: captions and motion prompts without a window (R-A10)."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from vqdesk.cli.autoprompt_forms import as_csv, as_markdown, captions_from, document
from vqdesk.cli.autoprompt_progress import ProgressLine
from vqdesk.cli.frame import EXIT_FAILED, Frame, pass_frame, show
from vqdesk.cli.left_out import LeftOut, left_out_document, tell_left_out
from vqdesk.domain.auto_prompt import AutoBatch, AutoStage, WorkflowContext, sharers, workflow_context
from vqdesk.domain.job import Lane
from vqdesk.domain.media import MediaKind
from vqdesk.domain.settings import LLM_GPU, LLM_URL
from vqdesk.domain.workflow import values_from_text
from vqdesk.ports import StopSignal
from vqdesk.runtime.app import App
from vqdesk.services.auto_prompt import AutoOverrides, BatchRequest, Listeners, read_prompt_file
from vqdesk.services.staging import read_inputs

_FORMATS = ("json", "csv", "md")


@click.command()
@click.argument("images", nargs=-1, metavar="[IMAGE]…")
@click.option("--workflow", metavar="NAME", help="Its clips and their timing; one clip without it.")
@click.option("--param", "params", multiple=True, metavar="K=V", help="A value of the workflow, such as stages=3.")
@click.option("--stage", type=click.Choice([one.value for one in AutoStage]), default="both", show_default=True)
@click.option("--llm-url", default="", metavar="URL", help="Server of language models; else that of the settings.")
@click.option("--caption-model", default="", metavar="NAME", help="Vision model of stage 1.")
@click.option("--motion-model", default="", metavar="NAME", help="Model of stage 2.")
@click.option(
    "--captions-file", type=click.Path(path_type=Path), help="JSON of an earlier run: its captions are used."
)
@click.option("--system-prompt", type=click.Path(path_type=Path), help="File with the system prompt of stage 2.")
@click.option(
    "--compare", nargs=2, metavar="A B", help="Two motion prompts an image: by system prompt files, or by models."
)
@click.option("--fresh", is_flag=True, help="Write everything anew, also what is kept from earlier.")
@click.option("--format", "form", type=click.Choice(_FORMATS), default="md", show_default=True)
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@pass_frame
@click.pass_context
def autoprompt(context: click.Context, frame: Frame, /, images: tuple[str, ...], **options: Any) -> None:
    """Describe images (stage 1) and write how they shall move (stage 2), by local language models."""
    form = "json" if options["as_json"] else options["form"]
    with frame.app() as app:
        request, left_out = _request(app, images, options)
        tell_left_out(left_out)
        overrides = AutoOverrides(
            options["llm_url"],
            options["caption_model"],
            options["motion_model"],
            system=read_prompt_file(options["system_prompt"]) if options["system_prompt"] else "",
            is_fresh=options["fresh"],
        )
        _warn_of_leftovers(app, overrides.url)
        batches = _compared(app, request, overrides, options["compare"] or ())
    if form == "json":
        said = {**document(batches, request.context), "left_out": left_out_document(left_out)}
        show(said, as_json=True, words="")
    else:
        click.echo(as_csv(batches, request.context) if form == "csv" else as_markdown(batches))
    problems = [batch.problem for batch in batches.values() if batch.problem]
    for problem in problems:
        click.echo(f"Error: {problem.summary}\n  {problem.cause}\n  {problem.remedy}", err=True)
    if problems or any(batch.failed for batch in batches.values()):
        context.exit(EXIT_FAILED)


def _sharing(app: App, url: str) -> list[Lane]:
    settings = app.services.settings
    return sharers(app.services.store.lanes.all(), url or settings.get(LLM_URL), settings.get(LLM_GPU))


def _warn_of_leftovers(app: App, url: str) -> None:
    """Nobody runs the queue, but what it has sent to a server goes on there."""
    if app.services.gpu_loans.has_lender:
        return
    loads = app.services.store.lanes.loads()
    busy = [lane.name for lane in _sharing(app, url) if lane.id in loads]
    if busy:
        words = (
            f"Note: {', '.join(busy)} renders on the same GPU meanwhile. Wait for its end if its memory is short."
        )
        click.echo(words, err=True)


def _request(app: App, images: Sequence[str], options: dict[str, Any]) -> tuple[BatchRequest, LeftOut]:
    """What shall be done, and what cannot be read for it. Raises UserError, click.UsageError."""
    stage = AutoStage(options["stage"])
    captions = captions_from(options["captions_file"]) if options["captions_file"] else {}
    if stage is AutoStage.MOTION and not captions:
        raise click.UsageError("--stage motion needs captions: name them with --captions-file.")
    if not images and not captions:
        raise click.UsageError("Name at least one image.")
    paths, left_out = _paths(images, stage, captions) if images else (list(captions), ())
    given = {key: text for key, text in captions.items() if text}
    return BatchRequest(paths, stage, _context(app, options), given), left_out


def _paths(images: Sequence[str], stage: AutoStage, captions: dict[str, str]) -> tuple[list[str], LeftOut]:
    """Absolute paths, and what of folders cannot be read. In stage 2 nobody looks at files: they may be gone."""
    if stage is not AutoStage.MOTION:
        found = read_inputs(images, MediaKind.IMAGE)
        return [str(path.absolute()) for path in found.files], found.problems
    by_name = {Path(path).name: path for path in captions}
    wanted = [str(Path(one).expanduser().absolute()) for one in images]
    return [one if one in captions else by_name.get(Path(one).name, one) for one in wanted], ()


def _context(app: App, options: dict[str, Any]) -> WorkflowContext:
    pairs = [text.partition("=") for text in options["params"]]
    if not options["workflow"]:
        return WorkflowContext()
    definition = app.services.library.get(options["workflow"])
    values = values_from_text(definition, {name: value for name, _, value in pairs})
    return workflow_context(definition, values)


def _compared(
    app: App, request: BatchRequest, overrides: AutoOverrides, compared: Sequence[str]
) -> dict[str, AutoBatch]:
    """One batch, or one for each side: both write from the captions of the first."""
    if not compared:
        return {"": _made(app, request, overrides)}
    batches: dict[str, AutoBatch] = {}
    for side in compared:
        path = Path(side).expanduser()
        other = {"system": read_prompt_file(path)} if path.is_file() else {"motion_model": side}
        batch = _made(app, request, replace(overrides, **other))  # type: ignore[arg-type]
        batches[side] = batch
        captions = {image.path: image.caption for image in batch.images if image.caption}
        request = replace(request, captions={**request.captions, **captions})
    return batches


def _made(app: App, request: BatchRequest, overrides: AutoOverrides) -> AutoBatch:
    """VQDesk, if it runs, does not render meanwhile on the GPU that the models need."""
    stop = StopSignal()
    generator = app.services.auto_prompt.generator(overrides, stop)
    resting = [lane.id for lane in _sharing(app, overrides.url)]
    with ProgressLine(stop) as progress, app.services.gpu_loans.borrowed(resting, progress.step, stop):
        return generator.generate_batch(request, progress.image, Listeners(stepped=progress.step))
