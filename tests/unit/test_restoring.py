"""Remembered values meet a definition that was changed meanwhile."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vqdesk.domain.parameters import Choice, Parameter, ParameterType, check_value
from vqdesk.domain.restoring import Adjusted, restored, shape_of
from vqdesk.domain.workflow import Category, WorkflowDefinition

STEPS = Parameter("steps", "Steps", ParameterType.INT, 20, ("k.steps",), min=1, max=100)
TEXT = Parameter("prompt", "Prompt", ParameterType.TEXT, "", ("p.text",))
SAMPLER = Parameter(
    "sampler",
    "Sampler",
    ParameterType.CHOICE,
    "euler",
    ("k.sampler",),
    choices=(Choice("euler", ""), Choice("dpm", "")),
)


def made(*parameters: Parameter) -> WorkflowDefinition:
    return WorkflowDefinition("w", "W", Category.VIDEO_GEN, "tool", {}, "0", parameters, ())


BEFORE = made(STEPS, TEXT, SAMPLER)


def meet(values: dict[str, Any], *now: Parameter):
    return restored(made(*now), values, shape_of(BEFORE))


def test_an_unchanged_definition_changes_nothing_not_even_what_is_wrong() -> None:
    assert meet({"steps": 999}, STEPS, TEXT, SAMPLER).values == {"steps": 999}


def test_nothing_known_of_the_past_changes_nothing() -> None:
    assert restored(BEFORE, {"steps": 999}, {}).values == {"steps": 999}


def test_a_number_out_of_the_new_range_becomes_the_nearest_one() -> None:
    found = meet({"steps": 90, "prompt": "slow"}, replace(STEPS, max=60), TEXT, SAMPLER)
    assert found.values == {"steps": 60, "prompt": "slow"}
    assert found.adjusted == (Adjusted("Steps", 90, 60),)


def test_a_choice_that_is_gone_falls_back_to_the_default() -> None:
    found = meet({"sampler": "dpm"}, STEPS, TEXT, replace(SAMPLER, choices=(Choice("euler", ""),)))
    assert "sampler" not in found.values
    assert [one.before for one in found.adjusted] == ["dpm"]


def test_what_the_user_left_wrong_elsewhere_stays_as_typed() -> None:
    found = meet({"steps": "8o"}, STEPS, replace(TEXT, bind=("q.text",)), SAMPLER)
    assert found.values == {"steps": "8o"}
    assert found.adjusted == ()


def test_a_renamed_parameter_takes_its_value_along() -> None:
    found = meet({"prompt": "slow"}, STEPS, replace(TEXT, name="positive_prompt"), SAMPLER)
    assert found.values == {"positive_prompt": "slow"}
    assert found.gone == ()


def test_a_removed_parameter_is_named_and_keeps_its_value() -> None:
    found = meet({"prompt": "slow", "steps": 30}, STEPS, SAMPLER)
    assert found.values == {"prompt": "slow", "steps": 30}
    assert found.gone == ("prompt",)


@given(st.integers(-(10**6), 10**6), st.integers(1, 50), st.integers(64, 200), st.sampled_from([None, 8, 16]))
def test_what_was_adjusted_is_right(value: int, low: int, high: int, multiple: int | None) -> None:
    now = replace(STEPS, min=low, max=high, multiple_of=multiple, default=64)
    found = restored(made(now), {"steps": value}, shape_of(BEFORE))
    assert check_value(now, found.values.get("steps", now.default)) is None


@pytest.mark.parametrize("value", [True, "x", 1.5, ""])
def test_a_value_of_another_type_falls_back(value: object) -> None:
    now = replace(STEPS, max=99)
    found = restored(made(now), {"steps": value}, shape_of(BEFORE))
    assert check_value(now, found.values.get("steps", now.default)) is None
