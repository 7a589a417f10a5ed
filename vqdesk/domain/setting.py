"""One setting: what it means, and which values it takes."""

import json
import math
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T", bool, int, float, str)
SettingValue = bool | int | float | str


@dataclass(frozen=True, slots=True)
class Setting(Generic[T]):
    """`minimum` and `maximum` bound numbers, inclusive; `choices` are (value, shown words) of a text.

    A secret is hidden while it is typed and never written into a file.
    """

    key: str
    group: str
    title: str
    meaning: str
    default: T
    unit: str = ""
    minimum: float = -math.inf
    maximum: float = math.inf
    choices: tuple[tuple[str, str], ...] = ()
    is_secret: bool = False

    def read(self, stored: str) -> T:
        """The value of a stored text; the default when nothing or nonsense is stored."""
        try:
            value = json.loads(stored)
        except ValueError:
            return self.default
        if not self.allows(value):
            return self.default
        return type(self.default)(value)

    def write(self, value: T) -> str:
        """The text to store. Raises ValueError for a value outside the limits."""
        if not self.allows(value):
            raise ValueError(f"{self.title}: {value!r} is not allowed")
        return self.store_text(value)

    def store_text(self, value: SettingValue) -> str:
        """The text of a value that is allowed."""
        return json.dumps(float(value) if isinstance(self.default, float) else value, ensure_ascii=False)

    def allows(self, value: object) -> bool:
        """Whether this may be stored; a whole number serves as a float."""
        serves = type(value) is int and isinstance(self.default, float)
        if not serves and type(value) is not type(self.default):
            return False
        if isinstance(value, str):
            return not self.choices or value in {choice for choice, _ in self.choices}
        return isinstance(value, bool) or (
            isinstance(value, int | float) and self.minimum <= value <= self.maximum
        )

    @property
    def limits_words(self) -> str:
        """Which values are allowed, or "" where every value of its kind is."""
        if self.choices:
            return f"One of: {', '.join(value for value, _ in self.choices)}."
        if math.isinf(self.minimum) and math.isinf(self.maximum):
            return ""
        return f"From {self.minimum:g} to {self.maximum:g}."


AnySetting = Setting[bool] | Setting[int] | Setting[float] | Setting[str]
