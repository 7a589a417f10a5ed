"""Random user events over the whole window with a running queue: no fault, nothing stuck, nothing leaked."""

import os
from collections import Counter

import pytest
from monkey import Monkey, private_mb
from PIL import Image
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from real_window import PATIENCE_MS, RealWindow, click, drop

from vqdesk.ports import JobQuery

EVENTS = int(os.environ.get("VQDESK_MONKEY_EVENTS", "1000"))  # `make soak` plays 10,000
SEED = int(os.environ.get("VQDESK_MONKEY_SEED", "9"))
_MOST_GROWTH_MB = 150.0  # after the first fifth: thumbnails and pages that are kept
_MOST_OF_A_KIND = 3


@pytest.fixture
def photos(tmp_path):
    paths = [tmp_path / f"photo {n}.jpg" for n in range(6)]
    for n, path in enumerate(paths):
        Image.new("RGB", (320, 240), (40 * n, 90, 200 - 30 * n)).save(path)
    return paths


@pytest.fixture
def faults(real_window: RealWindow) -> list[str]:
    found: list[str] = []
    real_window.desktop.faults.reported.connect(lambda problem: found.append(problem.details))
    return found


def top_levels() -> Counter[tuple[str, str, int]]:
    """Top-level widgets that are alive, by kind and owner: a list that is made once for each field is no leak."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    owned = ((widget, widget.parentWidget()) for widget in QApplication.topLevelWidgets())
    return Counter((type(one).__name__, type(owner).__name__, id(owner)) for one, owner in owned)


def test_a_user_without_a_plan_breaks_nothing(qtbot, monkeypatch, tmp_path, real_window, photos, faults) -> None:
    monkeypatch.chdir(tmp_path)  # where its file dialogs begin
    monkeypatch.setenv("PATH", "")  # no program of the system is started
    window, store = real_window.window, real_window.store
    click(qtbot, window, "Use the built-in engine")
    drop(window.rows, photos)
    monkey = Monkey(real_window, SEED, photos)
    monkey.play(EVENTS // 5)
    before, memory = top_levels(), private_mb()
    monkey.play(EVENTS - EVENTS // 5)
    assert not faults, (faults[0], list(monkey.did))
    more = top_levels() - before
    assert max(more.values(), default=0) <= _MOST_OF_A_KIND, more
    after = private_mb()
    assert memory is None or after is None or after - memory < _MOST_GROWTH_MB, (memory, after)
    print(f"monkey: {EVENTS} events of seed {SEED}, MB {memory} → {after}, new windows {dict(more)}")
    open_ones = [job.id for job in store.jobs.rows(store.jobs.ids(JobQuery())) if job.ended_at == ""]
    for job_id in open_ones:
        real_window.desktop.calls.ask(window, lambda desk, job_id=job_id: desk.cancel_job(job_id))
    qtbot.waitUntil(
        lambda: all(job.ended_at for job in store.jobs.rows(open_ones)), timeout=PATIENCE_MS
    )  # nobody waits for ever
    assert not faults, faults[0]
