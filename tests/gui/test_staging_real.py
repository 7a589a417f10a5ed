"""Adding a large job in the real window: its inputs are copied, that is told, and it can be stopped."""

import os
from pathlib import Path

from PIL import Image
from PySide6.QtCore import Qt
from real_window import LEFT, PATIENCE_MS, RealWindow, click, drop

from vqdesk.ports import JobQuery

_LARGE = (4000, 3300)  # 40 MB as BMP, which copies slowly and is looked at quickly
_MANY = 200


def test_copying_is_counted_and_stopped_and_leaves_nothing_behind(
    real_window: RealWindow, home: Path, tmp_path: Path, qtbot
) -> None:
    window, store = real_window.window, real_window.store
    click(qtbot, window, "Use the built-in engine")
    qtbot.waitUntil(window.workspace.page.form.isVisible, timeout=PATIENCE_MS)
    page = window.workspace.page
    many = tmp_path / "many"
    many.mkdir()
    Image.new("RGB", _LARGE, "teal").save(many / "0.bmp")
    for number in range(1, _MANY):
        os.link(many / "0.bmp", many / f"{number}.bmp")
    drop(window.workspace, [many])
    qtbot.waitUntil(lambda: page.media.model.rowCount() == _MANY and not page.media.is_busy, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: f"{_MANY} prompts" in page.footer.sentence, timeout=PATIENCE_MS)

    qtbot.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(page.footer.stop.isVisible, timeout=PATIENCE_MS)
    assert page.footer.second_line.startswith("Copying ")
    assert page.footer.second_line.endswith(f" of {_MANY} …")
    qtbot.mouseClick(page.footer.stop, LEFT)
    qtbot.waitUntil(lambda: not window.workspace.submission.is_busy, timeout=PATIENCE_MS)
    assert not page.footer.stop.isVisible()
    assert f"{_MANY} prompts" in page.footer.sentence, "the form is as it was"
    assert store.jobs.ids(JobQuery()) == []
    qtbot.waitUntil(lambda: not list((home / "staging").glob(".*.part")), timeout=PATIENCE_MS)

    page.media.clear()
    one = tmp_path / "one.png"
    Image.new("RGB", (64, 48), "red").save(one)
    drop(window.workspace, [one])
    qtbot.waitUntil(page.footer.button.isEnabled, timeout=PATIENCE_MS)
    click(qtbot, window, "Add to queue")
    qtbot.waitUntil(lambda: len(store.jobs.ids(JobQuery())) == 1, timeout=PATIENCE_MS)
    (job_id,) = store.jobs.ids(JobQuery())
    assert [prompt.source_path for prompt in store.jobs.prompts(job_id)] == [str(one)]
