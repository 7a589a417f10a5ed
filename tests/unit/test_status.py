"""The states of prompts: every state against every state, and the job's state from its prompts."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vqdesk.domain.status import (
    IN_FLIGHT,
    TRANSITIONS,
    IllegalTransition,
    PromptStatus,
    check_transition,
    is_final,
    job_status,
    sources_of,
)

LEGAL = {
    "pending": "submitting failed canceled",
    "submitting": "queued running succeeded failed canceled pending",
    "queued": "running succeeded failed canceled pending",
    "running": "succeeded failed canceled pending",
    "succeeded": "",
    "failed": "pending",
    "canceled": "pending",
}
counts = st.dictionaries(st.sampled_from(PromptStatus), st.integers(0, 3))


@pytest.mark.parametrize(("old", "new"), itertools.product(PromptStatus, PromptStatus))
def test_exactly_the_moves_of_the_design_are_legal(old, new):
    if new.value in LEGAL[old.value].split():
        check_transition(1, old, new)
        assert old in sources_of(new)
    else:
        assert old not in sources_of(new)
        with pytest.raises(IllegalTransition, match=f"prompt 1: {old.value} -> {new.value}"):
            check_transition(1, old, new)


def test_every_state_can_be_reached_and_every_open_one_can_end():
    reached = {PromptStatus.PENDING}
    while new := {target for state in reached for target in TRANSITIONS[state]} - reached:
        reached |= new
    assert reached == set(PromptStatus)
    for state in PromptStatus:
        assert is_final(state) or any(is_final(target) for target in TRANSITIONS[state])


@given(counts)
def test_a_job_runs_waits_or_ends_as_its_prompts_do(numbers):
    present = {state for state, number in numbers.items() if number}
    expected = PromptStatus.SUCCEEDED
    for state in ("canceled", "failed", "pending"):
        if state in present:
            expected = PromptStatus(state)
    if present & IN_FLIGHT:
        expected = PromptStatus.RUNNING
    assert job_status(numbers) is expected


def test_a_job_has_ended_only_when_all_prompts_have():
    for present in itertools.chain.from_iterable(itertools.combinations(PromptStatus, n) for n in range(1, 4)):
        status = job_status(dict.fromkeys(present, 1))
        assert is_final(status) == all(is_final(one) for one in present)
