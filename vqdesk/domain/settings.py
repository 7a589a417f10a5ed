"""Every setting that the user may change: its meaning, default and limits, in one list.

The settings window, the command line and the code that obeys read the same entry.
"""

import json
import math
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T", bool, int, float, str)


@dataclass(frozen=True, slots=True)
class Setting(Generic[T]):
    """`minimum` and `maximum` bound numbers, inclusive; `choices` are (value, shown words) of a text."""

    key: str
    group: str
    title: str
    meaning: str
    default: T
    unit: str = ""
    minimum: float = -math.inf
    maximum: float = math.inf
    choices: tuple[tuple[str, str], ...] = ()

    def read(self, stored: str) -> T:
        """The value of a stored text; the default when nothing or nonsense is stored."""
        try:
            value = json.loads(stored)
        except ValueError:
            return self.default
        if isinstance(self.default, float) and isinstance(value, int) and not isinstance(value, bool):
            value = float(value)
        return value if self._is_allowed(value) else self.default

    def write(self, value: T) -> str:
        """The text to store. Raises ValueError for a value outside the limits."""
        if not self._is_allowed(value):
            raise ValueError(f"{self.title}: {value!r} is not allowed")
        return json.dumps(value, ensure_ascii=False)

    def _is_allowed(self, value: object) -> bool:
        if type(value) is not type(self.default):
            return False
        if isinstance(value, str):
            return not self.choices or value in {choice for choice, _ in self.choices}
        return isinstance(value, bool) or (
            isinstance(value, int | float) and self.minimum <= value <= self.maximum
        )


SETTINGS: tuple[Setting[bool] | Setting[int] | Setting[float] | Setting[str], ...] = ()
"""All of them, in the order in which the settings window shows them."""
