"""Notices: made of what happens, kept over restarts, told by the ways that the user wants and the desktop has."""

from dataclasses import replace
from datetime import datetime

import pytest
from fake_desk import FakeDesk, FakeNotices, make_calls, make_job
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from vqdesk.domain.errors import Problem
from vqdesk.domain.events import JobsChanged, LaneChanged, PromptChanged, PromptProgressed, QueueChanged, Suspected
from vqdesk.domain.job import Counts, JobId, LaneId, PromptId
from vqdesk.domain.notifications import Notice, NoticeKind, Wishes
from vqdesk.ui.notifications.book import NoticeBook
from vqdesk.ui.notifications.centre import Notices
from vqdesk.ui.notifications.panel import NoticePanel
from vqdesk.ui.notifications.teller import Teller
from vqdesk.ui.notifications.tray import Tray
from vqdesk.ui.notifications.watch import NoticeWatch

FAILED = Notice("2026-11-21T08:00:00+00:00", NoticeKind.FAILED, "#3 Lake: 1 of 4 failed", "Out of memory", 3)


class Desktop:
    """A desktop that notes what it was asked; without a place for messages it refuses them."""

    def __init__(self, has_messages: bool = True) -> None:
        self.asked: list[str] = []
        self._has_messages = has_messages

    def show(self, notice: Notice) -> bool:
        self.asked.append(f"show {notice.title}")
        return self._has_messages

    def alert(self) -> None:
        self.asked.append("alert")

    def beep(self) -> None:
        self.asked.append("beep")


@pytest.fixture
def desk() -> FakeDesk:
    return FakeDesk()


@pytest.fixture
def stage(qtbot, desk):
    window = QWidget()
    qtbot.addWidget(window)
    window.calls = make_calls(desk)
    window.watch = NoticeWatch(window.calls, window)
    window.told = []
    window.watch.happened.connect(window.told.append)
    return window


def lane(state: str) -> LaneChanged:
    return LaneChanged(LaneId(1), "Attic", "comfyui", state)


def tell(qtbot, desk: FakeDesk, window: QWidget, wishes: Wishes, place: Desktop) -> None:
    desk.notices = FakeNotices(wishes)
    asked = []
    teller = Teller(window.calls, place, window)
    teller.failed.connect(asked.append)
    teller.tell(FAILED)
    qtbot.waitUntil(lambda: bool(place.asked) or bool(desk.notices.told))


def test_a_new_failure_is_told_once_with_its_reason(qtbot, desk, stage) -> None:
    desk.job_rows[3] = make_job(3, Counts(pending=4))
    stage.watch.apply_events([JobsChanged(JobId(3))])
    failed = replace(make_job(3, Counts(pending=3, failed=1)), reason="Out of memory")
    desk.job_rows[3] = failed
    stage.watch.apply_events([PromptChanged(JobId(3), PromptId(1), 5)])
    qtbot.waitUntil(lambda: len(stage.told) == 1)
    assert (stage.told[0].kind, stage.told[0].text, stage.told[0].job) == (NoticeKind.FAILED, "Out of memory", 3)
    assert "1 of 4 failed" in stage.told[0].title
    desk.job_rows[3] = replace(failed, name="renamed")
    stage.watch.apply_events([JobsChanged(JobId(3)), QueueChanged(False, 1, 2), QueueChanged(False, 0, 0)])
    qtbot.waitUntil(lambda: len(stage.told) == 2)
    assert stage.told[1].kind is NoticeKind.ENDED


def test_an_old_failure_of_an_earlier_day_is_no_news(qtbot, desk, stage) -> None:
    desk.job_rows[3] = make_job(3, Counts(succeeded=3, failed=1))
    stage.watch.apply_events([JobsChanged(JobId(3))])
    desk.job_rows[4] = replace(make_job(4, Counts(failed=2)), reason="No such file")
    stage.watch.apply_events([PromptChanged(JobId(4), PromptId(9), 2)])
    qtbot.waitUntil(lambda: len(stage.told) == 1)
    assert stage.told[0].job == 4


def test_the_end_of_the_queue_is_told_when_there_was_work_before(qtbot, stage) -> None:
    stage.watch.apply_events([QueueChanged(False, 0, 0)])
    assert stage.told == []
    stage.watch.apply_events([QueueChanged(False, 1, 0), QueueChanged(False, 0, 0)])
    assert [one.kind for one in stage.told] == [NoticeKind.ENDED]


def test_an_engine_that_went_away_and_came_back_leaves_both_times(stage) -> None:
    stage.watch.apply_events([lane("offline")])
    assert stage.told == []  # it was never there
    stage.watch.apply_events([lane("online"), lane("offline"), lane("offline"), lane("online")])
    assert [one.kind for one in stage.told] == [NoticeKind.OFFLINE, NoticeKind.RECOVERED]
    assert "–" in stage.told[1].text


def test_what_looks_wrong_leads_to_its_job(stage) -> None:
    stage.watch.apply_events([Suspected(JobId(7), PromptId(1), 2, Problem("It runs far too long."))])
    assert (stage.told[0].kind, stage.told[0].job) == (NoticeKind.WARNED, 7)


def test_the_desktop_shows_it_with_a_sound(qtbot, desk, stage) -> None:
    place = Desktop()
    tell(qtbot, desk, stage, Wishes(sound=True), place)
    assert place.asked == [f"show {FAILED.title}", "beep"]


def test_a_desktop_without_messages_marks_the_window(qtbot, desk, stage) -> None:
    place = Desktop(has_messages=False)
    tell(qtbot, desk, stage, Wishes(), place)
    assert place.asked == [f"show {FAILED.title}", "alert"]


def test_quiet_hours_and_wishes_keep_the_desktop_silent_but_not_the_web_address(qtbot, desk, stage) -> None:
    hour = datetime.now().hour
    quiet = Wishes(
        quiet_from=f"{(hour - 1) % 24}:00", quiet_to=f"{(hour + 2) % 24}:00", webhook="http://x/", sound=True
    )
    for wishes in (quiet, Wishes(on_failure=False, webhook="http://x/")):
        place = Desktop()
        tell(qtbot, desk, stage, wishes, place)
        assert desk.notices.told == [("http://x/", FAILED)]
        assert place.asked == []


def test_screen_readers_hear_of_failures_at_once_and_of_the_end_in_their_turn(desk, stage) -> None:
    heard: list[tuple[str, bool]] = []

    def listen(event: QAccessibleAnnouncementEvent) -> None:
        heard.append((event.message(), event.politeness() == QAccessible.AnnouncementPoliteness.Assertive))

    teller = Teller(stage.calls, Desktop(), stage, listen)
    ended = replace(FAILED, kind=NoticeKind.ENDED, title="The queue is empty")
    for notice in (FAILED, ended, replace(FAILED, kind=NoticeKind.RECOVERED)):
        teller.tell(notice)
    assert heard == [(FAILED.title, True), ("The queue is empty", False)]
    Teller(stage.calls, Desktop(), stage).announce("Qt takes it")


def test_the_tray_shows_how_much_of_the_work_is_done(qtbot, stage) -> None:
    notices = Notices(stage.calls, stage)
    empty = notices.tray.icon.icon().cacheKey()
    notices.apply_events([QueueChanged(paused=False, running=1, waiting=3)])
    notices.apply_events(
        [PromptChanged(JobId(1), PromptId(1), 2), QueueChanged(paused=False, running=1, waiting=2)]
    )
    assert "1 running, 2 waiting, 25 %" in notices.tray.icon.toolTip()
    quarter = notices.tray.icon.icon().pixmap(64, 64).toImage()
    notices.apply_events([PromptProgressed(JobId(1), PromptId(2), 0.5, "", 1, 2, 1.0)])
    assert "37 %" in notices.tray.icon.toolTip()
    assert notices.tray.icon.icon().pixmap(64, 64).toImage() != quarter
    notices.apply_events([QueueChanged(paused=False, running=0, waiting=0)])
    assert notices.tray.icon.toolTip() == "VQDesk: queue empty"
    assert notices.tray.icon.icon().cacheKey() == empty


def test_the_tray_counts_and_refuses_messages_where_there_is_no_tray(qtbot, stage) -> None:
    tray = Tray(stage)
    tray.start()
    tray.show_queue(QueueChanged(paused=False, running=2, waiting=38))
    assert "2 running, 38 waiting" in tray.icon.toolTip()
    tray.show_queue(QueueChanged(paused=True, running=0, waiting=3))
    assert "paused" in tray.icon.toolTip()
    assert tray.pause.text() == "Resume"
    if not tray.icon.isVisible():
        assert tray.show(FAILED) is False


def test_the_centre_keeps_counts_leads_to_the_job_and_forgets(qtbot, desk, stage) -> None:
    desk.notices.stored = [replace(FAILED, title="Yesterday", is_read=True)]
    book = NoticeBook(stage.calls, stage)
    book.start()
    qtbot.waitUntil(lambda: len(book.notices) == 1)
    book.add(FAILED)
    assert book.unread == 1
    panel = NoticePanel(book, stage)
    stage.show()
    panel.open_below(stage)
    assert book.unread == 0
    assert panel.rows.rowCount() == 2
    panel.view.setCurrentIndex(panel.rows.index(0, 0))
    with qtbot.waitSignal(panel.job_wanted) as wanted:
        qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert wanted.args == [3]
    qtbot.waitUntil(lambda: len(desk.notices.stored) == 2)
    panel.clear.click()
    qtbot.waitUntil(lambda: desk.notices.stored == [])
