"""The log of a job: reading on, following, levels, search, copying."""

import pytest
from detail_jobs import log_entries
from fake_desk import NOW, FakeDesk, make_calls
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from vqdesk.domain.events import LogGrew
from vqdesk.domain.job import JobId, LogEntry
from vqdesk.ui.detail.log_model import LogModel
from vqdesk.ui.detail.log_tab import LogTab

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
def tab(qtbot, calls) -> LogTab:
    tab = LogTab(calls)
    qtbot.addWidget(tab)
    tab.resize(800, 300)
    tab.set_job(JOB)
    return tab


@pytest.fixture
def shown(qtbot, tab) -> LogTab:
    tab.show()
    qtbot.waitUntil(lambda: tab.model.rowCount() == 200)
    return tab


def at_end(tab: LogTab) -> bool:
    bar = tab.list.verticalScrollBar()
    return bar.value() == bar.maximum() > 0


def test_a_log_that_nobody_looks_at_is_not_read(desk, tab) -> None:
    tab.apply_events([LogGrew(JOB)])
    assert desk.times_asked("log_lines") == 0


def test_a_long_log_is_read_to_its_end(qtbot, desk, tab) -> None:
    desk.logs[41] = log_entries(1, 2500)
    tab.show()
    qtbot.waitUntil(lambda: tab.model.rowCount() == 2500)
    assert tab.model.line(2499).text == "line 2500"


def test_new_lines_are_read_and_followed(qtbot, desk, shown) -> None:
    qtbot.waitUntil(lambda: at_end(shown))
    desk.logs[41] += log_entries(201, 260)
    shown.apply_events([LogGrew(JOB)])
    qtbot.waitUntil(lambda: shown.model.rowCount() == 260)
    qtbot.waitUntil(lambda: at_end(shown))
    assert desk.asked[-1] == ("log_lines", JOB, 200)


def test_following_stops_when_the_user_scrolls_up_and_counts_what_came(qtbot, desk, shown) -> None:
    qtbot.waitUntil(lambda: at_end(shown))
    shown.list.verticalScrollBar().setValue(40)
    assert not shown.is_following()
    desk.logs[41] += log_entries(201, 203)
    shown.apply_events([LogGrew(JOB)])
    qtbot.waitUntil(lambda: shown.model.rowCount() == 203)
    assert shown.list.verticalScrollBar().value() == 40
    assert shown.follow._hint == "3 new"
    qtbot.mouseClick(shown.follow, Qt.MouseButton.LeftButton)
    assert at_end(shown)
    assert shown.is_following()
    assert shown.follow._hint == ""


def test_levels_filter_and_count(qtbot, desk, shown) -> None:
    desk.logs[41] += [
        LogEntry(201, JOB, NOW, "error", "out of memory", 6),
        LogEntry(202, JOB, NOW, "debug", "Traceback\nat node 27", 6),
    ]
    shown.apply_events([LogGrew(JOB)])
    qtbot.waitUntil(lambda: shown.model.count_of("debug") == 2)
    assert shown.chips["error"].accessibleName() == "Error, 1"
    assert shown.model.rowCount() == 201
    qtbot.mouseClick(shown.chips["info"], Qt.MouseButton.LeftButton)
    assert [shown.model.line(at).text for at in range(shown.model.rowCount())] == ["Prompt 6: out of memory"]
    qtbot.mouseClick(shown.chips["debug"], Qt.MouseButton.LeftButton)
    assert shown.model.line(2).text == "  at node 27"
    assert shown.model.line(2).number == 203


def test_search_marks_counts_and_walks_through_the_matches(qtbot, desk, shown) -> None:
    qtbot.keyClicks(shown.search, "LINE 19")
    assert shown.search.suffix == "1 of 11"
    at = shown.model.matches[0]
    assert shown.model.line(at).text == "line 19"
    assert shown.list.viewport().rect().intersects(shown.list.visualRect(shown.model.index(at)))
    qtbot.keyClick(shown.search, Qt.Key.Key_Return)
    assert shown.search.suffix == "2 of 11"
    previous = shown._previous
    qtbot.mouseClick(previous, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(previous, Qt.MouseButton.LeftButton)
    assert shown.search.suffix == "11 of 11"
    desk.logs[41].append(LogEntry(201, JOB, NOW, "info", "line 19 again"))
    shown.apply_events([LogGrew(JOB)])
    qtbot.waitUntil(lambda: len(shown.model.matches) == 12)
    shown.search.clear()
    assert shown.search.suffix == ""


def test_matches_are_marked_in_the_text_and_on_the_scroll_bar(qtbot, shown, theme) -> None:
    def colors(widget) -> set[str]:
        picture = widget.grab().toImage()
        return {
            picture.pixelColor(x, y).name().upper()
            for x in range(picture.width())
            for y in range(picture.height())
        }

    assert theme.hex("match.fill") not in colors(shown.list.viewport())
    shown.search.setText("line 20")
    assert theme.hex("match.fill") in colors(shown.list.viewport())
    assert theme.hex("status.paused") in colors(shown.list.verticalScrollBar())


def test_selected_lines_are_copied_with_number_time_and_level(qtbot, shown) -> None:
    shown.list.setCurrentIndex(shown.model.index(4))
    qtbot.keyClick(shown.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    number, _time, level, text = QGuiApplication.clipboard().text().split("\t")
    assert (number, level, text) == ("5", "info", "line 5")


def test_another_job_starts_another_log(qtbot, desk, shown) -> None:
    desk.logs[42] = log_entries(500, 501)
    shown.set_job(JobId(42))
    qtbot.waitUntil(lambda: shown.model.rowCount() == 2)
    assert shown.model.line(0).number == 1


def test_the_log_model_keeps_qts_rules(qtmodeltester) -> None:
    model = LogModel()
    model.append(log_entries(1, 5))
    qtmodeltester.check(model)
    model.append(log_entries(6, 9, "debug"))
    model.show_levels(frozenset({"debug"}))
    assert model.rowCount() == 4
