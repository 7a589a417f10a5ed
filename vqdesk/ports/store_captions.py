"""What language models have written, kept so that nothing is asked twice."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class CaptionKey:
    """A picture's content, the model, and the version of everything that it was told."""

    sha256: str
    model: str
    prompt_version: str


@dataclass(frozen=True, slots=True)
class KeptTexts:
    """How many are kept."""

    captions: int
    motions: int


class CaptionStore(Protocol):
    """Captions by picture, motion prompts by caption. Like all stores: blocking, every method one transaction."""

    def caption(self, key: CaptionKey) -> str | None: ...

    def keep_caption(self, key: CaptionKey, text: str) -> None:
        """Replaces an older one."""
        ...

    def motion(self, version: str, model: str) -> tuple[str, ...] | None:
        """Texts of the clips; `version` stands for caption, system prompt, workflow and variant."""
        ...

    def keep_motion(self, version: str, model: str, texts: Sequence[str]) -> None:
        """Replaces older ones."""
        ...

    def kept(self) -> KeptTexts: ...

    def clear(self) -> None:
        """Forgets all of them."""
        ...
