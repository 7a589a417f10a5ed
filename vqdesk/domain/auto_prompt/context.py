"""What stage 2 must know of the workflow: how many clips, how long, which moments (R-A4)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from vqdesk.domain.auto_prompt.markers import markers
from vqdesk.domain.parameters import ParameterType
from vqdesk.domain.shaping import shaped
from vqdesk.domain.timing import clip_timing
from vqdesk.domain.workflow import WorkflowDefinition

SINGLE = "positive_prompt"
_STAGED = re.compile(r"positive_prompt_stage(\d+)")


@dataclass(frozen=True, slots=True)
class WorkflowContext:
    """`parameters` take the texts, in order; `frames` and `fps` are those of one clip, 0 for still pictures."""

    workflow: str = ""
    title: str = ""
    parameters: tuple[str, ...] = (SINGLE,)
    frames: int = 0
    fps: float = 0.0

    @property
    def clips(self) -> int:
        return len(self.parameters)

    @property
    def seconds(self) -> float:
        """Length of one clip."""
        return self.frames / self.fps if self.fps else 0.0

    @property
    def markers(self) -> tuple[str, ...]:
        return markers(self.frames, self.fps) if self.frames and self.fps else ()

    def facts(self) -> dict[str, str]:
        """The placeholders of a motion system prompt."""
        return {
            "workflow": self.title or "image to video",
            "clips": str(self.clips),
            "seconds": f"{self.seconds:.1f}",
            "total_seconds": f"{self.seconds * self.clips:.1f}",
            "frames": str(self.frames),
            "fps": f"{self.fps:g}",
            "markers": ", ".join(self.markers),
        }


def workflow_context(definition: WorkflowDefinition, values: Mapping[str, Any]) -> WorkflowContext:
    """Of a workflow with these values of the form: split prompts are recognised by `positive_prompt_stageN`."""
    made = shaped(definition, values)
    texts = {p.name for p in made.parameters if p.type is ParameterType.TEXT}
    staged = sorted((int(found[1]), name) for name in texts if (found := _STAGED.fullmatch(name)))
    timing = clip_timing(definition, values)
    return WorkflowContext(
        definition.name,
        definition.title,
        tuple(name for _, name in staged) or (SINGLE,),
        timing.frames_per_stage if timing else 0,
        timing.fps if timing else 0.0,
    )
