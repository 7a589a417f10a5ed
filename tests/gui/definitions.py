"""Workflow definitions for tests of forms."""

from typing import Any

from vqdesk.domain.parameters import Choice, Parameter, ParameterType, VisibleWhen
from vqdesk.domain.workflow import Category, InputSpec, WorkflowDefinition

GRAPH = {"1": {"class_type": "LoadImage", "inputs": {"image": ""}}}


def make_definition(*parameters: Parameter, **changes: Any) -> WorkflowDefinition:
    """A definition that takes images, with these parameters."""
    fields: dict[str, Any] = {
        "name": "clip",
        "title": "Clip",
        "category": Category.VIDEO_GEN,
        "task_type": "image_to_video",
        "template": GRAPH,
        "template_hash": "0",
        "parameters": parameters,
        "outputs": ("1",),
        "input": InputSpec("image", "1", "image"),
    }
    return WorkflowDefinition(**(fields | changes))


def text(name: str = "prompt", **changes: Any) -> Parameter:
    """A text of several lines."""
    fields = {"default": "", "multiline": True} | changes
    return Parameter(name=name, label=name.title(), type=ParameterType.TEXT, bind=(f"1.{name}",), **fields)


def whole(name: str = "frames", default: int = 81, **changes: Any) -> Parameter:
    """A whole number."""
    return Parameter(
        name=name, label=name.title(), type=ParameterType.INT, default=default, bind=(f"1.{name}",), **changes
    )


def choice(name: str, values: tuple[str, ...], **changes: Any) -> Parameter:
    """One of some words; the first is the default."""
    choices = tuple(Choice(value, value.title()) for value in values)
    return Parameter(
        name=name,
        label=name.title(),
        type=ParameterType.CHOICE,
        default=values[0],
        choices=choices,
        bind=(f"1.{name}",),
        **changes,
    )


def seed() -> Parameter:
    """The seed."""
    return Parameter(name="noise", label="Seed", type=ParameterType.SEED, default="random", bind=("1.noise",))


def full_definition(**changes: Any) -> WorkflowDefinition:
    """One parameter of each kind of place."""
    return make_definition(
        text("prompt"),
        text("negative", advanced=True),
        whole("frames", frames_rule="4n+1", min=5, max=241, unit="frames"),
        choice("move", ("pan", "arc")),
        whole("angle", 30, visible_when=VisibleWhen("move", ("arc",))),
        whole("steps", 4, group="Sampling", advanced=True, min=1, max=60),
        seed(),
        **changes,
    )
