"""Commands on jobs that are queued already: duplicate, delete, note, mark, rename, and whole queues as files."""

from collections.abc import Callable, Sequence
from pathlib import Path

import click

from vqdesk.cli.frame import Frame, json_option, pass_frame, show
from vqdesk.domain.job import Job, JobId
from vqdesk.domain.marks import COLOURS

_numbers = click.argument("numbers", nargs=-1, required=True, type=int, metavar="NUMBER…")


@click.command()
@_numbers
@click.option("--new-seeds", is_flag=True, help="Other results: every prompt gets a new seed.")
@json_option
@pass_frame
def duplicate(frame: Frame, numbers: tuple[int, ...], new_seeds: bool, as_json: bool) -> None:
    """Queue the same work again, with all prompts."""
    with frame.app() as app:
        made = app.services.editing.duplicate(_known(app.services.store.jobs.get, numbers), new_seeds)
    show({"jobs": [int(job_id) for job_id in made]}, as_json, f"Added {_jobs(made)}.")


@click.command()
@_numbers
@click.option("--restore", is_flag=True, help="Bring deleted jobs back.")
@json_option
@pass_frame
def delete(frame: Frame, numbers: tuple[int, ...], restore: bool, as_json: bool) -> None:
    """Take jobs from the list; files on disk stay. Jobs that are at a server must be canceled first."""
    with frame.app() as app:
        editing = app.services.editing
        ids = [JobId(number) for number in numbers]
        changed = editing.restore(ids) if restore else editing.delete(ids)
    left = [number for number in numbers if number not in changed]
    words = [f"{'Brought back' if restore else 'Deleted'} {_jobs(changed)}."] if changed else []
    words += [f"Left as they are: {', '.join(map(str, left))}."] if left else []
    show({"changed": [int(one) for one in changed], "left": left}, as_json, "\n".join(words))


@click.command()
@click.argument("number", type=int)
@click.argument("text")
@json_option
@pass_frame
def note(frame: Frame, number: int, text: str, as_json: bool) -> None:
    """Write a note on a job; an empty TEXT takes it away."""
    with frame.app() as app:
        app.services.store.jobs.get(JobId(number))
        app.services.editing.set_note([JobId(number)], text)
    show({"number": number, "note": text.strip()}, as_json, f"Job {number}: {text.strip() or 'no note'}.")


@click.command()
@_numbers
@click.option(
    "--colour", required=True, type=click.Choice([*COLOURS, "none"]), help="The mark; none takes it away."
)
@json_option
@pass_frame
def mark(frame: Frame, numbers: tuple[int, ...], colour: str, as_json: bool) -> None:
    """Give jobs a colour mark."""
    with frame.app() as app:
        ids = _known(app.services.store.jobs.get, numbers)
        changed = app.services.editing.set_colour(ids, "" if colour == "none" else colour)
    words = f"Took the mark from {_jobs(changed)}." if colour == "none" else f"Marked {_jobs(changed)} {colour}."
    show({"changed": [int(one) for one in changed], "colour": colour}, as_json, words)


@click.group()
def queue() -> None:
    """Save and load whole queues with their media as one file."""


@queue.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--job", "numbers", multiple=True, type=int, metavar="NUMBER", help="Only this job; repeatable.")
@json_option
@pass_frame
def save(frame: Frame, file: Path, numbers: Sequence[int], as_json: bool) -> None:
    """Write what is left to do, with its inputs, to FILE."""
    with frame.app() as app:
        saved = app.services.queue_files.save(file, [JobId(number) for number in numbers] or None)
    document = {"file": str(file), "jobs": saved.jobs, "prompts": saved.prompts, "bytes": saved.bytes}
    words = f"Saved {_counted(saved.jobs, 'job')} with {_counted(saved.prompts, 'prompt')} to {file}."
    show(document, as_json, words)


@queue.command()
@click.argument("file", type=click.Path(path_type=Path))
@json_option
@pass_frame
def load(frame: Frame, file: Path, as_json: bool) -> None:
    """Add the jobs of a saved queue at the end of this one."""
    with frame.app() as app:
        made = app.services.queue_files.load(file)
    show({"jobs": [int(job_id) for job_id in made]}, as_json, f"Added {_jobs(made)}.")


def _known(get: Callable[[JobId], Job], numbers: Sequence[int]) -> list[JobId]:
    """Raises NotFound for the first that does not exist."""
    for number in numbers:
        get(JobId(number))
    return [JobId(number) for number in numbers]


def _jobs(ids: Sequence[int]) -> str:
    names = ", ".join(str(job_id) for job_id in ids)
    return f"job {names}" if len(ids) == 1 else f"jobs {names}"


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
