"""`vqdesk presets`: saved texts and settings."""

from pathlib import Path
from typing import Any

import click

from vqdesk.cli.frame import Frame, json_option, pass_frame, show
from vqdesk.domain.errors import InputUnusable
from vqdesk.domain.presets import Preset
from vqdesk.runtime.app import App

_name = click.argument("name", metavar="NAME")
_of = click.option("--workflow", metavar="NAME", help="Whose preset, when several have the name.")


@click.group()
def presets() -> None:
    """List, show, delete, export and import saved texts and settings."""


@presets.command(name="list")
@click.argument("words", nargs=-1)
@json_option
@pass_frame
def list_presets(frame: Frame, words: tuple[str, ...], as_json: bool) -> None:
    """All presets, or those that have all these words."""
    with frame.app() as app:
        found = app.services.presets.search(" ".join(words))
    lines = "\n".join(f"{one.key.kind.value:9} {one.key.scope:24} {_name_of(one)}" for one in found)
    show({"presets": [_document(one) for one in found]}, as_json, lines or "No presets.")


@presets.command(name="show")
@_name
@_of
@json_option
@pass_frame
def show_preset(frame: Frame, /, name: str, workflow: str | None, as_json: bool) -> None:
    """The values of a preset."""
    with frame.app() as app:
        preset = _found(app, name, workflow)
    if lost := preset.problem:
        raise InputUnusable(lost.summary, lost.cause, lost.remedy)
    lines = "\n".join(f"{key} = {value}" for key, value in preset.values.items())
    show({"preset": _document(preset)}, as_json, lines)


@presets.command()
@_name
@_of
@json_option
@pass_frame
def delete(frame: Frame, /, name: str, workflow: str | None, as_json: bool) -> None:
    """Delete a preset; what it held is printed, so that it can be saved again."""
    with frame.app() as app:
        preset = app.services.presets.delete(_found(app, name, workflow).key)
    held = "it was damaged." if preset.problem else dict(preset.values)
    show({"preset": _document(preset)}, as_json, f"Deleted “{preset.label}”: {held}")


@presets.command(name="export")
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("words", nargs=-1)
@json_option
@pass_frame
def export_presets(frame: Frame, file: Path, words: tuple[str, ...], as_json: bool) -> None:
    """Write all presets, or those that have all these words, into one file."""
    with frame.app() as app:
        found = app.services.presets.search(" ".join(words))
        written = app.services.presets.export(file, found)
    show({"file": str(file.absolute()), "presets": written}, as_json, f"{written} presets in {file}.")


@presets.command(name="import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--overwrite", is_flag=True, help="Replace presets of the same name.")
@json_option
@pass_frame
def import_presets(frame: Frame, file: Path, overwrite: bool, as_json: bool) -> None:
    """Take the presets of a file, all or none; those that exist stay as they are."""
    with frame.app() as app:
        added, left = app.services.presets.import_from(file, overwrite)
    document = {"added": [_document(one) for one in added], "left_out": [_document(one) for one in left]}
    show(document, as_json, f"{len(added)} added, {len(left)} left out because they exist.")


def _found(app: App, name: str, workflow: str | None) -> Preset:
    if workflow:
        return app.services.presets.named(name, app.services.library.get(workflow))
    return app.services.presets.only(name)


def _name_of(preset: Preset) -> str:
    return f"{preset.label} (damaged)" if preset.problem else preset.label


def _document(preset: Preset) -> dict[str, Any]:
    key = preset.key
    place = {"kind": key.kind.value, "scope": key.scope, "folder": key.folder, "name": key.name}
    lost = {"problem": preset.problem.as_dict()} if preset.problem else {}
    return {**place, "values": dict(preset.values), "link": preset.link or None, **lost}
