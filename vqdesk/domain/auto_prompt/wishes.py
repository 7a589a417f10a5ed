"""Jobs whose texts are still to be written: what was wished, and what the job says meanwhile."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from vqdesk.domain.auto_prompt.context import WorkflowContext
from vqdesk.domain.job import PromptDraft


@dataclass(frozen=True, slots=True)
class TextWish:
    """What is written for each image, and where it goes.

    `bindings` are the inputs ("node.input") that take the text of each clip. `captions` by path are given ones.
    Models and system prompts are "" where the settings hold.
    """

    context: WorkflowContext
    bindings: tuple[tuple[str, ...], ...]
    captions: Mapping[str, str] = field(default_factory=dict)
    caption_model: str = ""
    motion_model: str = ""
    system: str = ""
    caption_system: str = ""

    def lacks_text(self, prompt: PromptDraft) -> bool:
        """Whether a prompt has no text of its own for one of the clips."""
        return any(binding not in prompt.patch for bound in self.bindings for binding in bound)

    def patch(self, texts: Sequence[str]) -> dict[str, str]:
        """Written texts as "node.input" → text."""
        return {binding: text for bound, text in zip(self.bindings, texts, strict=True) for binding in bound}


def wish_to_json(wish: TextWish) -> str:
    """For the store."""
    return json.dumps(asdict(wish), ensure_ascii=False)


def wish_from_json(text: str) -> TextWish:
    """What `wish_to_json` has made."""
    stored: dict[str, Any] = json.loads(text)
    context = stored.pop("context")
    context["parameters"] = tuple(context["parameters"])
    bindings = tuple(tuple(bound) for bound in stored.pop("bindings"))
    return TextWish(WorkflowContext(**context), bindings, **stored)


def awaiting_words(written: int, total: int, because: str = "") -> str:
    """Why the job waits, like “waits for its texts, 3 of 12 are written”."""
    if because:
        return f"waits for its texts. {because}"
    return f"waits for its texts, {written} of {total} are written" if written else "waits for its texts"
