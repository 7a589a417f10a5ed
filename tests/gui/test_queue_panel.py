"""The queue panel as a user meets it: rows, filters, keys, clicks, live progress, failures."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from fake_desk import NOW, FakeDesk, FakeLoop, make_calls, make_job, make_prompt
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

from vqdesk.domain.errors import Problem, StoreUnusable
from vqdesk.domain.estimates import JobForecast, Span, Why
from vqdesk.domain.events import (
    JobsChanged,
    LaneChanged,
    PromptChanged,
    PromptProgressed,
    QueueChanged,
    StoreChanged,
    WorkerFailed,
)
from vqdesk.domain.job import Counts, JobId, LaneId, PromptId
from vqdesk.domain.status import PromptStatus as S
from vqdesk.services.queue import JobDetail
from vqdesk.ui.queue.lines import MoreKey, PromptKey
from vqdesk.ui.queue.panel import QueuePanel
from vqdesk.ui.queue.row_actions import RowAction
from vqdesk.ui.queue.words import JobNews, WorkflowName, job_words

EARLIER = "2026-01-02T19:47:00.000Z"


@pytest.fixture
def desk() -> FakeDesk:
    return FakeDesk()


@pytest.fixture
def make_panel(qtbot, desk):
    def build(width: int = 1200, height: int = 600) -> QueuePanel:
        panel = QueuePanel(make_calls(desk))
        panel.keep = panel._calls
        qtbot.addWidget(panel)
        panel.resize(width, height)
        panel.show()
        panel.start()
        if desk.job_rows:
            qtbot.waitUntil(lambda: bool(panel.model.ids) and all(map(panel.source.job, panel.model.ids)))
        return panel

    return build


def ago(seconds: float) -> str:
    return (
        (datetime.now(UTC) - timedelta(seconds=seconds)).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    )


def add(desk: FakeDesk, number: int, status: S, counts: Counts, **changes) -> None:
    desk.job_rows[number] = make_job(number, counts, status=status, **changes)


def busy(desk: FakeDesk) -> None:
    add(desk, 40, S.SUCCEEDED, Counts(succeeded=16), started_at=EARLIER, ended_at=NOW)
    add(desk, 42, S.PENDING, Counts(pending=12), tries=2, name="Autumn")
    add(desk, 39, S.FAILED, Counts(failed=2, succeeded=8), reason="Out of GPU memory", name="Boats")
    add(desk, 41, S.RUNNING, Counts(succeeded=7, running=1, pending=16), name="Lake", started_at=ago(750))


def sentence(panel: QueuePanel, number: int) -> str:
    index = panel.model.index(panel.model.row(JobId(number)))
    return index.data(Qt.ItemDataRole.AccessibleTextRole)


def click_button(qtbot, panel: QueuePanel, number: int, action: RowAction) -> None:
    row = panel.model.row(JobId(number))
    rect = panel.view.visualRect(panel.model.index(row))
    for x in range(rect.right(), rect.left(), -3):
        found = panel.view.button_at(QPoint(x, rect.center().y()))
        if found == (JobId(number), action):
            place = QPoint(x - 4, rect.center().y())
            qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
            return
    raise AssertionError(f"no button {action} on #{number}")


def test_each_row_says_state_count_and_reason_in_one_sentence(desk, make_panel) -> None:
    busy(desk)
    panel = make_panel()
    said = r"Job 41, Lake, camera-move · 24 prompts, Running 8 of 24, 29 %, 1[2-9]:\d\d\b"
    assert re.match(said, sentence(panel, 41))
    assert "Failed 2 of 10, Out of GPU memory" in sentence(panel, 39)
    assert "Waiting, next, 12 prompts" in sentence(panel, 42)
    assert "Done, 16 of 16, took 13 min, ended" in sentence(panel, 40)


def test_a_list_that_is_late_shows_its_frame_and_then_words_until_it_is_there(qtbot, desk) -> None:
    busy(desk)
    loop = FakeLoop()
    loop.held = True
    panel = QueuePanel(make_calls(desk, loop))
    panel.keep = panel._calls
    qtbot.addWidget(panel)
    panel.resize(1200, 600)
    panel.show()
    panel.start()
    assert not panel.loading.isVisible()  # nothing flashes
    qtbot.waitUntil(panel.loading.isVisible)
    assert panel.loading.accessibleName() == "Reading the queue …"
    assert panel.bar.isVisible()
    qtbot.waitUntil(lambda: panel.loading.words.text() == "Reading the queue …")
    still = panel.loading.grab().toImage()
    assert still.pixelColor(60, 24) != still.pixelColor(60, 47)  # a blank picture above a line
    loop.release()
    qtbot.waitUntil(panel.view.isVisible)
    assert not panel.loading.isVisible()
    assert len(panel.model.ids) == 4


def test_a_list_that_cannot_be_read_is_not_awaited_any_more(qtbot, desk) -> None:
    desk.failures["job_ids"] = StoreUnusable("The queue cannot be read.")
    loop = FakeLoop()
    loop.held = True
    panel = QueuePanel(make_calls(desk, loop))
    panel.keep = panel._calls
    qtbot.addWidget(panel)
    panel.show()
    panel.start()
    qtbot.waitUntil(panel.loading.isVisible)
    loop.release()
    qtbot.waitUntil(panel.banners.problem.isVisible)
    qtbot.waitUntil(lambda: not panel.loading.isVisible())
    assert not panel.teaching.isVisible()  # nobody knows whether there are jobs


def test_an_empty_queue_teaches_until_the_first_job_arrives(qtbot, desk, make_panel) -> None:
    panel = make_panel()
    qtbot.waitUntil(panel.teaching.isVisible)
    add(desk, 1, S.PENDING, Counts(pending=3))
    panel.apply_events([JobsChanged(JobId(1))])
    qtbot.waitUntil(panel.view.isVisible)
    qtbot.waitUntil(lambda: "3 prompts" in sentence(panel, 1))
    qtbot.waitUntil(lambda: panel.bar.chips["pending"].accessibleName() == "Waiting, 1")


def test_a_filter_without_hits_offers_all(qtbot, desk, make_panel) -> None:
    busy(desk)
    panel = make_panel()
    qtbot.mouseClick(panel.bar.chips["canceled"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(panel.no_hits.isVisible)
    qtbot.mouseClick(panel.no_hits.findChild(QPushButton), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(panel.view.isVisible)
    assert panel.bar.chips[""].isChecked()
    assert len(panel.model.ids) == 4


def test_search_finds_and_escape_shows_all_again(qtbot, desk, make_panel) -> None:
    busy(desk)
    panel = make_panel()
    panel.bar.search.setFocus()
    qtbot.keyClicks(panel.bar.search, "boats")
    qtbot.waitUntil(lambda: list(panel.model.ids) == [39])
    qtbot.keyClick(panel.bar.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(panel.model.ids) == 4)


def test_live_progress_moves_the_bar_and_does_not_step_back_when_a_prompt_ends(qtbot, desk, make_panel) -> None:
    busy(desk)
    panel = make_panel()
    panel.apply_events([PromptProgressed(JobId(41), PromptId(41008), 0.96, "Sample", 3, 4, 80.0)])
    assert "33 %" in sentence(panel, 41)
    panel.apply_events([PromptChanged(JobId(41), PromptId(41008), 5)])
    assert "33 %" in sentence(panel, 41)
    add(desk, 41, S.RUNNING, Counts(succeeded=8, running=1, pending=15), started_at=ago(750))
    panel.apply_events([JobsChanged(JobId(41))])
    qtbot.waitUntil(lambda: "Running 9 of 24" in sentence(panel, 41))
    assert "33 %" in sentence(panel, 41)


def test_a_state_change_moves_the_row_and_keeps_the_selection(qtbot, desk, make_panel) -> None:
    busy(desk)
    panel = make_panel()
    panel.view.choose(JobId(42))
    shown = []
    panel.job_chosen.connect(shown.append)
    row = desk.job_rows.pop(42)
    desk.job_rows = {42: row, **desk.job_rows}  # the fake lists the newest entry first
    panel.apply_events([StoreChanged()])
    qtbot.waitUntil(lambda: list(panel.model.ids) == [41, 39, 40, 42])
    assert panel.view.chosen_keys() == [42]
    assert panel.view.current_key() == 42
    assert shown == []


def test_delete_asks_with_the_count_and_cancels_only_then(qtbot, desk, make_panel) -> None:
    busy(desk)
    panel = make_panel()
    panel.view.setFocus()
    panel.view.choose(JobId(41))
    qtbot.keyClick(panel.view, Qt.Key.Key_Delete)
    box = panel.window().findChild(QMessageBox)
    assert "17 prompts of #41 Lake" in box.text()
    assert desk.times_asked("cancel") == 0
    verb = next(button for button in box.buttons() if "17" in button.text())
    qtbot.mouseClick(verb, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: ("cancel", (41,)) in desk.asked)


def test_one_prompt_is_canceled_without_a_question(qtbot, desk, make_panel) -> None:
    add(desk, 7, S.PENDING, Counts(pending=1))
    panel = make_panel()
    panel.view.choose(JobId(7))
    qtbot.keyClick(panel.view, Qt.Key.Key_Delete)
    assert ("cancel", (7,)) in desk.asked


def test_retry_button_and_key(qtbot, desk, make_panel) -> None:
    busy(desk)
    panel = make_panel()
    click_button(qtbot, panel, 39, RowAction.RETRY)
    assert desk.times_asked("retry") == 1
    panel.view.choose(JobId(39))
    qtbot.keyClick(panel.view, Qt.Key.Key_R)
    assert desk.times_asked("retry") == 2
    panel.view.choose(JobId(41))
    qtbot.keyClick(panel.view, Qt.Key.Key_R)
    assert desk.times_asked("retry") == 2


def open_lake(desk: FakeDesk) -> None:
    states = [S.SUCCEEDED] * 7 + [S.RUNNING] + [S.PENDING] * 16
    prompts = tuple(make_prompt(at, 41, status=state) for at, state in enumerate(states, 1))
    desk.details[41] = JobDetail(desk.job_rows[41], prompts, (), "Camera move", (), {})


def test_right_opens_the_job_left_closes_it_and_enter_goes_to_a_prompt(qtbot, desk, make_panel) -> None:
    busy(desk)
    open_lake(desk)
    panel = make_panel()
    panel.view.choose(JobId(41))
    qtbot.keyClick(panel.view, Qt.Key.Key_Right)
    prompt = PromptKey(JobId(41), PromptId(41008))
    qtbot.waitUntil(lambda: panel.model.row(prompt) == 1)
    assert panel.view.rowHeight(1) < panel.view.rowHeight(0)
    chosen = []
    panel.prompt_chosen.connect(lambda job, one: chosen.append((job, one)))
    qtbot.keyClick(panel.view, Qt.Key.Key_Down)
    assert chosen == [(41, 41008)]
    with qtbot.waitSignal(panel.opened):
        qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    qtbot.keyClick(panel.view, Qt.Key.Key_Left)
    assert panel.view.current_key() == 41
    qtbot.keyClick(panel.view, Qt.Key.Key_Left)
    assert panel.model.rowCount() == 4


def test_show_all_prompts_by_a_click_on_the_counting_line(qtbot, desk, make_panel) -> None:
    busy(desk)
    open_lake(desk)
    panel = make_panel(height=1200)
    click_button(qtbot, panel, 41, RowAction.FOLD)
    more = MoreKey(JobId(41))
    qtbot.waitUntil(lambda: panel.model.row(more) > 0)
    index = panel.model.index(panel.model.row(more))
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "7 done, 15 waiting, Show all 24 prompts"
    place = panel.view.visualRect(index).center()
    qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert panel.model.rowCount() == 4 + 24 + 1
    heights = {panel.view.rowHeight(row) for row in panel.model.low_rows()}
    assert heights == {32}


def test_a_prompt_whose_line_goes_away_leaves_the_selection_to_its_job(qtbot, desk, make_panel) -> None:
    busy(desk)
    open_lake(desk)
    panel = make_panel()
    panel.source.open_jobs.set_open(JobId(41), True)
    prompt = PromptKey(JobId(41), PromptId(41008))
    qtbot.waitUntil(lambda: panel.model.row(prompt) == 1)
    panel.view.choose(prompt)
    shown = []
    panel.job_chosen.connect(shown.append)
    detail = desk.details[41]
    ended = tuple(make_prompt(at, 41, status=S.SUCCEEDED) for at in range(1, 25))
    desk.details[41] = JobDetail(detail.job, ended, (), "Camera move", (), {})
    panel.apply_events([PromptChanged(JobId(41), PromptId(41008), 9)])
    qtbot.waitUntil(lambda: panel.model.row(prompt) < 0)
    assert panel.view.current_key() == 41
    assert shown == []


def test_banners_come_and_go(qtbot, desk, make_panel) -> None:
    busy(desk)
    panel = make_panel()
    banners = panel.banners
    assert not banners.isVisible()
    offline = LaneChanged(LaneId(1), "ComfyUI", "comfyui", "offline", problem=Problem("gone"), retry_in_s=8.0)
    panel.apply_events([QueueChanged(True, 1, 38), offline])
    assert banners.paused.accessibleName().startswith("Paused. 38 prompts waiting")
    assert banners.lanes[1].accessibleName().endswith("Trying again in 8 s.")
    with qtbot.waitSignal(panel.resume_wanted):
        qtbot.mouseClick(banners.paused.button, Qt.MouseButton.LeftButton)
    online = LaneChanged(LaneId(1), "ComfyUI", "comfyui", "online", "0.3.64")
    panel.apply_events([QueueChanged(False, 1, 38), online])
    assert not banners.isVisible()


def test_a_job_that_no_engine_can_run_is_explained(desk, make_panel) -> None:
    busy(desk)
    panel = make_panel()
    reason = "Job 42 waits: no connected engine has the node WanImageToVideo."
    panel.apply_events([QueueChanged(False, 0, 12, reason)])
    assert panel.banners.stuck.accessibleName().startswith(reason)
    assert panel.banners.isVisible()
    panel.apply_events([QueueChanged(False, 0, 12)])
    assert not panel.banners.isVisible()


def test_a_fault_of_the_worker_stays_until_closed(qtbot, desk, make_panel) -> None:
    busy(desk)
    panel = make_panel()
    panel.apply_events(
        [WorkerFailed(Problem("The queue stands still.", "KeyError", "Start again.", details="trace"))]
    )
    assert "The queue stands still." in panel.banners.problem.accessibleName()
    qtbot.mouseClick(panel.banners.problem.button, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == "trace"
    assert not panel.banners.isVisible()


def test_a_database_that_cannot_be_read_is_told_in_words_and_asked_again(qtbot, desk, make_panel) -> None:
    busy(desk)
    panel = make_panel()
    desk.failures["job_ids"] = StoreUnusable("The queue cannot be read.", "The disk is gone.", "Plug it in.")
    panel.apply_events([StoreChanged()])
    qtbot.waitUntil(lambda: "The queue cannot be read." in panel.banners.problem.accessibleName())
    assert len(panel.model.ids) == 4
    del desk.failures["job_ids"]
    add(desk, 50, S.PENDING, Counts(pending=1))
    panel.apply_events([JobsChanged(JobId(50))])
    qtbot.waitUntil(lambda: 50 in panel.model.ids)


@pytest.mark.parametrize("width", [520, 800, 1200])
def test_words_of_state_and_retry_have_room_at_every_width(desk, make_panel, width) -> None:
    busy(desk)
    panel = make_panel(width)
    row = panel.model.row(JobId(39))
    rect = panel.view.visualRect(panel.model.index(row))
    option = panel.view._option(panel.model.index(row))
    retry = next(b for b in panel.view._delegate().buttons(option, JobId(39)) if b.action is RowAction.RETRY)
    assert rect.contains(retry.rect)
    assert panel.bar.search.geometry().right() < panel.bar.width()
    assert panel.bar.order.geometry().right() < panel.bar.width()


def test_the_first_job_is_selected_when_the_teaching_page_goes(qtbot, desk, make_panel) -> None:
    panel = make_panel()
    qtbot.waitUntil(panel.teaching.isVisible)
    add(desk, 1, S.PENDING, Counts(pending=3))
    panel.apply_events([JobsChanged(JobId(1))])
    qtbot.waitUntil(lambda: panel.view.chosen_keys() == [1])


def test_a_job_that_only_waits_for_its_cancel_says_so(desk, make_panel) -> None:
    add(desk, 41, S.RUNNING, Counts(canceled=3, running=2), canceling=2)
    add(desk, 42, S.RUNNING, Counts(pending=3, running=2), canceling=2)
    panel = make_panel()
    assert "Canceling …" in sentence(panel, 41)
    assert "Running 1 of 5" in sentence(panel, 42)


def test_time_left_is_said_as_a_range_with_the_finish() -> None:
    job = make_job(41, Counts(succeeded=1, running=1), status=S.RUNNING, started_at=ago(60))
    known = JobNews(0.5, JobForecast(done=Span(3960, 4560)))
    line = job_words(job, WorkflowName("Camera move", "image"), known)
    assert line.time == "1 h 06 – 1 h 16 left"
    assert re.fullmatch(r"done \d\d:\d\d – \d\d:\d\d", line.time_detail)
    assert job_words(job, WorkflowName("Camera move", "image"), JobNews(0.5)).time_detail == "no estimate yet"
    paused = JobNews(0.5, JobForecast(why=Why.PAUSED))
    assert job_words(job, WorkflowName("Camera move", "image"), paused).time_detail == "after Resume"


@pytest.mark.parametrize(
    ("said", "time", "detail"),
    [
        (None, "–", "no estimate yet"),
        (JobForecast(Span(3000, 3400), Span(0, 0), Span(3000, 3400)), "50 – 57 min", "starts now"),
        (JobForecast(Span(3000, 3400), why=Why.PAUSED), "50 – 57 min", "after Resume"),
        (JobForecast(Span(3000, 3400), why=Why.OFFLINE), "50 – 57 min", "after the engine returns"),
        (JobForecast(Span(3000, 3400), why=Why.BEHIND), "50 – 57 min", "start not known yet"),
        (JobForecast(why=Why.NO_LANE), "–", "no engine can run it"),
    ],
)
def test_a_waiting_job_says_how_long_it_takes_and_when_it_starts(said, time, detail) -> None:
    line = job_words(make_job(41, Counts(pending=9)), WorkflowName("Camera move", "image"), JobNews(forecast=said))
    assert (line.time, line.time_detail) == (time, detail)


def test_a_held_job_is_not_in_the_queue_time() -> None:
    held = make_job(41, Counts(pending=9), held=True)
    line = job_words(held, WorkflowName("Camera move", "image"), JobNews(forecast=JobForecast(Span(3000, 3400))))
    assert (line.time, line.time_detail) == ("–", "not in the queue time")
