"""The frozen app opens its window about as fast as the source does."""

import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest
from clean_root import ROOT
from virtual_screen import virtual_screen

FROZEN = ROOT / "build" / "frozen" / "vqdesk" / "vqdesk"
SOURCE = ROOT / ".venv" / "bin" / "vqdesk"
ROUNDS, MOST_ROUNDS = 8, 40
MOST = 1.2
PATIENCE_S = 60

pytestmark = [
    pytest.mark.timeout(600),
    pytest.mark.skipif(not FROZEN.exists(), reason="`make package` has built nothing yet"),
    pytest.mark.skipif(not shutil.which("xdotool") or not shutil.which("Xvfb"), reason="needs Xvfb and xdotool"),
]


def seconds_to_window(program: Path, home: Path, display: str) -> float:
    """From the start of the process until its window is seen."""
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # the frozen app is compiled too
    began = time.perf_counter()
    window = subprocess.Popen([program, "--home", home], env=environment, stderr=subprocess.DEVNULL)
    try:
        while time.perf_counter() - began < PATIENCE_S:
            looking = ["xdotool", "search", "--onlyvisible", "--name", "^VQDesk$"]
            if subprocess.run(looking, env=environment, capture_output=True, check=False).returncode == 0:
                return time.perf_counter() - began
            time.sleep(0.01)
        raise AssertionError("no window came")
    finally:
        window.terminate()
        window.wait(30)


def test_the_frozen_app_starts_as_fast_as_the_source(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with virtual_screen() as display:

        def both() -> list[float]:
            return [seconds_to_window(one, tmp_path / one.parent.name, display) for one in (SOURCE, FROZEN)]

        both()  # what the disk must read once, and the data folders
        source, frozen = both()
        for number in range(MOST_ROUNDS):
            if number >= ROUNDS and frozen <= MOST * source:
                break
            source, frozen = map(min, (source, frozen), both())  # what else runs can only add to them
    with capsys.disabled():
        print(f"\nwindow seen after {source:.2f} s from the source, {frozen:.2f} s frozen")
    assert frozen <= MOST * source
