"""The image grid: order, removal, marks, and what is asked of the desk."""

from collections.abc import Iterator
from pathlib import PurePath

import pytest
from fake_desk import FakeDesk, make_calls
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QImage, QPixmapCache, QRegion
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from vqdesk.domain.errors import Problem
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.thumbnails import Thumbnails
from vqdesk.ui.workspace.dropping import is_of_use
from vqdesk.ui.workspace.media_grid import ROWS_TYPE, MediaGrid
from vqdesk.ui.workspace.media_model import MediaItem, MediaModel
from vqdesk.ui.workspace.tile_pace import FastScroll, whole_cells

PHOTOS = [MediaItem(f"/photos/photo_{n}.jpg") for n in range(1, 13)]


@pytest.fixture
def desk() -> FakeDesk:
    return FakeDesk()


@pytest.fixture
def model(qtbot: QtBot) -> MediaModel:
    made = MediaModel()
    made.add(PHOTOS)
    return made


@pytest.fixture
def grid(qtbot: QtBot, model: MediaModel, desk: FakeDesk) -> Iterator[MediaGrid]:
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.resize(672, 500)
    shown = MediaGrid(model, Thumbnails(make_calls(desk), holder), holder)
    shown.remove_asked.connect(model.remove)
    shown.resize(672, 400)
    holder.show()
    yield shown
    holder.close()


def names(model: MediaModel) -> str:
    """The photos' numbers in order."""
    return " ".join(PurePath(path).stem.removeprefix("photo_") for path in model.paths)


def test_the_model_keeps_the_rules_of_item_models(qtmodeltester: ModelTester, model: MediaModel) -> None:
    qtmodeltester.check(model)


def test_each_file_is_kept_once(model: MediaModel) -> None:
    assert model.add([PHOTOS[2], MediaItem("/photos/new.jpg"), MediaItem("/photos/new.jpg")]) == 2
    assert model.rowCount() == 13


def test_moving_keeps_the_selection_on_its_files(model: MediaModel, grid: MediaGrid) -> None:
    grid.setCurrentIndex(model.index(2))
    model.move([2], 0)
    assert names(model) == "3 1 2 4 5 6 7 8 9 10 11 12"
    assert grid.selected_rows() == [0]
    model.move([0, 1], 12)
    assert names(model).endswith("12 3 1")


def test_six_tiles_stand_side_by_side(grid: MediaGrid, model: MediaModel) -> None:
    tops = {grid.visualRect(model.index(row)).y() for row in range(6)}
    assert len(tops) == 1
    assert grid.visualRect(model.index(6)).y() > max(tops)


def test_many_rows_scroll_in_a_grid_that_stays_small(qtbot: QtBot, grid: MediaGrid, model: MediaModel) -> None:
    low = grid.height()
    model.add(MediaItem(f"/more/{n}.jpg") for n in range(500))
    assert grid.height() == low // 2 * 3
    qtbot.waitUntil(lambda: grid.verticalScrollBar().maximum() > 0)
    grid.set_compact(True)
    assert grid.height() < low


def test_delete_removes_what_is_selected_and_goes_to_the_neighbour(
    qtbot: QtBot, grid: MediaGrid, model: MediaModel
) -> None:
    grid.setFocus()
    grid.setCurrentIndex(model.index(3))
    qtbot.keyClick(grid, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(grid, Qt.Key.Key_Delete)
    assert names(model) == "1 2 3 6 7 8 9 10 11 12"
    assert grid.currentIndex().row() == 3


def test_the_button_on_a_tile_removes_that_tile(qtbot: QtBot, grid: MediaGrid, model: MediaModel) -> None:
    cell = grid.visualRect(model.index(1))
    button = grid.itemDelegate().remove_rect(cell).center()
    qtbot.mouseMove(grid.viewport(), button)
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=button)
    assert names(model).startswith("1 3 4")
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=cell.center())
    assert model.rowCount() == 11, "a click beside the button only selects"


def test_alt_arrows_reorder(qtbot: QtBot, grid: MediaGrid, model: MediaModel) -> None:
    grid.setFocus()
    grid.setCurrentIndex(model.index(1))
    qtbot.keyClick(grid, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert names(model).startswith("2 1 3")
    qtbot.keyClick(grid, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(grid, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert names(model).startswith("1 3 2 4")


def test_a_dragged_tile_goes_where_it_is_dropped(qtbot: QtBot, grid: MediaGrid, model: MediaModel) -> None:
    carried = QMimeData()
    carried.setData(ROWS_TYPE, b"0")
    at = QPointF(grid.visualRect(model.index(4)).center() + QPoint(20, 0))
    action, buttons, keys = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    grid.dragMoveEvent(QDragMoveEvent(at.toPoint(), action, carried, buttons, keys))
    grid.dropEvent(QDropEvent(at, action, carried, buttons, keys))
    assert names(model).startswith("2 3 4 5 1 6")


def test_other_programs_get_the_files_and_only_as_copies(grid: MediaGrid, model: MediaModel) -> None:
    grid.setCurrentIndex(model.index(3))
    carried = grid.carried()
    assert [url.toLocalFile() for url in carried.urls()] == ["/photos/photo_4.jpg"]
    assert not is_of_use(carried), "the panel around the grid must not add them again"


def test_only_tiles_on_screen_ask_for_their_picture(qtbot: QtBot, grid: MediaGrid, desk: FakeDesk) -> None:
    grid.model().add(MediaItem(f"/more/{n}.jpg") for n in range(500))
    qtbot.waitUntil(lambda: desk.times_asked("thumbnail") >= 18)
    asked = {entry[1] for entry in desk.asked if entry[0] == "thumbnail"}
    assert len(asked) <= 24
    assert "/more/499.jpg" not in asked
    grid.scrollToBottom()
    qtbot.waitUntil(lambda: any(entry[1] == "/more/499.jpg" for entry in desk.asked if entry[0] == "thumbnail"))


def test_a_file_that_cannot_be_used_is_marked_with_its_reason(model: MediaModel, grid: MediaGrid) -> None:
    problem = Problem("photo_2.jpg is empty.", "It has 0 bytes.", "Save it again.")
    before = grid.grab().toImage()
    model.settle([MediaItem("/photos/photo_2.jpg", problem), MediaItem("/photos/gone.jpg")])
    index: QModelIndex = model.index(1)
    assert "Save it again." in index.data(Qt.ItemDataRole.ToolTipRole)
    assert "photo_2.jpg is empty." in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert [item.name for item in model.broken] == ["photo_2.jpg"]
    assert grid.grab().toImage() != before
    model.settle([MediaItem("/photos/photo_2.jpg")])
    assert model.broken == []


def shown(grid: MediaGrid) -> QImage:
    return grid.viewport().grab().toImage()


def test_a_page_of_new_tiles_is_drawn_over_several_turns(qtbot: QtBot, grid: MediaGrid, model: MediaModel) -> None:
    grid.pace.patience_s = 60.0
    centres = [grid.visualRect(model.index(row)).center() for row in range(12)]
    blank = current_theme().color("surface.3")
    qtbot.waitUntil(lambda: all(shown(grid).pixelColor(one) != blank for one in centres))
    whole = shown(grid)
    QPixmapCache.clear()
    grid.pace.patience_s = 0.0
    first = shown(grid)
    assert [first.pixelColor(one) == blank for one in centres] == [False, *[True] * 11]
    qtbot.waitUntil(lambda: shown(grid) == whole)


def test_scrolled_tiles_are_moved_whole(qtbot: QtBot, grid: MediaGrid, model: MediaModel) -> None:
    """Qt moves what is there in place of drawing it: nothing of the old place may stay behind."""
    model.add(MediaItem(f"/more/{n}.jpg", problem=Problem(f"Reason {n}")) for n in range(60))
    qtbot.waitExposed(grid.window())
    bar = grid.verticalScrollBar()
    for _ in range(4):
        bar.setValue(bar.value() + 37)
        QApplication.processEvents()
    qtbot.waitUntil(lambda: on_screen(grid) == shown(grid))


def on_screen(grid: MediaGrid) -> QImage:
    """What was painted, without painting it again."""
    window = grid.window()
    place = QRect(grid.viewport().mapTo(window, QPoint()), grid.viewport().size())
    screen = window.screen().grabWindow(window.winId()).toImage()
    return screen.copy(place).convertToFormat(shown(grid).format())


def test_only_what_can_be_recognised_is_worth_a_picture(grid: MediaGrid) -> None:
    scroll, page = FastScroll(grid), grid.viewport().height()
    scroll.scrolled(page // 10, 10.0)
    scroll.scrolled(page // 5, 10.1)
    assert not scroll.is_fast, "a page a second"
    scroll.scrolled(2 * page, 10.2)
    assert scroll.is_fast
    scroll.scrolled(2 * page + 5, 10.3)
    assert not scroll.is_fast


def test_where_a_fast_scroll_ends_the_pictures_come(qtbot: QtBot, grid: MediaGrid, desk: FakeDesk) -> None:
    grid.model().add(MediaItem(f"/more/{n}.jpg") for n in range(300))

    def is_last_asked_for() -> bool:
        grid.verticalScrollBar().setValue(grid.verticalScrollBar().maximum())  # grows as the tiles are laid out
        return any(entry[1] == "/more/299.jpg" for entry in desk.asked if entry[0] == "thumbnail")

    qtbot.waitUntil(is_last_asked_for)


def test_what_is_drawn_anew_is_whole_tiles_and_none_twice() -> None:
    cell = QSize(100, 50)
    strip, tile, far = QRect(0, 95, 600, 5), QRect(510, 60, 80, 60), QRect(250, 210, 1, 1)
    parts = whole_cells(QRegion(strip) + QRegion(tile) + QRegion(far), cell, 10)
    assert sorted(part.getRect() for part in parts) == [(0, 40, 600, 100), (200, 190, 100, 50)]
