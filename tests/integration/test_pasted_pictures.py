"""Pasted pictures stay while anything uses them, and then for a while."""

import io
import os
import time
from pathlib import Path

import pytest
from headless import wait_until
from PIL import Image

from vqdesk import bootstrap
from vqdesk.domain.presets import Preset, PresetKey, PresetKind
from vqdesk.domain.settings import PASTED_DAYS
from vqdesk.domain.workspace import Workspace, WorkspaceState
from vqdesk.runtime.app import App
from vqdesk.services.pasted import PastedKeeping
from vqdesk.services.submit import SubmitRequest

LONG_AGO_S = 31 * 86_400.0


@pytest.fixture
def app(tmp_path: Path):
    opened = bootstrap.build(str(tmp_path / "home"))
    yield opened
    opened.close()


def paste(app: App, number: int, age_s: float = LONG_AGO_S) -> Path:
    data = io.BytesIO()
    Image.new("RGB", (64, 48), (number, 0, 0)).save(data, "PNG")
    path = app.services.files.keep_picture(data.getvalue(), "png")
    then = time.time() - age_s
    os.utime(path, (then, then))
    return path


def tidy(app: App) -> int:
    services = app.services
    return PastedKeeping(
        services.store.mentions, services.files, lambda: services.settings.get(PASTED_DAYS)
    ).tidy()


def test_only_what_nothing_speaks_of_and_is_old_goes(app: App) -> None:
    services = app.services
    unused, young, in_tab, in_closed_tab, in_job, in_deleted_job, in_preset = (
        paste(app, number, 60.0 if number == 1 else LONG_AGO_S) for number in range(7)
    )
    services.workspaces.save(
        [
            Workspace("a", "A", "", WorkspaceState(inputs=(str(in_tab),))),
            Workspace("b", "B", "", WorkspaceState(inputs=(str(in_closed_tab),))),
        ]
    )
    services.workspaces.arrange(["a", "b"], "a")
    services.workspaces.arrange(["a"], "a")
    services.submit.submit(SubmitRequest("camera-move", (str(in_job),)))
    deleted = services.submit.submit(SubmitRequest("camera-move", (str(in_deleted_job),)))
    services.queue.cancel_job(deleted.id)
    services.editing.delete([deleted.id])
    key = PresetKey(PresetKind.SETTINGS, "camera-move", "", "Mine")
    services.presets.save(Preset(key, {"last_frame": str(in_preset)}))

    assert tidy(app) == 2
    assert not unused.exists() and not in_deleted_job.exists()
    assert all(path.exists() for path in (young, in_tab, in_closed_tab, in_job, in_preset))


def test_pasting_it_again_is_a_use_and_zero_days_keep_all(app: App) -> None:
    again, old = paste(app, 1), paste(app, 2)
    app.services.files.keep_picture(again.read_bytes(), "png")
    app.services.settings.put(PASTED_DAYS, 0)
    assert tidy(app) == 0
    app.services.settings.put(PASTED_DAYS, 30)
    assert tidy(app) == 1
    assert again.exists() and not old.exists()


def test_it_is_done_once_a_session(app: App) -> None:
    old = paste(app, 1)
    with app.running():
        wait_until(lambda: not old.exists(), "the old picture to go")
