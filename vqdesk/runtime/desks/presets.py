"""What the window asks about presets and lists of texts."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from vqdesk.domain.parameters import Parameter
from vqdesk.domain.presets import Preset, PresetKey
from vqdesk.domain.prompt_lists import Pairing
from vqdesk.domain.prompt_rows import Rows
from vqdesk.domain.workflow import WorkflowDefinition
from vqdesk.runtime.pools import Pools
from vqdesk.services.presets import PresetService, PresetShelf
from vqdesk.services.prompt_lists import read_list_file, texts_beside, write_list_file


class PresetDesk:
    """All methods raise UserError with words for the user."""

    def __init__(self, presets: PresetService, pools: Pools) -> None:
        self._presets = presets
        self._pools = pools

    async def shelf(self, definition: WorkflowDefinition) -> PresetShelf:
        """The presets that fit a workflow."""
        return await self._pools.read(self._presets.shelf, definition)

    async def search(self, text: str = "") -> list[Preset]:
        return await self._pools.read(self._presets.search, text)

    async def save(self, preset: Preset, overwrite: bool = False) -> Preset:
        """Refuses a name that is taken, unless `overwrite`."""
        return await self._pools.write(self._presets.save, preset, overwrite)

    async def rename(self, key: PresetKey, folder: str, name: str) -> PresetKey:
        return await self._pools.write(self._presets.rename, key, folder, name)

    async def delete(self, key: PresetKey) -> Preset:
        """Gives back what `save` takes to undo it, unless it is damaged."""
        return await self._pools.write(self._presets.delete, key)

    async def set_default(self, workflow: str, label: str) -> None:
        await self._pools.write(self._presets.set_default, workflow, label)

    async def apply(self, preset: Preset, values: Mapping[str, Any]) -> dict[str, Any]:
        """The form's own values with those of the preset and of the texts that it links."""
        return await self._pools.read(self._presets.apply, preset, values)

    async def export(self, path: str, presets: list[Preset]) -> int:
        """How many were written; damaged ones are not."""
        return await self._pools.files(self._presets.export, Path(path), presets)

    async def import_from(self, path: str, overwrite: bool = False) -> tuple[list[Preset], list[Preset]]:
        """Those that were added, and those left out because they exist."""
        return await self._pools.write(self._presets.import_from, Path(path), overwrite)


class PromptListDesk:
    """Texts from and to files. All methods raise UserError with words for the user."""

    def __init__(self, pools: Pools) -> None:
        self._pools = pools

    async def read(self, path: str, cards: Sequence[str], columns: Sequence[Parameter]) -> Pairing:
        """What a list gives to these cards."""
        return await self._pools.files(read_list_file, Path(path), cards, columns)

    async def beside(self, cards: Sequence[str], columns: Sequence[Parameter]) -> Pairing:
        """Texts of the `.txt` files beside the images."""
        return await self._pools.files(texts_beside, cards, columns)

    async def write(self, path: str, cards: Sequence[str], columns: Sequence[Parameter], rows: Rows) -> None:
        await self._pools.files(write_list_file, Path(path), cards, columns, rows)
