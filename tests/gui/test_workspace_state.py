"""What a workspace remembers, whatever is in the file."""

import json

import pytest

from vqdesk.domain.workspace import WorkspaceState, from_json, to_json

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
