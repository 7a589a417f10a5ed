"""What the prompt table adds to a submission."""

from dataclasses import replace

import pytest
from clip_samples import clip_definition

from vqdesk.domain.auto_rows import AutoRow
from vqdesk.domain.parameters import Parameter, ParameterType
from vqdesk.domain.prompt_modes import PromptMode
from vqdesk.domain.prompt_plan import may_differ, prompt_plan, shown_columns, written_names
from vqdesk.domain.workflow import InputSpec
from vqdesk.domain.workspace import WorkspaceState, from_json, to_json

TEXT = Parameter("prompt", "Prompt", ParameterType.TEXT, "", ("1.text",), multiline=True)
STEPS = Parameter("steps", "Steps", ParameterType.INT, 4, ("2.steps",), min=1, max=50)
CLIP = clip_definition(TEXT, STEPS)
STATE = WorkspaceState(
    workflow="clip",
    inputs=("/a.jpg", "/b.jpg"),
    prompt_mode=PromptMode.EACH,
    rows={"/a.jpg": {"prompt": "waves", "steps": 9}, "/b.jpg": {"prompt": "gulls"}, "/gone.jpg": {"prompt": "x"}},
    columns=("steps",),
)


def test_only_the_inputs_at_hand_count_and_only_in_the_table() -> None:
    assert prompt_plan(CLIP, STATE).per_file == {k: STATE.rows[k] for k in ("/a.jpg", "/b.jpg")}
    assert prompt_plan(CLIP, replace(STATE, prompt_mode=PromptMode.ONE)).per_file == {}


def test_crossed_texts_are_variations_each_once_and_other_values_stay_with_their_file() -> None:
    rows = {**STATE.rows, "/b.jpg": {"prompt": "waves"}}
    plan = prompt_plan(CLIP, replace(STATE, crosses=True, rows=rows))
    assert plan.variations == ({"prompt": "waves"},)
    assert plan.per_file == {"/a.jpg": {"steps": 9}}
    assert plan.wrong == {}
    assert prompt_plan(CLIP, replace(STATE, crosses=True, rows={})).lacks_texts


def test_wrong_cells_are_named() -> None:
    plan = prompt_plan(CLIP, replace(STATE, rows={"/a.jpg": {"prompt": "x", "steps": 99}}))
    assert set(plan.wrong) == {("/a.jpg", "steps"), ("/b.jpg", "prompt")}


@pytest.mark.parametrize(("most", "differs"), [(None, True), (1, False), (5, True)])
def test_a_single_image_needs_no_table(most: int | None, differs: bool) -> None:
    assert may_differ(replace(CLIP, input=InputSpec("image", "3", "image", max=most))) is differs
    assert not may_differ(replace(CLIP, input=None))


def test_a_table_without_texts_shows_the_first_value() -> None:
    assert shown_columns(CLIP, ()) == (TEXT,)
    assert shown_columns(CLIP, ("steps",)) == (TEXT, STEPS)
    assert shown_columns(replace(CLIP, parameters=(STEPS,)), ()) == (STEPS,)


def test_the_table_is_part_of_what_a_tab_remembers() -> None:
    state = replace(STATE, crosses=True)
    assert from_json(to_json(state)) == state
    assert from_json(to_json(state).replace('"each"', '"other"')).rows == state.rows


def test_written_texts_count_once_they_are_applied() -> None:
    auto = {"a.png": AutoRow("A lake.", ({"positive_prompt": "drift"},))}
    clip = replace(CLIP, parameters=(replace(TEXT, name="positive_prompt"), STEPS))
    state = replace(STATE, rows={}, auto=auto, inputs=("a.png", "b.png"), prompt_mode=PromptMode.AUTO)
    assert written_names(clip) == ("positive_prompt",)
    plan = prompt_plan(clip, state)
    assert (plan.unapplied, plan.textless, plan.wrong) == (
        1,
        1,
        {},
    )  # empty cells will be filled
    assert prompt_plan(clip, replace(state, prompt_mode=PromptMode.EACH)).unapplied == 0
    half = prompt_plan(clip, replace(state, rows={"a.png": {"positive_prompt": "drift"}}))
    assert (half.unapplied, half.textless) == (0, 1)
    whole = replace(state, values={"clip": {"positive_prompt": "calm"}}, rows=half.per_file, auto={})
    assert prompt_plan(clip, whole).textless == 0  # the form's text counts
    assert from_json(to_json(state)) == state


def test_texts_that_are_written_in_the_queue_keep_nothing_back() -> None:
    clip = replace(CLIP, parameters=(replace(TEXT, name="positive_prompt"), STEPS))
    rows = {"/a.jpg": {"positive_prompt": "mine"}, "/b.jpg": {"steps": 7}}
    state = replace(STATE, rows=rows, prompt_mode=PromptMode.AUTO, writes_later=True)
    plan = prompt_plan(clip, state)
    assert (plan.later, plan.textless, plan.wrong, plan.per_file) == (1, 0, {}, rows)
    assert prompt_plan(clip, replace(state, crosses=True)).textless == 1  # a cross wants all texts at once
    waiting = replace(state, auto={"/b.jpg": AutoRow("", ({"positive_prompt": "drift"},))})
    assert prompt_plan(clip, waiting).unapplied == 1
    assert from_json(to_json(state)) == state


def test_a_wrong_value_is_told_while_texts_are_missing_too() -> None:
    clip = replace(CLIP, parameters=(replace(TEXT, name="positive_prompt"), STEPS))
    state = replace(STATE, rows={"/a.jpg": {"steps": 99}}, prompt_mode=PromptMode.AUTO)
    assert set(prompt_plan(clip, state).wrong) == {("/a.jpg", "steps")}


def test_nothing_is_written_from_videos() -> None:
    videos = replace(CLIP, input=replace(CLIP.input, kind="video"))
    assert written_names(videos) == ()
