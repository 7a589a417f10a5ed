"""Many files, and files that never answer: the window goes on, and says what is the matter."""

from collections.abc import Iterator

import pytest
from fake_desk import FakeDesk, FakeLoop, make_calls
from PySide6.QtWidgets import QWidget

from vqdesk.domain.errors import Problem
from vqdesk.services.candidates import Candidate, Candidates
from vqdesk.ui.thumbnails import Thumbnails
from vqdesk.ui.workspace.media_section import MediaSection


class DeadShare(FakeDesk):
    """A desk to which no file of `/net` answers in time."""

    async def look_at(self, paths, kind) -> Candidates:
        self._note("look_at", tuple(paths), kind)
        silent = [path for path in paths if path.startswith("/net")]
        refused = tuple(Candidate(path, problem=Problem("It does not answer.")) for path in silent)
        fine = tuple(self._look(path, kind) for path in paths if path not in silent)
        return Candidates(fine, refused, is_late=bool(silent))


@pytest.fixture
def loop() -> FakeLoop:
    return FakeLoop()


@pytest.fixture
def desk() -> DeadShare:
    return DeadShare()


@pytest.fixture
def section(qtbot, desk: DeadShare, loop: FakeLoop) -> Iterator[MediaSection]:
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.resize(720, 900)
    calls = make_calls(desk, loop)
    shown = MediaSection(calls, Thumbnails(calls, holder), holder)
    shown.resize(720, 900)
    holder.show()
    yield shown
    holder.close()


def test_ten_thousand_dropped_files_all_arrive_while_the_window_works(qtbot, section: MediaSection) -> None:
    section.add([f"/photos/{number:05d}.jpg" for number in range(10_000)])
    assert section.model.rowCount() < 10_000, "they come in portions, the window paints between them"
    qtbot.waitUntil(lambda: section.model.rowCount() == 10_000, timeout=60_000)
    assert section.card.isVisible()
    section.clear()
    section.undo()
    assert section.model.rowCount() == 10_000


def test_a_long_intake_is_counted_and_can_be_stopped(qtbot, section: MediaSection, loop: FakeLoop) -> None:
    section.add([f"/photos/{number:05d}.jpg" for number in range(500)])
    qtbot.waitUntil(lambda: section.model.rowCount() >= 48)
    loop.held = True
    qtbot.waitUntil(lambda: section.note.text.startswith("Reading"))
    assert "of 500" in section.note.text
    section.note.button.click()
    loop.release()
    qtbot.waitUntil(lambda: not section.is_busy)
    assert 48 <= section.model.rowCount() < 500
    assert "not looked at" in section.note.text


def test_a_dead_share_is_told_once_and_not_waited_for_again_and_again(
    qtbot, section: MediaSection, desk: DeadShare
) -> None:
    section.add([f"/net/{number:05d}.jpg" for number in range(5_000)])
    qtbot.waitUntil(lambda: not section.is_busy)
    assert desk.times_asked("look_at") == 1
    assert "does not answer" in section.note.text
    assert "4952 files not looked at" in section.note.text
    section.add(["/photos/a.jpg"])
    qtbot.waitUntil(lambda: section.model.rowCount() == 1)


def test_images_that_a_slow_folder_replaced_can_be_brought_back_at_any_time(
    qtbot, section: MediaSection, desk: DeadShare, loop: FakeLoop
) -> None:
    desk.folders["/slow"] = ["/slow/1.jpg", "/net/2.jpg"]
    section.add(["/photos/a.jpg"])
    qtbot.waitUntil(lambda: not section.is_busy)
    section.use_folder("/slow")
    loop.held = True
    qtbot.waitUntil(lambda: section.note.text.startswith("Reading"))
    loop.release()
    qtbot.waitUntil(lambda: not section.is_busy)
    assert "1 image taken out" in section.note.text
    assert "It does not answer." in section.note.text
    section.note.button.click()
    assert section.model.paths == ("/photos/a.jpg",)


def test_an_undo_while_a_folder_is_read_leaves_nothing_of_the_folder(
    qtbot, section: MediaSection, desk: DeadShare, loop: FakeLoop
) -> None:
    desk.folders["/slow"] = [f"/slow/{number:03d}.jpg" for number in range(100)]
    section.add(["/photos/a.jpg", "/photos/b.jpg"])
    qtbot.waitUntil(lambda: not section.is_busy)
    section.use_folder("/slow")
    loop.held = True
    qtbot.waitUntil(lambda: section.note.text.startswith("Reading"))
    section.undo()
    assert section.model.paths == ("/photos/a.jpg", "/photos/b.jpg")
    loop.release()
    qtbot.waitUntil(lambda: not section.is_busy)
    assert section.model.paths == ("/photos/a.jpg", "/photos/b.jpg")
    assert not section.uses_folder


def test_what_arrives_after_a_removal_stays_when_it_is_undone(
    qtbot, section: MediaSection, loop: FakeLoop
) -> None:
    section.add([f"/photos/{number:03d}.jpg" for number in range(100)])
    qtbot.waitUntil(lambda: section.model.rowCount() >= 48)
    section.remove([0])
    qtbot.waitUntil(lambda: not section.is_busy)
    section.undo()
    assert section.model.rowCount() == 100
    assert section.model.paths[0] == "/photos/000.jpg"
