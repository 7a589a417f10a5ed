"""What an examination finds."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Health(StrEnum):
    """FINE; NOTE: it works, but something is worth knowing; WRONG: something does not work."""

    FINE = "ok"
    NOTE = "note"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Finding:
    """What was looked at and how it is."""

    topic: str
    health: Health
    text: str
    remedy: str = ""

    @property
    def is_fine(self) -> bool:
        """Whether it works."""
        return self.health is not Health.WRONG


_SIGNS = {Health.FINE: "ok  ", Health.NOTE: "note", Health.WRONG: "BAD "}


def as_text(findings: Sequence[Finding]) -> str:
    """A line for each finding, its remedy below it."""
    lines: list[str] = []
    for one in findings:
        lines.append(f"{_SIGNS[one.health]}  {one.topic}: {one.text}")
        if one.remedy:
            lines.append(f"      {one.remedy}")
    return "\n".join(lines)
