"""What a job wants written for its images, checked when it is submitted."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from vqdesk.domain.auto_prompt import TextWish, workflow_context
from vqdesk.domain.errors import ParameterInvalid
from vqdesk.domain.media import MediaKind
from vqdesk.domain.workflow import WorkflowDefinition, patch_for
from vqdesk.services.staging import input_path


@dataclass(frozen=True, slots=True)
class AutoTexts:
    """Language models write the texts of all images that have none of their own, before the job runs.

    `captions` by path are given ones. Models and system prompts are "" where the settings hold.
    """

    captions: Mapping[str, str] = field(default_factory=dict)
    caption_model: str = ""
    motion_model: str = ""
    system: str = ""
    caption_system: str = ""


def text_wish(definition: WorkflowDefinition, values: Mapping[str, Any], asked: AutoTexts) -> TextWish:
    """Where the texts of a workflow go, with these values. Raises ParameterInvalid without a place for them."""
    context = workflow_context(definition, values)
    bindings = tuple(tuple(patch_for(definition, {name: ""})) for name in context.parameters)
    if not all(bindings):
        raise ParameterInvalid(
            context.parameters[0],
            f"“{definition.title}” takes no text.",
            "Automatic prompts would have no place to go.",
            "Submit it without automatic prompts.",
        )
    if definition.input is None or definition.input.kind != MediaKind.IMAGE:
        raise ParameterInvalid(
            context.parameters[0],
            f"“{definition.title}” takes no images.",
            "Automatic prompts are written from images.",
            "Submit it without automatic prompts.",
        )
    return TextWish(
        context,
        bindings,
        {str(input_path(path)): text for path, text in asked.captions.items() if text},
        asked.caption_model,
        asked.motion_model,
        asked.system,
        asked.caption_system,
    )
