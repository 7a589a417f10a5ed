"""Each mode offers its workflows and asks for what they need, and keeps what it had."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from vqdesk.domain.modes import Mode, as_used, belongs, mode_of, offered
from vqdesk.domain.workflow import Category, InputSpec, WorkflowDefinition
from vqdesk.domain.workspace import WorkspaceState
from vqdesk.locations import workflows_dir
from vqdesk.services.workflows import WorkflowLibrary


@pytest.fixture(scope="module")
def shipped(tmp_path_factory) -> Sequence[WorkflowDefinition]:
    return WorkflowLibrary(workflows_dir(), tmp_path_factory.mktemp("own")).shelf().definitions


def test_every_shipped_workflow_has_a_mode_and_every_mode_a_workflow(shipped) -> None:
    for definition in shipped:
        assert any(belongs(definition, mode) for mode in Mode), definition.name
    for mode in Mode:
        assert offered(shipped, mode), mode


@pytest.mark.parametrize(
    ("mode", "kinds"),
    [
        (Mode.SINGLE, {"image"}),
        (Mode.TEXT_TO_IMAGE, {""}),
        (Mode.IMAGE_TO_IMAGE, {"image"}),
        (Mode.VIDEO_UPSCALE, {"video"}),
        (Mode.IMAGE_UPSCALE, {"image"}),
    ],
)
def test_a_mode_asks_only_for_what_it_needs(shipped, mode, kinds) -> None:
    assert {one.input.kind if one.input else "" for one in offered(shipped, mode)} == kinds


def test_single_takes_exactly_one_image_and_batch_any_number(shipped) -> None:
    move = next(one for one in shipped if one.name == "camera-move")
    single = as_used(move, Mode.SINGLE)
    assert (single.input.min, single.input.max) == (1, 1)
    assert as_used(move, Mode.BATCH).input.max is None


@pytest.mark.parametrize("category", list(Category))
@pytest.mark.parametrize("kind", ["", "image", "video"])
def test_no_definition_is_without_a_mode(shipped, category, kind) -> None:
    spec = InputSpec(kind, "1", "image") if kind else None
    odd = replace(shipped[0], category=category, input=spec)
    for current in Mode:
        mode = mode_of(odd, current)
        assert mode is current or not belongs(odd, current)


def test_switching_keeps_what_each_mode_had() -> None:
    batch = WorkspaceState(workflow="clip", values={"clip": {"frames": 77}}, inputs=("/a.jpg",), tries=2)
    upscale = replace(batch.in_mode(Mode.VIDEO_UPSCALE), workflow="big", inputs=("/v.mp4",))
    assert (upscale.tries, upscale.own_values) == (1, {})
    again = upscale.in_mode(Mode.BATCH)
    assert (again.workflow, again.own_values, again.inputs, again.tries) == (
        "clip",
        {"frames": 77},
        ("/a.jpg",),
        2,
    )
    assert again.in_mode(Mode.VIDEO_UPSCALE).inputs == ("/v.mp4",)


def test_image_remembers_its_half() -> None:
    state = WorkspaceState().in_mode(Mode.IMAGE_TO_IMAGE).in_mode(Mode.BATCH)
    assert state.image_mode is Mode.IMAGE_TO_IMAGE
