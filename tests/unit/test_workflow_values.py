"""Values of a form: precedence, rules, and the words for what is wrong."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vqdesk.domain.parameters import (
    Choice,
    Parameter,
    ParameterType,
    VisibleWhen,
    check_value,
    nearest_values,
)
from vqdesk.domain.workflow import (
    Category,
    WorkflowDefinition,
    check_values,
    effective_values,
    is_visible,
    patch_for,
    values_from_text,
)

LENGTH = Parameter(
    "length", "Frames", ParameterType.INT, 81, ("i2v.length",), min=5, max=241, frames_rule="4n+1", unit="frames"
)
WIDTH = Parameter("width", "Width", ParameterType.INT, 832, ("i2v.width",), min=16, max=4096, multiple_of=16)
STEPS = Parameter("steps", "Steps", ParameterType.INT, 4, ("hi.steps", "lo.steps"), min=1, max=60)
SPLIT = Parameter("split", "Split", ParameterType.INT, 2, ("hi.end",), min=1, less_than="steps")
CFG = Parameter("cfg", "CFG", ParameterType.FLOAT, 1.0, ("hi.cfg",), min=1, max=20)
TILED = Parameter("tiled", "Tiled", ParameterType.BOOL, False, ("dec.tiled",))
METHOD = Parameter(
    "method",
    "Method",
    ParameterType.CHOICE,
    "lanczos",
    ("s.method",),
    choices=(Choice("lanczos", "Lanczos"), Choice("area", "Area")),
    visible_when=VisibleWhen("tiled", (True,)),
)
TEXT = Parameter("positive_prompt", "Prompt", ParameterType.TEXT, "", ("pos.text",), multiline=True)
SIZE = Parameter(
    "size", "Size", ParameterType.RESOLUTION, "832x480", ("e.width", "e.height"), min=16, max=4096, multiple_of=16
)
SEED = Parameter("seed", "Seed", ParameterType.SEED, "random", ("hi.noise_seed",))
DEFINITION = WorkflowDefinition(
    name="wan",
    title="WAN",
    category=Category.VIDEO_GEN,
    task_type="image_to_video",
    template={},
    template_hash="",
    parameters=(LENGTH, WIDTH, STEPS, SPLIT, CFG, TILED, METHOD, TEXT, SIZE, SEED),
    outputs=("save",),
)


def words(**values):
    return [error.problem.sentence() for error in check_values(DEFINITION, values)]


def test_right_values_raise_nothing():
    assert (
        words(length=77, width=640, steps=8, cfg=2, tiled=True, method="area", size="640x480", seed="random") == []
    )
    assert words(seed=0, positive_prompt="über den See") == []
    assert words() == []


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"length": 80}, "Frames cannot be 80. It must be 4·n + 1. The nearest right values are 77 and 81."),
        ({"length": 1}, "Frames cannot be 1. It must be from 5 to 241. The nearest right value is 5."),
        (
            {"width": 641},
            "Width cannot be 641. It must be a multiple of 16. The nearest right values are 640 and 656.",
        ),
        ({"cfg": 20.5}, "CFG cannot be 20.5. It must be from 1 to 20. The nearest right value is 20."),
        ({"cfg": float("nan")}, "CFG cannot be nan. It takes a finite number. Give a number from 1 to 20."),
        ({"steps": "many"}, "Steps cannot be “many”. It takes a whole number. Give a whole number from 1 to 60."),
        ({"tiled": "maybe"}, "Tiled cannot be “maybe”. It is a switch. Use true or false."),
        ({"method": "lanczo"}, "Method cannot be “lanczo”. It is not one of the choices. Did you mean “lanczos”?"),
        ({"size": "big"}, "Size cannot be “big”. It takes width x height in pixels. Write it like 1280x720."),
        (
            {"size": "830x480"},
            "Size cannot be “830x480”. Both sides must be from 16 to 4096, in multiples of 16."
            " The nearest right value is 816x480.",
        ),
        ({"positive_prompt": 7}, "Prompt cannot be 7. It takes text. Give it as text."),
        (
            {"step": 4},
            "The workflow “wan” has no parameter “step”. None of its 10 parameters has that name."
            " Did you mean “steps”?",
        ),
        ({"split": 4}, "Split cannot be 4. It must be less than Steps, which is 4. Lower it, or raise Steps."),
        ({"steps": 2}, "Split cannot be 2. It must be less than Steps, which is 2. Lower it, or raise Steps."),
    ],
)
def test_a_wrong_value_is_named_with_the_rule_and_the_way_out(values, expected):
    assert words(**values) == [expected]


@pytest.mark.parametrize("value", [-1, 2**53, 1.5, True, "soon", None])
def test_a_seed_is_random_or_a_whole_number_that_json_can_carry(value):
    assert "Seed cannot be" in words(seed=value)[0]


def test_switches_are_no_numbers_and_enormous_numbers_do_not_crash():
    assert words(steps=True)
    assert "more than 30 digits" in words(steps=10**400)[0]


def test_every_wrong_value_is_named_at_once_and_carries_its_parameter():
    errors = check_values(DEFINITION, {"length": 80, "width": 1, "nothing": 1})
    assert sorted(error.parameter for error in errors) == ["length", "nothing", "width"]


@given(st.integers(-(10**9), 10**9))
def test_the_nearest_values_are_right_ones_and_none_lies_between(value):
    found = nearest_values(LENGTH, value)
    assert 1 <= len(found) <= 2
    assert all(check_value(LENGTH, one) is None for one in found)
    if check_value(LENGTH, value) is None:
        assert found == (value,)
    elif 5 < value < 241:
        assert found[0] < value < found[1]
        assert found[1] - found[0] == 4


def test_a_value_of_the_file_beats_the_form_and_the_form_beats_the_default():
    values = effective_values(DEFINITION, {"steps": 6, "width": 640}, {"steps": 8})
    assert (values["steps"], values["width"], values["length"]) == (8, 640, 81)


def test_values_go_to_every_bound_input_and_seeds_are_left_to_the_prompts():
    patch = patch_for(DEFINITION, {"steps": 6, "size": "640 x 480", "cfg": 2, "seed": 5})
    assert patch == {"hi.steps": 6, "lo.steps": 6, "e.width": 640, "e.height": 480, "hi.cfg": 2.0}
    assert isinstance(patch["hi.cfg"], float)


def test_words_of_a_command_line_become_typed_values_or_stay_for_the_check():
    texts = {"steps": "6", "cfg": "2.5", "tiled": "on", "method": "area", "seed": "42", "positive_prompt": "7"}
    assert values_from_text(DEFINITION, texts) == {
        "steps": 6,
        "cfg": 2.5,
        "tiled": True,
        "method": "area",
        "seed": 42,
        "positive_prompt": "7",
    }
    assert values_from_text(DEFINITION, {"steps": "six", "seed": "random", "x": "1"}) == {
        "steps": "six",
        "seed": "random",
        "x": "1",
    }


def test_a_parameter_shows_only_under_its_condition():
    assert is_visible(METHOD, {"tiled": True})
    assert not is_visible(METHOD, {"tiled": False})
    assert is_visible(replace(METHOD, visible_when=None), {})
