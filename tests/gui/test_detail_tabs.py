"""The tabs of the detail: outputs, parameters, prompts, graph."""

import pytest
from detail_jobs import ATTEMPT, S, done, failed, make_output, put_job, running
from fake_desk import FakeDesk, make_calls, make_prompt
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QMenu, QStyleOptionViewItem

from vqdesk.ui.detail.rows import RowsModel
from vqdesk.ui.detail.tabs import DetailTabs
from vqdesk.ui.outputs.filmstrip import Filmstrip


@pytest.fixture
def desk() -> FakeDesk:
    return FakeDesk()


@pytest.fixture
def calls(desk):
    return make_calls(desk)


@pytest.fixture
def tabs(qtbot, calls) -> DetailTabs:
    tabs = DetailTabs(calls)
    qtbot.addWidget(tabs)
    tabs.resize(700, 300)
    tabs.show()
    return tabs


def show(desk: FakeDesk, tabs: DetailTabs, prompts, outputs=()) -> None:
    put_job(desk, 41, prompts, outputs)
    tabs.show_detail(desk.details[41], prompts[0])


def choose(menu: QMenu, words: str) -> None:
    next(action for action in menu.actions() if action.text() == words).trigger()


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def test_rows_change_by_difference_and_keep_the_selection(qtmodeltester, tabs) -> None:
    model = RowsModel(lambda prompt: prompt.id, lambda prompt: str(prompt.ordinal))
    qtmodeltester.check(model)
    model.set_rows([make_prompt(n) for n in (1, 2, 3)])
    selection = QItemSelectionModel(model)
    selection.select(model.index(1), QItemSelectionModel.SelectionFlag.Select)
    resets, changed = [], []
    model.modelReset.connect(lambda: resets.append(1))
    model.dataChanged.connect(lambda first, last: changed.append((first.row(), last.row())))
    model.set_rows([make_prompt(n) for n in (0, 1, 2, 3)])
    assert [index.row() for index in selection.selectedIndexes()] == [2]
    model.set_rows([make_prompt(0), make_prompt(1), make_prompt(2), done(3)])
    assert changed == [(3, 3)]
    model.set_rows([make_prompt(1), make_prompt(2), done(3)])
    assert [index.row() for index in selection.selectedIndexes()] == [1]
    assert resets == []
    assert model.rowCount() == 3


def known(qtbot, tabs: DetailTabs, count: int) -> Filmstrip:
    """The strip, once so many of its tiles know what they show."""
    strip = tabs.outputs.list

    def is_known() -> bool:
        strip.viewport().grab()
        return sum(strip.gallery.known(one) is not None for one in strip.gallery.ids) == count

    qtbot.waitUntil(is_known)
    return strip


def test_outputs_come_newest_first_with_input_size_and_length(qtbot, desk, tabs) -> None:
    prompts = [done(1), done(2)]
    outputs = (make_output(prompts[0], "/out/a.mp4", 1), make_output(prompts[1], "/out/b.mp4", 2))
    show(desk, tabs, prompts, outputs)
    strip = known(qtbot, tabs, 2)
    said = strip.model().index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.splitlines()[:2] == ["#41 lake_2, 1", "1280 × 720 · 3.0 s · 1.2 MB"]
    assert strip.visualRect(strip.model().index(0)).top() == strip.visualRect(strip.model().index(1)).top()
    assert tabs.bar.tabData(0) == 2


def test_thumbnails_of_outputs_are_asked_once_and_painted(qtbot, desk, tabs) -> None:
    prompt = done()
    show(desk, tabs, [prompt], (make_output(prompt),))
    strip = known(qtbot, tabs, 1)

    def is_painted() -> bool:
        color = strip.viewport().grab().toImage().pixelColor(20, 20)
        return color.blue() > color.red() + 40

    qtbot.waitUntil(is_painted)
    assert desk.times_asked("thumbnail") == 1


def test_keys_and_the_menu_judge_what_is_selected(qtbot, desk, tabs) -> None:
    prompts = [done(1), done(2)]
    show(desk, tabs, prompts, tuple(make_output(one, f"/out/{n}.mp4", n) for n, one in enumerate(prompts, 1)))
    strip = known(qtbot, tabs, 2)
    strip.setFocus()
    strip.setCurrentIndex(strip.model().index(0))
    qtbot.keyClick(strip, Qt.Key.Key_4)
    qtbot.keyClick(strip, Qt.Key.Key_F)
    qtbot.waitUntil(lambda: strip.gallery.known(2).rating == 4 and strip.gallery.known(2).is_favourite)
    strip.selectAll()
    menu = tabs.outputs.menu()
    choose(next(action.menu() for action in menu.actions() if action.text() == "Rating"), "2 of 5 stars\t2")
    qtbot.waitUntil(lambda: [strip.gallery.known(one).rating for one in (1, 2)] == [2, 2])
    choose(menu, "Favourite\tF")
    qtbot.waitUntil(lambda: strip.gallery.known(1).is_favourite)
    with qtbot.waitSignal(tabs.gallery_asked) as told:
        choose(menu, "Show in the gallery")
    assert told.args == [41]


def test_enter_on_a_missing_output_says_so_and_the_menu_copies_its_path(qtbot, desk, tabs) -> None:
    prompt = done()
    show(desk, tabs, [prompt], (make_output(prompt, "/nowhere/lake.mp4"),))
    strip = known(qtbot, tabs, 1)
    strip.setCurrentIndex(strip.model().index(0))
    with qtbot.waitSignal(tabs.failed) as told:
        qtbot.keyClick(strip, Qt.Key.Key_Return)
    assert told.args[0].cause == "/nowhere/lake.mp4"
    choose(tabs.outputs.menu(), "Copy the path")
    assert clipboard() == "/nowhere/lake.mp4"


def test_without_outputs_the_tab_teaches(desk, tabs) -> None:
    show(desk, tabs, [running()])
    assert not tabs.outputs.list.isVisible()
    assert tabs.outputs.isVisible()


def test_parameters_are_shown_and_copied_with_their_labels(qtbot, desk, tabs) -> None:
    show(desk, tabs, [running()])
    tabs.show_page(tabs.parameters)
    qtbot.mouseClick(tabs.parameters._copy, Qt.MouseButton.LeftButton)
    assert clipboard().startswith("Workflow: Camera move\nMove: push in\nStrength: 1.2\nPrompt: 1 of 1")


def test_the_times_seed_and_ids_of_the_prompt_are_there_to_copy(qtbot, desk, tabs) -> None:
    show(desk, tabs, [done(1)])
    tabs.show_page(tabs.parameters)
    qtbot.mouseClick(tabs.parameters._copy, Qt.MouseButton.LeftButton)
    facts = dict(line.split(": ", 1) for line in clipboard().splitlines())
    assert facts["Times"].split("  →  ")[-1].endswith("(took 1 min)")
    assert facts["Engine"] == "Built-in engine"
    assert facts["Local id"] == str(done(1).id)


def test_prompts_are_chosen_by_click_and_their_ids_copied(qtbot, desk, tabs) -> None:
    show(desk, tabs, [running(1), make_prompt(2)])
    tabs.show_page(tabs.prompts)
    list_ = tabs.prompts.list
    row = list_.visualRect(list_.model().index(1)).center()
    with qtbot.waitSignal(tabs.prompts.chosen) as chosen:
        qtbot.mouseClick(list_.viewport(), Qt.MouseButton.LeftButton, pos=row)
    assert chosen.args == [41002]
    choose(tabs.prompts.menu_for(0), "Copy the ComfyUI prompt id")
    assert clipboard() == ATTEMPT
    choose(tabs.prompts.menu_for(1), "Copy the local id")
    assert clipboard() == "41002"


def test_the_menu_cancels_and_retries_what_can_be(qtbot, desk, tabs) -> None:
    show(desk, tabs, [running(1), make_prompt(2), make_prompt(3, status=S.CANCELED)])
    tabs.show_page(tabs.prompts)
    tabs.prompts.list.selectAll()
    with qtbot.waitSignal(tabs.prompts.cancel_asked) as canceled:
        choose(tabs.prompts.menu_for(0), "Cancel 2 prompts")
    assert canceled.args == [[41001, 41002]]
    with qtbot.waitSignal(tabs.prompts.retry_asked) as retried:
        choose(tabs.prompts.menu_for(0), "Retry")
    assert retried.args == [[41003]]


@pytest.mark.parametrize("width", [300, 600, 1200])
def test_prompt_rows_are_painted_at_any_width(desk, tabs, width) -> None:
    show(desk, tabs, [make_prompt(1, attempt_id=ATTEMPT)])
    picture = QImage(width, 32, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.black)
    option = QStyleOptionViewItem()
    option.rect = picture.rect()
    painter = QPainter(picture)
    tabs.prompts.list.itemDelegate().paint(painter, option, tabs.prompts.list.model().index(0))
    painter.end()
    lit = [x for x in range(width) if any(picture.pixelColor(x, y).value() > 120 for y in range(32))]
    assert min(lit) < 20
    assert max(lit) > width // 2


def test_the_graph_is_asked_for_only_when_its_tab_is_opened(qtbot, desk, tabs) -> None:
    show(desk, tabs, [running(1)])
    assert desk.times_asked("graph_json") == 0
    tabs.show_page(tabs.graph)
    qtbot.waitUntil(lambda: "LoadImage" in tabs.graph.view.text())
    tabs.show_detail(desk.details[41], running(1))
    assert desk.times_asked("graph_json") == 1


def test_no_word_of_the_tabs_is_cut_in_a_narrow_panel(qtbot, desk, tabs) -> None:
    show(desk, tabs, [make_prompt(n) for n in range(1, 25)])
    assert tabs.bar.tabData(2) == 24
    tabs.resize(360, 200)
    qtbot.waitUntil(lambda: tabs.bar.tabData(2) is None)
    assert tabs.bar.tabRect(4).right() - 24 <= tabs.bar.width()


def test_a_failure_opens_its_log_until_the_user_chose_a_tab(qtbot, desk, tabs) -> None:
    show(desk, tabs, [failed(1)])
    assert tabs.log.isVisible()
    show(desk, tabs, [running(1)])
    assert tabs.outputs.isVisible()
    qtbot.mouseClick(tabs.bar, Qt.MouseButton.LeftButton, pos=tabs.bar.tabRect(1).center())
    show(desk, tabs, [failed(1)])
    assert tabs.parameters.isVisible()
