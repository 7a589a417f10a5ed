"""What a measurement says: one line of the table, and the budget it is held against (DESIGN §12)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured value with its budget, both in words, and whether the budget is kept."""

    what: str
    value: str
    budget: str
    is_met: bool
