"""Commands about workflows: list them, check files, print the schema of definitions."""

import json
from pathlib import Path
from typing import Any

import click

from vqdesk.cli.frame import EXIT_FAILED, Frame, json_option, pass_frame, show
from vqdesk.cli.left_out import broken_document, broken_line, tell_broken
from vqdesk.domain.workflow import WorkflowDefinition
from vqdesk.services.workflows import check_file, definition_schema


@click.group(invoke_without_command=True)
@json_option
@click.pass_context
def workflows(context: click.Context, as_json: bool) -> None:
    """List the workflows, and the files that cannot be used with the reason."""
    if context.invoked_subcommand is not None:
        return
    frame: Frame = context.obj
    with frame.app() as app:
        shelf = app.services.library.shelf()
        document = {
            "workflows": [_workflow_document(one) for one in shelf.definitions],
            "broken": [broken_document(one) for one in shelf.broken],
        }
        lines = [f"{one.name:<22} {one.category.value:<14} {one.title}" for one in shelf.definitions]
        show(document, as_json, "\n".join(lines))
        if not as_json:
            tell_broken(shelf.broken)


@workflows.command()
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="[FILE]…")
@json_option
@click.pass_context
def check(context: click.Context, files: tuple[Path, ...], as_json: bool) -> None:
    """Check definitions (.yaml) with their templates, or templates (.json) alone; without FILE all workflows."""
    frame: Frame = context.obj
    if files:
        broken = [fault for file in files for fault in check_file(file.absolute())]
        checked = len(files)
    else:
        with frame.app() as app:
            shelf = app.services.library.shelf()
        broken = list(shelf.broken)
        checked = len(shelf.definitions) + len({one.file for one in broken})
    document = {"ok": not broken, "checked": checked, "broken": [broken_document(one) for one in broken]}
    words = "\n".join(f"broken: {broken_line(one)}" for one in broken) or f"{checked} checked, nothing wrong."
    show(document, as_json, words)
    if broken:
        context.exit(EXIT_FAILED)


@workflows.command()
@json_option
@pass_frame
def schema(frame: Frame, as_json: bool) -> None:  # noqa: ARG001  every command takes --json
    """Print the JSON schema of definition files, for editors."""
    document = definition_schema()
    show(document, as_json, json.dumps(document, indent=2, ensure_ascii=False))


def _workflow_document(definition: WorkflowDefinition) -> dict[str, Any]:
    return {
        "name": definition.name,
        "title": definition.title,
        "category": definition.category.value,
        "task_type": definition.task_type,
        "description": definition.description,
        "is_user": definition.is_user,
        "input": definition.input.kind if definition.input else None,
        "stages": {
            "min": definition.stages.min,
            "max": definition.stages.max,
            "default": definition.stages.default,
        }
        if definition.stages
        else None,
        "presets": [{"name": p.name, "label": p.label, "values": dict(p.values)} for p in definition.presets],
        "parameters": [
            {"name": p.name, "type": p.type.value, "default": p.default, "min": p.min, "max": p.max}
            for p in definition.parameters
        ],
    }
