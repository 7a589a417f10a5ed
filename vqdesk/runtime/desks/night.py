"""What the window asks about the night."""

from typing import TYPE_CHECKING

from vqdesk.domain.events import NightChanged
from vqdesk.domain.job import LaneId
from vqdesk.domain.policies.after_queue import AfterQueue
from vqdesk.domain.policies.rest import LaneOrders
from vqdesk.domain.settings import AFTER_COMMAND
from vqdesk.runtime.pools import Pools
from vqdesk.runtime.worker import Worker

if TYPE_CHECKING:
    from vqdesk.runtime.services import Services


class NightDesk:
    """All methods raise UserError with words for the user."""

    def __init__(self, services: "Services", pools: Pools, worker: Worker) -> None:
        self._services = services
        self._pools = pools
        self._worker = worker

    async def state(self) -> NightChanged:
        """What was told last."""
        return self._worker.night.state

    async def after_queue(self) -> tuple[AfterQueue, str]:
        """The wish, and the command that is set."""
        night, settings = self._services.night, self._services.settings
        return await self._pools.read(lambda: (night.after_queue, settings.get(AFTER_COMMAND)))

    async def choose(self, wish: AfterQueue, command: str | None = None) -> None:
        """What happens after the queue; with `command` also which. Raises ParameterInvalid without a command."""
        if command is not None:
            await self._pools.write(self._services.settings.put, AFTER_COMMAND, command)
        await self._pools.write(self._services.night.choose, wish)
        await self._look()

    async def stop_countdown(self) -> None:
        """Nothing happens after this queue."""
        await self._worker.night.stop_countdown()

    async def resume_lane(self, lane_id: LaneId) -> None:
        """Goes on with a lane that paused itself after failures."""
        await self._pools.write(self._services.failures.resume, lane_id)
        await self._look()

    async def start_now(self, lane_id: LaneId) -> None:
        """Does not wait for the lane's time to start."""
        await self._pools.write(self._services.night.start_at, lane_id, "")
        await self._look()

    async def orders(self, lane_id: LaneId) -> LaneOrders:
        return await self._pools.read(self._services.night.orders, lane_id)

    async def set_quiet_hours(self, lane_id: LaneId, start: str, end: str) -> None:
        """Local times; both empty end them. Raises ParameterInvalid."""
        await self._pools.write(self._services.night.set_quiet_hours, lane_id, start, end)
        await self._look()

    async def start_at(self, lane_id: LaneId, text: str) -> None:
        """Raises ParameterInvalid."""
        await self._pools.write(self._services.night.start_at, lane_id, text)
        await self._look()

    async def forget_problem(self) -> None:
        """What the computer did not do has been read."""
        self._worker.night.forget_problem()
        await self._look()

    async def settle(self) -> None:
        """Until what happens after the queue has happened, or was stopped."""
        if self._worker.holds_lock:
            await self._worker.night.settle()

    async def _look(self) -> None:
        if self._worker.holds_lock:
            await self._worker.night.look()
        await self._worker.refresh()
