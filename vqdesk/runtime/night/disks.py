"""The disk guard at work: looks now and then, closes the gate, and fetches back what had failed (R-O8)."""

from collections.abc import Callable

from vqdesk.domain.policies.disk import DiskRoom, short_of_room
from vqdesk.domain.settings import KEEP_FREE_GB
from vqdesk.runtime.lane_parts import LaneTools

_LOOK_S = 5.0
_SHORT = "disk_short"
"""Setting: "1" while the queue rests for want of room, also over a restart."""


class DiskGuard:
    """`look_at_disks` may block."""

    def __init__(self, tools: LaneTools, look_at_disks: Callable[[], list[DiskRoom]]) -> None:
        self._tools = tools
        self._look_at_disks = look_at_disks
        self._due_at = 0.0

    async def look(self) -> int:
        """At most every few seconds; returns how many prompts came back because there is room again."""
        tools = self._tools
        now = tools.clock.monotonic()
        if now < self._due_at:
            return 0
        self._due_at = now + _LOOK_S
        was_short = await tools.pools.write(tools.store.settings.get, _SHORT) == "1"
        limit = await tools.pools.read(tools.settings.get, KEEP_FREE_GB)
        problem = short_of_room(await tools.pools.files(self._look_at_disks), limit, was_short)
        tools.gate.disk = problem
        if (problem is not None) == was_short:
            return 0
        await tools.pools.write(tools.store.settings.put, _SHORT, "0" if was_short else "1")
        return len(await tools.pools.write(tools.failures.retry_for_room)) if was_short else 0
