"""What the window remembers: place, size, splitters, theme. One setting each, tolerant of garbage."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Literal, get_args

from vqdesk.ui.theme.tokens import Choice

WINDOW_SETTING = "window"
SCHEME_SETTING = "theme"
SchemeChoice = Literal["dark", "light", "system"]


@dataclass(frozen=True, slots=True)
class WindowMemory:
    """Geometry as Qt writes it, in hex; sizes of the splitters in px, empty for the first sizes."""

    geometry: str = ""
    columns: tuple[int, ...] = ()
    rows: tuple[int, ...] = ()

    def to_json(self) -> str:
        """For the settings."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> "WindowMemory":
        """Reads what `to_json` wrote; anything else counts as nothing remembered."""
        try:
            raw = json.loads(text)
            geometry = bytes.fromhex(raw["geometry"]).hex()
            return cls(geometry, _sizes(raw["columns"]), _sizes(raw["rows"]))
        except (ValueError, TypeError, KeyError):
            return cls()


def theme_choice(setting: str) -> Choice:
    """The remembered theme; the desktop's own when nothing sensible is remembered."""
    known = {name: name for name in get_args(SchemeChoice)}
    return Choice(known.get(setting, "system"))


def _sizes(raw: Sequence[object]) -> tuple[int, ...]:
    sizes = tuple(int(str(size)) for size in raw)
    return sizes if all(size >= 0 for size in sizes) and any(sizes) else ()
