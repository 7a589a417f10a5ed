"""`vqdesk backup`: copies of the queue."""

from typing import Any

import click

from vqdesk.cli.frame import Frame, json_option, pass_frame, show
from vqdesk.domain.spans import size_words
from vqdesk.ports import Backup, BackupKind

_KINDS = {
    BackupKind.UPDATE: "before an update",
    BackupKind.HAND: "made by hand",
    BackupKind.REPLACED: "put aside by a restore",
}


@click.group()
def backup() -> None:
    """List, make and restore copies of the queue. One is made before every update, the last three are kept."""


@backup.command(name="list")
@json_option
@pass_frame
def list_backups(frame: Frame, as_json: bool) -> None:
    """All copies, newest first."""
    found = frame.parts.backups(frame.home).all()
    show(
        {"backups": [_document(one) for one in found]}, as_json, "\n".join(map(_line, found)) or "No backups yet."
    )


@backup.command()
@json_option
@pass_frame
def make(frame: Frame, as_json: bool) -> None:
    """Copy the queue as it is now, also while VQDesk works; it stays until you delete it."""
    made = frame.parts.backups(frame.home).make()
    show({"backup": _document(made)}, as_json, f"{_line(made)}\n{made.path}")


@backup.command()
@click.argument("name", default="")
@json_option
@pass_frame
def restore(frame: Frame, name: str, as_json: bool) -> None:
    """Go back to a copy: by name or path, else the newest that this version can use.

    Quit VQDesk before. The queue is paused then, and what was there is put aside as a copy of its own. Finished
    clips are not touched.
    """
    done = frame.parts.backups(frame.home).restore(name)
    aside = f"\nThe state before is kept as {done.replaced.name}." if done.replaced else ""
    words = f"Restored {done.backup.name}.{aside}\nThe queue is paused; `vqdesk resume` goes on."
    replaced = _document(done.replaced) if done.replaced else None
    show({"backup": _document(done.backup), "replaced": replaced}, as_json, words)


def _line(one: Backup) -> str:
    jobs = "unreadable" if one.jobs is None else f"{one.jobs} jobs"
    newer = "" if one.fits or one.jobs is None else "  (of a newer version)"
    return f"{one.name}  {size_words(one.size)}  {jobs}  {_KINDS[one.kind]}{newer}"


def _document(one: Backup) -> dict[str, Any]:
    return {
        "name": one.name,
        "path": str(one.path),
        "kind": one.kind.value,
        "made_at": one.made_at,
        "bytes": one.size,
        "jobs": one.jobs,
        "fits": one.fits,
    }
