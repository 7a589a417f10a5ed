"""What a workspace is for: each mode shows only its workflows and asks only for what they need (R-S2)."""

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Final

from vqdesk.domain.workflow import Category, WorkflowDefinition


class Mode(StrEnum):
    """Six kinds of work; the window shows the two that make pictures as one."""

    BATCH = "batch"
    SINGLE = "single"
    TEXT_TO_IMAGE = "text_to_image"
    IMAGE_TO_IMAGE = "image_to_image"
    VIDEO_UPSCALE = "video_upscale"
    IMAGE_UPSCALE = "image_upscale"


IMAGE_MODES: Final = (Mode.TEXT_TO_IMAGE, Mode.IMAGE_TO_IMAGE)
"""The two halves of “Image”."""


def belongs(definition: WorkflowDefinition, mode: Mode) -> bool:
    """Whether the mode offers this workflow."""
    kind = definition.input.kind if definition.input else ""
    category = definition.category
    match mode:
        case Mode.BATCH:
            return category in (Category.VIDEO_GEN, Category.TOOL)
        case Mode.SINGLE:
            return category in (Category.VIDEO_GEN, Category.TOOL) and kind == "image" and _takes_one(definition)
        case Mode.TEXT_TO_IMAGE:
            return category is Category.IMAGE_GEN and not kind
        case Mode.IMAGE_TO_IMAGE:
            return category is Category.EDIT or (category is Category.IMAGE_GEN and bool(kind))
        case Mode.VIDEO_UPSCALE:
            return category is Category.VIDEO_UPSCALE
        case Mode.IMAGE_UPSCALE:
            return category is Category.IMAGE_UPSCALE


def mode_of(definition: WorkflowDefinition, current: Mode) -> Mode:
    """The current mode when it offers the workflow, else the first that does."""
    modes: tuple[Mode, ...] = (current, *Mode)
    return next(mode for mode in modes if belongs(definition, mode))


def as_used(definition: WorkflowDefinition, mode: Mode) -> WorkflowDefinition:
    """The workflow as the mode asks for it: Single takes exactly one image."""
    if mode is Mode.SINGLE and definition.input is not None:
        return replace(definition, input=replace(definition.input, min=1, max=1))
    return definition


def offered(definitions: Sequence[WorkflowDefinition], mode: Mode) -> tuple[WorkflowDefinition, ...]:
    """The workflows of a mode, in their order."""
    return tuple(one for one in definitions if belongs(one, mode))


def _takes_one(definition: WorkflowDefinition) -> bool:
    return definition.input is not None and definition.input.min <= 1
