"""Where a running engine is, as it says itself in `<data>/engine.json`. Loads no picture library."""

import json
from dataclasses import dataclass
from pathlib import Path

STATE_FILE = "engine.json"
LOCK_FILE = "engine.lock"


@dataclass(frozen=True, slots=True)
class EngineState:
    """What `<data>/engine.json` says of a running engine."""

    pid: int
    port: int
    token: str
    version: str


def read_state(home: Path) -> EngineState | None:
    """The engine that says it runs for this data folder; None when there is no (readable) file."""
    try:
        raw = json.loads((home / STATE_FILE).read_text(encoding="utf-8"))
        return EngineState(int(raw["pid"]), int(raw["port"]), str(raw["token"]), str(raw["version"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
