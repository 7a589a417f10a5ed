"""The list of engines in the real window: seen, named, limited, tested, drained, removed; a second real engine."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from real_window import LEFT, PATIENCE_MS, RealWindow, click

from vqdesk.adapters.builtin.state import read_state
from vqdesk.locations import self_command
from vqdesk.ui.workspace.engine_line import EngineLine


@pytest.fixture
def second(tmp_path: Path, qtbot: QtBot) -> Iterator[str]:
    """The address of another built-in engine."""
    folder = tmp_path / "second"
    process = subprocess.Popen(self_command(["--home", str(folder), "engine", "--port", "0"]))
    qtbot.waitUntil(lambda: read_state(folder) is not None, timeout=PATIENCE_MS)
    state = read_state(folder)
    assert state is not None
    yield f"http://127.0.0.1:{state.port}"
    process.kill()
    process.wait()


@pytest.fixture
def line(qtbot: QtBot, real_window: RealWindow, second: str) -> EngineLine:
    """The line of the second engine, connected."""
    window = real_window.window
    click(qtbot, window, "Use the built-in engine")
    qtbot.waitUntil(window.workspace.page.workflow_bar.isVisible, timeout=PATIENCE_MS)
    window.workspace.engines.choose()
    in_use = window.workspace.page.first_start.in_use
    real_window.desktop.calls.ask(window, lambda desk: desk.engines.add(second, "Second"))
    qtbot.waitUntil(lambda: len(in_use.lines) == 2, timeout=PATIENCE_MS)
    found = list(in_use.lines.values())[1]
    qtbot.waitUntil(lambda: found.state.text().startswith("Connected"), timeout=PATIENCE_MS)
    return found


def lane(real_window: RealWindow):
    return next((one for one in real_window.store.lanes.all() if one.kind == "comfyui"), None)


def test_an_engine_is_named_and_limited_where_it_is_listed(
    qtbot: QtBot, real_window: RealWindow, line: EngineLine
) -> None:
    line.name.setFocus()
    line.name.selectAll()
    qtbot.keyClicks(line.name, "Big card")
    qtbot.keyClick(line.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: lane(real_window).name == "Big card", timeout=PATIENCE_MS)
    strip = real_window.window.strip
    qtbot.waitUntil(lambda: any("Big card" in one.words for one in strip.lane_states), timeout=PATIENCE_MS)

    line.limit.setFocus()
    line.limit.selectAll()
    qtbot.keyClicks(line.limit, "4")
    qtbot.keyClick(line.limit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: lane(real_window).max_depth == 4, timeout=PATIENCE_MS)


def test_an_engine_is_tested_drained_used_again_and_removed(
    qtbot: QtBot, real_window: RealWindow, line: EngineLine
) -> None:
    qtbot.mouseClick(line.test, LEFT)
    qtbot.waitUntil(lambda: line.answer.text().startswith("Answers:"), timeout=PATIENCE_MS)

    qtbot.mouseClick(line.drain, LEFT)
    qtbot.waitUntil(lambda: line.state.text().startswith("Drained"), timeout=PATIENCE_MS)
    assert lane(real_window).state == "draining"
    assert line.drain.text() == "Use again"
    qtbot.mouseClick(line.drain, LEFT)
    qtbot.waitUntil(lambda: line.state.text().startswith("Connected"), timeout=PATIENCE_MS)

    qtbot.mouseClick(line.remove, LEFT)
    qtbot.waitUntil(lambda: lane(real_window) is None, timeout=PATIENCE_MS)
    in_use = real_window.window.workspace.page.first_start.in_use
    qtbot.waitUntil(lambda: len(in_use.lines) == 1, timeout=PATIENCE_MS)


def test_a_name_that_is_taken_is_refused_in_words(qtbot: QtBot, real_window: RealWindow, line: EngineLine) -> None:
    line.name.setFocus()
    line.name.selectAll()
    qtbot.keyClicks(line.name, "Built-in engine")
    qtbot.keyClick(line.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Another engine has it" in line.answer.text(), timeout=PATIENCE_MS)
    assert lane(real_window).name == "Second"
