"""The status strip: engines, numbers, pause."""

from dataclasses import replace

import pytest
from fake_desk import FakeDesk, make_calls
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from vqdesk.domain.errors import Problem, StoreUnusable
from vqdesk.domain.events import LaneChanged, QueueChanged, StoreChanged
from vqdesk.domain.job import Lane, LaneId
from vqdesk.ports import LaneLoad, StatusCounts
from vqdesk.ui.strip.strip import StatusStrip
from vqdesk.ui.widgets.status import StatusGlyph

COMFY = Lane(LaneId(2), "ComfyUI", "http://127.0.0.1:8188", "comfyui", "enabled", 2)


@pytest.fixture
def desk() -> FakeDesk:
    return FakeDesk()


@pytest.fixture
def strip(qtbot, desk) -> StatusStrip:
    menu = QMenu()
    made = StatusStrip(make_calls(desk), menu)
    made.keep = (menu, made._calls)
    qtbot.addWidget(made)
    made.resize(1920, 40)
    made.show()
    made.start()
    qtbot.waitUntil(lambda: "free" in made._disk_words.text())
    return made


def words(strip: StatusStrip) -> list[str]:
    return [state.words for state in strip.lane_states]


def lane(state: str, **more) -> LaneChanged:
    return LaneChanged(LaneId(2), "ComfyUI", "comfyui", state, **more)


def test_before_an_engine_is_chosen_it_says_so(desk, strip) -> None:
    assert words(strip) == ["No engine yet"]
    assert ("announce",) in desk.asked


def test_an_engine_is_shown_with_its_version_until_there_is_little_room(qtbot, desk, strip) -> None:
    desk.lane_list.append(COMFY)
    strip.apply_events([lane("online", version="0.3.64")])
    qtbot.waitUntil(lambda: words(strip) == ["ComfyUI 0.3.64"])
    strip.resize(1280, 40)
    assert words(strip) == ["ComfyUI"]
    assert not strip._disk.isVisible()


def test_an_engine_that_went_away_is_offline_with_the_reason(qtbot, desk, strip) -> None:
    desk.lane_list.append(COMFY)
    strip.apply_events([lane("offline", problem=Problem("Nobody answers.", "Connection refused."), retry_in_s=8)])
    qtbot.waitUntil(lambda: words(strip) == ["ComfyUI offline"])
    assert "Connection refused." in strip.lane_states[0].toolTip()


def test_a_removed_engine_goes_away(qtbot, desk, strip) -> None:
    desk.lane_list.append(COMFY)
    strip.apply_events([lane("online", version="0.3.64")])
    qtbot.waitUntil(lambda: words(strip) == ["ComfyUI 0.3.64"])
    desk.lane_list.clear()
    strip.apply_events([StoreChanged()])
    qtbot.waitUntil(lambda: words(strip) == ["No engine yet"])


def test_a_drained_engine_is_told_by_shape_and_word_until_it_is_used_again(qtbot, desk, strip) -> None:
    desk.lane_list[:] = [replace(COMFY, state="draining")]
    desk.lane_loads[COMFY.id] = LaneLoad(waiting=0, running=1)
    strip.apply_events([lane("online", version="0.3.64"), StoreChanged()])
    qtbot.waitUntil(lambda: words(strip) == ["ComfyUI being drained"])
    shown = strip.lane_states[0]
    assert "what runs ends" in shown.toolTip()
    glyph = shown.findChild(StatusGlyph)
    assert glyph.accessibleName() == "Paused"
    desk.lane_loads.clear()
    strip.apply_events([QueueChanged(paused=False, running=0, waiting=3)])
    qtbot.waitUntil(lambda: words(strip) == ["ComfyUI drained"])
    strip.apply_events([lane("offline", problem=Problem("Nobody answers.", "Connection refused."))])
    qtbot.waitUntil(lambda: "Connection refused." in shown.toolTip())
    assert words(strip) == ["ComfyUI drained"]
    desk.lane_list[:] = [replace(COMFY, state="leaving")]
    strip.read_lanes()
    qtbot.waitUntil(lambda: words(strip) == ["ComfyUI being removed"])
    desk.lane_list[:] = [COMFY]
    strip.apply_events([lane("online", version="0.3.64"), StoreChanged()])
    qtbot.waitUntil(lambda: words(strip) == ["ComfyUI 0.3.64"])
    assert glyph.accessibleName() == "connected"


def test_numbers_of_prompts(strip) -> None:
    assert strip._empty.isVisible()
    strip.apply_events([QueueChanged(paused=False, running=1, waiting=38)])
    assert strip._running.text() == "1 running"
    strip.show_counts(StatusCounts({}, 2, 1234))
    assert (strip._running.text(), strip._waiting.text()) == ("2 running", "1\u00a0234 waiting")
    assert not strip._empty.isVisible()


def test_pause_and_resume(qtbot, desk, strip) -> None:
    assert strip.pausing.button.text() == "Pause"
    qtbot.mouseClick(strip.pausing.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(strip.pausing.button.isEnabled)
    assert desk.paused
    strip.apply_events([QueueChanged(paused=True, running=0, waiting=1)])
    assert strip.pausing.button.text() == "Resume"
    qtbot.mouseClick(strip.pausing.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(strip.pausing.button.isEnabled)
    assert not desk.paused


def test_a_refused_pause_is_told_and_can_be_tried_again(qtbot, desk, strip) -> None:
    desk.failures["set_paused"] = StoreUnusable("The queue cannot be written.")
    with qtbot.waitSignal(strip.failed) as told:
        qtbot.mouseClick(strip.pausing.button, Qt.MouseButton.LeftButton)
    assert told.args[0].summary == "The queue cannot be written."
    assert strip.pausing.button.isEnabled()


def test_an_engine_that_answers_but_stands_still_is_not_shown_as_well(qtbot, desk, strip) -> None:
    desk.lane_list.append(COMFY)
    silent = Problem(
        "ComfyUI answers, but nothing has moved there.", "Its worker may have stopped.", "Restart it."
    )
    strip.apply_events([lane("online", version="0.3.64", problem=silent)])
    qtbot.waitUntil(lambda: words(strip) == ["ComfyUI stands still"])
    assert "Restart it." in strip.lane_states[0].toolTip()
    strip.apply_events([lane("online", version="0.3.64")])
    assert words(strip) == ["ComfyUI 0.3.64"]


def test_a_pause_may_also_take_back_what_runs(qtbot, desk, strip) -> None:
    strip.apply_events([QueueChanged(paused=False, running=1, waiting=3)])
    strip.pausing.now.trigger()
    qtbot.waitUntil(lambda: ("set_paused", True, True) in desk.asked)


def test_the_shortcuts_of_both_ways_work(qtbot, desk, strip) -> None:
    strip.pausing.button.setFocus()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.waitUntil(strip.isActiveWindow)
    qtbot.keyClick(strip, Qt.Key.Key_P, both)
    qtbot.waitUntil(lambda: ("set_paused", True, True) in desk.asked)
    qtbot.keyClick(strip, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: ("set_paused", True) in desk.asked)


def test_while_paused_what_still_runs_can_be_stopped_and_nothing_else(desk, strip) -> None:
    strip.apply_events([lane("online"), QueueChanged(paused=True, running=1, waiting=3)])
    pausing = strip.pausing
    assert not pausing.menu_part.isHidden() and not pausing.after.isVisible() and pausing.now.isVisible()
    strip.apply_events([QueueChanged(paused=True, running=0, waiting=4)])
    assert pausing.menu_part.isHidden()


def test_jobs_that_run_together_are_told_where_there_is_room(strip) -> None:
    assert not strip.together.isVisible()
    strip.apply_events([QueueChanged(False, 1, 30, together="12 together: share wan2.2_i2v_high")])
    assert strip.together.isVisible()
    assert strip.together.text() == "12 together: share wan2.2_i2v_high"
    strip.apply_events([QueueChanged(False, 1, 30)])
    assert not strip.together.isVisible()
