"""Inputs × tries → prompts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any, Final

from vqdesk.domain.errors import ParameterInvalid
from vqdesk.domain.job import PromptDraft
from vqdesk.domain.parameters import MAX_SEED, RANDOM_SEED
from vqdesk.domain.workflow import WorkflowDefinition

RANDOM_SEEDS_BELOW: Final = 2**50
"""Random seeds stay below this, as in ComfyUI's own frontend."""


@dataclass(frozen=True, slots=True)
class Source:
    """One staged input with the values that only its prompts have. `seed` None means: the job's seed."""

    path: str = ""
    asset: str = ""
    patch: Mapping[str, Any] = field(default_factory=dict)
    seed: int | str | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """What one click makes. `kind` is image, video, or "" for workflows without input."""

    kind: str
    inputs: int
    tries: int
    variations: int = 1

    @property
    def prompts(self) -> int:
        return self.tries * self.variations * (self.inputs if self.kind else 1)


def count(definition: WorkflowDefinition, inputs: int, tries: int, variations: int = 0) -> Count:
    """Facts for the sentence beside the button."""
    return Count(definition.input.kind if definition.input else "", inputs, tries, max(1, variations))


def check_tries(
    definition: WorkflowDefinition, tries: int, seed: int | str = RANDOM_SEED
) -> ParameterInvalid | None:
    """What is wrong with this number of tries, or None."""
    if tries < 1:
        return ParameterInvalid(
            "tries", f"Tries cannot be {tries}.", "Every input is run at least once.", "Use 1 or more."
        )
    if tries > 1 and not definition.seed_bindings:
        return ParameterInvalid(
            "tries",
            f"Tries cannot be {tries} with “{definition.title}”.",
            "This workflow has no seed, so that every try would give the same result.",
            "Use 1 try.",
        )
    if isinstance(seed, int) and seed + tries - 1 > MAX_SEED:
        cause = f"The seed counts up from {seed} with each try and would pass {MAX_SEED}."
        return ParameterInvalid("seed", f"Seed cannot be {seed} with {tries} tries.", cause, "Use a smaller seed.")
    return None


def fan_out(
    sources: Sequence[Source], tries: int, seed: int | str, seed_bindings: tuple[str, ...], rng: Random
) -> tuple[PromptDraft, ...]:
    """The prompts of a job: all tries of the first source, then of the second, and so on.

    A fixed seed counts up with the tries; "random" draws a new one per prompt from `rng`.
    """
    drafts = []
    for source in sources:
        wanted = seed if source.seed is None else source.seed
        for number in range(1, tries + 1):
            if not seed_bindings:
                drafts.append(PromptDraft(source.path, source.asset, None, source.patch, number))
                continue
            own = rng.randrange(RANDOM_SEEDS_BELOW) if isinstance(wanted, str) else wanted + number - 1
            patch = {**source.patch, **dict.fromkeys(seed_bindings, own)}
            drafts.append(PromptDraft(source.path, source.asset, own, patch, number))
    return tuple(drafts)
