"""Time and disk need in the real window, learnt from clips that it really made; the check of the computer."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from real_window import LEFT, PATIENCE_MS, RealWindow, click, drop, type_into

from vqdesk.domain.estimates import Span
from vqdesk.domain.status import PromptStatus
from vqdesk.locations import resources_dir
from vqdesk.ports import JobQuery, Store
from vqdesk.services.estimates import Outlook
from vqdesk.ui.doctor.dialog import DoctorDialog
from vqdesk.ui.workspace.footer import Footer
from vqdesk.ui.workspace.words import Sentence


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    folder = tmp_path / "photos"
    folder.mkdir()
    for sample in sorted((resources_dir() / "samples").glob("*.jpg"))[:2]:
        shutil.copy(sample, folder)
    return folder


def make_ready(qtbot, real: RealWindow, photos: Path, frames: int) -> None:
    click(qtbot, real.window, "Use the built-in engine")
    drop(real.window.workspace, [photos])
    page = real.window.workspace.page
    qtbot.waitUntil(lambda: page.form.isVisible() and page.footer.button.isEnabled(), timeout=PATIENCE_MS)
    for label, value in (("Width", 320), ("Height", 180), ("Frames", frames)):
        type_into(qtbot, real.window, label, value)


def second_line(real: RealWindow) -> str:
    return real.window.workspace.page.footer.second_line


def test_the_footer_says_time_finish_and_disk_once_there_is_a_past(qtbot, real_window, photos) -> None:
    make_ready(qtbot, real_window, photos, frames=12)
    footer = real_window.window.workspace.page.footer
    assert second_line(real_window) == "no estimate yet"
    qtbot.mouseClick(footer.button, LEFT)
    store = real_window.store
    qtbot.waitUntil(lambda: bool(store.jobs.ids(_succeeded())), timeout=PATIENCE_MS)
    type_into(qtbot, real_window.window, "Frames", 24)
    qtbot.waitUntil(lambda: second_line(real_window).startswith("about "), timeout=PATIENCE_MS)
    time, finish, disk = second_line(real_window).split(" · ")
    assert time.endswith((" s", "min"))
    assert finish.startswith("done ")
    assert disk.startswith("about ")
    short = real_window.store.timings.history(*_kind(store))
    assert len(short) == 2
    type_into(qtbot, real_window.window, "Frames", 1440)
    qtbot.waitUntil(
        lambda: second_line(real_window).split(" · ")[-1] not in (disk, "Adding …"), timeout=PATIENCE_MS
    )


def test_a_waiting_queue_says_when_it_is_done_and_a_paused_one_that_it_waits(qtbot, real_window, photos) -> None:
    make_ready(qtbot, real_window, photos, frames=12)
    footer = real_window.window.workspace.page.footer
    qtbot.mouseClick(footer.button, LEFT)
    store, window = real_window.store, real_window.window
    qtbot.waitUntil(lambda: bool(store.jobs.ids(_succeeded())), timeout=PATIENCE_MS)
    window.strip.set_paused(True)
    qtbot.waitUntil(lambda: real_window.app.services.queue.is_paused(), timeout=PATIENCE_MS)
    type_into(qtbot, window, "Frames", 1440)
    qtbot.waitUntil(lambda: "after Resume" in second_line(real_window), timeout=PATIENCE_MS)
    qtbot.mouseClick(footer.button, LEFT)
    qtbot.waitUntil(lambda: 2 in window.queue.model.ids, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: "after Resume" in window.queue.source.sentence(2), timeout=PATIENCE_MS)
    assert window.strip.done_words == ""
    window.strip.set_paused(False)
    qtbot.waitUntil(lambda: " left, done " in window.queue.source.sentence(2), timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: window.strip.done_words.startswith("Queue done "), timeout=PATIENCE_MS)
    assert window.strip.lane_states[0].toolTip().endswith(" left")


def test_too_little_room_on_the_disk_is_said_before_the_click(qtbot) -> None:
    footer = Footer()
    qtbot.addWidget(footer)
    footer.show_sentence(Sentence("12 images =", "12 prompts", "no estimate yet"), None)
    assert footer.second_line == "no estimate yet"
    footer.show_outlook(Outlook(12, Span(60, 90), Span(60, 90), bytes=12 * 10**9, free_bytes=3 * 10**9))
    assert "needs about 12 GB, the disk has 3.0 GB free" in footer.accessibleName()
    assert footer.button.isEnabled()
    fitting = Outlook(12, Span(60, 90), Span(60, 90), vram_gb=21.5)
    footer.show_outlook(fitting)
    assert footer.second_line.endswith(" · estimated for a 24 GB card")
    footer.show_outlook(replace(fitting, card_bytes=12_900_000_000))
    assert "estimated 22 GB VRAM, the card has 13 GB" in footer.accessibleName()
    assert footer.button.isEnabled()
    footer.confirm("#1 added")
    footer.show_outlook(Outlook(12, Span(60, 90), Span(60, 90), bytes=1, free_bytes=2))
    assert footer.second_line == "#1 added"
    footer.show_sentence(Sentence("1 image =", "1 prompt", "no estimate yet"), "Width is wrong.")
    assert footer.accessibleName().endswith("Width is wrong.")


def test_the_check_of_the_computer_names_what_is_wrong_and_can_be_copied(qtbot, real_window, home) -> None:
    (home / "workflows").mkdir(exist_ok=True)
    (home / "workflows" / "broken.yaml").write_text("title: [", encoding="utf-8")
    window = real_window.window
    action = next(one for one in real_window.desktop.menu.actions() if one.text().startswith("Check this"))
    action.trigger()
    dialog = window.findChild(DoctorDialog)
    qtbot.waitUntil(lambda: dialog.summary.text() == "One thing needs you.", timeout=PATIENCE_MS)
    assert not dialog.isModal()
    qtbot.mouseClick(dialog.copy, LEFT)
    assert "broken.yaml" in QGuiApplication.clipboard().text()
    (home / "workflows" / "broken.yaml").unlink()
    qtbot.mouseClick(dialog.again, LEFT)
    qtbot.waitUntil(lambda: dialog.summary.text() == "Everything that is needed is in order.", timeout=PATIENCE_MS)


def _succeeded() -> JobQuery:
    return JobQuery((PromptStatus.SUCCEEDED.value,))


def _kind(store: Store) -> tuple[str, str]:
    job = store.jobs.get(1)
    return job.workflow_hash, job.task_type
