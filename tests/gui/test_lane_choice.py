"""A job goes to the engine that its form names, and to any when that engine is gone."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from real_window import PATIENCE_MS, RealWindow, click, drop

from vqdesk.locations import resources_dir
from vqdesk.ports import JobQuery


@pytest.fixture
def photo() -> Path:
    return next(iter(sorted((resources_dir() / "samples").glob("*.jpg"))))


def add(qtbot, real: RealWindow) -> None:
    known = len(real.store.jobs.ids(JobQuery()))
    click(qtbot, real.window, "Add to queue")
    qtbot.waitUntil(lambda: len(real.store.jobs.ids(JobQuery())) > known, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: not real.window.workspace.sheet.submission.is_busy, timeout=PATIENCE_MS)


def test_a_form_names_the_engine_of_its_jobs(qtbot, real_window: RealWindow, photo: Path) -> None:
    window = real_window.window
    bar = window.workspace.page.workflow_bar
    click(qtbot, window, "Use the built-in engine")
    drop(window.workspace, [photo])
    qtbot.waitUntil(window.workspace.page.footer.button.isEnabled, timeout=PATIENCE_MS)
    assert not bar.engine.isVisible()
    away = real_window.app.services.lanes.use_comfyui("http://127.0.0.1:9")
    window.workspace.engine_chosen.emit("")
    window.workspace.engines.start(real_window.store.lanes.all())
    window.workspace.engines.changed.emit(False)
    qtbot.waitUntil(bar.engine.isVisible, timeout=PATIENCE_MS)
    add(qtbot, real_window)
    bar.engine.setFocus()
    qtbot.keyClick(bar.engine, Qt.Key.Key_End)
    assert bar.engine.currentText() == away.name
    add(qtbot, real_window)
    pins = [real_window.store.jobs.get(one).lane_pin for one in sorted(real_window.store.jobs.ids(JobQuery()))]
    assert pins == [None, away.id]
    real_window.store.lanes.remove(away.id)
    window.workspace.engines.start(real_window.store.lanes.all())
    window.workspace.engines.changed.emit(False)
    assert window.workspace.state.own_values.get("form.lane") == 0
    assert not bar.engine.isVisible()
