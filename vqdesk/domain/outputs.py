"""Finished files as the gallery knows them, and what the user types to find them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from vqdesk.domain.job import JobId, Output, PromptId

MOST_STARS: Final = 5
MOST_COMPARED: Final = 4

_KEYS: Final = ("seed", "workflow", "job", "tag", "rating", "file", "text")
_TOKEN = re.compile(r'(?:([A-Za-z]+):)?("[^"]*"?|[^\s"]+)')
_RATING = re.compile(r"([0-5])(\+?)\Z", re.ASCII)
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class OutputTerm:
    """One condition; all must hold. An empty key means: found anywhere."""

    key: str
    value: str


@dataclass(frozen=True, slots=True)
class GalleryOutput:
    """An output with what the user said of it and what made it. `made_at` is UTC ISO-8601."""

    output: Output
    job_id: JobId
    job_name: str
    workflow: str
    seed: int | None
    try_number: int
    source_path: str
    made_at: str
    rating: int = 0
    is_favourite: bool = False
    tags: tuple[str, ...] = ()
    prompts_open: int = 0  # of its job, not ended yet

    @property
    def id(self) -> int:
        return self.output.id

    @property
    def path(self) -> str:
        return self.output.path

    @property
    def prompt_id(self) -> PromptId:
        return self.output.prompt_id

    @property
    def is_clip(self) -> bool:
        return self.output.kind == "video"

    @property
    def length_s(self) -> float:
        """Seconds; 0 for a still."""
        return self.output.frames / self.output.fps if self.is_clip and self.output.fps else 0.0

    def marked(self, *, rating: int | None = None, favourite: bool | None = None) -> "GalleryOutput":
        """The same with another opinion of the user."""
        return replace(
            self,
            rating=self.rating if rating is None else rating,
            is_favourite=self.is_favourite if favourite is None else favourite,
        )


def output_terms(text: str) -> tuple[OutputTerm, ...]:
    """Words, and terms such as `seed:884` `tag:lake` `rating:4+`; `#41` is a job. Never fails.

    What looks like a term and is none is a word like others.
    """
    found: list[OutputTerm] = []
    for match in _TOKEN.finditer(text):
        key, value = (match[1] or "").lower(), match[2].replace('"', "").strip()
        if key in _KEYS and _fits(key, value):
            found.append(OutputTerm(key, value.lstrip("#") if key == "job" else value))
        elif not key and re.fullmatch(r"#[0-9]{1,18}", value):
            found.append(OutputTerm("job", value[1:]))
        elif plain := match[0].replace('"', "").strip():
            found.append(OutputTerm("", plain))
    return tuple(found)


def least_stars(value: str) -> tuple[int, bool]:
    """The stars of a right `rating:` term, and whether more are welcome."""
    match = _RATING.match(value)
    return (int(match[1]), bool(match[2])) if match else (0, True)


def tidy_tag(text: str) -> str:
    """A tag as it is kept: one line, single spaces, no commas, at most 40 letters; "" for nothing."""
    return _SPACES.sub(" ", text.replace(",", " ").replace('"', " ")).strip()[:40].strip()


def differing(values: Sequence[Sequence[tuple[str, str]]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Labels whose values differ between these lists of facts, and labels whose values are the same in all."""
    labels = list(dict.fromkeys(label for facts in values for label, _ in facts))
    columns = [dict(facts) for facts in values]
    same = tuple(label for label in labels if len({column.get(label, "") for column in columns}) == 1)
    return tuple(label for label in labels if label not in same), same


def _fits(key: str, value: str) -> bool:
    if key == "seed":
        return value.isascii() and value.isdecimal() and len(value) < 19
    if key == "job":
        return bool(re.fullmatch(r"#?[0-9]{1,18}", value))
    if key == "rating":
        return bool(_RATING.match(value))
    return bool(value)
