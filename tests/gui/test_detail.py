"""The detail panel as a user sees it: one job, one prompt, live."""

from dataclasses import replace

import pytest
from detail_jobs import ATTEMPT, S, done, failed, make_output, put_job, running
from fake_desk import NOW, FakeDesk, FakeLoop, jpeg, make_calls, make_prompt
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication

from vqdesk.domain.errors import EngineUnreachable
from vqdesk.domain.events import JobsChanged, PreviewChanged, PromptChanged, PromptProgressed, QueueChanged
from vqdesk.domain.job import JobId
from vqdesk.ui.detail.panel import DetailPanel
from vqdesk.ui.detail.trace import ProgressTrace

JOB = JobId(41)


class Player(QObject):
    """Stands where the desktop's own programs stand."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())


@pytest.fixture
def player():
    player = Player()
    QDesktopServices.setUrlHandler("file", player, "open")
    yield player
    QDesktopServices.unsetUrlHandler("file")


@pytest.fixture
def desk() -> FakeDesk:
    return FakeDesk()


@pytest.fixture
def loop() -> FakeLoop:
    return FakeLoop()


@pytest.fixture
def calls(desk, loop):
    return make_calls(desk, loop)


@pytest.fixture
def panel(qtbot, calls) -> DetailPanel:
    panel = DetailPanel(calls)
    qtbot.addWidget(panel)
    panel.resize(1185, 425)
    panel.show()
    return panel


@pytest.fixture
def show(qtbot, panel):
    def show(number: int = 41) -> DetailPanel:
        panel.show_job(JobId(number))
        qtbot.waitUntil(panel.header.isVisible)
        return panel

    return show


def progressed(prompt, title: str, step: int, steps: int, elapsed_s: float) -> PromptProgressed:
    return PromptProgressed(JOB, prompt.id, step / steps if steps else 0.0, title, step, steps, elapsed_s)


def test_without_a_job_the_panel_says_what_will_be_here(panel) -> None:
    assert panel.empty.isVisible()
    assert not panel.header.isVisible()


def test_the_head_names_job_prompt_file_try_and_seed(desk, panel, show) -> None:
    put_job(desk, 41, [done(1), running(2)])
    show()
    assert "Lake at dusk" in panel.header.accessibleName()
    assert panel.header.facts() == "prompt 2 of 2 · lake_2.jpg · seed 884\u00a0121\u00a0307"


def test_progress_and_preview_of_the_running_prompt_are_live(qtbot, desk, panel, show) -> None:
    prompt = running()
    put_job(desk, 41, [prompt])
    show()
    panel.apply_events([progressed(prompt, "Load", 0, 0, 1.0), progressed(prompt, "KSampler", 3, 4, 9.0)])
    panel.apply_events([PreviewChanged(JOB, prompt.id, jpeg(64, 36, "#ff0000"))])
    panel.apply_events([PreviewChanged(JOB, prompt.id, jpeg(64, 36, "#0000ff"))])
    qtbot.waitUntil(lambda: panel.body.progress._title.text() == "KSampler")
    assert panel.body.progress._second.text() == "step 3 of 4"
    assert panel.body.progress._bar.fraction == 0.75
    assert [row.title for row in panel.body.progress.work.rows()] == ["Load", "KSampler"]
    assert panel.body.preview.picture.badge == "Live preview"
    picture = panel.body.preview.picture
    qtbot.waitUntil(lambda: picture.shown().toImage().pixelColor(5, 5).blue() > 200)  # 30 a second are shown
    assert picture.shown().toImage().pixelColor(5, 5).red() < 50


def test_news_of_another_job_change_nothing(desk, panel, show) -> None:
    prompt = running()
    put_job(desk, 41, [prompt])
    show()
    panel.apply_events([PreviewChanged(JobId(40), prompt.id, jpeg())])
    assert panel.body.preview.picture.badge != "Live preview"


def test_nothing_moves_while_numbers_change(qtbot, desk, panel, show) -> None:
    prompt = running()
    put_job(desk, 41, [prompt])
    show()
    places = set()
    for n in range(1, 8):
        panel.apply_events([progressed(prompt, f"Node number {n} of the graph", n, 7, n * 100.0)])
        qtbot.waitUntil(lambda n=n: panel.body.progress._title.text().startswith(f"Node number {n}"))
        places.add((panel.body.tabs.geometry().getRect(), panel.body.preview.geometry().getRect()))
    assert len(places) == 1


def test_a_finished_prompt_shows_its_output_and_plays_it(qtbot, desk, show, player, tmp_path) -> None:
    clip = tmp_path / "lake.mp4"
    clip.write_bytes(b"clip")
    prompt = done()
    put_job(desk, 41, [prompt], (make_output(prompt, str(clip)),))
    panel = show()
    qtbot.waitUntil(lambda: not panel.body.preview.picture.shown().isNull())
    assert panel.body.preview.picture.badge == "Output"
    qtbot.mouseClick(panel.body.preview.picture.play, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(panel.header.folder, Qt.MouseButton.LeftButton)
    assert player.opened == [str(clip), str(tmp_path)]
    assert panel.body.progress._second.text().startswith("took 1 min")
    assert panel.body.progress._second.text().endswith("1 output verified")


def test_an_output_that_was_moved_away_is_told_in_words(qtbot, desk, panel, show, player) -> None:
    prompt = done()
    put_job(desk, 41, [prompt], (make_output(prompt, "/nowhere/lake.mp4"),))
    show()
    qtbot.mouseClick(panel.body.preview.picture.play, Qt.MouseButton.LeftButton)
    assert player.opened == []
    assert panel.body.notice.isVisible()
    assert "/nowhere/lake.mp4" in panel.body.notice.accessibleName()


def test_a_failure_comes_first_with_cause_remedy_and_retry(qtbot, desk, panel, show) -> None:
    put_job(desk, 41, [done(1), failed(2), failed(3)])
    show()
    card = panel.body.failure
    assert card.isVisible()
    assert not panel.body.preview.isVisible()
    assert panel.header.facts().startswith("2 of 3 prompts failed")
    read = card.accessibleName()
    assert "out of memory" in read
    assert "3.4 GB" in read
    assert "smaller size" in read
    assert card.retry.text() == "Retry 2 failed"
    qtbot.mouseClick(card.retry, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(card.retry_this, Qt.MouseButton.LeftButton)
    assert ("retry_prompts", (41002, 41003)) in desk.asked
    assert ("retry_prompts", (41002,)) in desk.asked


def test_the_node_that_failed_is_shown_in_the_graph(qtbot, desk, panel, show) -> None:
    put_job(desk, 41, [failed(1)])
    show()
    qtbot.mouseClick(panel.body.failure.in_graph, Qt.MouseButton.LeftButton)
    assert panel.body.tabs.graph.isVisible()
    assert panel.body.tabs.graph.search.text().startswith('"27"')


def test_what_is_chosen_below_a_failure_is_scrolled_to_and_has_room(qtbot, panel, desk) -> None:
    put_job(desk, 41, [failed(1)])
    panel.show_job(JOB)
    tabs = panel.body.tabs
    qtbot.waitUntil(tabs.isVisible)

    def seen() -> int:
        return tabs.log.view.visibleRegion().boundingRect().height()

    tools = tabs.log.tools
    assert tools.height() >= tools.minimumSizeHint().height()
    assert seen() < tools.height()
    at = next(at for at in range(tabs.bar.count()) if tabs.bar.tabText(at) == "Log")
    qtbot.mouseClick(tabs.bar, Qt.MouseButton.LeftButton, pos=tabs.bar.tabRect(at).center())
    qtbot.waitUntil(lambda: seen() > tools.height())


def test_copy_error_takes_everything_a_report_needs(qtbot, desk, panel, show) -> None:
    put_job(desk, 41, [failed(1)])
    show()
    qtbot.mouseClick(panel.body.failure.copy, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    for part in ("out of memory", "smaller size", "27 · VAEDecode", "1 of 1 · lake_1.jpg", ATTEMPT):
        assert part in copied


def test_cancel_asks_the_desk_and_then_says_canceling(qtbot, desk, panel, show) -> None:
    put_job(desk, 41, [running(1)])
    show()
    qtbot.mouseClick(panel.header.cancel, Qt.MouseButton.LeftButton)
    assert ("cancel_prompts", (41001,)) in desk.asked
    put_job(desk, 41, [make_prompt(1, status=S.RUNNING, cancel_requested_at=NOW)])
    panel.apply_events([JobsChanged(JOB)])
    qtbot.waitUntil(lambda: panel.header.cancel.text() == "Canceling …")
    assert not panel.header.cancel.isEnabled()
    assert panel.body.progress._title.text() == "Canceling …"


def test_a_refused_cancel_is_told_where_the_user_looks(qtbot, desk, panel, show) -> None:
    put_job(desk, 41, [running(1)])
    show()
    desk.failures["cancel_prompts"] = EngineUnreachable("ComfyUI does not answer", "Nothing listens.", "Start it.")
    qtbot.mouseClick(panel.header.cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(panel.body.notice.isVisible)
    assert "ComfyUI does not answer" in panel.body.notice.accessibleName()


def test_a_canceled_prompt_can_be_retried(qtbot, desk, panel, show) -> None:
    put_job(desk, 41, [make_prompt(1, status=S.CANCELED)])
    show()
    assert panel.body.progress._title.text() == "Canceled"
    assert panel.body.progress._second.text() == "no output kept"
    qtbot.mouseClick(panel.header.retry, Qt.MouseButton.LeftButton)
    assert ("retry_prompts", (41001,)) in desk.asked


def test_waiting_and_paused_are_said_in_words(desk, panel, show) -> None:
    put_job(desk, 41, [make_prompt(1), make_prompt(2)])
    show()
    assert panel.body.progress._title.text() == "Waiting"
    panel.apply_events([QueueChanged(paused=True, running=0, waiting=2)])
    assert panel.body.progress._title.text() == "Paused"
    assert "Resume" in panel.body.progress._second.text()
    panel.apply_events([QueueChanged(paused=False, running=0, waiting=2)])
    assert panel.body.progress._title.text() == "Waiting"


def test_a_held_job_waits_for_its_release_whether_the_queue_rests_or_not(desk, panel, show) -> None:
    put_job(desk, 41, [make_prompt(1)])
    desk.details[JOB] = replace(desk.details[JOB], job=replace(desk.details[JOB].job, held=True))
    show()
    panel.apply_events([QueueChanged(paused=True, running=0, waiting=1)])
    assert panel.body.progress._title.text() == "Held"


def test_the_panel_follows_the_running_prompt_until_one_is_chosen(qtbot, desk, panel, show) -> None:
    put_job(desk, 41, [running(1), make_prompt(2), make_prompt(3)])
    show()
    assert panel.focus_id == 41001
    put_job(desk, 41, [done(1), running(2), make_prompt(3)])
    panel.apply_events([PromptChanged(JOB, running(2).id, 2)])
    qtbot.waitUntil(lambda: panel.focus_id == 41002)
    panel.show_prompt(done(1).id)
    put_job(desk, 41, [done(1), done(2), running(3)])
    before = desk.times_asked("job_detail")
    panel.apply_events([JobsChanged(JOB)])
    qtbot.waitUntil(lambda: desk.times_asked("job_detail") > before)
    assert panel.focus_id == 41001
    panel.header.menu().actions()[0].trigger()
    qtbot.waitUntil(lambda: panel.focus_id == 41003)


def test_a_flood_of_changes_leads_to_few_questions(qtbot, desk, panel, show) -> None:
    prompts = [running(1), *(make_prompt(n) for n in range(2, 100))]
    put_job(desk, 41, prompts)
    show()
    for revision in range(300):
        panel.apply_events([PromptChanged(JOB, prompts[revision % 99].id, revision)])
    before = desk.times_asked("job_detail")
    qtbot.waitUntil(lambda: desk.times_asked("job_detail") > before)
    assert desk.times_asked("job_detail") <= 3


def test_the_answer_about_a_job_left_behind_is_not_shown(qtbot, desk, loop, panel) -> None:
    put_job(desk, 40, [make_prompt(1, 40)])
    put_job(desk, 41, [running(1)])
    loop.held = True
    panel.show_job(JobId(40))
    panel.show_job(JOB)
    loop.release()
    qtbot.waitUntil(panel.header.isVisible)
    assert panel.focus_id == 41001


def test_a_job_that_is_read_slowly_is_named_in_place_of_the_one_before(qtbot, desk, loop, panel) -> None:
    put_job(desk, 40, [make_prompt(1, 40)])
    put_job(desk, 41, [running(1)])
    panel.show_job(JobId(40))
    qtbot.waitUntil(panel.header.isVisible)
    loop.held = True
    panel.show_job(JOB)
    qtbot.waitUntil(panel.empty.isVisible)
    assert panel.empty._title.text() == "Reading job #41 …"
    loop.release()
    qtbot.waitUntil(panel.header.isVisible)
    assert panel.focus_id == 41001


def test_a_job_that_is_gone_is_told_in_words(qtbot, panel) -> None:
    panel.show_job(JobId(99))
    qtbot.waitUntil(lambda: "no job 99" in panel.empty._title.text())
    panel.show_job(None)
    assert panel.empty._title.text() == "No job is selected"


def test_nodes_that_ended_have_done_all_their_steps_and_a_new_attempt_starts_over() -> None:
    trace, prompt = ProgressTrace(), running()
    for event in (
        progressed(prompt, "Load", 0, 0, 0.0),
        progressed(prompt, "KSampler", 3, 4, 2.0),
        progressed(prompt, "Decode", 1, 9, 10.0),
    ):
        trace.note(event)
    rows = [(row.title, row.step, row.steps, row.seconds, row.is_running) for row in trace.rows(2, 12.5)]
    assert rows == [("KSampler", 4, 4, 8.0, False), ("Decode", 1, 9, 2.5, True)]
    trace.note(progressed(prompt, "Load", 0, 0, 0.5))
    assert [row.title for row in trace.rows(6, 0.5)] == ["Load"]
