"""Images in the real window, by mouse and keyboard: what the store holds afterwards."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication
from real_window import LEFT, NO_KEYS, PATIENCE_MS, RealWindow, click, drop

from vqdesk.domain.modes import Mode
from vqdesk.domain.workspace import WorkspaceState, from_json
from vqdesk.ui.workspace.media_section import MediaSection


def picture(path: Path, colour: int, size: tuple[int, int] = (320, 180)) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", size, (colour, 90, 200 - colour)).save(path)
    return path


def clip(path: Path, frames: int = 24) -> Path:
    with av.open(str(path), "w") as container:
        stream = container.add_stream("h264", rate=12)
        stream.width, stream.height, stream.pix_fmt = 64, 48, "yuv420p"
        for number in range(frames):
            pixels = np.full((48, 64, 3), number * 8, np.uint8)
            container.mux(stream.encode(av.VideoFrame.from_ndarray(pixels, format="rgb24")))
        container.mux(stream.encode())
    return path


@pytest.fixture
def photos(tmp_path: Path) -> list[Path]:
    return [picture(tmp_path / "in" / f"photo_{number}.png", number * 20) for number in range(1, 5)]


class Hands:
    """What a test does in the media section, and what the store says of it."""

    def __init__(self, qtbot, real: RealWindow) -> None:
        self.qtbot, self.real, self.window = qtbot, real, real.window

    @property
    def media(self) -> MediaSection:
        return self.window.workspace.page.media

    @property
    def state(self) -> WorkspaceState:
        """Of the tab in front, as it is stored."""
        stored = self.real.store.workspaces.open()
        return from_json(stored[0].state) if stored else WorkspaceState()

    def stored_names(self) -> str:
        return " ".join(Path(path).stem.removeprefix("photo_") for path in self.state.inputs)

    def wait_for(self, reached) -> None:
        self.qtbot.waitUntil(reached, timeout=PATIENCE_MS)

    def wait_for_stored(self, names: str) -> None:
        self.wait_for(lambda: self.stored_names() == names)

    def key(self, key: Qt.Key, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
        self.qtbot.keyClick(self.window.focusWidget() or self.window, key, keys)

    def middle_of(self, row: int) -> QPoint:
        grid = self.media.grid
        return grid.visualRect(self.media.model.index(row)).center()

    def choose_engine(self) -> None:
        click(self.qtbot, self.window, "Use the built-in engine")
        self.wait_for(self.window.workspace.page.form.isVisible)

    def press(self, row: int, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
        self.qtbot.mouseClick(self.media.grid.viewport(), LEFT, keys, self.middle_of(row))


@pytest.fixture
def hands(qtbot, real_window: RealWindow) -> Iterator[Hands]:
    """At first start: files can be added before an engine is chosen."""
    yield Hands(qtbot, real_window)


def test_files_and_folders_are_dropped_several_times(hands: Hands, photos: list[Path], tmp_path: Path) -> None:
    more = picture(tmp_path / "more" / "deep" / "photo_9.png", 180)
    drop(hands.window.workspace, photos[:2])
    hands.wait_for_stored("1 2")
    drop(hands.window.workspace, [photos[0], tmp_path / "more"])
    hands.wait_for_stored("1 2 9")
    assert hands.media.note.text == "1 image already here."
    assert str(more) == hands.state.inputs[-1]


def test_the_keyboard_reorders_removes_and_undoes(hands: Hands, photos: list[Path]) -> None:
    drop(hands.window.workspace, photos)
    hands.wait_for_stored("1 2 3 4")
    hands.press(0)
    hands.key(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    hands.wait_for_stored("2 1 3 4")
    hands.key(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    hands.key(Qt.Key.Key_Delete)
    hands.wait_for_stored("2 4")
    hands.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    hands.wait_for_stored("2 1 3 4")
    hands.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hands.key(Qt.Key.Key_Delete)
    hands.wait_for_stored("")


def test_the_mouse_reorders_removes_clears_and_undoes(hands: Hands, photos: list[Path], qtbot) -> None:
    drop(hands.window.workspace, photos)
    hands.wait_for_stored("1 2 3 4")
    grid = hands.media.grid
    hands.press(0)
    hands.press(1, Qt.KeyboardModifier.ControlModifier)
    carried = QMimeData()
    carried.setData("application/x-vqdesk-tiles", ",".join(map(str, grid.selected_rows())).encode())
    after_third = QPointF(hands.middle_of(2) + QPoint(20, 0))
    grid.dropEvent(QDropEvent(after_third, Qt.DropAction.CopyAction, carried, LEFT, NO_KEYS))
    hands.wait_for_stored("3 1 2 4")
    button = grid.itemDelegate().remove_rect(grid.visualRect(hands.media.model.index(0))).center()
    qtbot.mouseMove(grid.viewport(), button)
    qtbot.mouseClick(grid.viewport(), LEFT, pos=button)
    hands.wait_for_stored("1 2 4")
    click(qtbot, hands.window, "Clear")
    hands.wait_for_stored("")
    click(qtbot, hands.window, "Undo")
    hands.wait_for_stored("1 2 4")


def test_a_picture_from_the_clipboard_becomes_an_input_that_is_queued(hands: Hands, home: Path) -> None:
    image = QImage(200, 120, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    QGuiApplication.clipboard().setImage(image)
    hands.window.workspace.page.setFocus()
    hands.qtbot.keyClick(hands.window.workspace, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    hands.wait_for(lambda: len(hands.state.inputs) == 1)
    kept = Path(hands.state.inputs[0])
    assert kept.parent == home / "pasted"
    with Image.open(kept) as read:
        assert read.size == (200, 120)
        assert read.convert("RGB").getpixel((9, 9)) == (0, 128, 128)


def test_paths_are_pasted_as_text_of_any_form(hands: Hands, photos: list[Path]) -> None:
    QGuiApplication.clipboard().setText(f'"{photos[0]}"\n{photos[1].as_uri()}\n')
    click(hands.qtbot, hands.window, "Paste")
    hands.wait_for_stored("1 2")


def test_what_a_browser_offers_by_address_is_told_why_not(hands: Hands, photos: list[Path]) -> None:
    def offer(data: QMimeData) -> None:
        target, middle = hands.window.workspace, hands.window.workspace.rect().center()
        action = Qt.DropAction.CopyAction
        QApplication.sendEvent(target, QDragEnterEvent(middle, action, data, LEFT, NO_KEYS))
        event = QDropEvent(QPointF(middle), action, data, LEFT, NO_KEYS)
        QApplication.sendEvent(target, event)
        assert event.isAccepted()

    page = QMimeData()
    page.setUrls([QUrl("https://example.org/cat.jpg")])
    offer(page)
    assert "Addresses on the web" in hands.media.note.text
    assert "https://example.org/cat.jpg" in hands.media.note.details
    both = QMimeData()
    both.setUrls([QUrl("https://example.org/cat.png")])
    both.setData("image/png", photos[2].read_bytes())
    offer(both)
    hands.wait_for(lambda: len(hands.state.inputs) == 1)
    assert Path(hands.state.inputs[0]).read_bytes() == photos[2].read_bytes()


def test_an_input_folder_is_watched_and_queued(hands: Hands, photos: list[Path], qtbot) -> None:
    folder = photos[0].parent
    field = hands.media.folder.field
    field.setFocus()
    qtbot.keyClicks(field, f"'{folder}'")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    hands.wait_for_stored("1 2 3 4")
    assert hands.state.uses_folder
    picture(folder / "photo_5.png", 111)
    hands.wait_for_stored("1 2 3 4 5")
    photos[1].unlink()
    hands.wait_for(lambda: [item.name for item in hands.media.model.broken] == ["photo_2.png"])
    assert "not in the folder any more" in hands.media.model.broken[0].problem.summary
    hands.press(1)
    hands.key(Qt.Key.Key_Delete)
    hands.wait_for_stored("1 3 4 5")
    (folder / "nowhere.png").symlink_to(folder / "gone.png")
    row = hands.media.folder.labeled
    hands.wait_for(lambda: row.note == "4 images, watched; 1 left out")
    assert "leads nowhere" in row.toolTip()
    away = folder.rename(folder.with_name("away"))
    hands.wait_for(lambda: len(hands.media.model.broken) == 4)
    assert str(folder) in row.error
    away.rename(folder)
    hands.wait_for(lambda: not hands.media.model.broken and not row.error)
    hands.choose_engine()
    hands.wait_for(hands.window.workspace.page.footer.button.isEnabled)
    click(qtbot, hands.window, "Add to queue")
    hands.wait_for(lambda: len(hands.window.queue.model.ids) == 1)
    job = hands.window.queue.model.ids[0]
    assert [Path(one.source_path).name for one in hands.real.store.jobs.prompts(job)] == [
        f"photo_{number}.png" for number in (1, 3, 4, 5)
    ]


def test_a_dropped_set_puts_the_folder_out_of_play_until_it_is_wanted(
    hands: Hands, photos: list[Path], tmp_path: Path, qtbot
) -> None:
    hands.media.folder.field.setFocus()
    qtbot.keyClicks(hands.media.folder.field, str(photos[0].parent))
    qtbot.keyClick(hands.media.folder.field, Qt.Key.Key_Return)
    hands.wait_for_stored("1 2 3 4")
    drop(hands.window.workspace, [picture(tmp_path / "photo_9.png", 99)])
    hands.wait_for_stored("9")
    assert not hands.state.uses_folder
    assert hands.state.folder == str(photos[0].parent)
    assert "is ignored while images are here" in hands.media.folder.ignored_words
    assert not hands.media.folder.field.isVisible()
    click(qtbot, hands.window, "Use the folder instead")
    hands.wait_for_stored("1 2 3 4")
    assert hands.media.folder.field.isVisible()
    click(qtbot, hands.window, "Undo")
    hands.wait_for_stored("9")
    assert not hands.state.uses_folder


def test_a_folder_that_goes_away_is_told_at_its_field_and_comes_back(
    hands: Hands, photos: list[Path], qtbot
) -> None:
    folder = photos[0].parent
    field = hands.media.folder.field
    field.setFocus()
    qtbot.keyClicks(field, str(folder))
    qtbot.keyClick(field, Qt.Key.Key_Return)
    hands.wait_for_stored("1 2 3 4")
    folder.rename(folder.with_name("away"))
    hands.wait_for(lambda: "There is no folder" in hands.media.folder.labeled.error)
    folder.with_name("away").rename(folder)
    hands.wait_for(lambda: hands.media.folder.labeled.error == "")
    assert hands.stored_names() == "1 2 3 4"


def test_space_shows_large_arrows_go_on_and_escape_returns(hands: Hands, photos: list[Path]) -> None:
    drop(hands.window.workspace, photos)
    hands.wait_for_stored("1 2 3 4")
    hands.press(1)
    hands.key(Qt.Key.Key_Space)
    preview = hands.media.preview
    assert preview is not None
    hands.wait_for(lambda: preview.picture.width() == 320)
    assert preview.size() == hands.window.size()
    assert "320 × 180" in preview.facts
    hands.qtbot.keyClick(preview, Qt.Key.Key_Right)
    assert preview.row == 2
    hands.wait_for(lambda: preview.picture.toImage().pixelColor(5, 5).red() == 60)
    hands.qtbot.keyClick(preview, Qt.Key.Key_Escape)
    assert not preview.isVisible()
    assert hands.media.grid.hasFocus()
    assert hands.media.grid.currentIndex().row() == 2


def test_clips_show_their_length_and_play(hands: Hands, tmp_path: Path, qtbot) -> None:
    hands.window.workspace.sheet.choose_mode(Mode.VIDEO_UPSCALE)
    drop(hands.window.workspace, [clip(tmp_path / "walk.mp4")])
    hands.wait_for(lambda: len(hands.media.model.items) == 1)
    item = hands.media.model.items[0]
    assert item.facts is not None and item.facts.duration_s == pytest.approx(2.0, abs=0.1)
    hands.press(0)
    hands.key(Qt.Key.Key_Space)
    preview = hands.media.preview
    assert preview is not None
    hands.wait_for(lambda: not preview.picture.isNull())
    first = preview.picture.toImage().pixelColor(5, 5).red()
    qtbot.mouseClick(preview.play, LEFT)
    hands.wait_for(lambda: preview.picture.toImage().pixelColor(5, 5).red() > first + 20)
    hands.wait_for(lambda: preview.play.text() == "Play")


def test_what_will_be_cropped_and_what_is_here_twice_is_marked(
    hands: Hands, photos: list[Path], tmp_path: Path, qtbot
) -> None:
    twin = tmp_path / "twin.png"
    shutil.copy(photos[0], twin)
    square = picture(tmp_path / "square.png", 7, (1400, 1400))
    drop(hands.window.workspace, [photos[0], twin, square])
    hands.wait_for(lambda: len(hands.state.inputs) == 3)
    remarks = hands.media.model.remarks
    assert "The same picture as number 1" in " ".join(remarks(1))
    assert "Will be cropped to 1280 × 720: 44 % of it is cut off." in remarks(2)
    hands.wait_for(lambda: hands.media.card.hint == "1 cropped to 1280 × 720 · 1 twice")
    page = hands.window.workspace.page
    page.form.value_edited.emit("height", 1280)
    hands.wait_for(lambda: "Will be cropped" not in " ".join(remarks(2)))


def test_a_photo_of_a_phone_is_upright(hands: Hands, tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[274] = 6
    pixels = Image.new("RGB", (400, 200), "red")
    pixels.paste("blue", (0, 0, 200, 200))
    pixels.save(tmp_path / "phone.jpg", exif=exif)
    drop(hands.window.workspace, [tmp_path / "phone.jpg"])
    hands.wait_for(lambda: len(hands.state.inputs) == 1)
    facts = hands.media.model.items[0].facts
    assert facts is not None and (facts.width, facts.height) == (200, 400)
    hands.press(0)
    hands.key(Qt.Key.Key_Space)
    preview = hands.media.preview
    assert preview is not None
    hands.wait_for(lambda: preview.picture.height() == 400)
    top, bottom = (preview.picture.toImage().pixelColor(100, y) for y in (50, 350))
    assert top.blue() > 200 and bottom.red() > 200


def test_bad_files_are_named_and_the_good_ones_taken(hands: Hands, photos: list[Path], tmp_path: Path) -> None:
    (tmp_path / "in" / "empty.jpg").touch()
    (tmp_path / "in" / "letter.png").write_text("Dear reader")
    odd = picture(tmp_path / "in" / "line\nbreak 😀.png", 13)
    (tmp_path / "in" / "loop").symlink_to(tmp_path / "in")
    drop(hands.window.workspace, [tmp_path / "in", tmp_path / "gone.jpg"])
    hands.wait_for(lambda: len(hands.state.inputs) == 5)
    hands.wait_for(lambda: hands.media.note.text.startswith("3 files were left out"))
    assert str(odd) in hands.state.inputs
    for name in ("empty.jpg is empty", "letter.png is not a picture", "gone.jpg is not there"):
        assert name in hands.media.note.details
