"""Auto-prompts in the real window, from dropped images to a job, over a server that really listens."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from asked_dialogs import asked, choose
from llm_server import LlmScript, llm_server, said
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QMessageBox
from real_window import LEFT, PATIENCE_MS, RealWindow, click, drop
from table_hands import CTRL, add_anyway, stored_texts, write_cells

from vqdesk.domain.settings import LLM_CAPTION_MODEL, LLM_MOTION_MODEL, LLM_URL
from vqdesk.domain.workspace import WorkspaceState, read_state
from vqdesk.locations import resources_dir
from vqdesk.ui.auto_prompt.panel import AutoPanel
from vqdesk.ui.auto_prompt.review import ReviewDialog
from vqdesk.ui.workspace.page import WorkspacePage

NAMES = ("beach", "castle", "dog")
ONE, TWO = "positive_prompt_stage1", "positive_prompt_stage2"


@pytest.fixture
def server() -> Iterator[LlmScript]:
    """Every answer is another one, so that texts can be told apart."""
    with llm_server() as script:

        def chat(body: dict[str, Any]) -> dict[str, Any]:
            number = len(script.asked)
            if isinstance(body["messages"][1]["content"], list):
                return said(f"Picture {number}.")
            return said(json.dumps({"clips": [f"First {number}.", f"Second {number}."]}))

        script.chat = chat
        yield script


@pytest.fixture
def page(qtbot, real_window: RealWindow, server: LlmScript, tmp_path: Path) -> WorkspacePage:
    """Three dropped photos, a workflow of two clips, and Auto chosen while no server answers."""
    put = real_window.app.services.settings.put
    for setting, value in ((LLM_URL, server.url), (LLM_CAPTION_MODEL, "m"), (LLM_MOTION_MODEL, "m")):
        put(setting, value)
    server.gone = True
    for sample, name in zip(sorted((resources_dir() / "samples").glob("*.jpg")), NAMES, strict=False):
        shutil.copy(sample, tmp_path / f"{name}.jpg")
    click(qtbot, real_window.window, "Use the built-in engine")
    shown = real_window.window.workspace.page
    qtbot.waitUntil(shown.form.isVisible, timeout=PATIENCE_MS)
    drop(shown, [tmp_path / f"{name}.jpg" for name in NAMES])
    qtbot.waitUntil(lambda: shown.media.model.rowCount() == len(NAMES), timeout=PATIENCE_MS)
    real_window.window.workspace.sheet.choose_workflow("wan22-i2v-2clips")
    qtbot.waitUntil(shown.prompts.choice.isVisible, timeout=PATIENCE_MS)
    qtbot.mouseClick(shown.prompts.choice, LEFT, pos=shown.prompts.choice.part_rect(2).center())
    qtbot.waitUntil(shown.prompts.table.isVisible, timeout=PATIENCE_MS)
    return shown


def wait_for_batch(qtbot, panel: AutoPanel) -> None:
    qtbot.waitUntil(lambda: not panel.work.run.is_running, timeout=PATIENCE_MS)


def test_the_whole_way_from_images_to_a_job(qtbot, real_window: RealWindow, page, server: LlmScript) -> None:
    panel, table, model = page.prompts.auto.panel, page.prompts.table, page.prompts.model
    cards = list(model.cards)

    qtbot.waitUntil(lambda: "Start LM Studio" in panel.bar.both.toolTip(), timeout=PATIENCE_MS)
    assert not panel.bar.both.isEnabled()
    server.gone = False
    qtbot.waitUntil(panel.bar.both.isEnabled, timeout=PATIENCE_MS)  # by itself

    qtbot.mouseClick(panel.bar.both, LEFT)
    wait_for_batch(qtbot, panel)
    assert [[model.index(row, at).data() for at in (1, 2, 3)] for row in range(3)] == [
        ["Picture 1.", "First 4.", "Second 4."],
        ["Picture 2.", "First 5.", "Second 5."],
        ["Picture 3.", "First 6.", "Second 6."],
    ]
    assert "3 images have texts that are not applied" in page.footer.second_line

    write_cells(qtbot, page, (0, 2), " And stop.", "The end.")
    assert page.prompts.edits.rows[cards[0]] == {ONE: "First 4. And stop.", TWO: "Second 4.The end."}
    answer(qtbot, panel, "Keep mine")
    answer(qtbot, panel, "Only the other 2 images")
    wait_for_batch(qtbot, panel)
    assert [model.index(row, 2).data() for row in range(3)] == ["First 4. And stop.", "First 7.", "First 8."]
    assert server.pictures == 3  # motion prompts need no image
    table.setFocus()
    qtbot.mouseClick(panel.bar.apply, LEFT)
    assert page.prompts.edits.rows[cards[1]] == {ONE: "First 7.", TWO: "Second 7."}
    qtbot.keyClick(table, Qt.Key.Key_Z, CTRL)
    assert cards[1] not in page.prompts.edits.rows

    table.choose_rows([2])
    panel.work.write_variants([cards[2]])
    wait_for_batch(qtbot, panel)
    assert panel.variants.isVisible()
    assert len(panel.variants.cards) == 2
    qtbot.mouseClick(panel.bar.review, LEFT)
    review = asked(qtbot, real_window.window, ReviewDialog)
    qtbot.waitUntil(lambda: review.picture.has_picture, timeout=PATIENCE_MS)
    qtbot.keyClick(review, Qt.Key.Key_2)
    assert review.areas[ONE].text() == "First 9."
    qtbot.keyClick(review, Qt.Key.Key_Return)  # approves, and goes on to the image that waits
    assert review.card == cards[1]
    review.areas[TWO].setPlainText("A bird lands.")
    qtbot.keyClick(review.areas[TWO], Qt.Key.Key_Return, CTRL)
    qtbot.keyClick(review, Qt.Key.Key_Escape)

    qtbot.waitUntil(lambda: "not applied" not in page.footer.second_line, timeout=PATIENCE_MS)
    add_anyway(qtbot, real_window, page)
    assert stored_texts(real_window) == {
        "beach": ["First 4. And stop.|Second 4.The end."],
        "castle": ["First 7.|A bird lands."],
        "dog": ["First 9.|Second 9."],
    }
    qtbot.mouseClick(panel.bar.clear, LEFT)
    assert "3 images still need a text" in page.footer.second_line
    qtbot.mouseClick(panel.bar.later, LEFT)
    add_anyway(qtbot, real_window, page)
    qtbot.waitUntil(lambda: is_written(stored_texts(real_window)), timeout=PATIENCE_MS)
    qtbot.keyClick(table, Qt.Key.Key_Z, CTRL)
    real_window.window.workspace.save_now()
    qtbot.waitUntil(lambda: len(stored_state(real_window).auto) == 3, timeout=PATIENCE_MS)
    assert stored_state(real_window).auto[cards[2]].caption == "Picture 3."


def answer(qtbot, panel: AutoPanel, words: str) -> None:
    """Has all motion prompts written again, and answers the question for the texts of the user."""
    menu = QMenu(panel)
    panel.menus.fill_again(menu)
    choose(menu, "All images", "Motion prompts")
    box = asked(qtbot, panel, QMessageBox)
    assert "1 image" in box.text()
    qtbot.mouseClick(next(button for button in box.buttons() if button.text() == words), LEFT)
    qtbot.waitUntil(lambda: not box.isVisible(), timeout=PATIENCE_MS)


def is_written(texts: dict[str, list[str]]) -> bool:
    """Whether the job's images have got their texts while it waits."""
    return len(texts) == len(NAMES) and all(one.startswith("First ") for found in texts.values() for one in found)


def stored_state(real: RealWindow) -> WorkspaceState:
    return read_state(real.store.workspaces.open()[0].state).state
