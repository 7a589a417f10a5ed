"""`vqdesk runs`: jobs that belong together, under one name."""

from collections.abc import Sequence

import click

from vqdesk.cli.frame import Frame, json_option, pass_frame, show
from vqdesk.domain.job import JobId
from vqdesk.runtime.app import App

_numbers = click.argument("numbers", nargs=-1, required=True, type=int, metavar="NUMBER…")


@click.group(invoke_without_command=True)
@json_option
@click.pass_context
def runs(context: click.Context, as_json: bool) -> None:
    """List runs, put jobs into one, take them out, rename one."""
    if context.invoked_subcommand is None:
        _list(context.obj, as_json)


@runs.command(name="list")
@json_option
@pass_frame
def list_runs(frame: Frame, as_json: bool) -> None:
    """All runs that have jobs."""
    _list(frame, as_json)


@runs.command()
@click.argument("name")
@_numbers
@json_option
@pass_frame
def put(frame: Frame, /, name: str, numbers: tuple[int, ...], as_json: bool) -> None:
    """Put jobs into the run NAME, made when there is none."""
    with frame.app() as app:
        changed = app.services.runs.put(_known(app, numbers), name).jobs
    document = {"run": " ".join(name.split()), "changed": [int(one) for one in changed]}
    show(document, as_json, f"Put {_jobs(changed)} into “{document['run']}”.")


@runs.command(name="take-out")
@_numbers
@json_option
@pass_frame
def take_out(frame: Frame, /, numbers: tuple[int, ...], as_json: bool) -> None:
    """Take jobs out of their runs."""
    with frame.app() as app:
        changed = app.services.runs.take_out(_known(app, numbers)).jobs
    show({"changed": [int(one) for one in changed]}, as_json, f"Took {_jobs(changed)} out.")


@runs.command()
@click.argument("name")
@click.argument("new_name")
@json_option
@pass_frame
def rename(frame: Frame, /, name: str, new_name: str, as_json: bool) -> None:
    """Give a run another name."""
    with frame.app() as app:
        app.services.runs.rename(app.services.runs.find(name).id, new_name)
    words = " ".join(new_name.split())
    show({"run": words}, as_json, f"The run is “{words}” now.")


def _list(frame: Frame, as_json: bool) -> None:
    with frame.app() as app:
        found = app.services.runs.all()
    documents = [{"id": int(run.id), "name": run.name, "kind": run.kind, "jobs": run.jobs} for run in found]
    lines = [f"{run.name}: {run.jobs} {'job' if run.jobs == 1 else 'jobs'}" for run in found]
    show({"runs": documents}, as_json, "\n".join(lines) or "No runs.")


def _known(app: App, numbers: Sequence[int]) -> list[JobId]:
    """Raises NotFound for the first that does not exist."""
    return [app.services.store.jobs.get(JobId(number)).id for number in numbers]


def _jobs(ids: Sequence[int]) -> str:
    names = ", ".join(str(job_id) for job_id in ids) or "nothing"
    return f"job {names}" if len(ids) == 1 else f"jobs {names}" if ids else names
