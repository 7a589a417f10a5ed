"""What the window asks about the graph of a prompt."""

from vqdesk.domain.job import PromptId
from vqdesk.domain.json_folds import FoldedText, fold
from vqdesk.runtime.pools import Pools
from vqdesk.services.queue import QueueService


class GraphDesk:
    """Large graphs are cut into lines here, not in the window."""

    def __init__(self, queue: QueueService, pools: Pools) -> None:
        self._queue = queue
        self._pools = pools

    async def folded(self, prompt_id: PromptId) -> FoldedText:
        """The graph as it was, or would be, sent. Raises NotFound."""
        text = await self._pools.read(self._queue.graph_json, prompt_id)
        return await self._pools.files(fold, text)
