"""How far an image is with auto prompts: nothing that the user wrote or approved is overwritten unasked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vqdesk.domain.errors import Problem
from vqdesk.domain.prompt_modes import AutoState, AutoStep, after


@given(st.lists(st.sampled_from(AutoStep)))
def test_what_is_ready_stays_ready_until_the_user_clears_it(steps: list[AutoStep]) -> None:
    state = AutoState.EMPTY
    for step in steps:
        found = after(state, step)
        if isinstance(found, Problem):
            assert found.summary and found.cause and found.remedy
            continue
        if state is AutoState.READY:
            assert found is (AutoState.EMPTY if step is AutoStep.CLEAR else AutoState.READY)
        state = found


@pytest.mark.parametrize(
    ("state", "step", "reason"),
    [
        (AutoState.EMPTY, AutoStep.WRITE, "without a caption"),
        (AutoState.READY, AutoStep.WRITE, "written or approved by you"),
        (AutoState.EMPTY, AutoStep.APPROVE, "nothing to approve"),
        (AutoState.CAPTIONED, AutoStep.APPROVE, "nothing to approve"),
    ],
)
def test_an_impossible_step_is_explained(state: AutoState, step: AutoStep, reason: str) -> None:
    problem = after(state, step)
    assert isinstance(problem, Problem)
    assert reason in problem.summary


def test_the_usual_way_and_an_agreed_overwriting() -> None:
    state: AutoState | Problem = AutoState.EMPTY
    for step in (AutoStep.CAPTION, AutoStep.WRITE, AutoStep.APPROVE):
        assert isinstance(state, AutoState)
        state = after(state, step)
    assert state is AutoState.READY
    assert after(AutoState.READY, AutoStep.WRITE, overwrite=True) is AutoState.WRITTEN
