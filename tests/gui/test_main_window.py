"""The frame: panels find each other, sizes are remembered, files may be dropped on either half."""

import os
import sys
import threading
from pathlib import Path

import pytest
from fake_desk import FakeDesk, make_calls, make_job
from PySide6.QtCore import QDir, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QApplication

from vqdesk.domain.events import JobsChanged
from vqdesk.domain.job import Counts, JobId, Lane, LaneId
from vqdesk.ui.faults import FaultReporter
from vqdesk.ui.main_window import MainWindow
from vqdesk.ui.menu import AppMenu, Folders
from vqdesk.ui.single_instance import SingleInstance
from vqdesk.ui.window_memory import WindowMemory


@pytest.fixture
def desk() -> FakeDesk:
    made = FakeDesk()
    made.lane_list.append(Lane(LaneId(1), "Built-in engine", "", "builtin", "enabled", 2))
    return made


@pytest.fixture
def make_window(qtbot, desk, theme_switch, tmp_path):
    def build(memory: WindowMemory | None = None) -> MainWindow:
        calls = make_calls(desk)
        menu = AppMenu(theme_switch, Folders(tmp_path, tmp_path / "outputs", tmp_path / "workflows"))
        window = MainWindow(calls, menu)
        window.keep = (calls, menu)
        qtbot.addWidget(window)
        window.start(memory or WindowMemory())
        window.show()
        qtbot.waitUntil(lambda: window.queue.is_loaded)
        return window

    return build


def test_the_detail_comes_with_the_first_job_and_follows_the_selection(qtbot, desk, make_window) -> None:
    window = make_window()
    assert window.detail.isHidden()
    for number in (1, 2):
        desk.job_rows[number] = make_job(number, Counts(pending=2))
    window.apply_events([JobsChanged(JobId(1)), JobsChanged(JobId(2))])
    qtbot.waitUntil(lambda: window.detail.isVisible() and window.detail.job_id == 2)
    qtbot.keyClick(window.queue.view, Qt.Key.Key_Down)
    assert window.detail.job_id == 1


def test_a_small_window_keeps_every_part_usable(qtbot, desk, make_window) -> None:
    desk.job_rows[1] = make_job(1, Counts(pending=2))
    window = make_window()
    qtbot.waitUntil(window.detail.isVisible)
    window.resize(1280, 720)
    assert window.size().toTuple() == (1280, 720)
    assert 480 <= window.workspace.width() <= 500
    assert window.queue.height() >= 300
    assert window.detail.height() >= 250
    window.resize(1024, 640)
    assert window.size().toTuple() == (1024, 640)
    assert window.queue.width() >= 520


def test_sizes_come_back_and_a_double_click_forgets_them(qtbot, make_window) -> None:
    window = make_window()
    window.resize(1920, 1080)
    window.columns.setSizes([600, 1320])
    window.columns.splitterMoved.emit(600, 1)
    kept = WindowMemory.from_json(window.memory().to_json())
    assert kept.columns == (600, 1319)  # and the line between
    again = make_window()
    again.resize(1920, 1080)
    again.columns.restore(kept.columns)
    assert again.columns.sizes()[0] == 600
    qtbot.mouseDClick(again.columns.handle(1), Qt.MouseButton.LeftButton)
    assert again.columns.sizes()[0] == 736
    assert again.memory().columns == ()


@pytest.mark.parametrize("garbage", ["", "{", "[]", '{"geometry": "zz", "columns": 3, "rows": []}', "null"])
def test_a_spoiled_memory_costs_only_itself(garbage) -> None:
    assert WindowMemory.from_json(garbage) == WindowMemory()


def test_files_dropped_on_the_queue_land_in_the_workspace(qtbot, desk, make_window) -> None:
    window = make_window()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/photos/lake_1.jpg"), QUrl.fromLocalFile("/photos/lake_2.jpg")])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(50, 50), Qt.DropAction.CopyAction, data, left, none)
    QApplication.sendEvent(window.rows, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window.rows, QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, data, left, none))
    qtbot.waitUntil(lambda: len(window.workspace.page.media.model.paths) == 2)


def test_f6_goes_round_the_panes(qtbot, desk, make_window) -> None:
    desk.job_rows[1] = make_job(1, Counts(pending=2))
    window = make_window()
    qtbot.waitUntil(window.detail.isVisible)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.strip.pausing.setFocus()
    visited = []
    for _ in range(4):
        qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_F6)
        focus = QApplication.focusWidget()
        panes = (window.strip, window.workspace, window.queue, window.detail)
        visited.append(next(at for at, pane in enumerate(panes) if pane.isAncestorOf(focus)))
    assert visited == [1, 2, 3, 0]


def test_closing_tells_what_to_remember_and_saves_the_workspace(qtbot, desk, make_window) -> None:
    window = make_window()
    with qtbot.waitSignal(window.closing) as told:
        window.close()
    assert told.args[0].geometry
    assert desk.times_asked("save_workspaces") == 1


def test_the_theme_is_chosen_in_the_menu(qtbot, make_window, theme_switch) -> None:
    window = make_window()
    menu = window.keep[1]
    light = next(action for action in menu.actions() if action.text() == "Light theme")
    with qtbot.waitSignal(menu.theme_chosen) as told:
        light.trigger()
    assert told.args == ["light"]
    assert theme_switch.source.theme.scheme == "light"


def test_a_fault_of_ours_is_a_calm_banner_with_details(qtbot, make_window, caplog) -> None:
    window = make_window()
    faults = FaultReporter()
    faults.reported.connect(window.queue.show_problem)
    faults.install()
    try:
        thread = threading.Thread(target=lambda: {}["missing"])
        thread.start()
        thread.join()
        qtbot.waitUntil(lambda: "VQDesk made a mistake" in window.queue.banners.problem.accessibleName())
        sys.excepthook(ValueError, ValueError("odd"), None)
    finally:
        faults.remove()
    assert "ValueError: odd" in window.queue.banners.problem.accessibleName()
    assert "unexpected fault" in caplog.text


def test_a_second_desktop_on_the_same_folder_raises_the_first(qtbot, tmp_path) -> None:
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    assert first.is_first()
    with qtbot.waitSignal(first.raised):
        assert not second.is_first()
    other = SingleInstance(tmp_path / "other")
    assert other.is_first()
    first.close()
    other.close()
    assert second.is_first()
    second.close()


def test_a_second_desktop_hands_its_files_to_the_first(qtbot, tmp_path) -> None:
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    assert first.is_first()
    socket = Path(QDir.tempPath()) / first.name
    assert os.name != "posix" or not socket.stat().st_mode & 0o077  # for this user only
    files = [f"{tmp_path}/{number} blé.png" for number in range(200)]
    with qtbot.waitSignal(first.opened, timeout=30_000) as told:
        assert not second.is_first(files)
    assert told.args == [files]
    first.close()


@pytest.mark.parametrize("message", [b"", b"[", b"7", b'["photo.png", 7, null]', b"[" * 99_000])
def test_what_no_second_desktop_says_opens_nothing(qtbot, tmp_path, message) -> None:
    first = SingleInstance(tmp_path)
    assert first.is_first()
    opened = []
    first.opened.connect(opened.append)
    stranger = QLocalSocket()
    stranger.connectToServer(first.name)
    with qtbot.waitSignal(first.raised, timeout=30_000):
        stranger.write(message)
    stranger.disconnectFromServer()
    wanted = [f"{tmp_path}/photo.png"]
    with qtbot.waitSignal(first.opened, timeout=30_000):
        assert not SingleInstance(tmp_path).is_first(wanted)
    qtbot.waitUntil(lambda: stranger.state() == QLocalSocket.LocalSocketState.UnconnectedState, timeout=30_000)
    assert opened == [wanted]
    first.close()
