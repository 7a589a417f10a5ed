"""What a workspace remembers, whatever is in the file."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vqdesk.domain.modes import Mode
from vqdesk.domain.workspace import STATE_VERSION, WorkspaceState, from_json, read_state, to_json

STATE = WorkspaceState(
    workflow="clip",
    values={"clip": {"frames": 77, "prompt": "Slow push in", "loop": True}, "other": {"scale": 2.5}},
    inputs=("/photos/b.jpg", "/photos/a.jpg"),
    tries=3,
    job_name="dusk",
    open_groups=("Sampling",),
)


def test_everything_comes_back() -> None:
    assert from_json(to_json(STATE)) == STATE


def test_only_changed_values_are_remembered_and_each_workflow_has_its_own() -> None:
    state = STATE.with_value("frames", 81, default=81).with_value("prompt", "Still", default="")
    assert state.own_values == {"prompt": "Still", "loop": True}
    assert state.values["other"] == {"scale": 2.5}


def test_false_is_not_the_default_zero() -> None:
    assert WorkspaceState(workflow="w").with_value("x", False, default=0).own_values == {"x": False}


def test_a_number_that_cannot_be_read_is_kept_as_typed() -> None:
    state = WorkspaceState(workflow="clip", tries="two").with_value("frames", "8o", default=81)
    assert from_json(to_json(state)) == state


@pytest.mark.parametrize("text", ["", "{", "null", "[]", "7", '"x"', "\x00"])
def test_garbage_gives_an_empty_workspace(text: str) -> None:
    assert from_json(text) == WorkspaceState()


def test_wrong_parts_are_left_out_and_the_right_ones_stay() -> None:
    raw = {
        "workflow": "clip",
        "values": {"clip": {"frames": 77, "bad": [1], "worse": None}, "other": "x"},
        "inputs": ["/a.jpg", 3, "", "/a.jpg", "/b.jpg"],
        "tries": True,
        "open_groups": {"a": 1},
        "from_the_future": 1,
    }
    state = from_json(json.dumps(raw))
    assert state == WorkspaceState(workflow="clip", values={"clip": {"frames": 77}}, inputs=("/a.jpg", "/b.jpg"))


def test_groups_open_and_close() -> None:
    state = STATE.with_group("Models", True).with_group("Sampling", False)
    assert state.open_groups == ("Models",)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
KEYS = st.sampled_from(list(json.loads(to_json(WorkspaceState()))))


@given(KEYS, JSON)
def test_whatever_one_part_is_the_others_are_read(key: str, nonsense: object) -> None:
    raw = json.loads(to_json(STATE)) | {key: nonsense}
    read = read_state(json.dumps(raw))
    if key not in ("mode", "workflow", "values"):
        assert read.state.own_values == STATE.own_values
    if key != "inputs":
        assert read.state.inputs == STATE.inputs
    assert to_json(from_json(to_json(read.state))) == to_json(read.state)


@given(st.text(max_size=200))
def test_any_text_is_taken(text: str) -> None:
    assert isinstance(from_json(text), WorkspaceState)


def test_every_mode_comes_back() -> None:
    state = replace(STATE, is_changed=True, scroll=120).in_mode(Mode.IMAGE_TO_IMAGE)
    state = replace(state, inputs=("/c.png",)).in_mode(Mode.VIDEO_UPSCALE)
    assert from_json(to_json(state)) == state
    assert from_json(to_json(state)).in_mode(Mode.BATCH).own_values == STATE.own_values


def test_what_was_lost_is_named() -> None:
    raw = {"values": {"clip": {"frames": [1]}}, "tries": None, "parked": {"nonsense": {}}}
    assert set(read_state(json.dumps(raw)).lost) == {"frames of clip", "tries", "parked: nonsense"}
    assert read_state("{").lost == ("everything",)
    assert read_state("").lost == ()
    assert read_state("{}").lost == ()


def test_an_older_state_is_whole_and_a_newer_one_is_not() -> None:
    assert read_state('{"version": 1, "workflow": "clip"}').lost == ()
    assert read_state(json.dumps({"version": STATE_VERSION + 1})).lost


def test_half_of_a_character_can_be_stored() -> None:
    state = read_state('{"inputs": ["/photos/\\ud83d.jpg"], "job_name": "\\udc80"}').state
    assert from_json(to_json(state).encode().decode()) == state
