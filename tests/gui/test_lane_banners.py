"""Banners of engines: away with a countdown and a way to hurry, or connected and standing still."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from vqdesk.domain.errors import Problem
from vqdesk.domain.events import LaneChanged, QueueChanged
from vqdesk.domain.job import LaneId
from vqdesk.runtime.silence import SilenceWatch
from vqdesk.ui.queue.banners import QueueBanners
from vqdesk.ui.widgets.banner import Banner

COMFY = LaneId(2)
GONE = Problem("The server cannot be reached.", "Nothing listens at http://127.0.0.1:8188.", "Start it.")
AWAY = LaneChanged(COMFY, "ComfyUI", "comfyui", "offline", problem=GONE, retry_in_s=3.0)
BACK = LaneChanged(COMFY, "ComfyUI", "comfyui", "online", "0.3.64")


@pytest.fixture
def banners(qtbot) -> QueueBanners:
    made = QueueBanners()
    qtbot.addWidget(made)
    made.resize(900, 200)
    return made


def banner(banners: QueueBanners) -> Banner:
    return banners.lanes[COMFY]


@pytest.mark.parametrize(
    "event, words",
    [
        (QueueChanged(True, 1, 4), "4 prompts waiting · what runs goes on to its end"),
        (QueueChanged(True, 1, 4, takes_back=True), "4 prompts waiting · what runs is stopped and put back"),
        (QueueChanged(True, 0, 5, takes_back=True), "5 prompts waiting"),
    ],
)
def test_a_pause_says_what_becomes_of_what_runs(banners, event: QueueChanged, words: str) -> None:
    banners.apply_queue(event)
    assert banners.paused.accessibleName() == f"Paused. {words}"


def test_the_countdown_runs_and_says_since_when(qtbot, banners) -> None:
    banners.apply_lane(AWAY)
    first = banner(banners).accessibleName()
    assert first.startswith("ComfyUI has not answered since ")
    assert "Trying again in 3 s. Nothing listens at http://127.0.0.1:8188." in first
    qtbot.waitUntil(lambda: "Trying again in 2 s." in banner(banners).accessibleName(), timeout=20_000)


def test_the_time_is_that_of_the_first_failure(banners) -> None:
    banners.apply_lane(AWAY)
    since = banner(banners).accessibleName().partition(". ")[0]
    banners.apply_lane(replace(AWAY, retry_in_s=30.0))
    assert banner(banners).accessibleName().startswith(since)


def test_try_now_ends_the_countdown_once(qtbot, banners) -> None:
    wanted = []
    banners.reconnect_wanted.connect(wanted.append)
    banners.apply_lane(AWAY)
    assert banner(banners).button.text() == "Try now"
    qtbot.mouseClick(banner(banners).button, Qt.MouseButton.LeftButton)
    assert wanted == [COMFY]
    assert "Trying again now" in banner(banners).accessibleName()
    assert banner(banners).button.isHidden()
    banners.apply_lane(BACK)
    assert not banners.lanes and banners.isHidden()


def test_a_server_that_stands_still_is_told_with_what_to_do(banners) -> None:
    watch = SilenceWatch()
    watch.moved(0.0)
    silent = watch.problem("ComfyUI", 700.0, 600.0)
    assert silent is not None
    banners.apply_lane(replace(BACK, problem=silent))
    words = banner(banners).accessibleName()
    assert "nothing has moved there for 12 min" in words and "restart it" in words
    assert banner(banners).button.isHidden()
    banners.apply_lane(BACK)
    assert banners.isHidden()


def test_a_server_that_stood_still_and_then_went_away_counts_down(banners) -> None:
    banners.apply_lane(
        replace(BACK, problem=Problem("ComfyUI answers, but nothing has moved.", "", "Restart it."))
    )
    banners.apply_lane(AWAY)
    assert len(banners.lanes) == 1
    assert "Trying again in 3 s." in banner(banners).accessibleName()
