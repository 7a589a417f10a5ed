"""The page of outputs in the real window: found, judged, played, compared, sent on and thrown away."""

import os
import sys
from pathlib import Path

import pytest
from output_samples import finish, output_draft, write_clip, write_still
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from real_window import LEFT, NO_KEYS, PATIENCE_MS, RealWindow, opened

from vqdesk import bootstrap
from vqdesk.domain.job import PromptDraft
from vqdesk.domain.modes import Mode
from vqdesk.domain.outputs import GalleryOutput
from vqdesk.domain.status import PromptStatus
from vqdesk.domain.workspace import read_state
from vqdesk.ports import OutputQuery
from vqdesk.ui.outputs.entry import DESK, OUTPUTS
from vqdesk.ui.outputs.panel import OutputsPanel

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture(autouse=True)
def own_trash(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    if sys.platform not in ("win32", "darwin"):
        monkeypatch.setattr("send2trash.plat_other.HOMETRASH_B", os.fsencode(tmp_path / "share" / "Trash"))


@pytest.fixture
def files(tmp_path) -> list[Path]:
    clips = [write_clip(tmp_path / f"boats_{n}.mp4") for n in (1, 2)]
    return [*clips, write_still(tmp_path / "portrait.png")]


@pytest.fixture
def gallery(qtbot, home, files, theme_switch):
    """The window with the gallery open: two clips of one job that goes on, and the picture of another, on top."""
    app = bootstrap.build(str(home))
    store = app.services.store
    lane = store.lanes.ensure("Studio", "http://127.0.0.1:9", "comfyui").id
    prompts = tuple(PromptDraft("/photos/lake.jpg", seed=884121306 + n, try_number=n + 1) for n in range(3))
    boats = output_draft("Boats", workflow="wan22-i2v", prompts=prompts, texts="calm water")
    store.order.set_held([finish(store, lane, boats, files[:2]).id], True)
    finish(store, lane, output_draft("Faces", workflow="flux-t2i"), files[2:])
    app.services.queue.set_paused(True)
    app.close()
    with opened(qtbot, home, theme_switch) as real:
        hands = Hands(qtbot, real)
        hands.key(Qt.Key.Key_2, ALT)
        qtbot.waitUntil(lambda: len(hands.page.view.gallery.ids) == 3, timeout=PATIENCE_MS)
        hands.until_known(3)
        yield hands


class Hands:
    """A user's hands on the gallery, and the store's word for what came of it."""

    def __init__(self, qtbot, real: RealWindow) -> None:
        self.qtbot, self.real = qtbot, real
        real.window.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is real.window, timeout=PATIENCE_MS)

    @property
    def page(self) -> OutputsPanel:
        return self.real.window.places.page

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_KEYS) -> None:
        self.qtbot.keyClick(QApplication.focusWidget() or self.real.window, key, modifiers)

    def choose(self, *places: int) -> None:
        self.page.view.setFocus()
        for at in places:
            index = self.page.view.gallery.index(at)
            held = NO_KEYS if at == places[0] else Qt.KeyboardModifier.ControlModifier
            self.qtbot.mouseClick(self.page.view.viewport(), LEFT, held, self.page.view.visualRect(index).center())

    def until(self, check) -> None:
        self.qtbot.waitUntil(check, timeout=PATIENCE_MS)

    def until_known(self, count: int) -> None:
        gallery = self.page.view.gallery
        self.until(lambda: sum(gallery.known(one) is not None for one in gallery.ids) == count)

    def stored(self) -> list[GalleryOutput]:
        """As the gallery lists them: the picture, the second clip, the first."""
        store = self.real.store
        return store.outputs.rows(store.outputs.listing(OutputQuery()).ids)

    def front_inputs(self) -> tuple[Mode, tuple[str, ...]]:
        state = self.real.window.workspace.book.read().current.state
        return state.mode, state.inputs


def test_the_places_are_switched_by_word_and_by_key(gallery):
    places, strip = gallery.real.window.places, gallery.real.window.strip.places
    assert (places.current, strip.currentIndex()) == (OUTPUTS, OUTPUTS)
    gallery.key(Qt.Key.Key_1, ALT)
    assert (places.current, strip.currentIndex()) == (DESK, DESK)
    assert gallery.real.window.queue.isVisible()
    gallery.qtbot.mouseClick(strip, LEFT, NO_KEYS, strip.tabRect(OUTPUTS).center() - QPoint(8, 0))
    assert places.current == OUTPUTS
    assert gallery.page.isVisible()


def test_chips_and_search_narrow_it_down_and_show_all_brings_it_back(gallery):
    page = gallery.page
    gallery.qtbot.mouseClick(page.bar.chips["image"], LEFT)
    gallery.until(lambda: len(page.view.gallery.ids) == 1)
    gallery.qtbot.mouseClick(page.bar.chips[""], LEFT)
    gallery.until(lambda: len(page.view.gallery.ids) == 3)
    gallery.qtbot.keyClicks(page.bar.search, "884121307")
    gallery.until(lambda: list(page.view.gallery.ids) == [gallery.stored()[1].id])
    gallery.qtbot.keyClicks(page.bar.search, "9")
    gallery.until(lambda: not page.view.isVisible() and page._all.isVisible())
    gallery.qtbot.mouseClick(page._all, LEFT)
    gallery.until(lambda: len(page.view.gallery.ids) == 3 and page.view.isVisible())


def test_keys_rate_and_star_what_is_selected(gallery):
    gallery.choose(0, 1)
    gallery.key(Qt.Key.Key_4)
    gallery.until(lambda: [row.rating for row in gallery.stored()] == [4, 4, 0])
    gallery.choose(2)
    gallery.key(Qt.Key.Key_F)
    gallery.until(lambda: [row.is_favourite for row in gallery.stored()] == [False, False, True])
    gallery.until(lambda: gallery.page.facts.actions.favourite.isChecked())
    stars = gallery.page.facts.actions.stars
    gallery.qtbot.mouseClick(stars, LEFT, NO_KEYS, stars.star_rect(1).center())
    gallery.until(lambda: gallery.stored()[2].rating == 2 and stars.rating == 2)
    gallery.qtbot.mouseClick(gallery.page.bar.chips["starred"], LEFT)
    gallery.until(lambda: len(gallery.page.view.gallery.ids) == 3)


def test_a_tag_is_typed_found_and_clicked_away(gallery):
    gallery.choose(1, 2)
    gallery.key(Qt.Key.Key_T)
    gallery.qtbot.keyClicks(gallery.page.facts.actions.tag, "lake")
    gallery.key(Qt.Key.Key_Return)
    gallery.until(lambda: [row.tags for row in gallery.stored()] == [(), ("lake",), ("lake",)])
    gallery.qtbot.keyClicks(gallery.page.bar.search, "tag:lake")
    gallery.until(lambda: len(gallery.page.view.gallery.ids) == 2)
    actions = gallery.page.facts.actions
    gallery.until(lambda: len(actions.tag_chips) == 1)
    gallery.qtbot.mouseClick(actions.tag_chips[0], LEFT)
    gallery.until(lambda: [row.tags for row in gallery.stored()] == [(), (), ()])


def test_a_clip_plays_in_a_loop_and_steps_by_frames(gallery):
    gallery.choose(1)
    gallery.key(Qt.Key.Key_Space)
    stage, clock = gallery.page.stage, gallery.page.stage.clock
    gallery.until(lambda: clock.position > 0.3 and stage.screens[0].second > 0.2)
    before = clock.position
    gallery.until(lambda: clock.position < before)  # it began again
    gallery.key(Qt.Key.Key_Space)
    assert not clock.is_playing
    clock.go(0.5)
    gallery.until(lambda: abs(stage.screens[0].second - 0.5) < 0.01)
    gallery.key(Qt.Key.Key_Period)
    gallery.until(lambda: clock.frame == 7 and abs(stage.screens[0].second - 0.6) < 0.01)
    gallery.key(Qt.Key.Key_Comma)
    gallery.key(Qt.Key.Key_Comma)
    gallery.until(lambda: clock.frame == 5 and abs(stage.screens[0].second - 0.4) < 0.01)
    grey = stage.screens[0].image.pixelColor(30, 20).red()
    assert abs(grey - 50) < 8  # what is seen is the fifth frame
    gallery.key(Qt.Key.Key_Escape)
    assert not stage.is_open


def test_two_clips_are_compared_in_step_side_by_side_and_by_a_wipe(gallery):
    gallery.choose(1, 2)
    gallery.key(Qt.Key.Key_C)
    stage = gallery.page.stage
    gallery.until(lambda: stage.clock.position > 0.2 and all(screen.second > 0.1 for screen in stage.screens))
    assert sorted(stage.letters.values()) == ["A", "B"]
    stage.clock.step(0)
    for second in (1.3, 0.7, 0.0):
        stage.clock.go(second)
        gallery.until(lambda at=second: all(abs(screen.second - at) < 0.01 for screen in stage.screens))
    left, right = stage.canvas.places()
    assert left.right() < right.left()
    gallery.qtbot.mouseClick(stage.mode, LEFT, NO_KEYS, stage.mode.part_rect(1).center())
    stage.canvas.setFocus()
    gallery.key(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert (stage.canvas.mode, round(stage.canvas.wipe, 2)) == ("wipe", 0.55)
    gallery.until(lambda: gallery.page.facts.title.text() == "What differs")
    actions, chosen = gallery.page.facts.actions, gallery.page.view.chosen()
    assert (actions.one, actions.reuse.isEnabled()) == (chosen[0], True)
    gallery.qtbot.mouseClick(actions.which, LEFT, NO_KEYS, actions.which.part_rect(1).center())
    assert actions.one == chosen[1]


def test_moving_over_a_tile_looks_through_the_clip(gallery):
    view = gallery.page.view
    tile = view.tiles.picture_rect(view.visualRect(view.gallery.index(1)))
    clip = view.gallery.ids[1]
    gallery.qtbot.mouseMove(view.viewport(), tile.center())
    gallery.until(lambda: view.scrub.picture(clip) is not None)
    middle = view.scrub.picture(clip).toImage().pixelColor(30, 20).red()
    gallery.qtbot.mouseMove(view.viewport(), tile.center() + QPoint(tile.width() // 3, 0))
    gallery.until(lambda: view.scrub.picture(clip).toImage().pixelColor(30, 20).red() > middle + 20)
    view.scrub.move(None)
    assert view.scrub.picture(clip) is None


def test_outputs_become_inputs_of_tabs(gallery, files):
    window, page = gallery.real.window, gallery.page
    gallery.choose(0)
    menu = page.menus.send_menu()
    next(
        action for action in menu.actions() if action.text() == window.workspace.book.tabs.current.title
    ).trigger()
    assert window.places.current == DESK
    gallery.until(lambda: str(files[2]) in gallery.front_inputs()[1])
    gallery.key(Qt.Key.Key_2, ALT)
    gallery.choose(0)
    gallery.qtbot.mouseClick(page.facts.actions.upscale, LEFT)
    gallery.until(lambda: gallery.front_inputs() == (Mode.IMAGE_UPSCALE, (str(files[2]),)))
    gallery.key(Qt.Key.Key_2, ALT)
    gallery.choose(1)
    gallery.qtbot.mouseClick(page.facts.actions.extend, LEFT)
    gallery.until(lambda: window.places.current == DESK)
    gallery.until(lambda: len(gallery.front_inputs()[1]) == 1)
    assert gallery.front_inputs()[1][0].endswith(".png")
    gallery.until(lambda: len(gallery.real.store.workspaces.open()) == 3)
    stored = [read_state(row.state).state.mode for row in gallery.real.store.workspaces.open()]
    assert Mode.IMAGE_UPSCALE in stored


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="only the user can take it out of that trash")
def test_the_trash_takes_a_file_and_undo_brings_it_back(gallery, files):
    gallery.choose(0)
    gallery.key(Qt.Key.Key_Delete)
    gallery.until(lambda: not files[2].exists() and len(gallery.stored()) == 2)
    gallery.until(lambda: len(gallery.page.view.gallery.ids) == 2)
    gallery.until(lambda: gallery.page.note.button.isVisible())
    gallery.qtbot.mouseClick(gallery.page.note.button, LEFT)
    gallery.until(lambda: files[2].exists() and len(gallery.page.view.gallery.ids) == 3)


def test_a_run_that_goes_wrong_is_stopped_from_its_output(gallery):
    gallery.choose(0)
    gallery.until(lambda: not gallery.page.facts.actions.stop.isVisible())
    gallery.choose(1)
    gallery.until(lambda: gallery.page.facts.actions.stop.isVisible())
    gallery.qtbot.mouseClick(gallery.page.facts.actions.stop, LEFT)
    job_id = gallery.stored()[1].job_id
    gallery.until(lambda: gallery.real.store.jobs.get(job_id).counts.canceled == 1)
    gallery.until(lambda: not gallery.page.facts.actions.stop.isVisible())
    states = [prompt.status for prompt in gallery.real.store.jobs.prompts(job_id)]
    assert states.count(PromptStatus.SUCCEEDED) == 2  # what was made stays


def test_files_go_to_the_clipboard_and_into_other_programs(gallery, files):
    gallery.choose(0, 1)
    gallery.qtbot.keyClick(gallery.page.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().mimeData()
    assert [url.toLocalFile() for url in copied.urls()] == [str(files[2]), str(files[1])]
    dragged = gallery.page.view.gallery.mimeData(gallery.page.view.selectedIndexes())
    assert {url.toLocalFile() for url in dragged.urls()} == {str(files[2]), str(files[1])}


def test_what_made_it_is_read_beside_it(gallery):
    gallery.choose(1)
    page = gallery.page
    gallery.until(lambda: page.facts.said("Codec") == "h264")
    assert page.facts.said("Seed").replace("\u00a0", "") == "884121307"
    assert page.facts.said("Length") == "2.0 s, 20 frames"
