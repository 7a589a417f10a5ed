"""What the window asks about the state of this computer."""

import asyncio

from vqdesk.services.doctor import DoctorService, Finding


class DoctorDesk:
    """Looks while everything else goes on."""

    def __init__(self, doctor: DoctorService) -> None:
        self._doctor = doctor

    async def examine(self) -> list[Finding]:
        """All findings. In a thread with a loop of its own: folders and databases may take their time."""
        return await asyncio.to_thread(lambda: asyncio.run(self._doctor.examine()))
