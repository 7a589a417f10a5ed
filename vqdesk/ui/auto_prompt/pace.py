"""How far a batch is, how fast, and how long it will take: from what it tells."""

from dataclasses import dataclass, field

from vqdesk.domain.auto_prompt import AutoImage, AutoStage, BatchStep, ImageNext
from vqdesk.domain.estimates import Span

_LOW, _HIGH = 0.8, 1.3
_MINUTE_S = 60.0
_KEPT_S = 0.05
"""Sooner nobody has written: the text was kept from another time."""


@dataclass(slots=True)
class StageFacts:
    """One stage: images that are done of all, and what those cost that did not come from the cache."""

    done: int = 0
    total: int = 0
    seconds: float = 0.0
    timed: int = 0

    def take(self, seconds: float, *, is_timed: bool) -> None:
        """One more is done."""
        self.done += 1
        if is_timed:
            self.seconds += seconds
            self.timed += 1


@dataclass(slots=True)
class BatchPace:
    """Images go through `stages`, one after the other."""

    stages: tuple[AutoStage, ...]
    facts: dict[str, StageFacts] = field(default_factory=dict)
    stage: str = ""
    path: str = ""
    step: BatchStep | None = None
    steps: list[BatchStep] = field(default_factory=list)

    def take(self, what: BatchStep | ImageNext | AutoImage) -> None:
        """Something was told."""
        if isinstance(what, BatchStep):
            self.step = None if what.is_done else what
            if what.is_done:
                self.steps.append(what)
        elif isinstance(what, ImageNext):
            self.step, self.stage, self.path = None, what.stage, what.path
            facts = self.facts.setdefault(what.stage, StageFacts())
            facts.total = facts.done + what.total - what.number + 1
        else:
            self._take_image(what)

    @property
    def fraction(self) -> float:
        """Of the whole batch, 0 to 1: both stages count the same, nobody knows better."""
        parts = [self.facts.get(stage, StageFacts()) for stage in self.stages]
        done = sum(part.done / part.total for part in parts if part.total)
        return min(1.0, done / len(self.stages))

    @property
    def per_minute(self) -> float | None:
        """Images a minute in the running stage; None before the first."""
        each = self._each_s()
        return _MINUTE_S / each if each else None

    @property
    def left(self) -> Span | None:
        """Seconds until the running stage has ended; None before its first image."""
        facts, each = self.facts.get(self.stage), self._each_s()
        if facts is None or each is None or facts.done >= facts.total:
            return None
        middle = each * (facts.total - facts.done)
        return Span(middle * _LOW, middle * _HIGH)

    def _each_s(self) -> float | None:
        facts = self.facts.get(self.stage)
        return facts.seconds / facts.timed if facts and facts.timed else None

    def _take_image(self, image: AutoImage) -> None:
        is_motion = self.stage == AutoStage.MOTION
        seconds = image.motion_s if is_motion else image.caption_s
        is_timed = seconds > _KEPT_S and (is_motion or not image.is_cached)
        self.facts.setdefault(self.stage, StageFacts()).take(seconds, is_timed=is_timed)
        self.path = ""
