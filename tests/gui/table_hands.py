"""A user's hands for the prompt table, and what the store has of its texts."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from real_window import PATIENCE_MS, RealWindow

from vqdesk.domain.job import JobId
from vqdesk.ui.workspace.page import WorkspacePage
from vqdesk.ui.workspace.prompts.cell_editor import TextCellEditor

CTRL, NO_KEYS = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


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


def write_cells(qtbot, page: WorkspacePage, first: tuple[int, int], *texts: str) -> None:
    """Writes into cells from one on: Enter edits, Tab goes on, Ctrl+Enter ends."""
    table = page.prompts.table
    table.window().activateWindow()
    table.go(page.prompts.model.index(*first))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    for at, text in enumerate(texts):
        qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), TextCellEditor), timeout=PATIENCE_MS)
        editor = QApplication.focusWidget()
        qtbot.keyClicks(editor, text)
        last = at + 1 == len(texts)
        qtbot.keyClick(editor, Qt.Key.Key_Return if last else Qt.Key.Key_Tab, CTRL if last else NO_KEYS)
