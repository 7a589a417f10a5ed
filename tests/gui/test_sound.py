"""The player is heard: in step with its pictures, as loud as the user wants, and silent with a reason."""

from pathlib import Path

import numpy as np
import pytest
from output_samples import finish, output_draft, write_clip, write_sounding_clip
from PySide6.QtCore import QObject, Qt
from real_window import LEFT, PATIENCE_MS

from vqdesk import bootstrap
from vqdesk.domain.errors import UserError
from vqdesk.domain.settings import PLAYER_MUTED, PLAYER_VOLUME
from vqdesk.ports import OutputQuery
from vqdesk.ui.calls import Calls
from vqdesk.ui.commands.list_keys import ListKeys
from vqdesk.ui.outputs.gallery_keys import FIRST_KEYS
from vqdesk.ui.outputs.stage import Stage


class Loudspeaker:
    """The outside: hears at once whatever it is given."""

    waiting = 0
    room = 9_600

    def __init__(self, _parent: QObject | None = None) -> None:
        self.heard = b""
        self.part = 1.0
        self.is_on = False

    def start(self) -> None:
        self.is_on = True

    def stop(self) -> None:
        self.is_on = False

    def write(self, samples: bytes) -> None:
        assert self.is_on
        self.heard += samples

    def set_volume(self, part: float) -> None:
        self.part = part

    @property
    def is_loud(self) -> bool:
        return bool(len(self.heard) and np.abs(np.frombuffer(self.heard, np.int16).astype(int)).max() > 2000)


@pytest.fixture
def desk(tmp_path, theme):
    """A real worker with a clip that has sound from 0.5 to 1.0 s, and one without."""
    app = bootstrap.build(str(tmp_path / "home"))
    store = app.services.store
    lane = store.lanes.ensure("Studio", "http://127.0.0.1:9", "comfyui").id
    files = [write_sounding_clip(tmp_path / "tone.mp4"), write_clip(tmp_path / "silent.mp4")]
    for file in files:
        finish(store, lane, output_draft(Path(file).stem), [file])
    app.services.queue.set_paused(True)
    with app.running() as runtime:
        yield app, Calls(runtime.desk, runtime.submit)
    app.close()


def rows_of(app):
    found = app.services.store.outputs.rows(app.services.store.outputs.listing(OutputQuery()).ids)
    return {row.job_name: row for row in found}


def test_a_clip_is_heard_in_step_and_as_loud_as_the_user_wants(qtbot, desk):
    app, calls = desk
    rows, out = rows_of(app), Loudspeaker()
    stage = Stage(calls, ListKeys(FIRST_KEYS), lambda _parent: out)
    qtbot.addWidget(stage)
    stage.resize(900, 500)
    stage.show()
    until = lambda check: qtbot.waitUntil(check, timeout=PATIENCE_MS)  # noqa: E731
    stage.show_rows([rows["tone"]])
    until(lambda: stage.speaker.silence == "" and out.is_loud)
    stage.toggle_playing()
    assert not out.is_on
    stage.clock.go(1.5)  # behind the tone
    out.heard = b""
    stage.clock.set_loops(False)
    stage.clock.set_speed(2.0)
    stage.toggle_playing()
    until(lambda: not stage.clock.is_playing and len(out.heard) > 0)
    assert not out.is_loud
    loudness = stage.transport.loudness
    qtbot.keyClick(loudness.volume, Qt.Key.Key_Home)
    assert out.part == 0
    qtbot.keyClick(loudness.volume, Qt.Key.Key_Right)
    qtbot.mouseClick(loudness.mute, LEFT)
    assert out.part == 0
    settings = app.services.settings
    until(lambda: (settings.get(PLAYER_VOLUME), settings.get(PLAYER_MUTED)) == (5, True))
    qtbot.mouseClick(loudness.mute, LEFT)
    assert out.part == pytest.approx(0.05)
    stage.resize(600, 500)
    until(lambda: not loudness.volume.isVisible() and loudness.mute.isVisible())
    stage.show_rows([rows["silent"]])
    until(lambda: not loudness.mute.isEnabled())
    assert loudness.mute.toolTip() == "This clip has no sound."


def test_without_a_loudspeaker_clips_play_silently_and_say_why(qtbot, desk):
    app, calls = desk

    def nothing(_parent: QObject) -> Loudspeaker:
        raise UserError("Clips play without sound here.", "The system has no loudspeaker for it.")

    stage = Stage(calls, ListKeys(FIRST_KEYS), nothing)
    qtbot.addWidget(stage)
    stage.show_rows([rows_of(app)["tone"]])
    qtbot.waitUntil(lambda: "loudspeaker" in stage.transport.loudness.mute.toolTip(), timeout=PATIENCE_MS)
    assert not stage.transport.loudness.volume.isEnabled()
    qtbot.waitUntil(lambda: stage.clock.position > 0.2, timeout=PATIENCE_MS)
    stage.dismiss()
