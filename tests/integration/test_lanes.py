"""Several engines share the queue: who may run what, outages, draining, removing; the real worker and engines."""

import random
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from headless import ROOT, Headless, engine_process, headless, wait_until

from vqdesk.adapters.builtin.state import read_state
from vqdesk.domain.errors import NotFound, ParameterInvalid
from vqdesk.domain.events import PromptsGivenBack
from vqdesk.domain.job import JobId, Lane
from vqdesk.domain.settings import GIVE_BACK_AFTER_S
from vqdesk.domain.status import PromptStatus

sys.path.append(str(ROOT / "tests" / "reliability"))

from proxy import Proxy

OTHER = "Second"


def port_of(folder: Path) -> int:
    state = read_state(folder)
    assert state is not None
    return state.port


def lane_named(desk: Headless, name: str) -> Lane:
    return desk.app.services.lanes.find(name)


def at(desk: Headless, job: JobId, name: str) -> list[str]:
    """States of the job's prompts whose newest attempt is at this lane."""
    here = {prompt.id for prompt in desk.app.services.store.prompts.in_flight(lane_named(desk, name).id)}
    return [prompt.status.value for prompt in desk.prompts(job) if prompt.id in here]


@contextmanager
def two_lanes(home: Path, *, by_proxy: bool = False) -> Iterator[tuple[Headless, Proxy | None]]:
    """The built-in lane, and a second one, if wished over a wire that can be cut."""
    other = home.parent / "other"
    with ExitStack() as stack:
        stack.enter_context(engine_process(home))
        stack.enter_context(engine_process(other))
        proxy = Proxy(port_of(other), random.Random(1)) if by_proxy else None
        if proxy:
            stack.callback(proxy.close)
        desk = stack.enter_context(headless(home))
        address = f"127.0.0.1:{proxy.port if proxy else port_of(other)}"
        desk.ask(lambda asked: asked.engines.add(address, OTHER))
        wait_until(lambda: desk.lane_states().count("online") >= 2, "both lanes")
        yield desk, proxy


def test_a_prompt_never_goes_to_an_engine_that_lacks_a_class(home: Path, tmp_path: Path) -> None:
    """The second engine has no VQSleep."""
    other = tmp_path / "other"
    with engine_process(home), engine_process(other, test_nodes=False), headless(home) as desk:
        desk.ask(lambda asked: asked.engines.add(f"127.0.0.1:{port_of(other)}", OTHER))
        wait_until(lambda: desk.lane_states().count("online") >= 2, "both lanes")
        job = desk.submit(6, seconds=0.2)
        assert desk.finish(job).status is PromptStatus.SUCCEEDED
        assert len(desk.history()) == 6
        assert [prompt.attempts for prompt in desk.prompts(job)] == [1] * 6


def test_waiting_prompts_of_a_lane_that_is_away_go_to_the_other_and_run_once(home: Path) -> None:
    with two_lanes(home, by_proxy=True) as (desk, proxy):
        assert proxy is not None
        desk.app.services.settings.put(GIVE_BACK_AFTER_S, 0.5)
        job = desk.submit(6, seconds=2.5)
        wait_until(lambda: sorted(at(desk, job, OTHER)) == ["queued", "running"], "the second lane to be full")
        proxy.refuse(5.0)
        wait_until(lambda: any(isinstance(event, PromptsGivenBack) for event in desk.told), "the give-back")
        [running] = desk.app.services.store.prompts.in_flight(lane_named(desk, OTHER).id)
        assert running.status is PromptStatus.RUNNING
        assert desk.finish(job).status is PromptStatus.SUCCEEDED
        attempts = {prompt.id: prompt.attempts for prompt in desk.prompts(job)}
        assert sorted(attempts.values()) in (
            [1, 1, 1, 1, 1, 2],
            [1, 1, 1, 1, 1, 1],
        )  # or taken again from the second
        assert attempts[running.id] == 1
        desk.check_outputs_once(job)
        other = lane_named(desk, OTHER).id
        wait_until(lambda: not desk.app.services.store.returns.given_back(other), "the server to be asked")


def test_a_drained_lane_ends_what_runs_and_gives_the_rest_back(home: Path) -> None:
    with two_lanes(home) as (desk, _):
        job = desk.submit(8, seconds=0.7)
        wait_until(lambda: sorted(at(desk, job, OTHER)) == ["queued", "running"], "the second lane to be full")
        lane = lane_named(desk, OTHER)
        desk.ask(lambda asked: asked.engines.drain(lane.id))
        wait_until(lambda: at(desk, job, OTHER) in (["running"], []), "what waits to come back")
        wait_until(lambda: at(desk, job, OTHER) == [], "what runs to end")
        assert "Second is being drained" in desk.log(job)
        desk.ask(lambda asked: asked.engines.resume(lane.id))
        wait_until(lambda: at(desk, job, OTHER) != [], "it to be used again")
        assert desk.finish(job).status is PromptStatus.SUCCEEDED
        desk.check_outputs_once(job)


def test_a_removed_lane_ends_what_runs_and_is_gone_then(home: Path) -> None:
    with two_lanes(home) as (desk, _):
        job = desk.submit(6, seconds=1.0)
        wait_until(lambda: sorted(at(desk, job, OTHER)) == ["queued", "running"], "the second lane to be full")
        lane = lane_named(desk, OTHER)
        assert desk.ask(lambda asked: asked.engines.remove(lane.id)) is False
        wait_until(lambda: len(desk.app.services.store.lanes.all()) == 1, "it to be removed")
        assert desk.finish(job).status is PromptStatus.SUCCEEDED
        desk.check_outputs_once(job)


def test_a_removed_lane_that_is_away_loses_nothing(home: Path) -> None:
    with two_lanes(home, by_proxy=True) as (desk, proxy):
        assert proxy is not None
        job = desk.submit(4, seconds=1.5)
        wait_until(lambda: sorted(at(desk, job, OTHER)) == ["queued", "running"], "the second lane to be full")
        proxy.refuse(600)
        lane = lane_named(desk, OTHER)
        wait_until(lambda: "offline" in desk.lane_states(), "the outage")
        desk.ask(lambda asked: asked.engines.remove(lane.id))
        wait_until(lambda: len(desk.app.services.store.lanes.all()) == 1, "it to be removed")
        assert desk.finish(job).status is PromptStatus.SUCCEEDED
        desk.check_outputs_once(job)


def test_a_pinned_job_waits_for_its_lane(home: Path) -> None:
    with two_lanes(home) as (desk, _):
        desk.ask(lambda asked: asked.engines.drain(lane_named(desk, OTHER).id))
        pinned = desk.submit(2, seconds=0.1, lane=lane_named(desk, OTHER).id)
        free = desk.submit(2, seconds=0.1)
        assert desk.finish(free).status is PromptStatus.SUCCEEDED
        assert set(desk.statuses(pinned)) == {"pending"}
        desk.ask(lambda asked: asked.engines.resume(lane_named(desk, OTHER).id))
        assert desk.finish(pinned).status is PromptStatus.SUCCEEDED


def test_names_and_limits_of_lanes_are_checked(home: Path) -> None:
    with engine_process(home), headless(home) as desk:
        lane = desk.app.services.store.lanes.all()[0]
        desk.ask(lambda asked: asked.engines.rename(lane.id, "  Big   card "))
        assert lane_named(desk, "big card").id == lane.id
        wait_until(lambda: any(getattr(event, "name", "") == "Big card" for event in desk.told), "the news")
        with pytest.raises(ParameterInvalid):
            desk.ask(lambda asked: asked.engines.rename(lane.id, " "))
        with pytest.raises(ParameterInvalid):
            desk.ask(lambda asked: asked.engines.set_max_depth(lane.id, 1))
        with pytest.raises(NotFound):
            lane_named(desk, "nobody")


def test_a_limit_of_prompts_at_a_server_is_kept(home: Path) -> None:
    with engine_process(home), headless(home) as desk:
        lane = desk.app.services.store.lanes.all()[0]
        desk.ask(lambda asked: asked.engines.set_max_depth(lane.id, 3))
        most = 0

        def watched() -> bool:
            nonlocal most
            states = desk.statuses(job)
            most = max(most, states.count("queued") + states.count("submitting") + states.count("running"))
            return desk.job(job).counts.ended == 60

        job = desk.submit(60, seconds=0.02)
        wait_until(watched, "the job's end")
        assert most <= 3 + 6  # what is being collected has left the server


def test_slow_collecting_does_not_hold_up_the_feeding(home: Path) -> None:
    """Each file takes longer to come than a prompt to run: the server is never without a prompt meanwhile."""
    with engine_process(home, "--view-delay", "1.5"), headless(home) as desk:
        job = desk.submit(8, seconds=0.2)
        assert desk.finish(job).status is PromptStatus.SUCCEEDED
        ran = sorted(
            (messages["execution_start"]["timestamp"], messages["execution_success"]["timestamp"])
            for messages in (dict(record["status"]["messages"]) for record in desk.history().values())
        )
        assert (ran[-1][1] - ran[0][0]) / 1000 < 8 * 1.5
        desk.check_outputs_once(job)
