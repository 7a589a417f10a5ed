"""When waiting for jobs is pointless, and when it is not."""

from dataclasses import dataclass, field, replace

import pytest
from job_samples import sample_job

from vqdesk.cli.following import Watcher
from vqdesk.domain.errors import EngineRejected, EngineUnreachable, OutputUnwritable, Problem, UserError
from vqdesk.domain.events import LaneChanged, LaneRest, NightChanged, QueueChanged, WorkerFailed
from vqdesk.domain.job import Counts, LaneId
from vqdesk.runtime.faults import problem_of
from vqdesk.runtime.hub import EventHub

GONE = Problem("The server is gone.", "Nobody answers at http://a:8188.", "Start it.")
ANYWHERE = sample_job(needs="n1")
ON_FIRST = replace(ANYWHERE, lane_pin=LaneId(1))
DONE = replace(ANYWHERE, counts=Counts(succeeded=1))


@dataclass
class Running:
    """As much of a runtime as a watcher needs."""

    hub: EventHub = field(default_factory=EventHub)


def waits(job, *events):
    """True when waiting goes on; else raises what ends it."""
    runtime = Running()
    watcher = Watcher(runtime, patience_s=-1)
    for event in events:
        runtime.hub.post(event)
    watcher.wait([job])
    return True


def lane(number, state):
    return LaneChanged(
        LaneId(number), f"lane {number}", "comfyui", state, problem=GONE if state == "offline" else None
    )


def test_a_lane_that_is_away_for_long_ends_the_wait_only_when_no_other_can_run_the_job():
    assert waits(ANYWHERE)
    assert waits(ANYWHERE, lane(1, "connecting"))
    assert waits(ANYWHERE, lane(1, "offline"), lane(2, "online"))
    assert waits(ANYWHERE, lane(2, "online"), lane(1, "offline"))
    assert waits(ON_FIRST, lane(1, "offline"), lane(1, "online"))
    assert waits(DONE, lane(1, "offline"))
    for job, events in (
        (ANYWHERE, [lane(1, "offline")]),
        (ANYWHERE, [lane(1, "offline"), lane(2, "offline")]),
        (ON_FIRST, [lane(1, "offline"), lane(2, "online")]),
    ):
        with pytest.raises(EngineUnreachable) as error:
            waits(job, *events)
        assert error.value.problem.cause == GONE.cause
        assert "wait in the queue" in error.value.problem.remedy


def test_what_no_engine_can_run_ends_the_wait_unless_something_else_runs():
    stuck = QueueChanged(False, 0, 1, "Job 1 waits: no connected engine has the node X.", frozenset({"n1"}))
    with pytest.raises(EngineRejected) as error:
        waits(ANYWHERE, stuck)
    assert "node X" in error.value.problem.cause
    assert waits(replace(ANYWHERE, counts=Counts(pending=1, running=1)), stuck)


def test_lanes_that_paused_themselves_end_the_wait_unless_another_goes_on():
    paused = NightChanged("nothing", rests=(LaneRest(LaneId(1), "lane 1", "failures", "", GONE),))
    for job, events in ((ANYWHERE, [lane(1, "online")]), (ON_FIRST, [lane(1, "online"), lane(2, "online")])):
        with pytest.raises(EngineRejected) as error:
            waits(job, *events, paused)
        assert "resume" in error.value.problem.remedy
    assert waits(ANYWHERE, lane(1, "online"), lane(2, "online"), paused)
    assert waits(replace(ANYWHERE, counts=Counts(pending=1, running=1)), lane(1, "online"), paused)
    quiet = NightChanged("nothing", rests=(LaneRest(LaneId(1), "lane 1", "quiet", "2026-11-22T07:00"),))
    assert waits(ANYWHERE, lane(1, "online"), quiet)


def test_a_fault_of_the_worker_ends_the_wait():
    with pytest.raises(UserError, match="It broke"):
        waits(ANYWHERE, WorkerFailed(Problem("It broke.", "Why.", "Do this.")))


def test_a_full_disk_is_told_as_such_however_deep_it_was_found():
    full = OutputUnwritable("The file could not be written.", "The disk is full.", "Free some space.")
    group = ExceptionGroup("lane", [ExceptionGroup("follower", [full])])
    assert problem_of(group, "A fault.", "Send the log.") == full.problem
    ours = problem_of(ExceptionGroup("lane", [KeyError("x")]), "A fault.", "Send the log.")
    assert (ours.summary, ours.cause, ours.remedy) == ("A fault.", "KeyError: 'x'", "Send the log.")
