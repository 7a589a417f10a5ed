"""What a lane's server can run, by its own catalogue: a prompt never goes where a class or a model is missing."""

import asyncio

from vqdesk.domain.needs import lacking
from vqdesk.runtime.lane_parts import LaneDesk

_LOOK_AGAIN_S = 60.0


class Capability:
    """Looks at each kind of need once per connection, and now and then at what was missing: files may be added."""

    def __init__(self, desk: LaneDesk) -> None:
        self._desk = desk
        self._lacking: dict[str, frozenset[str]] = {}  # key of needs -> names that the server lacks
        self._doubtful: set[str] = set()  # keys to be looked at again, with a fresh catalogue
        self._timer: asyncio.TimerHandle | None = None

    def forget(self) -> None:
        """The server may be another one now."""
        self._lacking.clear()
        self._doubtful.clear()

    def lacking(self, key: str) -> frozenset[str] | None:
        """The classes and files that the server lacks for these needs; None while it has not been looked at."""
        return self._lacking.get(key)

    async def runnable(self) -> list[str]:
        """Keys of the needs of waiting prompts that the server meets. Raises EngineUnreachable."""
        desk = self._desk
        prompts, read = desk.tools.store.prompts, desk.tools.pools.read
        pending = await read(prompts.pending_needs, desk.lane.id)
        fresh = bool(self._doubtful)
        for key, job_id in pending.items():
            if key not in self._lacking or key in self._doubtful:
                catalog = await desk.engine.catalog(fresh=fresh)
                fresh = False
                self._lacking[key] = lacking(await read(prompts.needs, key), catalog)
                desk.tell_job(job_id)
        self._doubtful.clear()
        if any(self._lacking[key] for key in pending) and self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(_LOOK_AGAIN_S, self._look_again)
        return [key for key in pending if not self._lacking[key]]

    def _look_again(self) -> None:
        self._timer = None
        self._doubtful = {key for key, names in self._lacking.items() if names}
        self._desk.wake.set()
