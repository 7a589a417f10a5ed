"""Runs: jobs that belong together, under one name."""

from dataclasses import dataclass
from typing import Final, NewType

from vqdesk.domain.errors import ParameterInvalid

RunId = NewType("RunId", int)
SET: Final = "set"
"""The kind of a run whose jobs the user put together by hand."""
_LONGEST_NAME: Final = 200


@dataclass(frozen=True, slots=True)
class Run:
    """A run that has jobs, and how many."""

    id: RunId
    name: str
    kind: str
    jobs: int


def run_name(text: str) -> str:
    """The name as it is kept: one line, not too long. Raises ParameterInvalid for an empty one."""
    words = " ".join(text.split())[:_LONGEST_NAME].rstrip()
    if not words:
        raise ParameterInvalid("run", "A run needs a name.", "The name is empty.", "Type some words.")
    return words
