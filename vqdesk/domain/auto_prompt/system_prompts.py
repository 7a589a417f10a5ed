"""System prompts of both stages, and the placeholders that they may hold."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from vqdesk.domain.auto_prompt.context import WorkflowContext
from vqdesk.domain.errors import ParameterInvalid
from vqdesk.domain.parameters import similar_names

_PLACEHOLDER: Final = re.compile(r"\{([A-Za-z_]+)\}")
_LONGEST: Final = 20_000


class PromptName(StrEnum):
    """The shipped ones: for captions, for one motion prompt, for one a clip."""

    CAPTION = "caption"
    MOTION = "motion"
    MOTION_CLIPS = "motion-clips"


@dataclass(frozen=True, slots=True)
class SystemPrompt:
    """`shipped` is what a reset brings back."""

    name: PromptName
    text: str
    shipped: str

    @property
    def is_own(self) -> bool:
        """Whether the user has changed it."""
        return self.text != self.shipped


def placeholders(name: PromptName) -> tuple[str, ...]:
    """What may stand in braces in this prompt."""
    return () if name is PromptName.CAPTION else tuple(WorkflowContext().facts())


def check_prompt(name: PromptName, text: str) -> None:
    """Raises ParameterInvalid for an empty or endless text, or an unknown placeholder."""
    if not text.strip():
        raise ParameterInvalid(
            name, "The system prompt is empty.", "The model would not know what to do.", "Reset it."
        )
    if len(text) > _LONGEST:
        raise ParameterInvalid(
            name, "The system prompt is too long.", f"It has more than {_LONGEST} characters.", "Shorten it."
        )
    known = placeholders(name)
    for found in _PLACEHOLDER.finditer(text):
        if found[1] not in known:
            line = text.count("\n", 0, found.start()) + 1
            raise ParameterInvalid(
                name,
                f"The system prompt has an unknown placeholder “{found[0]}”.",
                f"It stands in line {line}.",
                similar_names(found[1], known, "Placeholders are") or "This prompt has no placeholders.",
            )


def filled(text: str, facts: Mapping[str, str]) -> str:
    """The text with its placeholders replaced; others stay."""
    return _PLACEHOLDER.sub(lambda found: facts.get(found[1], found[0]), text)


def version_of(*parts: str) -> str:
    """Sixteen characters that change with any of the parts."""
    return hashlib.sha256("\x00".join(parts).encode()).hexdigest()[:16]
