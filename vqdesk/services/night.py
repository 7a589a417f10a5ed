"""What the user wants of the night: after the queue, quiet hours, start; blocking (R-Q7, R-Q12)."""

from dataclasses import dataclass, replace
from datetime import datetime

from vqdesk.domain.errors import Problem
from vqdesk.domain.events import LaneRest
from vqdesk.domain.job import Lane, LaneId
from vqdesk.domain.policies.after_queue import AfterQueue
from vqdesk.domain.policies.command_line import arguments_of
from vqdesk.domain.policies.rest import LaneOrders, Rest, check_quiet_hours, next_moment, rest_of
from vqdesk.domain.settings import AFTER_COMMAND, AFTER_QUEUE
from vqdesk.ports import Clock, Store
from vqdesk.services.settings import SettingService


@dataclass(frozen=True, slots=True)
class NightService:
    """Wishes of all processes on a data folder are the same: they are in the store."""

    store: Store
    settings: SettingService
    clock: Clock

    @property
    def after_queue(self) -> AfterQueue:
        """What happens when everything has ended."""
        return AfterQueue(self.settings.get(AFTER_QUEUE))

    def choose(self, wish: AfterQueue) -> None:
        """Raises ParameterInvalid when there is no command to run."""
        if wish is AfterQueue.COMMAND:
            arguments_of(self.settings.get(AFTER_COMMAND))
        self.settings.put(AFTER_QUEUE, wish.value)

    def spend(self, wish: AfterQueue) -> None:
        """It has been carried out, or stopped: what may happen only once is wished no more."""
        if wish.is_once:
            self.settings.put(AFTER_QUEUE, AfterQueue.NOTHING.value)

    def command(self) -> list[str]:
        """Raises ParameterInvalid when none is set."""
        return arguments_of(self.settings.get(AFTER_COMMAND))

    def set_quiet_hours(self, lane_id: LaneId, start: str, end: str) -> None:
        """Local times like 22:00 and 07:00; both empty end them. Raises ParameterInvalid."""
        quiet_from, quiet_to = check_quiet_hours(start, end)
        self._order(lane_id, quiet_from=quiet_from, quiet_to=quiet_to)

    def start_at(self, lane_id: LaneId, text: str) -> None:
        """The next 22:30, or a whole local date and time; "" starts it now. Raises ParameterInvalid."""
        self._order(lane_id, start_at=next_moment(text, self.local_now()))

    def orders(self, lane_id: LaneId) -> LaneOrders:
        return self.store.lane_orders.of(lane_id)

    def rests(self) -> list[tuple[Lane, Rest]]:
        """The lanes that get nothing new at this moment."""
        now = self.local_now()
        found = [(lane, rest_of(self.store.lane_orders.of(lane.id), now)) for lane in self.store.lanes.all()]
        return [(lane, rest) for lane, rest in found if rest is not None]

    def local_now(self) -> datetime:
        """This computer's wall clock."""
        return datetime.fromisoformat(self.clock.now_iso()).astimezone().replace(tzinfo=None)

    def _order(self, lane_id: LaneId, **changes: str) -> None:
        orders = replace(self.store.lane_orders.of(lane_id), **changes)  # type: ignore[arg-type]
        self.store.lane_orders.put(lane_id, orders)


def told(lane: Lane, rest: Rest) -> LaneRest:
    """As the window hears it."""
    until = f"{rest.until:%Y-%m-%dT%H:%M}" if rest.until else ""
    problem: Problem | None = rest.problem
    return LaneRest(lane.id, lane.name, rest.reason.value, until, problem)
