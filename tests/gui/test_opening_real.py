"""Files that are opened with the window: a workflow, a saved queue, photos."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox, QPushButton
from real_window import LEFT, PATIENCE_MS, RealWindow

from vqdesk import bootstrap
from vqdesk.locations import resources_dir, workflows_dir
from vqdesk.services.submit import SubmitRequest


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    sample = sorted((resources_dir() / "samples").glob("*.jpg"))[0]
    return Path(shutil.copy(sample, tmp_path / "lake.jpg"))


@pytest.fixture
def saved_queue(tmp_path: Path, photo: Path) -> Path:
    """Two jobs, one of them held, from another computer."""
    app = bootstrap.build(str(tmp_path / "elsewhere"))
    for name in ("Lake", "Shore"):
        job = app.services.submit.submit(SubmitRequest("camera-move", (str(photo),), name=name))
    app.services.order.hold([job.id])
    path = tmp_path / "last night.vqdesk-queue"
    app.services.queue_files.save(path)
    app.close()
    return path


def test_what_is_opened_with_the_window_goes_where_it_belongs(
    qtbot, real_window: RealWindow, tmp_path: Path, photo: Path, saved_queue: Path
) -> None:
    window, store = real_window.window, real_window.store
    graph = Path(shutil.copy(workflows_dir() / "camera-move.json", tmp_path / "slow push.json"))

    def boxes() -> list[QMessageBox]:
        return [box for box in window.findChildren(QMessageBox) if box.isVisible()]

    window.opening.open([str(saved_queue), str(photo)])
    qtbot.waitUntil(lambda: len(boxes()) == 1, timeout=PATIENCE_MS)
    [box] = boxes()
    assert box.text() == "Add 2 jobs of “last night” to the queue?"
    assert "2 prompts" in box.informativeText()
    assert not store.jobs.rows(list(window.queue.model.ids))  # nothing before the answer
    qtbot.mouseClick(next(one for one in box.findChildren(QPushButton) if one.text() == "Add to queue"), LEFT)
    qtbot.waitUntil(lambda: len(window.queue.model.ids) == 2, timeout=PATIENCE_MS)
    jobs = {job.name: job for job in store.jobs.rows(list(window.queue.model.ids))}
    assert jobs["Shore"].held and not jobs["Lake"].held
    qtbot.waitUntil(lambda: window.workspace.state.inputs == (str(photo),), timeout=PATIENCE_MS)

    window.opening.open([str(graph)])
    qtbot.waitUntil(lambda: window.importing.page.isVisible(), timeout=PATIENCE_MS)

    damaged = tmp_path / "damaged.vqdesk-queue"
    damaged.write_bytes(b"no archive")
    window.opening.open([str(damaged)])
    problem = window.queue.banners.problem
    qtbot.waitUntil(
        lambda: "damaged.vqdesk-queue cannot be loaded" in problem.accessibleName(), timeout=PATIENCE_MS
    )
    assert not boxes()
