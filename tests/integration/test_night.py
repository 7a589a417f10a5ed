"""The queue by itself: after the last prompt, quiet hours, start later, staying awake; through the real worker."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from computer_programs import Programs
from headless import Headless, engine_process, headless, wait_until

from vqdesk.domain.errors import ParameterInvalid
from vqdesk.domain.events import NightChanged
from vqdesk.domain.job import LaneId
from vqdesk.domain.policies.after_queue import AfterQueue
from vqdesk.domain.settings import AFTER_COMMAND, COUNTDOWN_S, KEEP_AWAKE
from vqdesk.domain.status import PromptStatus


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Programs:
    found = Programs(tmp_path, monkeypatch)
    for name in ("systemctl", "pmset", "rundll32.exe", "done"):
        found.add(name)
    found.add("systemd-inhibit", waits=True)
    return found


@pytest.fixture
def desk(home: Path, programs: Programs) -> Iterator[Headless]:
    with engine_process(home), headless(home) as opened:
        yield opened


def nights(desk: Headless) -> list[NightChanged]:
    return [event for event in desk.told if isinstance(event, NightChanged)]


def countdowns(desk: Headless) -> list[int]:
    return [event.countdown_s for event in nights(desk) if event.countdown_s is not None]


def choose(desk: Headless, wish: AfterQueue, countdown_s: int) -> None:
    desk.app.services.settings.put(COUNTDOWN_S, countdown_s)
    desk.ask(lambda asked: asked.night.choose(wish))


def lane_of(desk: Headless) -> LaneId:
    return desk.app.services.store.lanes.all()[0].id


def test_the_computer_is_suspended_once_after_the_last_prompt(desk: Headless, programs: Programs) -> None:
    choose(desk, AfterQueue.SUSPEND, 1)
    job = desk.submit(3, seconds=0.2)
    assert programs.wait_for("systemctl") == [["systemctl", "suspend"]]
    assert desk.job(job).counts.succeeded == 3
    assert countdowns(desk)
    wait_until(lambda: nights(desk)[-1].after_queue == "nothing", "the wish to be spent")
    desk.finish(desk.submit(1, seconds=0.1, seed=50))
    desk.ask(lambda asked: asked.night.settle())
    assert programs.calls("systemctl") == [["systemctl", "suspend"]]


def test_the_countdown_can_be_stopped(desk: Headless, programs: Programs) -> None:
    choose(desk, AfterQueue.SHUT_DOWN, 600)
    desk.finish(desk.submit(1, seconds=0.1))
    wait_until(lambda: countdowns(desk), "the countdown")
    assert countdowns(desk)[0] > 500
    desk.ask(lambda asked: asked.night.stop_countdown())
    state = desk.ask(lambda asked: asked.night.state())
    assert (state.after_queue, state.countdown_s) == ("nothing", None)
    assert programs.calls("systemctl") == []


def test_new_work_stops_the_countdown(desk: Headless, programs: Programs) -> None:
    choose(desk, AfterQueue.SUSPEND, 600)
    desk.finish(desk.submit(1, seconds=0.1))
    wait_until(lambda: countdowns(desk), "the countdown")
    job = desk.submit(1, seconds=3.0, seed=9)
    wait_until(lambda: nights(desk)[-1].countdown_s is None, "the countdown to end")
    assert nights(desk)[-1].after_queue == "suspend"
    desk.ask(lambda asked: asked.cancel_job(job))
    wait_until(lambda: nights(desk)[-1].countdown_s is not None, "it to begin again")
    assert programs.calls("systemctl") == []


def test_an_empty_queue_and_a_paused_one_end_nothing(desk: Headless, programs: Programs) -> None:
    choose(desk, AfterQueue.SUSPEND, 0)
    desk.ask(lambda asked: asked.night.settle())
    desk.ask(lambda asked: asked.set_paused(True))
    desk.submit(1)
    for _ in range(3):
        desk.ask(lambda asked: asked.night.settle())
    assert programs.calls("systemctl") == []
    desk.ask(lambda asked: asked.set_paused(False))
    programs.wait_for("systemctl")


def test_a_command_runs_after_the_queue_with_its_arguments(desk: Headless, programs: Programs) -> None:
    with pytest.raises(ParameterInvalid):
        desk.ask(lambda asked: asked.night.choose(AfterQueue.COMMAND))
    desk.app.services.settings.put(AFTER_COMMAND, "done 'all clips' --at now")
    choose(desk, AfterQueue.COMMAND, 0)
    desk.finish(desk.submit(1, seconds=0.1))
    assert programs.wait_for("done") == [["done", "all clips", "--at", "now"]]


def test_what_the_computer_refuses_is_told(desk: Headless, programs: Programs) -> None:
    programs.add("systemctl", code=1)
    choose(desk, AfterQueue.SUSPEND, 0)
    desk.finish(desk.submit(1, seconds=0.1))
    wait_until(lambda: any(night.problem for night in nights(desk)), "the refusal")
    problem = next(night.problem for night in nights(desk) if night.problem)
    assert "suspended" in problem.summary
    desk.ask(lambda asked: asked.night.forget_problem())
    assert nights(desk)[-1].problem is None


def test_freed_memory_is_freed_without_a_countdown_and_after_every_queue(desk: Headless) -> None:
    choose(desk, AfterQueue.FREE, 600)
    for _ in range(2):  # the very same graph: an engine that kept its results would not run the nap again
        desk.finish(desk.submit(1, seconds=0.3, seed=3))
        desk.ask(lambda asked: asked.night.settle())
    assert countdowns(desk) == []
    assert nights(desk)[-1].after_queue == "free-vram"
    ran = [
        "nap" not in message[1]["nodes"]
        for record in desk.history().values()
        for message in record["status"]["messages"]
        if message[0] == "execution_cached"
    ]
    assert ran == [True, True]


def test_the_computer_stays_awake_while_prompts_run_and_no_longer(desk: Headless, programs: Programs) -> None:
    job = desk.submit(1, seconds=30.0)
    programs.wait_for("systemd-inhibit")
    desk.ask(lambda asked: asked.cancel_job(job))
    desk.finish(job)
    desk.app.services.settings.put(KEEP_AWAKE, False)
    calls = len(programs.calls("systemd-inhibit"))
    desk.finish(desk.submit(1, seconds=1.5, seed=7))
    assert len(programs.calls("systemd-inhibit")) == calls


def test_in_quiet_hours_nothing_new_is_started(desk: Headless) -> None:
    now = desk.app.services.night.local_now()
    start, end = f"{now - timedelta(hours=1):%H:%M}", f"{now + timedelta(hours=2):%H:%M}"
    desk.ask(lambda asked: asked.night.set_quiet_hours(lane_of(desk), start, end))
    job = desk.submit(2, seconds=0.1)
    wait_until(lambda: nights(desk) and nights(desk)[-1].rests, "the rest")
    (rest,) = nights(desk)[-1].rests
    assert (rest.reason, rest.until[-5:]) == ("quiet", end)
    assert desk.statuses(job) == ["pending", "pending"]
    desk.ask(lambda asked: asked.night.set_quiet_hours(lane_of(desk), "", ""))
    assert desk.finish(job).status is PromptStatus.SUCCEEDED


def test_what_waits_at_the_engine_when_its_quiet_hours_begin_comes_back(desk: Headless) -> None:
    job = desk.submit(3, seconds=4.0)
    wait_until(lambda: sorted(desk.statuses(job))[-2:] == ["queued", "running"], "one runs, one waits there")
    now = desk.app.services.night.local_now()
    start, end = f"{now - timedelta(hours=1):%H:%M}", f"{now + timedelta(hours=2):%H:%M}"
    desk.ask(lambda asked: asked.night.set_quiet_hours(lane_of(desk), start, end))
    wait_until(lambda: sorted(desk.statuses(job)) == ["pending", "pending", "succeeded"], "only what ran is done")
    desk.ask(lambda asked: asked.night.set_quiet_hours(lane_of(desk), "", ""))
    assert desk.finish(job).status is PromptStatus.SUCCEEDED


def test_a_lane_can_start_later_or_now_after_all(home: Path, programs: Programs) -> None:
    with engine_process(home):
        with headless(home) as desk:
            later = f"{desk.app.services.night.local_now() + timedelta(hours=3):%H:%M}"
            desk.ask(lambda asked: asked.night.start_at(lane_of(desk), later))
            job = desk.submit(1, seconds=0.1)
        with headless(home) as desk:  # it holds over a restart, from the first moment on
            wait_until(lambda: "online" in desk.lane_states(), "the engine")
            desk.ask(lambda asked: asked.night.settle())
            assert desk.statuses(job) == ["pending"]
            assert nights(desk)[-1].rests[0].reason == "later"
            desk.ask(lambda asked: asked.night.start_now(lane_of(desk)))
            assert desk.finish(job).status is PromptStatus.SUCCEEDED
