"""What a command had to leave out because it cannot be read: lines on stderr, and a part of the JSON document."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from vqdesk.cli.frame import problem_document
from vqdesk.domain.errors import Problem
from vqdesk.domain.media import MediaKind
from vqdesk.domain.workflow import BrokenWorkflow, WorkflowDefinition
from vqdesk.services.staging import read_inputs

LeftOut = Sequence[tuple[Path, Problem]]


def unread_inputs(definition: WorkflowDefinition, inputs: Sequence[str]) -> LeftOut:
    """Parts of the named folders that cannot be read. Raises InputUnusable for a folder without any input."""
    return read_inputs(inputs, MediaKind(definition.input.kind)).problems if definition.input else ()


def tell_left_out(parts: LeftOut) -> None:
    """A line each, with cause and remedy."""
    _tell(problem.sentence() for _, problem in parts)


def tell_broken(broken: Iterable[BrokenWorkflow]) -> None:
    """The same for files of workflows."""
    _tell(map(broken_line, broken))


def broken_line(broken: BrokenWorkflow) -> str:
    """“…/tint.yaml, line 3, title: tint.yaml cannot be used. …”"""
    where = f", line {broken.line}" if broken.line else ""
    field = f", {broken.field}" if broken.field else ""
    return f"{broken.file}{where}{field}: {broken.problem.sentence()}"


def left_out_document(parts: LeftOut) -> list[dict[str, str]]:
    """`left_out` of a JSON document."""
    return [{"path": str(path), **problem_document(problem)} for path, problem in parts]


def broken_document(broken: BrokenWorkflow) -> dict[str, str | int]:
    """An entry of `broken`."""
    place: dict[str, str | int] = {"file": broken.file, "line": broken.line, "field": broken.field}
    return {**place, **problem_document(broken.problem)}


def _tell(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(f"Left out: {' '.join(line.split())}", err=True)
