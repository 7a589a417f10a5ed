"""The worker against the real built-in engine: feeding, cancel, retry, pause, faults of the server."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from headless import Headless, engine_process, headless, wait_until

from vqdesk.adapters.builtin.state import read_state
from vqdesk.domain.events import PreviewChanged, PromptProgressed, WorkerFailed
from vqdesk.domain.status import PromptStatus


@pytest.fixture
def desk(home: Path) -> Iterator[Headless]:
    with engine_process(home), headless(home) as opened:
        yield opened
        assert not [event for event in opened.told if isinstance(event, WorkerFailed)]


def test_the_next_prompt_is_always_at_the_server_before_the_one_before_it_ends(desk: Headless) -> None:
    """The server never stands still while prompts wait in our queue."""
    job = desk.submit(8, seconds=0.25)
    assert desk.finish(job).status is PromptStatus.SUCCEEDED
    accepted = {
        entry.prompt_ordinal: datetime.fromisoformat(entry.at).timestamp() * 1000
        for entry in desk.app.services.store.log.lines(job)
        if entry.text.startswith("Accepted by")
    }
    history = desk.history()
    ended = {}
    for prompt in desk.prompts(job):
        messages = dict(history[str(prompt.attempt_id)]["status"]["messages"])
        ended[prompt.ordinal] = messages["execution_success"]["timestamp"]
    for ordinal in range(2, 9):
        assert accepted[ordinal] < ended[ordinal - 1], f"prompt {ordinal} came late"
    desk.check_outputs_once(job)


def test_few_prompts_are_at_the_server_while_many_wait_here(desk: Headless) -> None:
    """What is not sent can still be reordered, canceled or given to another lane."""
    job = desk.submit(40, seconds=1.0)
    wait_until(lambda: "running" in desk.statuses(job), "the first to run")
    assert desk.statuses(job).count("pending") >= 36
    desk.ask(lambda desk_: desk_.cancel_job(job))
    desk.finish(job)


def test_cancel_reaches_what_runs_what_is_queued_and_what_waits(desk: Headless) -> None:
    job = desk.submit(5, seconds=3.0)
    wait_until(lambda: desk.statuses(job)[:3] == ["running", "queued", "pending"], "one to run and one to queue")
    assert desk.ask(lambda asked: asked.cancel_job(job)) == 5
    assert desk.finish(job).counts.canceled == 5
    log = desk.log(job)
    assert "interrupted while it ran" in log
    assert "removed from the server's queue" in log
    assert log.count("Canceled before it was sent") == 3
    assert len(desk.history()) == 1  # only the first was ever begun
    assert desk.engine("GET", "/queue").json() == {"queue_running": [], "queue_pending": []}
    assert not list(desk.app.home.outputs.rglob("*.png"))


def test_one_prompt_is_canceled_and_the_others_go_on(desk: Headless) -> None:
    job = desk.submit(4, seconds=0.3)
    second = desk.prompts(job)[1].id
    assert desk.ask(lambda asked: asked.cancel_prompts([second])) == 1
    assert desk.finish(job).status is PromptStatus.CANCELED
    assert desk.statuses(job) == ["succeeded", "canceled", "succeeded", "succeeded"]

    assert desk.ask(lambda asked: asked.retry_prompts([second])) == 1
    assert desk.finish(job).status is PromptStatus.SUCCEEDED
    desk.check_outputs_once(job)


def test_a_pause_lets_what_runs_end_and_sends_nothing_new(desk: Headless) -> None:
    job = desk.submit(6, seconds=1.0)
    wait_until(lambda: "running" in desk.statuses(job), "the first to run")
    desk.ask(lambda asked: asked.set_paused(True))
    wait_until(lambda: set(desk.statuses(job)) == {"succeeded", "pending"}, "what was sent to end")
    sent = len(desk.history())
    assert sent == desk.statuses(job).count("succeeded") < 6
    desk.ask(lambda asked: asked.set_paused(False))
    assert desk.finish(job).status is PromptStatus.SUCCEEDED
    desk.check_outputs_once(job)


def test_progress_and_previews_are_told_and_progress_never_goes_back(desk: Headless) -> None:
    job = desk.submit(1, seconds=0.5)
    desk.finish(job)
    told = [event.fraction for event in desk.told if isinstance(event, PromptProgressed)]
    assert len(told) > 5
    assert told == sorted(told)
    assert 0 <= told[0] < 0.5 < told[-1] <= 1
    assert any(isinstance(event, PreviewChanged) and event.data for event in desk.told)


def test_a_server_that_dies_is_offline_then_online_and_the_job_succeeds(home: Path, tmp_path: Path) -> None:
    server = tmp_path / "server"
    with engine_process(server) as engine:
        state = read_state(server)
        assert state is not None
        with headless(home, f"127.0.0.1:{state.port}") as desk:
            job = desk.submit(6, seconds=0.3)
            wait_until(lambda: desk.job(job).counts.succeeded >= 1, "a first success")
            engine.kill()
            engine.wait()
            wait_until(lambda: "offline" in desk.lane_states(), "the news")
            assert not {"failed", "canceled"} & set(desk.statuses(job))  # a lost server is a state of the lane
            with engine_process(server, port=state.port):
                assert desk.finish(job).status is PromptStatus.SUCCEEDED
            desk.check_outputs_once(job)
            states = desk.lane_states()
            assert "online" in states[states.index("offline") :]


def test_a_node_that_fails_is_told_with_cause_and_remedy_and_the_next_job_runs(home: Path) -> None:
    with engine_process(home, "--fail-node", "VQSleep"), headless(home) as desk:
        job = desk.submit(2)
        assert desk.finish(job).counts.failed == 2
        problem = desk.prompts(job)[0].error
        assert problem is not None
        assert problem.node_type == "VQSleep"
        assert problem.summary
        assert problem.cause
        assert problem.remedy
        assert "Traceback" not in problem.sentence()
        assert desk.job(job).reason == problem.summary
        assert desk.ask(lambda asked: asked.retry_job(job)) == 2
        assert desk.finish(job).counts.failed == 2
        assert [prompt.attempts for prompt in desk.prompts(job)] == [2, 2]


@pytest.mark.parametrize("fault", [("--history-lag-ms", "400"), ("--stall", "0.5")])
def test_a_slow_server_is_waited_for(home: Path, fault: tuple[str, str]) -> None:
    with engine_process(home, *fault), headless(home) as desk:
        job = desk.submit(3, seconds=0.05)
        assert desk.finish(job).status is PromptStatus.SUCCEEDED
        assert [prompt.attempts for prompt in desk.prompts(job)] == [1, 1, 1]
        desk.check_outputs_once(job)


def test_two_lanes_share_the_queue(home: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    with engine_process(home), engine_process(other), headless(home) as desk:
        state = read_state(other)
        assert state is not None
        found = desk.ask(lambda asked: asked.use_comfyui(f"127.0.0.1:{state.port}"))
        assert found.is_builtin
        wait_until(lambda: desk.lane_states().count("online") == 2, "both lanes")
        job = desk.submit(8, seconds=0.3)
        assert desk.finish(job).status is PromptStatus.SUCCEEDED
        assert 0 < len(desk.history()) < 8
        desk.check_outputs_once(job)
