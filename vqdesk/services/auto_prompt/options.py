"""With what a batch is made."""

from dataclasses import dataclass

from vqdesk.ports import CaptionStore, Files, Pictures


@dataclass(frozen=True, slots=True)
class StageOptions:
    """`system` is the system prompt with its placeholders; `context` the tokens that the model is loaded with."""

    model: str
    system: str
    max_tokens: int
    context: int
    temperature: float


@dataclass(frozen=True, slots=True)
class AutoOptions:
    """`clips_system` replaces the motion prompt's where a workflow has several clips.

    `is_fresh`: nothing kept is used. Variants of one caption differ by `variant`. `edge` in pixels.
    """

    caption: StageOptions
    motion: StageOptions
    clips_system: str
    edge: int = 1024
    is_fresh: bool = False
    variant: int = 0


@dataclass(frozen=True, slots=True)
class AutoTools:
    """What reads pictures and keeps texts."""

    captions: CaptionStore
    files: Files
    pictures: Pictures
