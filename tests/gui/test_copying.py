"""A submission that copies many inputs: how far it is, and a way out."""

import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future
from typing import Any

import pytest
from definitions import full_definition
from fake_desk import FakeDesk, finish, make_job
from PySide6.QtCore import Qt

from vqdesk.domain.job import Job
from vqdesk.domain.workspace import Workspace, WorkspaceState
from vqdesk.runtime.copying import Copying
from vqdesk.ui.calls import Calls
from vqdesk.ui.workspace.footer import Footer
from vqdesk.ui.workspace.submission import Submission


class SlowDesk(FakeDesk):
    """Copies at 37 of 200 until it is told to go on."""

    def __init__(self) -> None:
        super().__init__()
        self.go_on = threading.Event()

    async def submit(self, request: Any, copying: Copying | None = None) -> Job:
        assert copying is not None
        while not self.go_on.is_set():
            copying.tell(37, 200)
            time.sleep(0.01)
        return make_job()


def in_thread(question: Any) -> "Future[Any]":
    future: Future[Any] = Future()
    threading.Thread(target=finish, args=(question, future), daemon=True).start()
    return future


@pytest.fixture
def desk() -> Iterator[SlowDesk]:
    made = SlowDesk()
    yield made
    made.go_on.set()


@pytest.fixture
def footer(qtbot) -> Footer:
    shown = Footer()
    qtbot.addWidget(shown)
    shown.resize(700, 64)
    shown.show()
    return shown


@pytest.fixture
def submission(footer: Footer, desk: SlowDesk) -> Submission:
    made = Submission(Calls(desk, in_thread, footer), footer)  # type: ignore[arg-type]
    made.busy_changed.connect(footer.set_busy)
    made.copying.connect(footer.show_copying)
    footer.stop_asked.connect(made.stop)
    return made


def send(submission: Submission) -> None:
    state = WorkspaceState(workflow="camera-move", inputs=("/photos/a.jpg",))
    submission.send(full_definition(), Workspace("w", state=state))


def test_the_footer_counts_and_then_the_job_is_there(qtbot, submission: Submission, footer: Footer, desk) -> None:
    added: list[Job] = []
    submission.added.connect(added.append)
    send(submission)
    qtbot.waitUntil(lambda: footer.second_line == "Copying 37 of 200 …")
    assert footer.stop.isVisible()
    desk.go_on.set()
    qtbot.waitUntil(lambda: len(added) == 1)
    assert not footer.stop.isVisible()


def test_stop_ends_it_without_a_job_and_without_a_complaint(qtbot, submission: Submission, footer: Footer) -> None:
    ended: list[str] = []
    submission.stopped.connect(lambda: ended.append("stopped"))
    submission.refused.connect(lambda _problem: ended.append("refused"))
    submission.added.connect(lambda _job: ended.append("added"))
    send(submission)
    qtbot.waitUntil(footer.stop.isVisible)
    qtbot.mouseClick(footer.stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(ended))
    assert ended == ["stopped"]
    assert not submission.is_busy
    assert not footer.stop.isVisible()
