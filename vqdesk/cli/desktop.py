"""The command that opens the desktop, with words where it cannot be opened."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from vqdesk.cli.frame import Frame
from vqdesk.domain.errors import InputUnusable, UserError
from vqdesk.runtime.app import App

_WITHOUT = "`vqdesk demo --headless` and all other commands work without it."


@click.command("open")
@click.argument("files", nargs=-1, metavar="[FILE]…", type=click.Path(path_type=Path))
@click.pass_context
def open_files(context: click.Context, /, files: tuple[Path, ...]) -> None:
    """Open the window with photos, folders, a workflow or a saved queue.

    A window that is open already takes them. `vqdesk FILES` does the same.
    """
    if files and not any(file.exists() for file in files):
        raise InputUnusable(
            f"{files[0].name} is not there.",
            f"There is no {files[0].absolute()}.",
            "Check the path; `vqdesk --help` lists the commands.",
        )
    context.exit(open_window(context.obj, [str(file.absolute()) for file in files]))


def open_window(frame: Frame, files: Sequence[str] = ()) -> int:
    """The window on the data folder, until it is closed.

    What keeps it from opening is also told in a box where an icon has started us and nobody reads a terminal.
    """
    try:
        with frame.app() as app:
            return open_desktop(frame, app, files)
    except UserError as error:
        if not _is_read() and has_display():
            frame.parts.tell_problem(error.problem)
        raise


def open_desktop(frame: Frame, app: App, files: Sequence[str] = ()) -> int:
    """Runs the window until it is closed. Raises UserError without a display or Qt's system libraries."""
    if not has_display() and not os.environ.get("QT_QPA_PLATFORM"):
        raise UserError("The desktop cannot open.", "There is no display here.", _WITHOUT)
    try:
        return frame.parts.open_desktop(app, files)
    except ImportError as error:
        raise UserError(
            "The desktop cannot open.",
            f"A system library that Qt needs is missing: {error}.",
            f"`make setup` installs or names it. {_WITHOUT}",
        ) from error


def _is_read() -> bool:
    """Whether somebody may see what is written, or nobody sees anything."""
    is_terminal = sys.stderr is not None and sys.stderr.isatty()
    return is_terminal or os.environ.get("QT_QPA_PLATFORM") in ("offscreen", "minimal")


def has_display() -> bool:
    """Whether a window can be opened here."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
