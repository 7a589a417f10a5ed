"""The real window over the real worker, store and built-in engine: from dropped photos to clips on disk."""

import json
import os
import shutil
import signal
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox, QPushButton, QWidget

from vqdesk import bootstrap
from vqdesk.domain.job import Job
from vqdesk.domain.status import PromptStatus
from vqdesk.locations import resources_dir
from vqdesk.ui.app import Desktop
from vqdesk.ui.main_window import MainWindow
from vqdesk.ui.queue.row_actions import RowAction
from vqdesk.ui.window_memory import WindowMemory

LEFT, NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
PATIENCE_MS = 90_000


@pytest.fixture
def home(tmp_path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def window(qtbot, home, theme_switch) -> MainWindow:
    app = bootstrap.build(str(home))
    with app.running() as runtime:
        desktop = Desktop(app, runtime, theme_switch)
        qtbot.addWidget(desktop.window)
        desktop.open(WindowMemory())
        desktop.window.resize(1600, 1000)
        qtbot.waitUntil(lambda: desktop.window.workspace.is_open, timeout=PATIENCE_MS)
        qtbot.waitUntil(lambda: desktop.window.queue.is_loaded, timeout=PATIENCE_MS)
        yield desktop.window
        desktop.close()
    app.close()
    stop_engine(home)


@pytest.fixture
def photos(tmp_path) -> Path:
    folder = tmp_path / "photos"
    folder.mkdir()
    for sample in sorted((resources_dir() / "samples").glob("*.jpg"))[:2]:
        shutil.copy(sample, folder)
    (folder / "notes.txt").write_text("not a picture", encoding="utf-8")
    return folder


def engine_pid(home: Path) -> int:
    return int(json.loads((home / "engine.json").read_text(encoding="utf-8"))["pid"])


def stop_engine(home: Path) -> None:
    if (home / "engine.json").is_file():
        os.kill(engine_pid(home), signal.SIGTERM)


def drop(target: QWidget, paths: list[Path]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    middle = target.rect().center()
    for event in (
        QDragEnterEvent(middle, Qt.DropAction.CopyAction, data, LEFT, NO_KEYS),
        QDragMoveEvent(middle, Qt.DropAction.CopyAction, data, LEFT, NO_KEYS),
        QDropEvent(QPointF(middle), Qt.DropAction.CopyAction, data, LEFT, NO_KEYS),
    ):
        QApplication.sendEvent(target, event)
        assert event.isAccepted()


def click(qtbot, window: MainWindow, words: str) -> None:
    def found() -> list[QPushButton]:
        buttons = window.findChildren(QPushButton)
        return [
            button for button in buttons if button.text() == words and button.isVisible() and button.isEnabled()
        ]

    qtbot.waitUntil(lambda: bool(found()), timeout=PATIENCE_MS)
    qtbot.mouseClick(found()[0], LEFT)


def type_into(qtbot, window: MainWindow, label: str, value: int) -> None:
    field = next(field for field in window.findChildren(QLineEdit) if field.accessibleName() == label)
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, str(value))
    qtbot.keyClick(field, Qt.Key.Key_Tab)


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


def test_a_running_job_is_canceled_and_retried_in_the_list(qtbot, home, window, photos) -> None:
    make_ready(qtbot, window, [photos], frames=400)
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
