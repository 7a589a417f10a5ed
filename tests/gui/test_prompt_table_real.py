"""The prompt table of the real window, by keyboard and mouse; the store says which texts each file got."""

import shutil
import time
from pathlib import Path

import pytest
from asked_dialogs import answer_file, asked, choose
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication
from real_window import LEFT, PATIENCE_MS, RealWindow, click
from table_hands import add_anyway, stored_texts, write_cells

from vqdesk.domain.job import JobId
from vqdesk.domain.workspace import read_state
from vqdesk.locations import resources_dir
from vqdesk.services.submit import SubmitRequest
from vqdesk.ui.workspace.media_model import MediaItem
from vqdesk.ui.workspace.page import WorkspacePage
from vqdesk.ui.workspace.prompts.model import CellRole
from vqdesk.ui.workspace.prompts.surround import SurroundDialog

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


def test_each_file_gets_exactly_its_texts(qtbot, real_window, page) -> None:
    assert "6 cells" in page.footer.second_line  # no text anywhere: said at the cells, and nothing can be added
    write_cells(qtbot, page, (0, 1), "waves", "gulls", "flags", "towers", "run", "sleep")
    assert page.footer.sentence == "3 images × 1 try = 3 prompts"
    add_anyway(qtbot, real_window, page)
    assert stored_texts(real_window) == {
        "beach": ["waves|gulls"],
        "castle": ["flags|towers"],
        "dog": ["run|sleep"],
    }


def test_the_keys_of_a_spreadsheet(qtbot, real_window, page, photos) -> None:
    table, board = page.prompts.table, QApplication.clipboard()
    table.go(page.prompts.model.index(0, 1))
    board.setText('one\ttwo\n"three\nlines"\tfour\nfive\tsix\n')
    qtbot.keyClick(table, Qt.Key.Key_V, CTRL)
    rows = page.prompts.edits.rows
    assert [list(rows[str(path)].values()) for path in photos] == [
        ["one", "two"],
        ["three\nlines", "four"],
        ["five", "six"],
    ]
    table.selectColumn(1)
    qtbot.keyClick(table, Qt.Key.Key_D, CTRL)
    assert [page.prompts.edits.rows[str(path)]["positive_prompt_stage1"] for path in photos] == ["one"] * 3
    qtbot.keyClick(table, Qt.Key.Key_Z, CTRL)
    assert page.prompts.edits.rows == rows
    qtbot.keyClick(table, Qt.Key.Key_Y, CTRL)
    qtbot.keyClick(table, Qt.Key.Key_C, CTRL)
    assert board.text() == "one\none\none\n"
    qtbot.keyClick(table, Qt.Key.Key_H, CTRL)
    qtbot.keyClicks(page.prompts.find.find, "on")
    qtbot.keyClick(page.prompts.find.find, Qt.Key.Key_Tab)
    qtbot.keyClicks(page.prompts.find.by, "alon")
    qtbot.keyClick(page.prompts.find.by, Qt.Key.Key_Return)
    assert page.prompts.find.said == "3 places changed"
    qtbot.keyClick(page.prompts.find.by, Qt.Key.Key_Escape)
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert all("positive_prompt_stage1" not in page.prompts.edits.rows[str(path)] for path in photos)
    assert "3 cells" in page.footer.second_line


def test_texts_stay_with_their_images(qtbot, real_window, page, photos) -> None:
    write_cells(qtbot, page, (0, 1), "waves", "gulls", "flags", "towers", "run", "sleep")
    media = page.media
    media.model.move([2], 0)
    media.remove([1])
    media.add([str(photos[0])])
    qtbot.waitUntil(lambda: media.model.rowCount() == len(NAMES), timeout=PATIENCE_MS)
    assert [Path(path).stem for path in media.model.paths] == ["dog", "castle", "beach"]
    page.prompts.table.choose_rows([1])
    assert media.grid.selected_rows() == [1]
    tile = media.grid.visualRect(media.model.index(2)).center()
    qtbot.mouseClick(media.grid.viewport(), LEFT, NO_KEYS, tile)
    assert page.prompts.table.chosen_rows == [2]
    assert page.prompts.model.index(2, 1).data() == "waves"
    add_anyway(qtbot, real_window, page)
    assert stored_texts(real_window) == {
        "beach": ["waves|gulls"],
        "castle": ["flags|towers"],
        "dog": ["run|sleep"],
    }


def test_texts_from_files_and_every_text_with_every_image(qtbot, real_window, page, photos) -> None:
    for path in photos[:2]:
        path.with_suffix(".txt").write_text(f"{path.stem} moves\n---\n{path.stem} rests", encoding="utf-8")
    page.prompts.tools.asked.emit("beside")
    qtbot.waitUntil(lambda: "2 images got values" in page.prompts.note.text, timeout=PATIENCE_MS)
    qtbot.mouseClick(page.prompts.tools.crosses, LEFT)
    assert page.footer.sentence == "3 images × 2 texts × 1 try = 6 prompts"
    add_anyway(qtbot, real_window, page)
    both = ["beach moves|beach rests", "castle moves|castle rests"]
    assert {stem: sorted(texts) for stem, texts in stored_texts(real_window).items()} == dict.fromkeys(NAMES, both)


def test_other_values_of_one_image_and_what_a_tab_remembers(qtbot, real_window, page, photos) -> None:
    page.prompts.tools.columns_chosen.emit(["seed"])
    model = page.prompts.model
    model.setData(model.index(1, 3), "77")
    for name in ("positive_prompt_stage1", "positive_prompt_stage2"):
        page.form.field(name).take("calm")
    add_anyway(qtbot, real_window, page)
    job = JobId(real_window.window.queue.model.ids[0])
    seeds = {Path(one.source_path).stem: one.seed for one in real_window.store.jobs.prompts(job)}
    assert seeds["castle"] == 77
    assert seeds["dog"] != 77
    panel = real_window.window.workspace
    first = panel.state
    panel.book.new()
    assert panel.state.rows == {}
    panel.book.choose_at(0)
    assert panel.state == first
    panel.save_now()

    def is_stored() -> bool:
        states = [read_state(row.state).state for row in real_window.store.workspaces.open()]
        return any(one.rows == {str(photos[1]): {"seed": 77}} and one.columns == ("seed",) for one in states)

    qtbot.waitUntil(is_stored, timeout=PATIENCE_MS)


def test_the_window_submits_what_the_service_submits(qtbot, real_window, page, photos) -> None:
    write_cells(qtbot, page, (0, 1), "waves", "gulls", "flags", "towers", "run", "sleep")
    page.form.field("steps").take(9)
    add_anyway(qtbot, real_window, page)
    rows = page.prompts.edits.rows
    request = SubmitRequest(
        workflow="wan22-i2v-2clips",
        inputs=tuple(str(path) for path in photos),
        params={"steps": 9},
        per_file=rows,
        name=real_window.store.jobs.get(JobId(real_window.window.queue.model.ids[0])).name,
        force=True,
    )
    other = real_window.app.services.submit.submit(request)
    by_window = JobId(real_window.window.queue.model.ids[-1])
    jobs = real_window.store.jobs
    assert jobs.graph(by_window).graph == jobs.graph(other.id).graph

    def patches(job: JobId) -> list[tuple[str, dict[str, object]]]:
        return [
            (one.source_path, {key: value for key, value in one.patch.items() if "seed" not in key})
            for one in jobs.prompts(job)
        ]

    assert patches(by_window) == patches(other.id)


def test_settings_and_texts_are_kept_as_presets(qtbot, real_window, page) -> None:
    bar, form = page.presets, page.form
    form.field("steps").take(9)
    bar.keep(("Calm", "Nine steps"), texts=False, only_changed=True)
    qtbot.waitUntil(lambda: "Nine steps" in bar.note.text, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: bar.combo.currentText() == "Nine steps", timeout=PATIENCE_MS)
    form.field("steps").take(12)
    assert bar.difference == "1 differs"
    bar.combo.activated.emit(bar.combo.currentIndex())
    qtbot.waitUntil(lambda: form.field("steps").value == 9, timeout=PATIENCE_MS)
    assert bar.difference == ""
    bar.keeper.delete(bar.keeper.settings[0].key)
    qtbot.waitUntil(lambda: not bar.keeper.settings, timeout=PATIENCE_MS)
    qtbot.mouseClick(bar.note.button, LEFT)
    qtbot.waitUntil(lambda: len(bar.keeper.settings) == 1, timeout=PATIENCE_MS)
    form.field("positive_prompt_stage1").take("slow push in")
    page.prompts.presets.keep("", "Push")
    qtbot.waitUntil(lambda: len(bar.keeper.prompts) == 1, timeout=PATIENCE_MS)
    page.prompts.table.choose_rows([0, 2])
    page.prompts.presets.chosen.emit(bar.keeper.prompts[0])
    texts = [page.prompts.model.index(row, 1).data(CellRole.IS_OWN) for row in range(3)]
    assert texts == [True, False, True]


def test_five_thousand_rows_are_fluid(qtbot, page) -> None:
    page.media.model.replace_all([MediaItem(f"/none/{number}.jpg") for number in range(5_000)])
    rows = {f"/none/{number}.jpg": {"positive_prompt_stage1": "a text " * 20} for number in range(5_000)}
    started = time.process_time()
    page.prompts.edits.take(rows, "paste")
    for at in range(0, 400_000, 20_000):
        page.prompts.table.verticalScrollBar().setValue(at)
        page.prompts.table.viewport().repaint()
    assert time.process_time() - started < 5


def test_a_job_becomes_a_tab_again(qtbot, real_window, page, photos) -> None:
    write_cells(qtbot, page, (0, 1), "waves", "gulls", "flags", "towers", "run", "sleep")
    page.form.field("steps").take(9)
    add_anyway(qtbot, real_window, page)
    rows, panel = page.prompts.edits.rows, real_window.window.workspace
    real_window.window.queue.view.choose(JobId(real_window.window.queue.model.ids[0]))
    header = real_window.window.detail.header
    qtbot.waitUntil(header.isVisible, timeout=PATIENCE_MS)
    header.reuse_asked.emit()
    qtbot.waitUntil(lambda: len(panel.book.tabs.open) == 2, timeout=PATIENCE_MS)
    assert panel.state.rows == rows
    assert panel.state.own_values == {"steps": 9}
    assert panel.state.inputs == tuple(str(path) for path in photos)
    assert panel.page.prompts.table.isVisible()


def test_words_are_added_before_and_after(qtbot, real_window, page) -> None:
    write_cells(qtbot, page, (0, 1), "waves", "gulls", "flags", "towers", "run", "sleep")
    page.prompts.table.clearSelection()
    choose(page.prompts.tools.text_menu(), "Add before and after…")
    dialog = asked(qtbot, page, SurroundDialog)
    qtbot.keyClicks(dialog.before, "film of ")
    qtbot.keyClicks(dialog.after, ", at dusk")
    qtbot.mouseClick(dialog.add, LEFT)
    qtbot.waitUntil(lambda: not page.findChildren(SurroundDialog), timeout=PATIENCE_MS)
    page.prompts.table.choose_rows([0, 1])
    choose(page.prompts.tools.text_menu(), "Add before and after…")
    dialog = asked(qtbot, page, SurroundDialog)
    qtbot.keyClicks(dialog.after, "!")
    qtbot.keyClick(dialog.after, Qt.Key.Key_Return, CTRL)
    add_anyway(qtbot, real_window, page)
    assert stored_texts(real_window) == {
        "beach": ["film of waves, at dusk!|film of gulls, at dusk!"],
        "castle": ["film of flags, at dusk!|film of towers, at dusk!"],
        "dog": ["film of run, at dusk|film of sleep, at dusk"],
    }


@pytest.mark.parametrize(("kind", "ending"), [("CSV (*.csv)", ".csv"), ("JSON (*.json)", ".json")])
def test_lists_are_written_and_read(qtbot, real_window, page, tmp_path, kind: str, ending: str) -> None:
    write_cells(qtbot, page, (0, 1), "waves, high", "gulls", "flags", "towers", "run", "sleep")
    rows = page.prompts.edits.rows
    choose(page.prompts.tools.text_menu(), "Write a list (CSV, JSON)…")
    answer_file(qtbot, page, tmp_path / "mine", kind)
    file = tmp_path / f"mine{ending}"
    qtbot.waitUntil(lambda: f"Written to {file.name}" in page.prompts.note.text, timeout=PATIENCE_MS)
    file.write_text(file.read_text(encoding="utf-8").replace("towers", "a moat"), encoding="utf-8")
    page.prompts.table.selectAll()
    qtbot.keyClick(page.prompts.table, Qt.Key.Key_Delete)
    assert not any(page.prompts.edits.rows.values())
    choose(page.prompts.tools.text_menu(), "Read a list (CSV, JSON)…")
    answer_file(qtbot, page, file)
    qtbot.waitUntil(lambda: "3 images got values" in page.prompts.note.text, timeout=PATIENCE_MS)
    assert page.prompts.edits.rows != rows
    add_anyway(qtbot, real_window, page)
    assert stored_texts(real_window) == {
        "beach": ["waves, high|gulls"],
        "castle": ["flags|a moat"],
        "dog": ["run|sleep"],
    }


def test_a_list_that_cannot_be_read_is_said(qtbot, page, tmp_path) -> None:
    file = tmp_path / "broken.json"
    file.write_text("{", encoding="utf-8")
    choose(page.prompts.tools.text_menu(), "Read a list (CSV, JSON)…")
    answer_file(qtbot, page, file)
    qtbot.waitUntil(lambda: file.name in page.prompts.note.text, timeout=PATIENCE_MS)


def test_grid_and_table_scroll_in_step(qtbot, page) -> None:
    page.media.model.replace_all([MediaItem(f"/none/{number}.jpg") for number in range(200)])
    grid, table = page.media.grid, page.prompts.table
    qtbot.waitUntil(lambda: grid.verticalScrollBar().maximum() > 0, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: table.verticalScrollBar().maximum() > 0, timeout=PATIENCE_MS)

    def shown(view: QAbstractItemView, row: int) -> bool:
        return view.viewport().rect().intersects(view.visualRect(view.model().index(row, 0)))

    assert not shown(grid, 120)
    table.verticalScrollBar().setValue(table.rowViewportPosition(120))
    assert shown(grid, 120)
    bar = grid.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    assert not shown(table, 120)
    assert all(shown(grid, row) for row in range(200) if shown(table, row))
    bar.setValue(bar.maximum())
    assert shown(grid, 199)
    assert any(shown(table, row) and shown(grid, row) for row in range(200))
    bar.setValue(0)
    assert shown(table, 0)
