"""`vqdesk bench`: the measurements of DESIGN §12."""

from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from vqdesk.cli.frame import Frame, json_option, pass_frame, show

if TYPE_CHECKING:
    from vqdesk.bench.figures import Figure  # loaded when something is measured


@click.group(invoke_without_command=True)
@json_option
@pass_frame
@click.pass_context
def bench(context: click.Context, frame: Frame, /, as_json: bool) -> None:
    """Measure VQDesk on this machine; without a name: everything, some minutes."""
    if context.invoked_subcommand is not None:
        return
    suite = frame.parts.bench_suite()
    measurements: dict[str, Callable[[], Any]] = {
        "feed": lambda: suite.feed("builtin", 5),
        "lanes": lambda: suite.lanes(3),
        "submit": lambda: suite.submit(5),
        "thumbnails": lambda: suite.thumbnails(1_000, 3),
        "start": lambda: suite.start(5),
        "events": lambda: suite.events(3),
        "queue": lambda: suite.queue(100_000, 1, 3),
        "queue_of_ten": lambda: suite.queue(100_000, 10, 3),
        "log": lambda: suite.log(1024),
    }
    results: dict[str, Any] = {}
    for name, measure in measurements.items():
        click.echo(f"measuring {name} …", err=True)
        results[name] = measure()
    figures = [figure for result in results.values() for figure in result.figures()]
    _show({name: asdict(result) for name, result in results.items()}, figures, as_json)


_rounds_option = click.option(
    "--rounds", default=5, show_default=True, type=click.IntRange(1), help="Rounds that count; medians are shown."
)


@bench.command()
@click.option("--engine", default="builtin", show_default=True, metavar="URL|builtin", help="The server to feed.")
@_rounds_option
@json_option
@pass_frame
def feed(frame: Frame, /, engine: str, rounds: int, as_json: bool) -> None:
    """200 tiny prompts through the whole app, against a bare client on the same server."""
    result = frame.parts.bench_suite().feed(engine, rounds)
    _show(asdict(result), result.figures(), as_json)


@bench.command()
@click.option(
    "--prompts", default=10_000, show_default=True, type=click.IntRange(100), help="How many, in one job."
)
@json_option
@pass_frame
def endurance(frame: Frame, /, prompts: int, as_json: bool) -> None:
    """Thousands of prompts in one go: does the app grow, or get slower?"""
    result = frame.parts.bench_suite().endurance(prompts)
    ratios = {"ratio": result.ratio, "cpu_ratio": result.cpu_ratio, "growth_mb": result.growth_mb}
    _show({**asdict(result), **ratios}, result.figures(), as_json)


@bench.command()
@_rounds_option
@json_option
@pass_frame
def lanes(frame: Frame, /, rounds: int, as_json: bool) -> None:
    """Prompts that sleep, on four engines and on one."""
    result = frame.parts.bench_suite().lanes(rounds)
    _show(asdict(result), result.figures(), as_json)


@bench.command()
@_rounds_option
@json_option
@pass_frame
def submit(frame: Frame, /, rounds: int, as_json: bool) -> None:
    """A job of 10,000 prompts, against the same rows in bare SQLite."""
    result = frame.parts.bench_suite().submit(rounds)
    _show(asdict(result), result.figures(), as_json)


@bench.command()
@click.option(
    "--photos", default=1_000, show_default=True, type=click.IntRange(8), help="Photos of 12 megapixels."
)
@_rounds_option
@json_option
@pass_frame
def thumbnails(frame: Frame, /, photos: int, rounds: int, as_json: bool) -> None:
    """Small pictures of many photos, against a bare decoder; the window's longest pause meanwhile."""
    result = frame.parts.bench_suite().thumbnails(photos, rounds)
    _show(asdict(result), result.figures(), as_json)


@bench.command()
@_rounds_option
@json_option
@pass_frame
def start(frame: Frame, /, rounds: int, as_json: bool) -> None:
    """First paint of the window with 10,000 jobs, against an empty window."""
    result = frame.parts.bench_suite().start(rounds)
    _show(asdict(result), result.figures(), as_json)


@bench.command()
@_rounds_option
@json_option
@pass_frame
def events(frame: Frame, /, rounds: int, as_json: bool) -> None:
    """The window's longest pause while 50,000 progress events come."""
    result = frame.parts.bench_suite().events(rounds)
    _show(asdict(result), result.figures(), as_json)


@bench.command()
@click.option(
    "--megabytes", default=1024, show_default=True, type=click.IntRange(1), help="Size of the log, on the disk."
)
@json_option
@pass_frame
def log(frame: Frame, /, megabytes: int, as_json: bool) -> None:
    """A large log: its last page, its memory, its tail under 5,000 lines a second."""
    result = frame.parts.bench_suite().log(megabytes)
    _show(asdict(result), result.figures(), as_json)


@bench.command()
@click.option("--jobs", default=100_000, show_default=True, type=click.IntRange(100), help="How many.")
@click.option("--prompts", default=1, show_default=True, type=click.IntRange(1), help="Of each job.")
@_rounds_option
@json_option
@pass_frame
def queue(frame: Frame, /, jobs: int, prompts: int, rounds: int, as_json: bool) -> None:
    """The list of jobs: opening, filter, search, scrolling and memory with very many of them."""
    result = frame.parts.bench_suite().queue(jobs, prompts, rounds)
    _show(asdict(result), result.figures(), as_json)


def _show(document: Any, figures: "Sequence[Figure]", as_json: bool) -> None:
    if as_json:
        show(document, as_json, "")
    else:
        _print_table(figures)


def _print_table(figures: "Sequence[Figure]") -> None:
    from rich.console import Console  # the desktop starts through these commands too, and has no use for it
    from rich.table import Table

    table = Table("what", "figure", "budget", "met")
    for figure in figures:
        table.add_row(figure.what, figure.value, figure.budget, "yes" if figure.is_met else "NO")
    Console().print(table)
