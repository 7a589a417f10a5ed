"""Saved texts and settings."""

from typing import Protocol

from vqdesk.domain.presets import Preset, PresetKey, PresetKind


class PresetStore(Protocol):
    """Presets by key. Like all stores: blocking, every method one transaction."""

    def all(self, kind: PresetKind | None = None, scope: str | None = None) -> list[Preset]:
        """By scope, folder and name."""
        ...

    def get(self, key: PresetKey) -> Preset:
        """Raises NotFound."""
        ...

    def put(self, preset: Preset) -> None:
        """Adds it, or replaces the one with this key."""
        ...

    def rename(self, old: PresetKey, new: PresetKey) -> None:
        """Raises NotFound; InputUnusable when the new key is taken."""
        ...

    def remove(self, key: PresetKey) -> None:
        """Nothing happens when there is none."""
        ...
