"""What the window asks about time left and disk need."""

from vqdesk.domain.estimates import Forecast
from vqdesk.domain.events import AppEvent, PromptProgressed
from vqdesk.domain.job import PromptId
from vqdesk.runtime.pools import Pools
from vqdesk.runtime.worker import Worker
from vqdesk.services.estimates import EstimateService, LiveLanes, Outlook, QueueFacts, Wish


class EstimateDesk:
    """All methods raise UserError with words for the user."""

    def __init__(self, estimates: EstimateService, pools: Pools, worker: Worker) -> None:
        self._estimates = estimates
        self._pools = pools
        self._worker = worker
        self._fractions: dict[PromptId, float] = {}
        worker.listen(self._notice)

    async def forecast(self) -> Forecast:
        """Time left of prompts, jobs, lanes and the whole queue."""
        facts = await self._pools.read(self._estimates.facts, self._live())
        self._forget_ended(facts)
        return await self._pools.files(self._estimates.foresee, facts)

    async def outlook(self, wish: Wish) -> Outlook:
        """What adding this would cost."""
        wished = await self._pools.files(self._estimates.wished, wish)
        facts = await self._pools.read(self._estimates.facts, self._live(), wished)
        return await self._pools.files(self._estimates.outlook, facts, wished)

    def _live(self) -> LiveLanes:
        states = self._worker.lane_states
        return LiveLanes(
            offline=frozenset(one.lane_id for one in states if one.state == "offline"),
            fractions=dict(self._fractions),
            unable=self._worker.is_unable,
        )

    def _notice(self, event: AppEvent) -> None:
        if isinstance(event, PromptProgressed):
            self._fractions[event.prompt_id] = event.fraction

    def _forget_ended(self, facts: QueueFacts) -> None:
        at_servers = {one.prompt_id for one in facts.at_lanes}
        for prompt_id in self._fractions.keys() - at_servers:
            del self._fractions[prompt_id]
