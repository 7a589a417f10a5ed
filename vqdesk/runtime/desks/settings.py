"""What the window asks about settings."""

import asyncio
from collections.abc import Mapping
from pathlib import Path

from vqdesk.domain.setting import SettingValue
from vqdesk.domain.settings_file import ReadSettings
from vqdesk.ports import LlmProbe
from vqdesk.runtime.pools import Pools
from vqdesk.runtime.worker import Worker
from vqdesk.services.settings import SettingService


class SettingDesk:
    """All methods raise UserError with words for the user."""

    def __init__(self, settings: SettingService, llm: LlmProbe, pools: Pools, worker: Worker) -> None:
        self._settings = settings
        self._llm = llm
        self._pools = pools
        self._worker = worker

    async def values(self) -> dict[str, SettingValue]:
        """All values by key."""
        return await self._pools.read(self._settings.values)

    async def change(self, values: Mapping[str, SettingValue]) -> None:
        """Takes effect at once. Raises ParameterInvalid."""
        await self._pools.write(self._settings.change, values)
        if self._worker.holds_lock:
            await self._worker.night.look()
        await self._worker.refresh()

    async def export(self, path: str) -> None:
        """Writes a file with what differs from the defaults. Raises OutputUnwritable."""
        await self._pools.files(self._settings.export, Path(path))

    async def take_file(self, path: str) -> ReadSettings:
        """Sets what the file names; everything else stays. Raises InputUnusable."""
        found = await self._pools.files(self._settings.read_file, Path(path))
        await self.change(found.values)
        return found

    async def llm_models(self, url: str) -> tuple[str, ...]:
        """Names of the models at an address. Raises EngineUnreachable, EngineProtocolError."""
        return await asyncio.to_thread(self._llm.models, url)
