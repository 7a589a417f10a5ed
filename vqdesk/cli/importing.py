"""The command that takes in workflows: import."""

import asyncio
import json
from pathlib import Path
from typing import Any, Final

import click

from vqdesk.cli.frame import Frame, json_option, pass_frame, show
from vqdesk.domain.errors import UserError
from vqdesk.domain.importing import FormDraft, ImportNote
from vqdesk.ports import NodeCatalog
from vqdesk.runtime.app import App
from vqdesk.services.importing import Imported
from vqdesk.services.importing.catalogs import read_catalog
from vqdesk.services.lanes import COMFYUI

_PATIENCE_S: Final = 5.0
_SHOWN_NOTES: Final = 40


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--name", default="", help="Title of the workflow; its files are named after it.")
@click.option("--print-api", is_flag=True, help="Print the graph in API format and save nothing.")
@click.option("--object-info", type=click.Path(path_type=Path), help="Catalogue to read by: a saved /object_info.")
@json_option
@pass_frame
def import_workflow(frame: Frame, /, file: Path, as_json: bool, **options: Any) -> None:
    """Make a workflow of a JSON file, picture or clip that ComfyUI saved."""
    with frame.app() as app:
        importing = app.services.importing
        named = options["object_info"]
        imported = importing.open(file, read_catalog(named) if named else _catalog(app))
        if options["print_api"]:
            _tell(imported.conversion.notes)
            click.echo(json.dumps(imported.conversion.graph, ensure_ascii=False, indent=2))
            return
        made_by = importing.made_by(imported)
        draft = imported.draft()
        path = importing.save(imported, draft, options["name"])
        app.services.library.get(path.stem)  # says in words what a hand would have to correct
    notes = (*imported.conversion.notes, *draft.notes)
    document = _document(path, imported, draft, notes)
    if made_by:
        document["made_by"] = {"workflow": made_by.workflow, "values": dict(made_by.values)}
    if not as_json:
        _tell(notes)
        if made_by:
            click.echo(f"The workflow “{made_by.workflow}” made it; --json shows with which values.", err=True)
    show(document, as_json, _words(path, imported, draft))


def _catalog(app: App) -> NodeCatalog:
    """That of the first ComfyUI that answers, kept for later; else the one kept, else the shipped one."""
    catalogs = app.services.importing.catalogs
    lanes = [lane for lane in app.services.store.lanes.all() if lane.kind == COMFYUI]
    if lanes:
        try:
            answers = asyncio.run(asyncio.wait_for(app.services.lanes.catalogs(lanes), _PATIENCE_S))
        except TimeoutError:
            answers = {}
        for answer in answers.values():
            if not isinstance(answer, UserError):
                catalogs.remember(answer)
                return catalogs.best(answer)
    return catalogs.best()


def _tell(notes: tuple[ImportNote, ...]) -> None:
    for note in notes[:_SHOWN_NOTES]:
        click.echo(note.sentence(), err=True)
    if len(notes) > _SHOWN_NOTES:
        click.echo(f"… and {len(notes) - _SHOWN_NOTES} more notes; --json lists all.", err=True)


def _words(path: Path, imported: Imported, draft: FormDraft) -> str:
    ticked = sum(field.is_chosen for field in draft.fields)
    lines = [
        f"Imported {imported.kind} as “{path.stem}”: {draft.guess.task_type.replace('_', ' ')}, {ticked} fields.",
        f"  {path}",
    ]
    for model in imported.conversion.models:
        lines.append(f"  model {model.folder}/{model.name}{f'  {model.url}' if model.url else ''}")
    return "\n".join(lines)


def _document(path: Path, imported: Imported, draft: FormDraft, notes: tuple[ImportNote, ...]) -> dict[str, Any]:
    return {
        "workflow": {
            "name": path.stem,
            "file": str(path.resolve()),
            "category": draft.guess.category.value,
            "task_type": draft.guess.task_type,
            "input": draft.input.kind if draft.input else None,
            "parameters": [field.parameter.name for field in draft.fields if field.is_chosen],
            "seed": bool(draft.seed_bind),
            "outputs": list(draft.outputs),
        },
        "offered": [field.parameter.name for field in draft.fields if not field.is_chosen],
        "unknown_classes": list(imported.conversion.unknown_classes()),
        "models": [{"name": m.name, "folder": m.folder, "url": m.url} for m in imported.conversion.models],
        "notes": [note.as_dict() for note in notes],
    }
