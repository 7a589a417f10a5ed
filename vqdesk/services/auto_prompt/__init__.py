"""Captions and motion prompts by language models (R-A1 to R-A10)."""

from vqdesk.services.auto_prompt.generator import AutoPromptGenerator, BatchRequest, Callback, Listeners
from vqdesk.services.auto_prompt.options import AutoOptions, AutoTools, StageOptions
from vqdesk.services.auto_prompt.service import AutoOverrides, AutoPromptService, LlmState
from vqdesk.services.auto_prompt.system_prompts import SystemPromptShelf, read_prompt_file

__all__ = [
    "AutoOptions",
    "AutoOverrides",
    "AutoPromptGenerator",
    "AutoPromptService",
    "AutoTools",
    "BatchRequest",
    "Callback",
    "Listeners",
    "LlmState",
    "StageOptions",
    "SystemPromptShelf",
    "read_prompt_file",
]
