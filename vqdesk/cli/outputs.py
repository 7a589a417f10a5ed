"""Commands on finished files: outputs, rate."""

from typing import Any

import click

from vqdesk.cli.frame import Frame, json_option, pass_frame, show
from vqdesk.domain.job import JobId
from vqdesk.domain.outputs import GalleryOutput
from vqdesk.ports import OutputQuery

_ORDER = click.Choice(["newest", "oldest", "rating", "largest", "name"])


@click.command()
@click.option("--job", type=int, help="Only those of one job.")
@click.option("--search", default="", metavar="TEXT", help="Texts, files, seeds, tags; also tag:lake, rating:4+.")
@click.option("--kind", type=click.Choice(["video", "image"]), help="Only clips, or only images.")
@click.option("--starred", is_flag=True, help="Only favourites and those with stars.")
@click.option("--order", type=_ORDER, default="newest", show_default=True)
@json_option
@pass_frame
def outputs(frame: Frame, /, as_json: bool, **wanted: Any) -> None:
    """List finished files, newest first."""
    job = wanted["job"]
    query = OutputQuery(
        kind=wanted["kind"] or "",
        starred=wanted["starred"],
        job_id=JobId(job) if job is not None else None,
        text=wanted["search"],
        order=wanted["order"],
    )
    with frame.app() as app:
        if query.job_id is not None:
            app.services.store.jobs.get(query.job_id)
        rows = app.services.outputs.rows(app.services.outputs.listing(query).ids)
        document = {"outputs": [gallery_document(row) for row in rows]}
        show(document, as_json, "\n".join(_line(row) for row in rows) or "No outputs.")


@click.command()
@click.argument("stars", type=int)
@click.argument("numbers", type=int, nargs=-1, required=True)
@click.option("--favourite/--no-favourite", default=None, help="Also mark them, or take the mark away.")
@click.option("--tag", "tags", multiple=True, metavar="WORD", help="Also add a tag; may be repeated.")
@json_option
@pass_frame
def rate(frame: Frame, /, stars: int, numbers: tuple[int, ...], as_json: bool, **more: Any) -> None:
    """Give outputs (by the number that `vqdesk outputs` says) 0 to 5 stars."""
    with frame.app() as app:
        service = app.services.outputs
        for number in numbers:
            service.get(number)
        service.rate(numbers, stars)
        if more["favourite"] is not None:
            service.set_favourite(numbers, more["favourite"])
        for tag in more["tags"]:
            service.add_tag(numbers, tag)
        rows = service.rows(numbers)
        document = {"outputs": [gallery_document(row) for row in rows]}
        show(document, as_json, "\n".join(_line(row) for row in rows))


def gallery_document(row: GalleryOutput) -> dict[str, Any]:
    """One output for JSON; `seconds` is 0 for a still."""
    output = row.output
    return {
        "id": row.id,
        "job": int(row.job_id),
        "path": row.path,
        "kind": output.kind,
        "width": output.width,
        "height": output.height,
        "frames": output.frames,
        "fps": output.fps,
        "seconds": round(row.length_s, 3),
        "bytes": output.bytes,
        "seed": row.seed,
        "try": row.try_number,
        "workflow": row.workflow,
        "source_path": row.source_path or None,
        "made_at": row.made_at,
        "rating": row.rating,
        "favourite": row.is_favourite,
        "tags": list(row.tags),
    }


def _line(row: GalleryOutput) -> str:
    marks = f"{'*' * row.rating:<5}{'♥' if row.is_favourite else ' '}"
    tags = "  ".join(f"[{tag}]" for tag in row.tags)
    return f"{row.id:>6}  {marks}  #{int(row.job_id)}  {row.path}  {tags}".rstrip()
