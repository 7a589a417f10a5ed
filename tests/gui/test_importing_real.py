"""Import in the real window: from a dropped file to a form, to clips, and back from a clip to the form."""

import json
import shutil
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from real_window import LEFT, PATIENCE_MS, RealWindow, click, drop

from vqdesk.domain.status import PromptStatus
from vqdesk.locations import resources_dir
from vqdesk.ui.importing.page import ImportPage
from vqdesk.ui.main_window import MainWindow

MOVE = {
    "photo": {"class_type": "LoadImage", "inputs": {"image": "example.png"}},
    "move": {
        "class_type": "VQCameraMove",
        "inputs": {
            "image": ["photo", 0],
            "width": 320,
            "height": 180,
            "length": 12,
            "move": "push_in",
            "strength": 0.5,
            "easing": "smooth",
        },
        "_meta": {"title": "Move the camera"},
    },
    "clip": {"class_type": "CreateVideo", "inputs": {"images": ["move", 0], "fps": 24.0}},
    "save": {
        "class_type": "SaveVideo",
        "inputs": {"video": ["clip", 0], "filename_prefix": "x", "format": "auto", "codec": "auto"},
    },
}


@pytest.fixture
def window(qtbot, real_window: RealWindow) -> MainWindow:
    click(qtbot, real_window.window, "Use the built-in engine")
    return real_window.window


@pytest.fixture
def graph_file(tmp_path: Path) -> Path:
    file = tmp_path / "slow push.json"
    file.write_text(json.dumps(MOVE), encoding="utf-8")
    return file


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    sample = sorted((resources_dir() / "samples").glob("*.jpg"))[0]
    return Path(shutil.copy(sample, tmp_path / "lake.jpg"))


def opened_page(qtbot, window: MainWindow) -> ImportPage:
    qtbot.waitUntil(lambda: window.importing.page.isVisible(), timeout=PATIENCE_MS)
    return window.importing.page


def retype(qtbot, page: ImportPage, name: str, text: str) -> None:
    def named() -> list[QLineEdit]:
        fields = page.findChildren(QLineEdit)
        return [one for one in fields if one.accessibleName() == name and one.isVisible()]

    qtbot.waitUntil(lambda: bool(named()), timeout=PATIENCE_MS)
    field = named()[0]
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)


def save(qtbot, window: MainWindow, page: ImportPage, words: str = "Save workflow") -> None:
    click(qtbot, window, words)
    qtbot.waitUntil(lambda: not page.isVisible(), timeout=PATIENCE_MS)


def wait_for_end(qtbot, real: RealWindow, number: int) -> None:
    def ended() -> bool:
        jobs = real.store.jobs.rows([number])
        return bool(jobs) and jobs[0].status is PromptStatus.SUCCEEDED

    qtbot.waitUntil(ended, timeout=PATIENCE_MS)


def test_a_dropped_graph_becomes_a_form_that_makes_clips(qtbot, real_window, window, graph_file, photo, home):
    drop(window.queue, [graph_file])
    page = opened_page(qtbot, window)
    assert not window.columns.isVisible()
    assert {"width", "height", "length", "fps"} <= set(page.fields.names)
    page.fields.choose("length")
    retype(qtbot, page, "Shown name", "Number of frames")
    retype(qtbot, page, "Greatest", "48")
    page.fields.choose("move_the_camera_strength")
    qtbot.keyClick(page.fields.view, Qt.Key.Key_Space)
    page.fields.choose("fps")
    qtbot.keyClick(page.fields.view, Qt.Key.Key_Space)
    retype(qtbot, page, "Name of the workflow", "My slow push")
    save(qtbot, window, page)
    workspace = window.workspace
    qtbot.waitUntil(lambda: workspace.state.workflow == "My-slow-push", timeout=PATIENCE_MS)
    form = workspace.page.form
    assert form.field("length").parameter.label == "Number of frames"
    assert form.field("length").parameter.max == 48
    assert form.field("move_the_camera_strength").value == 0.5
    with pytest.raises(KeyError):
        form.field("fps")
    drop(workspace, [photo])
    qtbot.waitUntil(workspace.page.footer.button.isEnabled, timeout=PATIENCE_MS)
    qtbot.mouseClick(workspace.page.footer.button, LEFT)
    wait_for_end(qtbot, real_window, 1)
    job = real_window.store.jobs.get(1)
    assert (job.workflow, job.params["length"]) == ("My-slow-push", 12)
    assert len(list((home / "outputs").rglob("*.mp4"))) == 1


def test_a_clip_dropped_on_the_window_brings_its_settings_back(qtbot, real_window, window, photo, home):
    workspace = window.workspace
    drop(workspace, [photo])
    qtbot.waitUntil(workspace.page.footer.button.isEnabled, timeout=PATIENCE_MS)
    for name, value in (("width", 320), ("height", 180), ("length", 15), ("strength", 0.25)):
        workspace.sheet._edit_value(name, value)
    qtbot.mouseClick(workspace.page.footer.button, LEFT)
    wait_for_end(qtbot, real_window, 1)
    clip = next((home / "outputs").rglob("*.mp4"))
    tabs = len(workspace.book.tabs.open)
    drop(window.queue, [Path(shutil.copy(clip, home / "moved elsewhere.mp4"))])
    qtbot.waitUntil(lambda: len(workspace.book.tabs.open) == tabs + 1, timeout=PATIENCE_MS)
    assert workspace.state.inputs == (str(photo),)
    assert "moved elsewhere.mp4" in window.importing.offer.text
    qtbot.waitUntil(workspace.page.footer.button.isEnabled, timeout=PATIENCE_MS)
    qtbot.mouseClick(workspace.page.footer.button, LEFT)
    wait_for_end(qtbot, real_window, 2)
    first, second = real_window.store.jobs.rows([1, 2])
    assert (second.workflow, second.params) == (first.workflow, first.params)
    prompts = [real_window.store.jobs.prompts(job.id)[0] for job in (first, second)]
    assert prompts[0].asset == prompts[1].asset and prompts[0].patch == prompts[1].patch


def test_a_picture_with_a_workflow_stays_an_input_with_a_quiet_offer(qtbot, window, tmp_path):
    texts = PngImagePlugin.PngInfo()
    texts.add_text("prompt", json.dumps(MOVE))
    picture = tmp_path / "carrier.png"
    Image.new("RGB", (64, 36)).save(picture, pnginfo=texts)
    drop(window.workspace, [picture])
    offer = window.importing.offer
    qtbot.waitUntil(offer.isVisible, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: window.workspace.page.media.model.rowCount() == 1, timeout=PATIENCE_MS)
    assert offer.text == "carrier.png carries a workflow."
    assert not offer.reuse_button.isVisible()
    qtbot.mouseClick(offer.open_button, LEFT)
    assert opened_page(qtbot, window).drafting.title == "carrier"


def test_a_trial_runs_through_the_queue_and_saves_nothing(qtbot, real_window, window, graph_file, home):
    drop(window.workspace, [graph_file])
    page = opened_page(qtbot, window)
    qtbot.waitUntil(lambda: page.trial._input() != "", timeout=PATIENCE_MS)
    qtbot.mouseClick(page.foot.trial, LEFT)
    wait_for_end(qtbot, real_window, 1)
    assert len(list((home / "outputs").rglob("*.mp4"))) == 1
    assert not list((home / "workflows").glob("*.yaml"))
    qtbot.waitUntil(lambda: page.trial.detail.job_id == 1, timeout=PATIENCE_MS)


def test_comments_of_the_file_survive_a_change_of_the_form(qtbot, window, graph_file, home):
    drop(window.workspace, [graph_file])
    page = opened_page(qtbot, window)
    save(qtbot, window, page)
    qtbot.waitUntil(lambda: window.workspace.state.workflow == "slow-push", timeout=PATIENCE_MS)
    file = home / "workflows" / "slow-push.yaml"
    file.write_text(file.read_text().replace("parameters:", "# mine\nparameters:"), encoding="utf-8")
    qtbot.mouseClick(window.workspace.page.workflow_bar.edit, LEFT)
    opened_page(qtbot, window)
    qtbot.waitUntil(lambda: bool(page.drafting.source.definition_file), timeout=PATIENCE_MS)
    page.fields.choose("length")
    retype(qtbot, page, "Value at the start", "24")
    qtbot.keyClick(page.fields.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    save(qtbot, window, page, "Save changes")
    assert "# mine" in file.read_text() and "default: 24" in file.read_text()
    form = window.workspace.page.form
    qtbot.waitUntil(lambda: form.field("length").parameter.default == 24, timeout=PATIENCE_MS)


def test_wrong_limits_are_told_and_keep_it_from_being_saved(qtbot, window, graph_file):
    drop(window.workspace, [graph_file])
    page = opened_page(qtbot, window)
    page.fields.choose("length")
    retype(qtbot, page, "Greatest", "5")
    assert not page.foot.save.isEnabled()
    assert "12" in page.foot.second_line
    retype(qtbot, page, "Value at the start", "5")
    assert page.foot.save.isEnabled()


def test_what_is_missing_is_named_and_the_rest_opens(qtbot, window, tmp_path):
    graph = {**MOVE, "odd": {"class_type": "DazzleNode", "inputs": {"video": ["clip", 0]}}}
    graph["save"] = {**MOVE["save"], "inputs": {**MOVE["save"]["inputs"], "video": ["odd", 0]}}
    file = tmp_path / "odd.json"
    file.write_text(json.dumps(graph), encoding="utf-8")
    drop(window.workspace, [file])
    page = opened_page(qtbot, window)
    assert any("DazzleNode · node odd" in card.heading for card in page.notes.cards)
    assert page.warning.isVisible()
    assert "length" in page.fields.names and page.foot.save.isEnabled()


def test_pasted_json_opens_and_a_file_without_a_workflow_is_told(qtbot, window, tmp_path):
    QGuiApplication.clipboard().setText(json.dumps(MOVE))
    window.workspace.page.media.arrivals.paste()
    page = opened_page(qtbot, window)
    assert page.drafting.title == "Pasted workflow"
    bad = tmp_path / "notes.json"
    bad.write_text('{"a": 1}', encoding="utf-8")
    page.use_files([str(bad)])
    qtbot.waitUntil(page.problem.isVisible, timeout=PATIENCE_MS)
    assert "holds no workflow" in page.problem.text
    qtbot.mouseClick(page.head.close_button, LEFT)
    qtbot.waitUntil(lambda: window.columns.isVisible(), timeout=PATIENCE_MS)
