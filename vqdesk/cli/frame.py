"""What all commands share: the data folder, words or JSON on stdout, errors on stderr, exit codes (DESIGN §10)."""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import click

from vqdesk.domain.errors import Problem, UserError
from vqdesk.runtime.app import App
from vqdesk.services.backup import BackupService

if TYPE_CHECKING:
    from vqdesk.bench.suite import BenchSuite  # loaded when something is measured

EXIT_FAILED = 1


@dataclass(frozen=True, slots=True)
class EngineRun:
    """How `vqdesk engine` shall serve; the switches after `idle_exit_s` are for tests."""

    home: Path
    port: int
    idle_exit_s: float | None
    fail_node: str
    stall_s: float
    die_after: int
    history_lag_ms: int
    view_delay_s: float
    memory_pixels: int
    test_nodes: bool


class BuildApp(Protocol):
    """Opens a data folder. `outputs` replaces its output root."""

    def __call__(self, home: str | None, outputs: Path | None = None) -> App: ...


@dataclass(frozen=True, slots=True)
class Parts:
    """What the composition root hands to the command line."""

    build: BuildApp
    backups: Callable[[str | None], BackupService]
    serve_engine: Callable[[EngineRun], None]
    open_desktop: Callable[[App, Sequence[str]], int]
    tell_problem: Callable[[Problem], None]
    picture_window: Callable[[App, Path], None]
    picture_states: Callable[[App, Path, Path], None]
    bench_suite: "Callable[[], BenchSuite]"


@dataclass(frozen=True, slots=True)
class Frame:
    """The global options and the parts."""

    home: str | None
    verbose: bool
    parts: Parts

    @contextmanager
    def app(self, home: str | None = None, outputs: Path | None = None) -> Iterator[App]:
        """The opened data folder (that of --home when none is named); closed at the end."""
        app = self.parts.build(home or self.home, outputs)
        try:
            yield app
        finally:
            app.close()


pass_frame = click.make_pass_decorator(Frame)


def json_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--json`: one JSON document on stdout and nothing else, also when the command fails."""
    return click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")(command)


def show(document: Any, as_json: bool, words: str) -> None:
    """Prints the document as JSON, or the words."""
    click.echo(json.dumps(document, ensure_ascii=False, indent=2) if as_json else words)


def wants_json(arguments: list[str]) -> bool:
    """Whether the arguments of a failed call asked for JSON."""
    return "--json" in arguments or ("--format", "json") in pairwise(arguments)


def show_error(error: UserError, as_json: bool) -> None:
    """Summary, cause and remedy: as JSON on stdout, or as lines on stderr."""
    problem = error.problem
    if as_json:
        click.echo(json.dumps({"error": problem_document(problem)}, ensure_ascii=False, indent=2))
        return
    click.echo(f"Error: {problem.summary}", err=True)
    for text in (problem.cause, problem.remedy):
        if text:
            click.echo(f"  {text}", err=True)


def problem_document(problem: Problem) -> dict[str, str]:
    return {"summary": problem.summary, "cause": problem.cause, "remedy": problem.remedy}
