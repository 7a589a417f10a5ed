"""Fixtures of all folders: a data folder of the test's own, whose engines are stopped at the end."""

import json
import os
import signal
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("ci", derandomize=True)  # a submission is judged by the same examples each time
if os.environ.get("CI"):
    settings.load_profile("ci")


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
