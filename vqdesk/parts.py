"""What the commands are given. Nothing heavy is imported before it is wanted."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from vqdesk import garbage
from vqdesk.cli.frame import EngineRun, Parts
from vqdesk.domain.errors import Problem
from vqdesk.runtime.app import App
from vqdesk.services.backup import BackupService

if TYPE_CHECKING:
    from vqdesk.bench.suite import BenchSuite


def parts() -> Parts:
    """What the commands are given."""
    return Parts(
        build=_build,
        backups=_backups,
        serve_engine=_serve_engine,
        open_desktop=_open_desktop,
        tell_problem=_tell_problem,
        picture_window=_picture_window,
        picture_states=_picture_states,
        bench_suite=_bench_suite,
    )


def _build(home: str | None, outputs: Path | None = None) -> App:
    from vqdesk import bootstrap

    return bootstrap.build(home, outputs)


def _backups(home: str | None) -> BackupService:
    from vqdesk import bootstrap

    return bootstrap.backups(home)


def _serve_engine(wanted: EngineRun) -> None:
    from vqdesk import bootstrap

    bootstrap.serve_engine(wanted)


def _open_desktop(app: App, files: Sequence[str]) -> int:
    garbage.leave()
    from vqdesk.ui.app import run_desktop

    return int(run_desktop(app, files))


def _tell_problem(problem: Problem) -> None:
    with suppress(ImportError):  # without Qt's system libraries the terminal has to do
        from vqdesk.ui.start_problem import tell_problem

        tell_problem(problem)


def _picture_window(app: App, path: Path) -> None:
    from vqdesk.ui.screenshots.tour import grab_window

    grab_window(app, path)


def _picture_states(app: App, out: Path, photos: Path) -> None:
    from vqdesk.ui.screenshots.tour import take_pictures

    take_pictures(app, out, photos)


def _bench_suite() -> "BenchSuite":
    from vqdesk import bootstrap

    return bootstrap.bench_suite()
