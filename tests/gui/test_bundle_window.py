"""The support bundle: everything is shown, and exactly that is saved, without what is private."""

import zipfile
from pathlib import Path

from PySide6.QtCore import Qt
from real_window import PATIENCE_MS, RealWindow

from vqdesk.domain.settings import LLM_TOKEN
from vqdesk.ui.bundle.dialog import BundleDialog


def test_what_is_shown_is_what_is_saved(qtbot, home: Path, tmp_path, real_window: RealWindow) -> None:
    real_window.app.services.settings.put(LLM_TOKEN, "correct-horse-battery")
    with (home / "logs" / "engine.log").open("a") as log:
        log.write(f"ERROR in {home}/staging for /home/anna/Photos/beach.jpg with correct-horse-battery\n")
    real_window.desktop.menu.bundle_wanted.emit()
    dialog = real_window.window.findChild(BundleDialog)
    qtbot.waitUntil(lambda: dialog.files.count() > 0, timeout=PATIENCE_MS)
    shown = {}
    for row in range(dialog.files.count()):
        dialog.files.setCurrentRow(row)
        shown[dialog.files.item(row).text()] = dialog.text.toPlainText()
    everything = "\n".join(shown.values())
    for private in ("correct-horse-battery", str(home), "anna", "beach"):
        assert private not in everything
    assert "ERROR in <data>/staging for [path].jpg" in shown["logs/engine.log"]
    assert dialog.save.isEnabled()
    target = tmp_path / "bundle.zip"
    dialog.save_to(str(target))
    qtbot.waitUntil(lambda: "bundle.zip" in dialog.summary.text(), timeout=PATIENCE_MS)
    with zipfile.ZipFile(target) as archive:
        assert {name: archive.read(name).decode() for name in archive.namelist()} == shown
    qtbot.mouseClick(dialog.shut, Qt.MouseButton.LeftButton)


def test_a_place_that_takes_nothing_is_told_in_words(qtbot, tmp_path, real_window: RealWindow) -> None:
    real_window.desktop.menu.bundle_wanted.emit()
    dialog = real_window.window.findChild(BundleDialog)
    qtbot.waitUntil(lambda: dialog.files.count() > 0, timeout=PATIENCE_MS)
    dialog.save_to(str(tmp_path / "nowhere" / "bundle.zip"))
    qtbot.waitUntil(lambda: "cannot be saved there" in dialog.summary.text(), timeout=PATIENCE_MS)
