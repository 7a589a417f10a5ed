"""What the engine says of its node classes: the recorded descriptions of the core classes, and our own."""

import gzip
import json
from typing import Any

from vqdesk.locations import resources_dir

Description = dict[str, Any]


def core_descriptions() -> dict[str, Description]:
    """`GET /object_info` of a fresh ComfyUI 0.3.64, as shipped."""
    packed = (resources_dir() / "catalog" / "core.json.gz").read_bytes()
    catalog: dict[str, Description] = json.loads(gzip.decompress(packed))
    return catalog


def input_specs(description: Description) -> dict[str, tuple[Any, dict[str, Any], bool]]:
    """Input name → (type or list of choices, settings, is required), in the order of the form."""
    specs = {}
    for group in ("required", "optional"):
        for name, spec in description["input"].get(group, {}).items():
            settings = spec[1] if len(spec) > 1 else {}
            specs[name] = (spec[0], settings, group == "required")
    return specs


def with_choices(description: Description, name: str, choices: list[str]) -> Description:
    """A copy of a description with another list of choices for one required input."""
    kind, *rest = description["input"]["required"][name]
    settings = dict(rest[0]) if rest else {}
    spec = [choices, settings]
    if kind == "COMBO":
        spec = ["COMBO", {**settings, "options": choices}]
    required = {**description["input"]["required"], name: spec}
    return {**description, "input": {**description["input"], "required": required}}
