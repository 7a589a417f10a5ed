"""Questions to the worker: answers, words for failures, owners that are gone."""

import asyncio
import threading
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QObject

from vqdesk.domain.errors import EngineUnreachable
from vqdesk.ui.calls import Calls


class _Desk:
    """The outside of the window, as far as these questions go."""

    def __init__(self) -> None:
        self.gate = threading.Event()

    async def number(self) -> tuple[int, int]:
        return 41, threading.get_ident()

    async def late(self) -> int:
        await asyncio.get_running_loop().run_in_executor(None, self.gate.wait)
        return 7

    async def offline(self) -> int:
        raise EngineUnreachable("ComfyUI does not answer")

    async def broken(self) -> int:
        raise ZeroDivisionError("ours")


@pytest.fixture
def loop() -> Iterator[asyncio.AbstractEventLoop]:
    running = asyncio.new_event_loop()
    thread = threading.Thread(target=running.run_forever)
    thread.start()
    yield running
    running.call_soon_threadsafe(running.stop)
    thread.join()
    running.close()


@pytest.fixture
def calls(qtbot, loop) -> Calls:
    return Calls(_Desk(), lambda question: asyncio.run_coroutine_threadsafe(question, loop))


def test_the_answer_comes_in_the_windows_thread(qtbot, calls) -> None:
    owner, got = QObject(), []
    calls.ask(owner, lambda desk: desk.number(), lambda answer: got.append((*answer, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(got))
    number, worker_thread, answer_thread = got[0]
    assert number == 41
    assert worker_thread != threading.get_ident()
    assert answer_thread == threading.get_ident()


def test_an_expected_failure_reaches_the_one_who_asked(qtbot, calls) -> None:
    owner, problems = QObject(), []
    calls.ask(owner, lambda desk: desk.offline(), failed=problems.append)
    qtbot.waitUntil(lambda: bool(problems))
    assert problems[0].summary == "ComfyUI does not answer"


def test_an_expected_failure_that_nobody_handles_is_still_told(qtbot, calls) -> None:
    owner = QObject()
    with qtbot.waitSignal(calls.unheard) as told:
        calls.ask(owner, lambda desk: desk.offline())
    assert told.args[0].summary == "ComfyUI does not answer"


def test_our_own_bug_is_reported_as_one(qtbot, calls) -> None:
    owner = QObject()
    with qtbot.waitSignal(calls.bug) as told:
        calls.ask(owner, lambda desk: desk.broken(), failed=lambda _problem: None)
    assert isinstance(told.args[0], ZeroDivisionError)


def test_an_answer_for_a_closed_panel_is_dropped(qtbot, calls) -> None:
    gone, here, got = QObject(), QObject(), []
    calls.ask(gone, lambda desk: desk.late(), got.append)
    shiboken6.delete(gone)
    calls._desk.gate.set()
    calls.ask(here, lambda desk: desk.late(), lambda answer: got.append(("here", answer)))
    qtbot.waitUntil(lambda: ("here", 7) in got)
    assert got == [("here", 7)]
