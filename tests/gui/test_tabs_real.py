"""Tabs and modes of the real window, by mouse and by keyboard, as the store has them afterwards."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu
from real_window import LEFT, NO_KEYS, PATIENCE_MS, RealWindow, click, drop, opened

from vqdesk import bootstrap
from vqdesk.domain.modes import Mode
from vqdesk.domain.settings import INPUT_FOLDER
from vqdesk.domain.workspace import Workspace, read_state
from vqdesk.locations import resources_dir
from vqdesk.services.input_places import remember_input_folder
from vqdesk.ui.workspace.panel import WorkspacePanel
from vqdesk.ui.workspaces.tab_bar import WorkspaceTabBar

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
SAMPLES = sorted((resources_dir() / "samples").glob("*.jpg"))


class Desk:
    """A user's hands on the tabs, and the store's word for what came of it."""

    def __init__(self, qtbot, real: RealWindow) -> None:
        self.qtbot, self.real = qtbot, real
        real.window.activateWindow()

    @property
    def panel(self) -> WorkspacePanel:
        return self.real.window.workspace

    @property
    def bar(self) -> WorkspaceTabBar:
        return self.panel.bar.tabs

    def key(self, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
        held = NO_KEYS
        for one in modifiers:
            held |= one
        self.qtbot.keyClick(QApplication.focusWidget() or self.real.window, key, held)

    def middle(self, at: int) -> QPoint:
        return self.bar.tabRect(at).center()

    def stored(self) -> list[Workspace]:
        rows = self.real.store.workspaces.open()
        return [Workspace(row.id, row.title, row.colour, read_state(row.state).state) for row in rows]

    def until_stored(self, check: Callable[[list[Workspace]], bool]) -> None:
        def is_right() -> bool:
            tabs = self.stored()
            return bool(tabs) and check(tabs)

        self.qtbot.waitUntil(is_right, timeout=PATIENCE_MS)

    def until_titles(self, *titles: str) -> None:
        self.until_stored(lambda tabs: [one.title for one in tabs] == list(titles))
        assert [self.bar.tabText(at) for at in range(self.bar.count())] == list(titles)

    def until_front(self, title: str) -> None:
        def is_front() -> bool:
            active = self.real.store.workspaces.active()
            return [one.title for one in self.stored() if one.id == active] == [title]

        self.qtbot.waitUntil(is_front, timeout=PATIENCE_MS)
        assert self.bar.tabText(self.bar.currentIndex()) == title

    def rename(self, title: str) -> None:
        self.qtbot.keyClicks(self.bar.editor, title)
        self.qtbot.keyClick(self.bar.editor, Qt.Key.Key_Return)


@pytest.fixture
def desk(qtbot, real_window: RealWindow) -> Desk:
    return Desk(qtbot, real_window)


@pytest.fixture
def ready(qtbot, desk: Desk) -> Desk:
    """An engine is chosen and the form is shown."""
    click(qtbot, desk.real.window, "Use the built-in engine")
    qtbot.waitUntil(lambda: desk.panel.page.form.isVisible(), timeout=PATIENCE_MS)
    return desk


def pick(menu: QMenu, words: str) -> None:
    def actions(one: QMenu) -> list[QAction]:
        below = [inner for action in one.actions() if action.menu() for inner in actions(action.menu())]
        return [*one.actions(), *below]

    next(action for action in actions(menu) if action.text() == words).trigger()


def test_tabs_by_keyboard(desk: Desk) -> None:
    desk.until_titles("Workspace 1")
    desk.key(Qt.Key.Key_T, CTRL)
    desk.key(Qt.Key.Key_T, CTRL)
    desk.until_titles("Workspace 1", "Workspace 2", "Workspace 3")
    desk.until_front("Workspace 3")
    desk.key(Qt.Key.Key_1, CTRL)
    desk.until_front("Workspace 1")
    desk.key(Qt.Key.Key_Tab, CTRL)
    desk.until_front("Workspace 2")
    desk.key(Qt.Key.Key_Backtab, CTRL, SHIFT)
    desk.key(Qt.Key.Key_Backtab, CTRL, SHIFT)
    desk.until_front("Workspace 3")
    desk.key(Qt.Key.Key_PageUp, CTRL, SHIFT)
    desk.until_titles("Workspace 1", "Workspace 3", "Workspace 2")
    desk.key(Qt.Key.Key_F2)
    desk.rename("Cats")
    desk.until_titles("Workspace 1", "Cats", "Workspace 2")
    desk.key(Qt.Key.Key_D, CTRL, SHIFT)
    desk.until_titles("Workspace 1", "Cats", "Cats 2", "Workspace 2")
    desk.key(Qt.Key.Key_W, CTRL)
    desk.key(Qt.Key.Key_9, CTRL)
    desk.until_front("Workspace 2")
    desk.key(Qt.Key.Key_T, CTRL, SHIFT)
    desk.until_titles("Workspace 1", "Cats", "Cats 2", "Workspace 2")
    desk.until_front("Cats 2")


def test_tabs_by_mouse(qtbot, desk: Desk) -> None:
    qtbot.mouseClick(desk.panel.bar.add, LEFT)
    qtbot.mouseClick(desk.panel.bar.add, LEFT)
    desk.until_titles("Workspace 1", "Workspace 2", "Workspace 3")
    qtbot.mouseClick(desk.bar, LEFT, pos=desk.middle(0))
    desk.until_front("Workspace 1")
    qtbot.mouseDClick(desk.bar, LEFT, pos=desk.middle(0))
    desk.rename("A long name for the tab of the autumn series")
    desk.until_titles("A long name for the tab of the autumn series", "Workspace 2", "Workspace 3")
    qtbot.mousePress(desk.bar, LEFT, pos=desk.middle(0))
    for at in (1, 2):
        qtbot.mouseMove(desk.bar, desk.middle(at) + QPoint(4, 0))
    qtbot.mouseRelease(desk.bar, LEFT, pos=desk.middle(2))
    desk.until_titles("Workspace 2", "Workspace 3", "A long name for the tab of the autumn series")
    pick(desk.panel.bar.menu_of(desk.stored()[0].id), "Violet")
    desk.until_stored(lambda tabs: [one.colour for one in tabs] == ["violet", "", ""])
    qtbot.mouseClick(desk.bar, LEFT, pos=desk.bar.close_rect(2).center())
    qtbot.mouseClick(desk.bar, Qt.MouseButton.MiddleButton, pos=desk.middle(1))
    desk.until_titles("Workspace 2")
    qtbot.mouseClick(desk.panel.bar.undo, LEFT)
    desk.until_titles("Workspace 2", "Workspace 3")


def test_the_bar_by_keyboard(qtbot, desk: Desk) -> None:
    for _ in range(2):
        desk.key(Qt.Key.Key_T, CTRL)
    desk.bar.setFocus()
    desk.key(Qt.Key.Key_Left)
    desk.until_front("Workspace 2")
    assert desk.bar.hasFocus(), "arrows go on through the tabs"
    desk.key(Qt.Key.Key_Left, ALT)
    desk.until_titles("Workspace 2", "Workspace 1", "Workspace 3")
    desk.key(Qt.Key.Key_F2)
    qtbot.keyClicks(desk.bar.editor, "Nothing of this")
    qtbot.keyClick(desk.bar.editor, Qt.Key.Key_Escape)
    assert desk.bar.hasFocus()
    desk.key(Qt.Key.Key_Delete)
    desk.until_titles("Workspace 1", "Workspace 3")


def test_there_is_always_one(desk: Desk) -> None:
    before = desk.stored()
    desk.key(Qt.Key.Key_W, CTRL)
    desk.until_stored(lambda tabs: len(tabs) == 1 and tabs != before)
    desk.until_titles("Workspace 1")


def test_three_tabs_hold_nothing_of_one_another_and_come_back(qtbot, home, theme_switch) -> None:
    with opened(qtbot, home, theme_switch) as real:
        desk = Desk(qtbot, real)
        click(qtbot, real.window, "Use the built-in engine")
        qtbot.waitUntil(lambda: desk.panel.page.form.isVisible(), timeout=PATIENCE_MS)
        for number in range(3):
            if number:
                desk.key(Qt.Key.Key_T, CTRL)
            page = desk.panel.page
            drop(desk.panel, [SAMPLES[number]])
            qtbot.waitUntil(page.footer.button.isEnabled, timeout=PATIENCE_MS)
            assert desk.panel.state.own_values == {}, "a new one starts clean"
            page.form.field("length").editor.setText(str(21 + 10 * number))
            if number == 1:
                qtbot.mouseClick(page.form.group("Camera").head, LEFT)
        desk.key(Qt.Key.Key_2, CTRL)
        desk.until_stored(lambda tabs: tabs[-1].state.own_values == {"length": 41})
        desk.until_front("Workspace 2")
        before = desk.stored()
        assert [one.state.own_values["length"] for one in before] == [21, 31, 41]
        assert [Path(one.state.inputs[0]).name for one in before] == [path.name for path in SAMPLES[:3]]
        assert [one.state.open_groups for one in before] == [(), ("Camera",), ()]
    with opened(qtbot, home, theme_switch) as real:
        desk = Desk(qtbot, real)
        assert desk.panel.book.read().open == tuple(before)
        assert desk.bar.currentIndex() == 1
        for key, at in ((Qt.Key.Key_3, 2), (Qt.Key.Key_1, 0)):
            desk.key(key, CTRL)
            qtbot.waitUntil(lambda: desk.panel.page.form.isVisible(), timeout=PATIENCE_MS)
            assert desk.panel.page.form.field("length").value == 21 + 10 * at
            assert list(desk.panel.page.media.model.paths) == [str(SAMPLES[at])]


def test_a_new_tab_begins_with_the_input_folder_of_the_settings(qtbot, home, tmp_path, theme_switch) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    shutil.copy(SAMPLES[0], folder)
    app = bootstrap.build(str(home))
    app.services.settings.put(INPUT_FOLDER, str(folder))
    app.close()
    with opened(qtbot, home, theme_switch) as real:
        desk = Desk(qtbot, real)
        for _ in range(2):
            qtbot.waitUntil(lambda: len(desk.panel.page.media.model.paths) == 1, timeout=PATIENCE_MS)
            desk.key(Qt.Key.Key_T, CTRL)
        wanted = (str(folder / SAMPLES[0].name),)
        desk.until_stored(lambda tabs: [one.state.inputs for one in tabs[:2]] == [wanted, wanted])
        assert desk.stored()[0].state.folder == str(folder)


def test_the_input_folder_of_a_comfyui_here_is_offered_and_looking_begins_there(
    qtbot, home, tmp_path, theme_switch
) -> None:
    folder, gone = tmp_path / "comfy" / "input", tmp_path / "gone"
    folder.mkdir(parents=True)
    shutil.copy(SAMPLES[0], folder)
    app = bootstrap.build(str(home))
    lane = app.services.store.lanes.ensure("ComfyUI", "http://127.0.0.1:9", "comfyui")
    remember_input_folder(app.services.store.settings, lane, str(folder))
    app.close()
    with opened(qtbot, home, theme_switch) as real:
        desk = Desk(qtbot, real)
        media = desk.panel.page.media
        qtbot.waitUntil(lambda: media.folder_text == str(folder), timeout=PATIENCE_MS)
        assert list(media.model.paths) == [], "nobody has chosen it"
        click(qtbot, real.window, "Choose folder…")
        qtbot.waitUntil(lambda: bool(media.folder.findChildren(QFileDialog)), timeout=PATIENCE_MS)
        dialog = media.folder.findChildren(QFileDialog)[0]
        assert dialog.directory().absolutePath() == str(folder)
        dialog.reject()
        real.window.activateWindow()
        qtbot.waitUntil(real.window.isActiveWindow, timeout=PATIENCE_MS)
        click(qtbot, real.window, "Use this folder")
        desk.until_stored(lambda tabs: tabs[0].state.inputs == (str(folder / SAMPLES[0].name),))
        assert media.folder.ignored_words == ""
        real.app.services.settings.put(INPUT_FOLDER, str(gone))
        real.window.side.settings_changed.emit({})
        qtbot.waitUntil(lambda: desk.panel.book._folder.path == str(gone), timeout=PATIENCE_MS)
        desk.key(Qt.Key.Key_T, CTRL)
        desk.until_front("Workspace 2")
        told = desk.panel.page.media.folder.labeled
        qtbot.waitUntil(lambda: str(gone) in told.error, timeout=PATIENCE_MS)


def test_each_mode_shows_its_own_and_keeps_it(qtbot, ready: Desk) -> None:
    page = ready.panel.page
    drop(ready.panel, SAMPLES[:2])
    qtbot.waitUntil(lambda: page.footer.button.isEnabled(), timeout=PATIENCE_MS)
    modes = page.modes.modes
    qtbot.mouseClick(modes, LEFT, pos=modes.part_rect(4).center())
    ready.until_stored(lambda tabs: tabs[0].state.mode is Mode.IMAGE_UPSCALE)
    assert list(page.media.model.paths) == []
    shown = {page.workflow_bar.combo.itemData(row) for row in range(page.workflow_bar.combo.count())}
    assert "image-upscale" in shown
    assert "camera-move" not in shown
    modes.setFocus()
    ready.key(Qt.Key.Key_Left)
    ready.key(Qt.Key.Key_Left)
    ready.until_stored(lambda tabs: tabs[0].state.mode is Mode.TEXT_TO_IMAGE)
    assert not page.media.isVisible()
    qtbot.mouseClick(page.modes.halves, LEFT, pos=page.modes.halves.part_rect(1).center())
    ready.until_stored(lambda tabs: tabs[0].state.mode is Mode.IMAGE_TO_IMAGE)
    assert page.media.isVisible()
    ready.key(Qt.Key.Key_Left)
    ready.key(Qt.Key.Key_Left)
    qtbot.mouseClick(modes, LEFT, pos=modes.part_rect(0).center())
    ready.until_stored(lambda tabs: tabs[0].state.mode is Mode.BATCH)
    assert list(page.media.model.paths) == [str(path) for path in SAMPLES[:2]]
    assert {Mode.IMAGE_UPSCALE, Mode.TEXT_TO_IMAGE} <= set(ready.stored()[0].state.parked)


def test_single_takes_one_image(qtbot, ready: Desk) -> None:
    page = ready.panel.page
    modes = page.modes.modes
    qtbot.mouseClick(modes, LEFT, pos=modes.part_rect(1).center())
    drop(ready.panel, SAMPLES[:1])
    qtbot.waitUntil(lambda: page.footer.button.isEnabled(), timeout=PATIENCE_MS)
    drop(ready.panel, SAMPLES[1:2])
    qtbot.waitUntil(lambda: list(page.media.model.paths) == [str(SAMPLES[1])], timeout=PATIENCE_MS)
    assert page.footer.button.isEnabled()
    ready.until_stored(lambda tabs: tabs[0].state.inputs == (str(SAMPLES[1]),))


def test_a_job_knows_its_tab_and_the_tab_that_it_was_added(qtbot, ready: Desk) -> None:
    ready.key(Qt.Key.Key_F2)
    ready.rename("Dawn")
    drop(ready.panel, SAMPLES[:1])
    page = ready.panel.page
    qtbot.waitUntil(lambda: page.footer.button.isEnabled(), timeout=PATIENCE_MS)
    page.form.field("length").editor.setText("12")
    ready.until_stored(lambda tabs: tabs[0].state.is_changed)
    assert "not added" in ready.bar.tabToolTip(0)
    with qtbot.waitSignal(ready.panel.job_added, timeout=PATIENCE_MS) as told:
        qtbot.mouseClick(page.footer.button, LEFT)
    (workspace,) = ready.stored()
    job = ready.real.store.jobs.get(told.args[0].id)
    assert (job.workspace_id, job.workspace_title) == (workspace.id, "Dawn")
    ready.until_stored(lambda tabs: not tabs[0].state.is_changed)
    assert "not added" not in ready.bar.tabToolTip(0)


def test_start_afresh_can_be_taken_back(qtbot, ready: Desk) -> None:
    ready.panel.page.form.field("length").editor.setText("33")
    ready.until_stored(lambda tabs: tabs[0].state.own_values == {"length": 33})
    old = ready.stored()[0].id
    pick(ready.panel.bar.menu_of(old), "Start afresh")
    ready.until_stored(lambda tabs: [one.state.own_values for one in tabs] == [{}])
    assert ready.panel.page.form.field("length").value != 33
    ready.key(Qt.Key.Key_T, CTRL, SHIFT)
    ready.until_stored(lambda tabs: old in [one.id for one in tabs])
    assert ready.panel.page.form.field("length").value == 33


def test_only_a_few_of_many_pages_live_and_all_states_do(qtbot, ready: Desk) -> None:
    pages = []
    for number in range(12):
        if number:
            ready.key(Qt.Key.Key_T, CTRL)
        ready.panel.sheet.edit(job_name=f"job {number}")
        pages.append(ready.panel.page)
    ready.until_stored(lambda tabs: [one.state.job_name for one in tabs] == [f"job {n}" for n in range(12)])
    qtbot.waitUntil(lambda: sum(shiboken6.isValid(page) for page in pages) <= 4, timeout=PATIENCE_MS)
    qtbot.mouseClick(ready.bar, LEFT, pos=ready.middle(0))
    assert ready.panel.state.job_name == "job 0"
    assert ready.panel.bar.more.isVisible()
    pick(ready.panel.bar.menu_of_all(), "Workspace 7")
    ready.until_front("Workspace 7")
    assert ready.panel.state.job_name == "job 6"


def test_a_damaged_tab_says_so_and_the_others_are_whole(qtbot, home, theme_switch) -> None:
    with opened(qtbot, home, theme_switch) as real:
        desk = Desk(qtbot, real)
        desk.key(Qt.Key.Key_T, CTRL)
        desk.until_titles("Workspace 1", "Workspace 2")
        desk.panel.sheet.edit(job_name="whole")
        desk.until_stored(lambda tabs: tabs[-1].state.job_name == "whole")
        first = desk.stored()[0].id
    with closing(sqlite3.connect(home / "vqdesk.db")) as raw, raw:
        raw.execute("UPDATE workspaces SET state = '{\"inputs\": 7}' WHERE id = ?", (first,))
    with opened(qtbot, home, theme_switch) as real:
        desk = Desk(qtbot, real)
        assert desk.panel.state.job_name == "whole"
        assert not desk.panel.page.problem.isVisible()
        desk.key(Qt.Key.Key_1, CTRL)
        qtbot.waitUntil(lambda: desk.panel.page.problem.isVisible(), timeout=PATIENCE_MS)
        assert "“Workspace 1” could not be read" in desk.panel.page.problem.text
        assert json.loads(real.store.workspaces.damaged(first)) == {"inputs": 7}


OWN = """name: mine
title: Mine
category: image_upscale
task_type: upscale
template: mine.json
input: {{kind: image, node: img, field: image, min: 1}}
parameters:
  - {{name: {name}, label: Wide, type: int, default: 64, min: 8, max: {most}, bind: [size.width]}}
outputs: [save]
"""
GRAPH = {
    "img": {"class_type": "LoadImage", "inputs": {"image": "a.png"}},
    "size": {
        "class_type": "ImageScale",
        "inputs": {"image": ["img", 0], "upscale_method": "lanczos", "width": 64, "height": 64, "crop": "center"},
    },
    "save": {"class_type": "SaveImage", "inputs": {"images": ["size", 0], "filename_prefix": "x"}},
}


def test_a_workflow_that_was_changed_meanwhile_is_met_halfway_and_told(qtbot, home, theme_switch) -> None:
    own = home / "workflows"
    own.mkdir(parents=True)
    (own / "mine.json").write_text(json.dumps(GRAPH), encoding="utf-8")
    (own / "mine.yaml").write_text(OWN.format(name="wide", most=4096), encoding="utf-8")
    with opened(qtbot, home, theme_switch) as real:
        desk = Desk(qtbot, real)
        click(qtbot, real.window, "Use the built-in engine")
        qtbot.waitUntil(lambda: desk.panel.page.form.isVisible(), timeout=PATIENCE_MS)
        desk.panel.sheet.choose_workflow("mine")
        desk.panel.page.form.field("wide").editor.setText("2048")
        desk.until_stored(lambda tabs: tabs[0].state.own_values == {"wide": 2048})
        assert desk.stored()[0].state.mode is Mode.IMAGE_UPSCALE
    (own / "mine.yaml").write_text(OWN.format(name="width", most=1024), encoding="utf-8")
    with opened(qtbot, home, theme_switch) as real:
        desk = Desk(qtbot, real)
        assert desk.panel.page.problem.isVisible()
        assert "Wide 2048 became 1024" in desk.panel.page.problem.text
        assert desk.panel.page.form.field("width").value == 1024
        desk.until_stored(lambda tabs: tabs[0].state.own_values == {"width": 1024})


_TYPIST = """
import sys, time
from vqdesk import bootstrap
from vqdesk.ui.app import Desktop, make_application
from vqdesk.ui.theme.apply import apply_theme
from vqdesk.ui.theme.tokens import Choice
from vqdesk.ui.window_memory import WindowMemory
qt = make_application()
app = bootstrap.build(sys.argv[1])
with app.running() as runtime:
    desktop = Desktop(app, runtime, apply_theme(qt, Choice("dark")))
    desktop.open(WindowMemory())
    panel = desktop.window.workspace
    while not panel.is_open:
        qt.processEvents()
    panel.book.new()
    panel.book.rename(panel.book.tabs.active, "Typed before the end")
    panel.sheet.edit(job_name="dusk")
    while True:
        qt.processEvents()
        time.sleep(0.01)
"""


def test_what_was_done_before_a_kill_is_there(qtbot, tmp_path, home, theme_switch) -> None:
    typist = subprocess.Popen([sys.executable, "-c", _TYPIST, str(home)], env={**os.environ})

    def is_stored() -> bool:
        assert typist.poll() is None
        if not (home / "vqdesk.db").is_file():
            return False
        with closing(sqlite3.connect(home / "vqdesk.db")) as raw:
            known = raw.execute("SELECT name FROM sqlite_master WHERE name = 'workspaces'").fetchone()
            rows = raw.execute("SELECT state FROM workspaces").fetchall() if known else []
        return any('"dusk"' in state for (state,) in rows)

    try:
        qtbot.waitUntil(is_stored, timeout=PATIENCE_MS)
    finally:
        os.kill(typist.pid, signal.SIGKILL)
        typist.wait()
    kept = tmp_path / "kept"
    shutil.copytree(home, kept)
    with opened(qtbot, kept, theme_switch) as real:
        desk = Desk(qtbot, real)
        assert [one.title for one in desk.stored()] == ["Workspace 1", "Typed before the end"]
        assert desk.stored()[1].state.job_name == "dusk"
