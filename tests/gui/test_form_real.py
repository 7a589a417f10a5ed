"""The form in the real window: what is submitted, what an engine lacks, and files that change."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from real_window import LEFT, PATIENCE_MS, RealWindow, click

from vqdesk.domain.graph import structure_faults
from vqdesk.domain.job import JobId
from vqdesk.locations import resources_dir
from vqdesk.ui.workspace.page import WorkspacePage

DEFINITION = """\
name: mine
title: Mine
category: video_gen
task_type: image_to_video
template: mine.json
input: {{kind: image, node: image, field: image}}
parameters:
  - {{name: factor, label: {label}, type: float, default: 0.5, min: 0.1, max: 2, bind: [scale.scale_by]}}
outputs: [save]
"""
GRAPH = {
    "image": {"class_type": "LoadImage", "inputs": {"image": ""}},
    "scale": {
        "class_type": "ImageScaleBy",
        "inputs": {"image": ["image", 0], "upscale_method": "area", "scale_by": 0.5},
    },
    "save": {"class_type": "SaveImage", "inputs": {"images": ["scale", 0], "filename_prefix": "x"}},
}


@pytest.fixture
def page(qtbot, real_window: RealWindow) -> WorkspacePage:
    """The form with one photo, on the built-in engine."""
    click(qtbot, real_window.window, "Use the built-in engine")
    shown = real_window.window.workspace.page
    qtbot.waitUntil(shown.form.isVisible, timeout=PATIENCE_MS)
    shown.media.add([str(sorted((resources_dir() / "samples").glob("*.jpg"))[0])])
    qtbot.waitUntil(shown.footer.button.isEnabled, timeout=PATIENCE_MS)
    return shown


def choose_workflow(qtbot, page: WorkspacePage, words: str) -> None:
    """Opens the list, searches and takes the first hit."""
    combo = page.workflow_bar.combo
    qtbot.keyClick(combo, Qt.Key.Key_F4)
    popup = QApplication.activePopupWidget()
    line = popup.findChild(QLineEdit)
    qtbot.keyClicks(line, words)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def test_three_clips_are_submitted_although_the_engine_lacks_what_they_need(qtbot, real_window, page) -> None:
    choose_workflow(qtbot, page, "1 to 10 clips")
    form = page.form
    for number, words in enumerate(("one", "two", "three"), 1):
        if number > 1:
            qtbot.mouseClick(form.body.texts.add_clip, LEFT)
        qtbot.keyClicks(form.field(f"positive_prompt_stage{number}").editor, words)
    qtbot.waitUntil(page.lacks.isVisible, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: "CLIPLoader" in page.lacks.text, timeout=PATIENCE_MS)
    assert not page.footer.button.isEnabled()
    assert "lacks" in page.footer.second_line
    qtbot.mouseClick(page.lacks.add_anyway, LEFT)
    qtbot.waitUntil(lambda: len(real_window.window.queue.model.ids) == 1, timeout=PATIENCE_MS)
    stored = real_window.store.jobs.graph(JobId(real_window.window.queue.model.ids[0])).graph
    texts = [stored[node]["inputs"]["text"] for node in ("s1_pos", "s2_pos", "s3_pos")]
    assert texts == ["one", "two", "three"]
    assert structure_faults(stored) == []


def test_what_an_engine_lacks_goes_away_with_another_workflow(qtbot, page) -> None:
    choose_workflow(qtbot, page, "1 to 10 clips")
    qtbot.waitUntil(page.lacks.isVisible, timeout=PATIENCE_MS)
    choose_workflow(qtbot, page, "camera move")
    qtbot.waitUntil(lambda: not page.lacks.isVisible(), timeout=PATIENCE_MS)
    qtbot.waitUntil(page.footer.button.isEnabled, timeout=PATIENCE_MS)


def test_the_list_of_workflows_says_what_is_missing_for_each(qtbot, page) -> None:
    combo = page.workflow_bar.combo
    row = combo.findData("wan22-clips")
    detail = Qt.ItemDataRole.UserRole + 2
    qtbot.waitUntil(lambda: "needs" in combo.itemData(row, detail), timeout=PATIENCE_MS)
    assert "needs" not in combo.itemData(combo.findData("camera-move"), detail)


def test_a_workflow_file_may_come_change_and_break_while_the_window_is_open(qtbot, home: Path, page) -> None:
    folder = home / "workflows"
    folder.mkdir(exist_ok=True)
    (folder / "mine.json").write_text(json.dumps(GRAPH), encoding="utf-8")
    (folder / "mine.yaml").write_text(DEFINITION.format(label="Factor"), encoding="utf-8")
    combo = page.workflow_bar.combo
    qtbot.waitUntil(lambda: combo.findData("mine") >= 0, timeout=PATIENCE_MS)
    choose_workflow(qtbot, page, "mine your own")
    page.form.field("factor").take(0.7)
    (folder / "mine.yaml").write_text(DEFINITION.format(label="Another word"), encoding="utf-8")
    qtbot.waitUntil(lambda: page.form.field("factor").parameter.label == "Another word", timeout=PATIENCE_MS)
    assert page.form.field("factor").value == 0.7
    (folder / "mine.yaml").write_text("name: mine\ncolour: red\n", encoding="utf-8")
    qtbot.waitUntil(lambda: "mine.yaml" in page.workflow_bar.note.text, timeout=PATIENCE_MS)
