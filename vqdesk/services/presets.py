"""Presets: saved, found, applied and carried from machine to machine. Blocking: call it in a pool."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from vqdesk.domain.errors import InputUnusable, NotFound, OutputUnwritable
from vqdesk.domain.presets import (
    Preset,
    PresetKey,
    PresetKind,
    applied,
    found,
    from_document,
    tidy_key,
    to_document,
)
from vqdesk.domain.workflow import WorkflowDefinition
from vqdesk.ports import Store

_DEFAULT = "preset.default."
_LARGEST_FILE = 20_000_000  # bytes


@dataclass(frozen=True, slots=True)
class PresetShelf:
    """What a form offers: `settings` of its workflow, `prompts` of its category."""

    settings: tuple[Preset, ...]
    prompts: tuple[Preset, ...]
    default: str = ""  # label of the settings that a new form starts with


class PresetService:
    """All methods raise UserError with words for the user."""

    def __init__(self, store: Store) -> None:
        self._presets = store.presets
        self._settings = store.settings
        self._batch = store.batch

    def shelf(self, definition: WorkflowDefinition) -> PresetShelf:
        """The presets that fit a workflow."""
        return PresetShelf(
            tuple(self._presets.all(PresetKind.SETTINGS, definition.name)),
            tuple(self._presets.all(PresetKind.PROMPT, definition.category)),
            self._settings.get(_DEFAULT + definition.name),
        )

    def search(self, text: str = "", kind: PresetKind | None = None) -> list[Preset]:
        """Those that have all these words in name, folder or texts."""
        return found(self._presets.all(kind), text)

    def only(self, label: str) -> Preset:
        """The one preset of all workflows with this name. Raises NotFound when there is none, or several."""
        same = [one for one in self._presets.all() if label.casefold() in _names(one)]
        if len(same) == 1:
            return same[0]
        if same:
            places = ", ".join(f"“{one.key.scope}”" for one in same)
            raise NotFound(f"Several presets are called “{label}”.", f"They belong to {places}.", "Say which one.")
        raise NotFound(f"There is no preset “{label}”.", "None has this name.", "See `vqdesk presets list`.")

    def named(self, label: str, definition: WorkflowDefinition) -> Preset:
        """Settings or texts for this workflow by folder and name, settings first. Raises NotFound."""
        shelf = self.shelf(definition)
        for preset in (*shelf.settings, *shelf.prompts):
            if label.casefold() in _names(preset):
                return preset
        names = ", ".join(f"“{one.label}”" for one in (*shelf.settings, *shelf.prompts)) or "none yet"
        raise NotFound(
            f"There is no preset “{label}” for “{definition.title}”.", f"There are: {names}.", "Save it first."
        )

    def save(self, preset: Preset, overwrite: bool = False) -> Preset:
        """Stores it. Raises InputUnusable for a bad name, and for one that is taken unless `overwrite`."""
        tidy = replace(preset, key=tidy_key(preset.key))
        with self._batch():
            if not overwrite and self._exists(tidy.key):
                raise InputUnusable(
                    f"There is already a preset “{tidy.label}”.",
                    "Saving would replace it.",
                    "Overwrite it, or choose another name.",
                )
            self._presets.put(tidy)
        return tidy

    def rename(self, key: PresetKey, folder: str, name: str) -> PresetKey:
        """Moves it; links and the default follow. Raises NotFound, InputUnusable."""
        new = tidy_key(replace(key, folder=folder, name=name))
        with self._batch():
            old_label, new_label = self._presets.get(key).label, Preset(new).label
            self._presets.rename(key, new)
            if key.kind is PresetKind.SETTINGS and self._settings.get(_DEFAULT + key.scope) == old_label:
                self._settings.put(_DEFAULT + key.scope, new_label)
            if key.kind is PresetKind.PROMPT:
                for one in self._presets.all(PresetKind.SETTINGS):
                    if one.link == f"{key.scope}:{old_label}":
                        self._presets.put(replace(one, link=f"{key.scope}:{new_label}"))
        return new

    def delete(self, key: PresetKey) -> Preset:
        """Removes and returns it, so that `save` can bring it back unless it is damaged. Raises NotFound."""
        with self._batch():
            preset = self._presets.get(key)
            self._presets.remove(key)
        return preset

    def set_default(self, workflow: str, label: str) -> None:
        """A new form of this workflow starts with these settings; "" for none."""
        self._settings.put(_DEFAULT + workflow, label)

    def apply(self, preset: Preset, values: Mapping[str, Any]) -> dict[str, Any]:
        """The form's own values with the preset's and its linked texts. A lost link adds nothing.

        Raises InputUnusable for a damaged preset.
        """
        if lost := preset.problem:
            raise InputUnusable(lost.summary, lost.cause, lost.remedy)
        scope, _, label = preset.link.partition(":")
        linked = next((one for one in self._presets.all(PresetKind.PROMPT, scope) if one.label == label), None)
        return applied(preset, values, linked)

    def export(self, path: Path, presets: list[Preset]) -> int:
        """Writes one file, without those that are damaged; how many. Raises OutputUnwritable."""
        whole = [one for one in presets if one.problem is None]
        try:
            path.write_text(to_document(whole), encoding="utf-8")
        except OSError as error:
            raise OutputUnwritable(
                f"{path.name} cannot be written.", f"{error.strerror or error}.", "Choose another place."
            ) from error
        return len(whole)

    def import_from(self, path: Path, overwrite: bool = False) -> tuple[list[Preset], list[Preset]]:
        """Takes the presets of a file, all or none: those that were added, and those left out because they exist.

        Raises InputUnusable.
        """
        try:
            if path.stat().st_size > _LARGEST_FILE:
                raise InputUnusable(f"{path.name} holds no presets.", "It is too large.", "Choose another file.")
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise InputUnusable(f"{path.name} cannot be read.", f"{error}.", "Choose another file.") from error
        added, left = [], []
        with self._batch():
            known = {one.key for one in self._presets.all()}
            for preset in from_document(text, path.name):
                if overwrite or preset.key not in known:
                    self._presets.put(preset)
                    added.append(preset)
                    known.add(preset.key)
                else:
                    left.append(preset)
        return added, left

    def _exists(self, key: PresetKey) -> bool:
        return any(one.key == key for one in self._presets.all(key.kind, key.scope))


def _names(preset: Preset) -> tuple[str, str]:
    return preset.label.casefold(), preset.key.name.casefold()
