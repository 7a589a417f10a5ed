"""Presets in the real window: named, overwritten, moved, linked, carried as a file; the store tells."""

import json
import sqlite3
from pathlib import Path

import pytest
from asked_dialogs import answer_file, asked, choose
from PySide6.QtWidgets import QMenu
from real_window import LEFT, PATIENCE_MS, RealWindow, click

from vqdesk.domain.presets import Preset, PresetKind
from vqdesk.ui.presets.bar import PresetBar
from vqdesk.ui.presets.dialog import PresetDialog, SettingsDialog
from vqdesk.ui.workspace.page import WorkspacePage

WORKFLOW = "wan22-i2v-2clips"
TEXT = "positive_prompt_stage1"


@pytest.fixture
def page(qtbot, real_window: RealWindow) -> WorkspacePage:
    """The form of a workflow with texts."""
    click(qtbot, real_window.window, "Use the built-in engine")
    shown = real_window.window.workspace.page
    qtbot.waitUntil(shown.form.isVisible, timeout=PATIENCE_MS)
    real_window.window.workspace.sheet.choose_workflow(WORKFLOW)
    qtbot.waitUntil(shown.presets.isVisible, timeout=PATIENCE_MS)
    return shown


def stored(real: RealWindow, kind: PresetKind = PresetKind.SETTINGS) -> dict[str, Preset]:
    return {one.label: one for one in real.store.presets.all(kind)}


def steps_of(real: RealWindow) -> dict[str, object]:
    return {label: one.values.get("steps") for label, one in stored(real).items()}


def keep(qtbot, page: WorkspacePage, name: str, folder: str = "", link: str = "") -> str:
    """Saves what differs from the defaults, and waits for it to be chosen. The words of the button."""
    bar = page.presets
    qtbot.mouseClick(bar.save, LEFT)
    dialog = asked(qtbot, page, SettingsDialog)
    dialog.name.setText(name)
    dialog.folder_line.setText(folder)
    dialog.changed.setChecked(True)
    if link:
        dialog.link.choose(link)
    said = dialog.save.text()
    with qtbot.waitSignal(bar.keeper.saved, timeout=PATIENCE_MS):
        qtbot.mouseClick(dialog.save, LEFT)
    qtbot.waitUntil(lambda: bar.combo.currentText() == name, timeout=PATIENCE_MS)
    return said


def keep_texts(qtbot, page: WorkspacePage, name: str, folder: str = "") -> str:
    """Keeps the texts of the form. The words of the button."""
    choose(page.prompts.presets.make_menu(), "Keep these texts…")
    dialog = asked(qtbot, page, PresetDialog)
    dialog.name.setText(name)
    dialog.folder_line.setText(folder)
    said, label = dialog.save.text(), dialog.label
    qtbot.mouseClick(dialog.save, LEFT)
    prompts = page.presets.keeper
    qtbot.waitUntil(lambda: label in [one.label for one in prompts.prompts], timeout=PATIENCE_MS)
    return said


def rename(qtbot, page: WorkspacePage, menu: QMenu, words: tuple[str, ...], to: tuple[str, str]) -> None:
    choose(menu, *words)
    dialog = asked(qtbot, page, PresetDialog)
    dialog.folder_line.setText(to[0])
    dialog.name.setText(to[1])
    with qtbot.waitSignal(page.presets.keeper.changed, timeout=PATIENCE_MS):
        qtbot.mouseClick(dialog.save, LEFT)


def damage(home: Path, name: str) -> None:
    with sqlite3.connect(home / "vqdesk.db") as connection:
        connection.execute("UPDATE presets SET body = '{' WHERE name = ?", (name,))
    connection.close()


def pick(bar: PresetBar, label: str) -> None:
    bar.combo.choose(label)
    bar.combo.activated.emit(bar.combo.currentIndex())


def test_settings_are_overwritten_renamed_and_damaged_ones_removed(qtbot, real_window, page, home) -> None:
    bar, steps = page.presets, page.form.field("steps")
    steps.take(9)
    assert keep(qtbot, page, "Nine") == "Save preset"
    steps.take(12)
    choose(bar.make_menu(), "Save to “Nine”")
    qtbot.waitUntil(lambda: steps_of(real_window) == {"Nine": 12}, timeout=PATIENCE_MS)
    steps.take(7)
    assert keep(qtbot, page, "Nine") == "Overwrite"
    assert steps_of(real_window) == {"Nine": 7}
    keep(qtbot, page, "Other")
    choose(bar.make_menu(), "Rename…")
    dialog = asked(qtbot, page, PresetDialog)
    dialog.name.setText("Nine")
    assert not dialog.save.isEnabled()
    dialog.reject()
    qtbot.waitUntil(lambda: not page.findChildren(PresetDialog), timeout=PATIENCE_MS)
    rename(qtbot, page, bar.make_menu(), ("Rename…",), ("Calm", "Seven"))
    assert steps_of(real_window) == {"Nine": 7, "Calm/Seven": 7}
    assert bar.combo.currentText() == "Seven"
    damage(home, "Seven")
    with qtbot.waitSignal(bar.keeper.changed, timeout=PATIENCE_MS):
        bar.keeper.read(real_window.app.services.library.get(WORKFLOW))
    pick(bar, "Calm/Seven")
    qtbot.waitUntil(lambda: bar.note.text == "The preset “Calm/Seven” is damaged.", timeout=PATIENCE_MS)
    assert "Save it anew under its name, or delete it." in bar.note.details
    choose(bar.make_menu(), "Delete")
    qtbot.waitUntil(lambda: steps_of(real_window) == {"Nine": 7}, timeout=PATIENCE_MS)


def test_a_new_form_starts_with_the_default(qtbot, real_window, page) -> None:
    page.form.field("steps").take(9)
    keep(qtbot, page, "Nine")
    with qtbot.waitSignal(page.presets.keeper.changed, timeout=PATIENCE_MS):
        choose(page.presets.make_menu(), "New forms start with it")
    page.form.field("steps").take(11)
    panel = real_window.window.workspace
    panel.book.new()
    panel.sheet.choose_workflow(WORKFLOW)
    assert panel.page is not page
    qtbot.waitUntil(lambda: panel.state.own_values == {"steps": 9}, timeout=PATIENCE_MS)
    assert panel.page.presets.combo.currentText() == "Nine"
    panel.book.choose_at(0)
    assert panel.state.own_values == {"steps": 11}


def test_texts_stand_in_folders_and_are_renamed(qtbot, real_window, page) -> None:
    page.form.field(TEXT).take("slow push in")
    keep_texts(qtbot, page, "Push", "Camera")
    page.form.field(TEXT).take("quick push in")
    assert keep_texts(qtbot, page, "Pull") == "Keep texts"
    page.form.field(TEXT).take("")
    choose(page.prompts.presets.make_menu(), "Camera", "Push")
    assert page.form.field(TEXT).value == "slow push in"
    words = ("Rename", "Camera/Push")
    rename(qtbot, page, page.prompts.presets.make_menu(), words, ("Moves", "Push in"))
    assert set(stored(real_window, PresetKind.PROMPT)) == {"Moves/Push in", "Pull"}
    choose(page.prompts.presets.make_menu(), "Moves", "Push in")


def test_settings_bring_the_texts_that_they_link(qtbot, real_window, page) -> None:
    text, bar = page.form.field(TEXT), page.presets
    text.take("slow push in")
    keep_texts(qtbot, page, "Push", "Camera")
    text.take(text.parameter.default)
    page.form.field("steps").take(9)
    keep(qtbot, page, "Nine", link="Camera/Push")
    category = next(iter(stored(real_window, PresetKind.PROMPT).values())).key.scope
    assert stored(real_window)["Nine"].link == f"{category}:Camera/Push"
    page.form.field("steps").take(12)
    pick(bar, "Nine")
    qtbot.waitUntil(lambda: page.form.field("steps").value == 9, timeout=PATIENCE_MS)
    assert text.value == "slow push in"
    assert "texts of “Camera/Push”" in bar.note.text
    rename(qtbot, page, page.prompts.presets.make_menu(), ("Rename", "Camera/Push"), ("", "Push"))
    assert stored(real_window)["Nine"].link == f"{category}:Push"
    with qtbot.waitSignal(bar.keeper.changed, timeout=PATIENCE_MS):
        choose(page.prompts.presets.make_menu(), "Delete", "Push")
    pick(bar, "Nine")
    qtbot.waitUntil(lambda: "not here any more" in bar.note.text, timeout=PATIENCE_MS)


def test_presets_go_into_a_file_and_come_back(qtbot, real_window, page, tmp_path: Path) -> None:
    page.form.field("steps").take(9)
    keep(qtbot, page, "Nine", "Calm")
    page.form.field(TEXT).take("slow push in")
    keep_texts(qtbot, page, "Push")
    bar, file = page.presets, tmp_path / "mine.json"
    choose(bar.make_menu(), "Export…")
    answer_file(qtbot, page, file.with_suffix(""))
    qtbot.waitUntil(lambda: "2 presets written" in bar.note.text, timeout=PATIENCE_MS)
    assert [one["name"] for one in json.loads(file.read_text(encoding="utf-8"))["presets"]] == ["Nine", "Push"]
    before = stored(real_window), stored(real_window, PresetKind.PROMPT)
    with qtbot.waitSignal(bar.keeper.changed, timeout=PATIENCE_MS):
        choose(bar.make_menu(), "Delete")
    assert not stored(real_window)
    choose(bar.make_menu(), "Import…")
    answer_file(qtbot, page, file)
    qtbot.waitUntil(lambda: "1 presets added, 1 were here" in bar.note.text, timeout=PATIENCE_MS)
    assert (stored(real_window), stored(real_window, PresetKind.PROMPT)) == before
    qtbot.waitUntil(lambda: bar.combo.findData("Calm/Nine") > 0, timeout=PATIENCE_MS)
