"""What a batch is asked for, what comes out of it, and what is told on the way."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from vqdesk.domain.errors import Problem


class AutoStage(StrEnum):
    """Which stages run (R-A3)."""

    CAPTION = "caption"
    MOTION = "motion"
    BOTH = "both"

    @property
    def stages(self) -> tuple["AutoStage", ...]:
        """The single ones, in order."""
        return (AutoStage.CAPTION, AutoStage.MOTION) if self is AutoStage.BOTH else (self,)


@dataclass(frozen=True, slots=True)
class AutoImage:
    """An image on its way. `texts`: one motion prompt a clip. `notes` are remarks in words; seconds per stage."""

    path: str
    caption: str = ""
    texts: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    problem: Problem | None = None
    caption_s: float = 0.0
    motion_s: float = 0.0
    is_cached: bool = False  # the caption came from the cache


@dataclass(frozen=True, slots=True)
class BatchStep:
    """A step of a batch that is not an image, and how long it took: load, swap, unload, free, wait."""

    name: str
    words: str
    seconds: float = 0.0
    is_done: bool = False


@dataclass(frozen=True, slots=True)
class ImageNext:
    """Image `number` of `total`, counted from 1, is next in this stage."""

    stage: str
    path: str
    number: int
    total: int


@dataclass(frozen=True, slots=True)
class AutoBatch:
    """The end of a batch. `problem` says why it ended early; what was done by then is in `images`."""

    images: tuple[AutoImage, ...]
    caption_model: str
    motion_model: str
    seconds: float
    steps: tuple[BatchStep, ...] = ()
    problem: Problem | None = None

    @property
    def failed(self) -> Sequence[AutoImage]:
        return [one for one in self.images if one.problem]


@dataclass(frozen=True, slots=True)
class AutoRunTold:
    """Something of a batch of the window (app event): an image is next or done, a step, or the end."""

    run: int
    what: BatchStep | ImageNext | AutoImage | AutoBatch

    @property
    def merge_key(self) -> Hashable | None:
        return None
