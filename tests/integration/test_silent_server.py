"""A server that answers but works no more: said after a limit, never a failure, taken back when it goes on."""

from pathlib import Path

from headless import engine_process, headless, wait_until

from vqdesk.domain.events import LaneChanged
from vqdesk.domain.status import PromptStatus
from vqdesk.runtime.silence import LIMIT_KEY, SilenceWatch


def test_silence_over_the_limit_is_told_and_ends_with_the_next_sign_of_life(home: Path) -> None:
    with engine_process(home, "--stall", "6"), headless(home) as desk:
        desk.ask(lambda asked: asked.set_setting(LIMIT_KEY, "1.5"))
        job = desk.submit(1, seconds=0.1)
        wait_until(lambda: any(event.problem for event in desk.told if isinstance(event, LaneChanged)), "the news")
        (told,) = [event for event in desk.told if isinstance(event, LaneChanged) and event.problem]
        assert told.state == "online"
        assert told.problem is not None
        assert "nothing has moved" in told.problem.summary
        assert "restart it" in told.problem.remedy
        assert desk.statuses(job) == ["running"]

        assert desk.finish(job).status is PromptStatus.SUCCEEDED
        last = [event for event in desk.told if isinstance(event, LaneChanged)][-1]
        assert (last.state, last.problem) == ("online", None)
        assert last.version
        assert [prompt.attempts for prompt in desk.prompts(job)] == [1]


def test_a_queue_that_moves_is_no_silence_even_when_others_run() -> None:
    watch = SilenceWatch()
    watch.moved(0.0)
    for now in range(100, 2000, 100):
        assert watch.is_due(now + 60, limit_s=600.0)
        watch.look(remaining=50 - now // 100, now=now)
        assert watch.problem("ComfyUI", now + 60, limit_s=600.0) is None
    for now in range(2000, 2500, 100):
        watch.look(remaining=30, now=now)
    assert watch.problem("ComfyUI", 2590, limit_s=600.0) is None
    watch.look(remaining=30, now=2610)
    problem = watch.problem("ComfyUI", 2610, limit_s=600.0)
    assert problem is not None
    assert "10 min" in problem.summary
