"""The real window over the real worker, store and built-in engine: from dropped photos to clips on disk."""

import os
import shutil
import signal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from real_window import LEFT, PATIENCE_MS, RealWindow, click, drop, engine_pid, type_into

from vqdesk.domain.job import Job
from vqdesk.domain.status import PromptStatus
from vqdesk.locations import resources_dir
from vqdesk.ui.main_window import MainWindow
from vqdesk.ui.queue.row_actions import RowAction


@pytest.fixture
def window(real_window: RealWindow) -> MainWindow:
    return real_window.window


@pytest.fixture
def photos(tmp_path) -> Path:
    folder = tmp_path / "photos"
    folder.mkdir()
    for sample in sorted((resources_dir() / "samples").glob("*.jpg"))[:2]:
        shutil.copy(sample, folder)
    (folder / "notes.txt").write_text("not a picture", encoding="utf-8")
    return folder


def make_ready(qtbot, window: MainWindow, photos: list[Path], frames: int) -> None:
    click(qtbot, window, "Use the built-in engine")
    drop(window.workspace, photos)
    page = window.workspace.page
    qtbot.waitUntil(lambda: page.form.isVisible() and page.footer.button.isEnabled(), timeout=PATIENCE_MS)
    for label, value in (("Width", 320), ("Height", 180), ("Frames", frames)):
        type_into(qtbot, window, label, value)


def newest(window: MainWindow) -> Job | None:
    ids = window.queue.model.ids
    return window.queue.source.jobs.get(max(ids)) if ids else None


def wait_for_status(qtbot, window: MainWindow, number: int, status: PromptStatus) -> None:
    def reached() -> bool:
        job = newest(window)
        return job is not None and job.number == number and job.status is status

    qtbot.waitUntil(reached, timeout=PATIENCE_MS)


def clips(home: Path) -> list[Path]:
    return sorted((home / "outputs").rglob("*.mp4"))


def test_photos_dropped_on_the_window_become_clips_on_disk(qtbot, home, window, photos) -> None:
    make_ready(qtbot, window, [photos], frames=12)
    assert window.workspace.page.footer.sentence == "2 images = 2 prompts"
    qtbot.mouseClick(window.workspace.page.footer.button, LEFT)
    wait_for_status(qtbot, window, 1, PromptStatus.SUCCEEDED)
    assert len(clips(home)) == 2
    assert all(clip.stat().st_size > 1000 for clip in clips(home))
    assert window.detail.job_id == 1
    qtbot.waitUntil(lambda: window.strip._empty.isVisible(), timeout=PATIENCE_MS)
    assert window.strip.lane_states[0].words == "Built-in engine"
    body = window.detail.body
    rows, line = body.progress.work.rows, body.happened.line  # of phases, then of what each node took
    qtbot.waitUntil(lambda: "Save video" in [row.title for row in rows()], timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: "".join(line.sentences()[-1:]).startswith("Done"), timeout=PATIENCE_MS)


def test_three_clicks_after_the_first_start_there_is_a_clip(qtbot, home, window) -> None:
    for words in ("Use the built-in engine", "Add 6 sample photos", "Add to queue"):
        click(qtbot, window, words)
    qtbot.waitUntil(lambda: bool(clips(home)), timeout=2 * PATIENCE_MS)
    view = window.queue.view
    view.choose(window.queue.model.ids[0])
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    box = window.findChild(QMessageBox)
    qtbot.mouseClick(next(button for button in box.buttons() if button.text().startswith("Cancel")), LEFT)
    wait_for_status(qtbot, window, 1, PromptStatus.CANCELED)


def test_a_running_job_is_canceled_and_retried_in_the_list(qtbot, home, window, photos) -> None:
    make_ready(qtbot, window, [photos], frames=1440)
    qtbot.mouseClick(window.workspace.page.footer.button, LEFT)
    wait_for_status(qtbot, window, 1, PromptStatus.RUNNING)
    view = window.queue.view
    view.choose(window.queue.model.ids[0])
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    box = window.findChild(QMessageBox)
    verb = next(button for button in box.buttons() if button.text().startswith("Cancel"))
    qtbot.mouseClick(verb, LEFT)
    wait_for_status(qtbot, window, 1, PromptStatus.CANCELED)
    assert clips(home) == []
    view.wanted.emit(RowAction.RETRY, view.chosen_keys())
    wait_for_status(qtbot, window, 1, PromptStatus.RUNNING)


def test_an_engine_killed_under_the_window_costs_nothing(qtbot, home, window, photos) -> None:
    make_ready(qtbot, window, [photos], frames=120)
    qtbot.mouseClick(window.workspace.page.footer.button, LEFT)
    wait_for_status(qtbot, window, 1, PromptStatus.RUNNING)
    live = window.queue.source.live
    qtbot.waitUntil(lambda: live.fraction(newest(window)) > 0, timeout=PATIENCE_MS)
    os.kill(engine_pid(home), signal.SIGKILL)
    wait_for_status(qtbot, window, 1, PromptStatus.SUCCEEDED)
    assert len(clips(home)) == 2
    assert not window.queue.banners.problem.isVisible()
