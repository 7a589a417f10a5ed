"""What the window asks about the past of a prompt."""

from vqdesk.domain.job import PromptId
from vqdesk.ports import Store
from vqdesk.runtime.pools import Pools
from vqdesk.services.stories import PromptStory, StoryService


class StoryDesk:
    """Read only."""

    def __init__(self, store: Store, pools: Pools) -> None:
        self._stories = StoryService(store)
        self._pools = pools

    async def story(self, prompt_id: PromptId) -> PromptStory:
        """Every attempt with its states and nodes. Raises NotFound."""
        return await self._pools.read(self._stories.story, prompt_id)
