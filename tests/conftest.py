"""Fixtures of all folders: a data folder of the test's own, whose engines are stopped at the end."""

import json
import os
import signal
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from vqdesk.ui import plain_imports

# How long an example takes says what else the machine does.
settings.register_profile("here", deadline=None, suppress_health_check=[HealthCheck.too_slow])
# A submission is judged by the same examples each time.
settings.register_profile("ci", settings.get_profile("here"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


@pytest.fixture(scope="session", autouse=True)
def _plain_imports() -> None:
    """As the program does it: pytest-qt loads PySide, whose own import fails when two threads import at once."""
    plain_imports.restore()


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    """A data folder that does not exist yet."""
    yield tmp_path / "home"
    stop_engines(tmp_path)


def stop_engines(folder: Path) -> None:
    """Kills the built-in engines of all data folders below."""
    for state in folder.rglob("engine.json"):
        with suppress(ProcessLookupError, ValueError):  # it has ended already, or is just writing the file
            os.kill(json.loads(state.read_text(encoding="utf-8"))["pid"], signal.SIGKILL)
