"""The command line: global options, all commands, and errors in words (DESIGN §10)."""

import logging
from pathlib import Path
from typing import Any

import click

import vqdesk
from vqdesk.cli.desktop import open_files, open_window
from vqdesk.cli.frame import EXIT_FAILED, Frame, Parts, show_error, wants_json
from vqdesk.domain.errors import UserError


class WordsGroup(click.Group):
    """Shows a UserError as summary, cause and remedy, with exit code 1. A file that is no command is opened."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """One of the commands; they are loaded when the first is asked for: the window starts without them."""
        self._load()
        return super().get_command(ctx, cmd_name)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        self._load()
        return super().list_commands(ctx)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command, or `open` with all arguments."""
        if self.get_command(ctx, args[0]) is None and _is_file(args[0]):
            return open_files.name, open_files, args
        return super().resolve_command(ctx, args)

    def _load(self) -> None:
        from vqdesk.cli.commands import COMMANDS

        for command in COMMANDS:
            self.add_command(command)

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
