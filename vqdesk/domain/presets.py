"""Saved prompt texts and saved settings (R-V3): what applying one changes, and the file that carries them."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

from vqdesk.domain.errors import InputUnusable, Problem

FORMAT: Final = "vqdesk-presets"
VERSION: Final = 1


class PresetKind(StrEnum):
    """PROMPT: texts, for all workflows of a category. SETTINGS: values of one workflow's form, or some of them."""

    PROMPT = "prompt"
    SETTINGS = "settings"


@dataclass(frozen=True, slots=True)
class PresetKey:
    """What makes a preset the only one. `scope` is a workflow category for texts, a workflow for settings."""

    kind: PresetKind
    scope: str
    folder: str
    name: str


@dataclass(frozen=True, slots=True)
class Preset:
    """`link` names the prompt preset that settings bring along, "category:folder/name"; "" for none.

    A damaged one has a problem and no values.
    """

    key: PresetKey
    values: Mapping[str, Any] = field(default_factory=dict)
    link: str = ""
    problem: Problem | None = None

    @property
    def label(self) -> str:
        """Folder and name, as it is shown and linked."""
        return f"{self.key.folder}/{self.key.name}" if self.key.folder else self.key.name


def tidy_key(key: PresetKey) -> PresetKey:
    """Without needless space. Raises InputUnusable for a name that is empty, too long or looks like a folder."""
    name = " ".join(key.name.split())
    folder = "/".join(part for part in (" ".join(part.split()) for part in key.folder.split("/")) if part)
    if not name:
        raise InputUnusable("The preset needs a name.", "None was given.", "Write one.")
    if "/" in name or len(name) > 100 or len(folder) > 100:
        raise InputUnusable(
            f"“{name[:100]}” cannot be a preset's name.",
            "A name has at most 100 characters and no slash; folders stand before it.",
            "Choose another name.",
        )
    return PresetKey(key.kind, key.scope, folder, name)


def applied(preset: Preset, values: Mapping[str, Any], linked: Preset | None = None) -> dict[str, Any]:
    """The form's own values with those of the preset, and of the texts that it brings along; the rest stays."""
    return {**values, **(linked.values if linked else {}), **preset.values}


def differing(preset: Preset, values: Mapping[str, Any]) -> tuple[str, ...]:
    """Parameters whose value (default included) is another than the preset's, in its order."""
    return tuple(name for name, value in preset.values.items() if values.get(name) != value)


def found(presets: Iterable[Preset], text: str) -> list[Preset]:
    """Those that have all words of `text` in name, folder or values."""
    words = text.casefold().split()
    return [one for one in presets if all(word in _searched(one) for word in words)]


def to_body(preset: Preset) -> str:
    """The text that `from_body` reads."""
    return json.dumps({"values": dict(preset.values), "link": preset.link}, ensure_ascii=False)


def from_body(key: PresetKey, text: str) -> Preset:
    """What is stored under a key; any text is taken."""
    try:
        raw = json.loads(text)
    except (ValueError, RecursionError):
        return _damaged(key)
    values, link = (raw.get("values"), raw.get("link", "")) if isinstance(raw, dict) else (None, "")
    return Preset(key, values, link) if isinstance(values, dict) and isinstance(link, str) else _damaged(key)


def to_document(presets: Sequence[Preset]) -> str:
    """The file that `from_document` reads."""
    entries = [
        {
            "kind": one.key.kind,
            "scope": one.key.scope,
            "folder": one.key.folder,
            "name": one.key.name,
            "values": dict(one.values),
            "link": one.link,
        }
        for one in presets
    ]
    document = {"format": FORMAT, "version": VERSION, "presets": entries}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def from_document(text: str, name: str) -> list[Preset]:
    """Reads a file of presets called `name`, all or nothing. Raises InputUnusable with the entry that is wrong."""
    try:
        raw = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputUnusable(
            f"{name} holds no presets.", f"It is not JSON: {error}.", "Choose another file."
        ) from error
    if not isinstance(raw, dict) or raw.get("format") != FORMAT or not isinstance(raw.get("presets"), list):
        raise InputUnusable(f"{name} holds no presets.", "It was not exported by VQDesk.", "Choose another file.")
    if raw.get("version") != VERSION:
        raise InputUnusable(
            f"{name} cannot be read.", f"It has version {raw.get('version')!r} of the format.", "Update VQDesk."
        )
    return [_entry(item, f"{name}, preset {at}") for at, item in enumerate(raw["presets"], 1)]


def _entry(item: Any, where: str) -> Preset:
    parts = item if isinstance(item, dict) else {}
    texts = [parts.get(key, "") for key in ("scope", "folder", "name", "link")]
    values = parts.get("values")
    is_right = parts.get("kind") in set(PresetKind) and all(isinstance(text, str) for text in texts)
    if not is_right or not isinstance(values, dict) or not all(_is_value(value) for value in values.values()):
        raise InputUnusable(
            f"{where} cannot be used.", "It lacks a part, or has one of another type.", "Correct it."
        )
    scope, folder, name, link = texts
    return Preset(tidy_key(PresetKey(PresetKind(parts["kind"]), scope, folder, name)), values, link)


def _is_value(value: Any) -> bool:
    return isinstance(value, str | int | float | bool)


def _searched(preset: Preset) -> str:
    texts = [str(value) for value in preset.values.values() if isinstance(value, str)]
    return "\n".join([preset.label, *texts]).casefold()


def _damaged(key: PresetKey) -> Preset:
    problem = Problem(
        f"The preset “{Preset(key).label}” is damaged.",
        "What the database holds of it cannot be read.",
        "Save it anew under its name, or delete it.",
    )
    return Preset(key, problem=problem)
