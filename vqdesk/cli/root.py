"""The command line: global options, all commands, and errors in words (DESIGN §10)."""

import logging
from pathlib import Path
from typing import Any

import click

import vqdesk
from vqdesk.cli.autoprompt import autoprompt
from vqdesk.cli.backup import backup
from vqdesk.cli.bench import bench
from vqdesk.cli.bundle import bundle
from vqdesk.cli.demo import demo, window_picture, window_pictures
from vqdesk.cli.desktop import open_files, open_window
from vqdesk.cli.frame import EXIT_FAILED, Frame, Parts, show_error, wants_json
from vqdesk.cli.importing import import_workflow
from vqdesk.cli.lanes import lanes
from vqdesk.cli.licences import licences
from vqdesk.cli.looking import doctor, engine
from vqdesk.cli.order import hold, move, priority, release, run_next, start_at, stop_after
from vqdesk.cli.outputs import outputs, rate
from vqdesk.cli.presets import presets
from vqdesk.cli.queue import cancel, jobs, log, pause, resume, retry, show_job
from vqdesk.cli.queue_edit import delete, duplicate, mark, note, queue
from vqdesk.cli.submitting import run, submit
from vqdesk.cli.workflows import workflows
from vqdesk.domain.errors import UserError


class WordsGroup(click.Group):
    """Shows a UserError as summary, cause and remedy, with exit code 1. A file that is no command is opened."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command, or `open` with all arguments."""
        if self.get_command(ctx, args[0]) is None and _is_file(args[0]):
            return open_files.name, open_files, args
        return super().resolve_command(ctx, args)

    def main(self, *args: Any, **kwargs: Any) -> Any:
        arguments = list(kwargs.get("args") or [])
        try:
            return super().main(*args, **kwargs)
        except UserError as error:
            logging.getLogger(__name__).info("command failed: %s", error.problem.sentence())
            show_error(error, wants_json(arguments))
            raise SystemExit(EXIT_FAILED) from error


@click.group(cls=WordsGroup, invoke_without_command=True)
@click.option("--home", metavar="DIR", help="Data folder instead of the usual one; outputs go below it.")
@click.option("--verbose", is_flag=True, help="Say on stderr what is going on.")
@click.version_option(vqdesk.__version__, prog_name="vqdesk")
@click.pass_context
def cli(context: click.Context, home: str | None, verbose: bool) -> None:
    """VQDesk turns folders of still images into video clips with ComfyUI. Without a command: the desktop."""
    parts: Parts = context.obj
    frame = context.obj = Frame(home, verbose, parts)
    if verbose:
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(levelname)s %(name)s %(message)s"))
        logging.getLogger("vqdesk").addHandler(handler)
        logging.getLogger("vqdesk").setLevel(logging.DEBUG)
    if context.invoked_subcommand is None:
        context.exit(open_window(frame))


def _is_file(argument: str) -> bool:
    """Whether it can only be meant as one; what is neither there nor looks like one is a mistyped command."""
    path = Path(argument)
    return path.exists() or len(path.parts) > 1 or bool(path.suffix)


for _command in (
    *(demo, open_files, window_picture, window_pictures, submit, run),
    *(jobs, show_job, log, cancel, retry, pause, resume),
    *(duplicate, delete, note, mark, queue, outputs, rate),
    *(run_next, move, priority, hold, release, stop_after, start_at, lanes),
    *(autoprompt, presets, workflows, import_workflow, doctor, bundle, backup, licences, engine, bench),
):
    cli.add_command(_command)
