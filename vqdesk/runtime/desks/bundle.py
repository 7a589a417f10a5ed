"""What the window asks about the support bundle."""

import asyncio
from pathlib import Path

from vqdesk.runtime.apart import apart
from vqdesk.services.bundle import Bundle, BundleService


class BundleDesk:
    """Shown first, saved then."""

    def __init__(self, service: BundleService) -> None:
        self._service = service

    async def collect(self) -> Bundle:
        """All texts, redacted. In a thread with a loop of its own: folders and databases may take their time."""
        return await asyncio.to_thread(lambda: asyncio.run(self._service.collect()))

    async def save(self, bundle: Bundle, target: str) -> None:
        """Raises OutputUnwritable."""
        await apart(self._service.save, bundle, Path(target))
