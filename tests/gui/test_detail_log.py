"""The log of a job: reading on, following, levels, search, copying."""

import pytest
from detail_jobs import log_entries
from fake_desk import NOW, FakeDesk, make_calls
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from vqdesk.domain.events import LogGrew
from vqdesk.domain.job import JobId, LogEntry
from vqdesk.ui.logs.page import LogPage

JOB = JobId(41)


@pytest.fixture
def desk() -> FakeDesk:
    desk = FakeDesk()
    desk.logs[41] = log_entries(1, 200)
    return desk


@pytest.fixture
def calls(desk):
    return make_calls(desk)


@pytest.fixture
def tab(qtbot, calls) -> LogPage:
    tab = LogPage(calls)
    qtbot.addWidget(tab)
    tab.resize(800, 300)
    tab.set_job(JOB)
    return tab


@pytest.fixture
def shown(qtbot, tab) -> LogPage:
    tab.show()
    qtbot.waitUntil(lambda: tab.lines.count() == 200)
    return tab


def at_end(tab: LogPage) -> bool:
    bar = tab.view.verticalScrollBar()
    return bar.value() == bar.maximum() > 0


def test_a_log_that_nobody_looks_at_is_not_read(desk, tab) -> None:
    tab.apply_events([LogGrew(JOB)])
    assert desk.times_asked("log_lines") == 0


def test_a_long_log_is_read_to_its_end(qtbot, desk, tab) -> None:
    desk.logs[41] = log_entries(1, 2500)
    tab.show()
    qtbot.waitUntil(lambda: tab.lines.count() == 2500)
    assert tab.lines.line(2499).text == "line 2500"


def test_new_lines_are_read_and_followed(qtbot, desk, shown) -> None:
    qtbot.waitUntil(lambda: at_end(shown))
    desk.logs[41] += log_entries(201, 260)
    shown.apply_events([LogGrew(JOB)])
    qtbot.waitUntil(lambda: shown.lines.count() == 260)
    qtbot.waitUntil(lambda: at_end(shown))
    assert desk.asked[-1] == ("log_lines", JOB, 200)


def test_following_stops_when_the_user_scrolls_up_and_counts_what_came(qtbot, desk, shown) -> None:
    qtbot.waitUntil(lambda: at_end(shown))
    shown.view.verticalScrollBar().setValue(40)
    assert not shown.is_following()
    desk.logs[41] += log_entries(201, 203)
    shown.apply_events([LogGrew(JOB)])
    qtbot.waitUntil(lambda: shown.lines.count() == 203)
    assert shown.view.verticalScrollBar().value() == 40
    assert shown.tools.follow._hint == "3 new"
    qtbot.mouseClick(shown.tools.follow, Qt.MouseButton.LeftButton)
    assert at_end(shown)
    assert shown.is_following()
    assert shown.tools.follow._hint == ""


def test_levels_filter_and_count(qtbot, desk, shown) -> None:
    desk.logs[41] += [
        LogEntry(201, JOB, NOW, "error", "out of memory", 6),
        LogEntry(202, JOB, NOW, "debug", "Traceback\nat node 27", 6),
    ]
    shown.apply_events([LogGrew(JOB)])
    qtbot.waitUntil(lambda: shown.lines.count_of("debug") == 2)
    assert shown.tools.chips["error"].accessibleName() == "Error, 1"
    assert shown.lines.count() == 201
    qtbot.mouseClick(shown.tools.chips["info"], Qt.MouseButton.LeftButton)
    assert [shown.lines.line(at).text for at in range(shown.lines.count())] == ["Prompt 6: out of memory"]
    qtbot.mouseClick(shown.tools.chips["debug"], Qt.MouseButton.LeftButton)
    assert shown.lines.line(2).text == "  at node 27"
    assert shown.lines.line(2).number == 203


def test_search_marks_counts_and_walks_through_the_matches(qtbot, desk, shown) -> None:
    qtbot.keyClicks(shown.tools.search, "LINE 19")
    qtbot.waitUntil(lambda: shown.tools.search.suffix == "1 of 11")
    at = shown.lines.matches[0]
    assert shown.lines.line(at).text == "line 19"
    assert shown.view.is_in_sight(at)
    qtbot.keyClick(shown.tools.search, Qt.Key.Key_Return)
    assert shown.tools.search.suffix == "2 of 11"
    previous = shown.tools.previous
    qtbot.mouseClick(previous, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(previous, Qt.MouseButton.LeftButton)
    assert shown.tools.search.suffix == "11 of 11"
    desk.logs[41].append(LogEntry(201, JOB, NOW, "info", "line 19 again"))
    shown.apply_events([LogGrew(JOB)])
    qtbot.waitUntil(lambda: len(shown.lines.matches) == 12)
    shown.tools.search.clear()
    qtbot.waitUntil(lambda: shown.tools.search.suffix == "")


def test_matches_are_marked_in_the_text_and_on_the_scroll_bar(qtbot, shown, theme) -> None:
    def colors(widget) -> set[str]:
        picture = widget.grab().toImage()
        return {
            picture.pixelColor(x, y).name().upper()
            for x in range(picture.width())
            for y in range(picture.height())
        }

    assert theme.hex("match.fill") not in colors(shown.view.viewport())
    shown.tools.search.setText("line 20")
    qtbot.waitUntil(lambda: bool(shown.lines.matches))
    assert theme.hex("match.fill") in colors(shown.view.viewport())
    assert theme.hex("status.paused") in colors(shown.view.verticalScrollBar())


def test_selected_lines_are_copied_with_number_time_and_level(qtbot, shown) -> None:
    shown.view.go_to(4)
    qtbot.keyClick(shown.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    number, _time, level, text = QGuiApplication.clipboard().text().split("\t")
    assert (number, level, text) == ("5", "info", "line 5")


def test_another_job_starts_another_log(qtbot, desk, shown) -> None:
    desk.logs[42] = log_entries(500, 501)
    shown.set_job(JobId(42))
    qtbot.waitUntil(lambda: shown.lines.count() == 2)
    assert shown.lines.line(0).number == 1
