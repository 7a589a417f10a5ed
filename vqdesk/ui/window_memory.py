"""What the window remembers: place, size and splitters. One setting, tolerant of garbage."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

WINDOW_SETTING = "window"


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


def _sizes(raw: Sequence[object]) -> tuple[int, ...]:
    sizes = tuple(int(str(size)) for size in raw)
    return sizes if all(size >= 0 for size in sizes) and any(sizes) else ()
