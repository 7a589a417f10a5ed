"""The night in the real window: what happens after the queue, a paused lane, the question before quitting."""

import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from nap_workflow import write_nap
from PySide6.QtWidgets import QDialog, QPushButton
from real_window import LEFT, PATIENCE_MS, RealWindow, click, opened

from vqdesk.domain.events import NightChanged, Suspected
from vqdesk.domain.job import JobId, PromptId
from vqdesk.domain.policies.after_queue import AfterQueue
from vqdesk.domain.policies.durations import never_started
from vqdesk.domain.settings import ASK_BEFORE_EXIT
from vqdesk.locations import self_command
from vqdesk.runtime.desk import Question
from vqdesk.services.submit import SubmitRequest
from vqdesk.ui.night.after_queue import CommandDialog
from vqdesk.ui.night.hours import LaneHours

ROOT = Path(__file__).resolve().parents[2]


@contextmanager
def engine(home: Path, *flags: str) -> Iterator[None]:
    """A built-in engine with the node that sleeps, before the window's own would start."""
    write_nap(home / "workflows")
    command = self_command(["--home", str(home), "engine", "--port", "0", "--test-nodes", *flags])
    running = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        running.send_signal(signal.SIGKILL)
        running.wait()


@pytest.fixture
def real(request, qtbot, home: Path, theme_switch) -> Iterator[RealWindow]:
    with engine(home, *getattr(request, "param", ())):
        qtbot.waitUntil(lambda: (home / "engine.json").is_file(), timeout=PATIENCE_MS)
        with opened(qtbot, home, theme_switch) as window:
            ask(qtbot, window, lambda desk: desk.use_builtin())
            yield window


def ask(qtbot, real: RealWindow, question: Question) -> Any:
    """What the worker answers, asked as the window asks."""
    answers: list[Any] = []
    real.desktop.calls.ask(real.window, question, answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=PATIENCE_MS)
    return answers[0]


def submit(qtbot, real: RealWindow, tries: int, seconds: float) -> JobId:
    request = SubmitRequest("nap", params={"seed": 1, "seconds": seconds}, tries=tries)
    return ask(qtbot, real, lambda desk: desk.submit(request)).id


def wait_for_running(qtbot, real: RealWindow) -> None:
    exit_question = real.window.exit_question
    qtbot.waitUntil(lambda: exit_question._queue.running > 0, timeout=PATIENCE_MS)


def press(qtbot, box: QDialog, words: str) -> None:
    button = next(one for one in box.findChildren(QPushButton) if one.text() == words)
    qtbot.mouseClick(button, LEFT)


def test_a_countdown_after_the_queue_is_seen_and_stopped(qtbot, real: RealWindow) -> None:
    window = real.window
    button = window.strip.after_queue
    next(action for action in button.menu_of_wishes.actions() if action.text().startswith("Suspend")).trigger()
    qtbot.waitUntil(lambda: button.text() == "Then suspend", timeout=PATIENCE_MS)
    submit(qtbot, real, 1, 0.2)
    banner = window.queue.night.countdown
    qtbot.waitUntil(banner.isVisible, timeout=PATIENCE_MS)
    assert "suspended in" in banner.accessibleName()
    click(qtbot, window, "Stop")
    qtbot.waitUntil(lambda: not banner.isVisible(), timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: button.text() == "", timeout=PATIENCE_MS)
    assert real.app.services.night.after_queue is AfterQueue.NOTHING


@pytest.mark.parametrize("real", [("--fail-node", "VQSleep")], indirect=True)
def test_a_lane_that_paused_itself_says_why_and_is_resumed(qtbot, real: RealWindow) -> None:
    job = submit(qtbot, real, 12, 0.1)
    night = real.window.queue.night
    qtbot.waitUntil(lambda: bool(night.rests), timeout=PATIENCE_MS)
    ((_, banner),) = night.rests.values()
    assert "paused" in banner.accessibleName()
    assert "told to fail" in banner.accessibleName()
    qtbot.waitUntil(lambda: real.store.attempts.in_flight() == 0, timeout=PATIENCE_MS)
    failed = real.store.jobs.get(job).counts.failed
    assert 3 <= failed < 12
    click(qtbot, real.window, "Resume this lane")
    qtbot.waitUntil(lambda: real.store.jobs.get(job).counts.failed > failed, timeout=PATIENCE_MS)


def test_quitting_while_a_prompt_runs_is_asked_and_can_be_taken_back(qtbot, real: RealWindow) -> None:
    window = real.window
    assert window.exit_question.may_leave()
    submit(qtbot, real, 2, 60.0)
    wait_for_running(qtbot, real)
    window.close()
    box = window.exit_question.box
    assert box is not None
    assert window.isVisible()
    assert "running" in box.text()
    press(qtbot, box, "Keep it open")
    qtbot.waitUntil(lambda: window.exit_question.box is None, timeout=PATIENCE_MS)
    assert window.isVisible()
    window.close()
    box = window.exit_question.box
    assert box is not None
    press(qtbot, box, "Quit VQDesk")
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=PATIENCE_MS)


def test_the_question_can_be_switched_off(qtbot, real: RealWindow) -> None:
    window = real.window
    real.app.services.settings.put(ASK_BEFORE_EXIT, False)
    submit(qtbot, real, 1, 60.0)
    wait_for_running(qtbot, real)
    qtbot.waitUntil(window.exit_question.may_leave, timeout=PATIENCE_MS)
    window.close()
    assert not window.isVisible()


def test_a_command_is_asked_for_and_a_wrong_one_is_refused_in_place(qtbot, real: RealWindow) -> None:
    window = real.window
    window.strip.after_queue.choose(AfterQueue.COMMAND)
    qtbot.waitUntil(lambda: window.findChild(CommandDialog) is not None, timeout=PATIENCE_MS)
    dialog = window.findChild(CommandDialog)
    assert not dialog.use.isEnabled()
    qtbot.keyClicks(dialog.field, "notify 'open")
    qtbot.mouseClick(dialog.use, LEFT)
    qtbot.waitUntil(dialog.problem.isVisible, timeout=PATIENCE_MS)
    dialog.field.setText("notify 'all done'")
    qtbot.mouseClick(dialog.use, LEFT)
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: window.strip.after_queue.text() == "Then run command", timeout=PATIENCE_MS)
    assert real.app.services.night.command() == ["notify", "all done"]


def test_a_suspicious_prompt_is_told_and_shown(qtbot, real: RealWindow) -> None:
    window = real.window
    job = submit(qtbot, real, 1, 0.1)
    qtbot.waitUntil(lambda: real.store.jobs.get(job).counts.succeeded == 1, timeout=PATIENCE_MS)
    problem = never_started(3600.0, 60.0)
    assert problem is not None
    prompt = real.store.jobs.prompts(job)[0]
    window.apply_events([NightChanged("nothing"), Suspected(job, PromptId(prompt.id), 1, problem)])
    banner = window.queue.night.suspected
    assert banner.isVisible()
    click(qtbot, window, "Show it")
    assert not banner.isVisible()
    assert window.detail.job_id == job


def test_quiet_hours_are_set_for_an_engine_and_wrong_ones_named(qtbot, real: RealWindow) -> None:
    window = real.window
    window.strip.after_queue.ask_hours()
    dialog = window.findChild(LaneHours)
    qtbot.waitUntil(lambda: bool(dialog.fields), timeout=PATIENCE_MS)
    ((lane_id, (start, end, _)),) = dialog.fields.items()
    qtbot.waitUntil(start.isEnabled, timeout=PATIENCE_MS)
    start.setText("22:00")
    qtbot.mouseClick(dialog.save, LEFT)
    qtbot.waitUntil(dialog.problem.isVisible, timeout=PATIENCE_MS)
    assert dialog.isVisible()
    end.setText("7:00")
    qtbot.mouseClick(dialog.save, LEFT)
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=PATIENCE_MS)
    orders = real.app.services.night.orders(lane_id)
    assert (orders.quiet_from, orders.quiet_to, orders.start_at) == ("22:00", "07:00", "")
