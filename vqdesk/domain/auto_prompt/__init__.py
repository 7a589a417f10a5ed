"""Two stages from an image to a motion prompt: the rules, without any I/O."""

from vqdesk.domain.auto_prompt.cleaning import clean
from vqdesk.domain.auto_prompt.clips import ClipTexts, read_clips, schema_for
from vqdesk.domain.auto_prompt.context import WorkflowContext, workflow_context
from vqdesk.domain.auto_prompt.duplicates import DuplicateGuard
from vqdesk.domain.auto_prompt.faults import ENDS_BATCH, RETRIED_ONCE, LlmFailed, LlmFault
from vqdesk.domain.auto_prompt.markers import markers
from vqdesk.domain.auto_prompt.models import choosable, match_model, same_model
from vqdesk.domain.auto_prompt.results import AutoBatch, AutoImage, AutoRunTold, AutoStage, BatchStep, ImageNext
from vqdesk.domain.auto_prompt.sharing import sharers
from vqdesk.domain.auto_prompt.system_prompts import (
    PromptName,
    SystemPrompt,
    check_prompt,
    filled,
    placeholders,
    version_of,
)
from vqdesk.domain.auto_prompt.wishes import TextWish, awaiting_words, wish_from_json, wish_to_json

__all__ = [
    "ENDS_BATCH",
    "RETRIED_ONCE",
    "AutoBatch",
    "AutoImage",
    "AutoRunTold",
    "AutoStage",
    "BatchStep",
    "ClipTexts",
    "DuplicateGuard",
    "ImageNext",
    "LlmFailed",
    "LlmFault",
    "PromptName",
    "SystemPrompt",
    "TextWish",
    "WorkflowContext",
    "awaiting_words",
    "check_prompt",
    "choosable",
    "clean",
    "filled",
    "markers",
    "match_model",
    "placeholders",
    "read_clips",
    "same_model",
    "schema_for",
    "sharers",
    "version_of",
    "wish_from_json",
    "wish_to_json",
    "workflow_context",
]
