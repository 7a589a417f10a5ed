"""The prompt table of the real window, by keyboard and mouse; the store says which texts each file got."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from real_window import LEFT, PATIENCE_MS, RealWindow, click

from vqdesk.domain.job import JobId
from vqdesk.locations import resources_dir
from vqdesk.ui.workspace.page import WorkspacePage

CTRL, NO_KEYS = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
NAMES = ("beach", "castle", "dog")


@pytest.fixture
def photos(tmp_path: Path) -> list[Path]:
    sample = sorted((resources_dir() / "samples").glob("*.jpg"))[0]
    folder = tmp_path / "photos"
    folder.mkdir()
    return [Path(shutil.copy(sample, folder / f"{name}.jpg")) for name in NAMES]


@pytest.fixture
def page(qtbot, real_window: RealWindow, photos: list[Path]) -> WorkspacePage:
    """Three photos and a workflow with two texts, with the table open."""
    click(qtbot, real_window.window, "Use the built-in engine")
    shown = real_window.window.workspace.page
    qtbot.waitUntil(shown.form.isVisible, timeout=PATIENCE_MS)
    shown.media.add([str(path) for path in photos])
    qtbot.waitUntil(lambda: shown.media.model.rowCount() == len(NAMES), timeout=PATIENCE_MS)
    real_window.window.workspace.sheet.choose_workflow("wan22-i2v-2clips")
    qtbot.waitUntil(shown.prompts.choice.isVisible, timeout=PATIENCE_MS)
    qtbot.mouseClick(shown.prompts.choice, LEFT, pos=shown.prompts.choice.part_rect(1).center())
    qtbot.waitUntil(shown.prompts.table.isVisible, timeout=PATIENCE_MS)
    return shown


def stored_texts(real: RealWindow) -> dict[str, list[str]]:
    """By file name, the texts of the newest job's prompts."""
    job = JobId(real.window.queue.model.ids[0])
    graph = real.store.jobs.graph(job).graph
    found: dict[str, list[str]] = {}
    for prompt in real.store.jobs.prompts(job):
        texts = [prompt.patch.get(f"{node}.text", graph[node]["inputs"]["text"]) for node in ("s1_pos", "s2_pos")]
        found.setdefault(Path(prompt.source_path).stem, []).append("|".join(texts))
    return found


def add_anyway(qtbot, real: RealWindow, page: WorkspacePage) -> None:
    """The built-in engine cannot run the workflow, if it has come up yet; the job is made all the same."""
    before = len(real.window.queue.model.ids)
    page.lacks.anyway.emit()
    qtbot.waitUntil(lambda: len(real.window.queue.model.ids) == before + 1, timeout=PATIENCE_MS)


def write_cells(page: WorkspacePage, first: tuple[int, int], *texts: str) -> None:
    """Writes into cells from one on: Enter edits, Tab goes on, Ctrl+Enter ends."""
    table = page.prompts.table
    table.go(page.prompts.model.index(*first))
    QTest.keyClick(table, Qt.Key.Key_Return)
    for at, text in enumerate(texts):
        editor = QApplication.focusWidget()
        QTest.keyClicks(editor, text)
        last = at + 1 == len(texts)
        QTest.keyClick(editor, Qt.Key.Key_Return if last else Qt.Key.Key_Tab, CTRL if last else NO_KEYS)


def test_each_file_gets_exactly_its_texts(qtbot, real_window, page) -> None:
    assert "6 cells" in page.footer.second_line  # no text anywhere: said at the cells, and nothing can be added
    write_cells(page, (0, 1), "waves", "gulls", "flags", "towers", "run", "sleep")
    assert page.footer.sentence == "3 images × 1 try = 3 prompts"
    add_anyway(qtbot, real_window, page)
    assert stored_texts(real_window) == {
        "beach": ["waves|gulls"],
        "castle": ["flags|towers"],
        "dog": ["run|sleep"],
    }
