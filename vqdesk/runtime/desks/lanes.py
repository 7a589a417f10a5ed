"""What the window asks about its engines."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vqdesk.domain.events import LaneChanged
from vqdesk.domain.job import Lane, LaneId
from vqdesk.ports import EngineInfo, LaneLoad
from vqdesk.runtime.pools import Pools
from vqdesk.runtime.worker import Worker
from vqdesk.services.lanes import ENABLED

if TYPE_CHECKING:
    from vqdesk.runtime.services import Services


@dataclass(frozen=True, slots=True)
class LaneRow:
    """An engine and how it is. `status` is None while no worker of this process runs it."""

    lane: Lane
    load: LaneLoad
    status: LaneChanged | None = None

    @property
    def is_given_up(self) -> bool:
        """Whether nothing new is sent there: it is drained, or on its way to be removed."""
        return self.lane.state != ENABLED

    @property
    def is_busy(self) -> bool:
        """Whether a prompt of ours is there."""
        return bool(self.load.running or self.load.waiting)


class LaneDesk:
    """All methods raise UserError with words for the user."""

    def __init__(self, services: "Services", pools: Pools, worker: Worker) -> None:
        self._lanes = services.lanes
        self._store = services.store
        self._pools = pools
        self._worker = worker

    async def rows(self) -> list[LaneRow]:
        """All engines with what is there."""
        lanes = await self._pools.read(self._store.lanes.all)
        loads = await self._pools.read(self._store.lanes.loads)
        states = {state.lane_id: state for state in self._worker.lane_states}
        return [LaneRow(lane, loads.get(lane.id, LaneLoad(0, 0)), states.get(lane.id)) for lane in lanes]

    async def add(self, url: str, name: str = "") -> EngineInfo:
        """Tests the address first."""
        found = await self._lanes.test(url)
        lane = await self._pools.write(self._lanes.use_comfyui, url)
        if name:
            await self._pools.write(self._lanes.rename, lane.id, name)
        await self._worker.refresh()
        return found

    async def test(self, lane_id: LaneId) -> EngineInfo:
        """Asks the server for its version, device and memory."""
        lane = await self._pools.read(self._lanes.find, str(lane_id))
        return await self._lanes.test_lane(lane)

    async def rename(self, lane_id: LaneId, name: str) -> None:
        await self._pools.write(self._lanes.rename, lane_id, name)
        await self._worker.refresh()

    async def set_max_depth(self, lane_id: LaneId, prompts: int) -> None:
        """At most so many prompts are at its server."""
        await self._pools.write(self._lanes.set_max_depth, lane_id, prompts)
        await self._worker.refresh()

    async def drain(self, lane_id: LaneId) -> None:
        """Nothing new goes there; what waits there comes back, what runs ends."""
        await self._pools.write(self._lanes.drain, lane_id)
        await self._worker.refresh()

    async def resume(self, lane_id: LaneId) -> None:
        await self._pools.write(self._lanes.resume, lane_id)
        await self._worker.refresh()

    async def remove(self, lane_id: LaneId) -> bool:
        """Whether it is gone now; else it is emptied first."""
        is_gone = await self._pools.write(self._lanes.remove, lane_id)
        await self._worker.refresh()
        return is_gone
