"""What a lane's server can run, by its own catalogue: a prompt never goes where a class or a model is missing."""

from vqdesk.domain.needs import lacking
from vqdesk.runtime.lane_parts import LaneDesk


class Capability:
    """Looks at each kind of need once per connection: after it the server may know other nodes and files."""

    def __init__(self, desk: LaneDesk) -> None:
        self._desk = desk
        self._lacking: dict[str, frozenset[str]] = {}  # key of needs -> names that the server lacks

    def forget(self) -> None:
        """The server may be another one now."""
        self._lacking.clear()

    def lacking(self, key: str) -> frozenset[str] | None:
        """The classes and files that the server lacks for these needs; None while it has not been looked at."""
        return self._lacking.get(key)

    async def runnable(self) -> list[str]:
        """Keys of the needs of waiting prompts that the server meets. Raises EngineUnreachable."""
        desk = self._desk
        prompts, read = desk.tools.store.prompts, desk.tools.pools.read
        pending = await read(prompts.pending_needs, desk.lane.id)
        for key, job_id in pending.items():
            if key not in self._lacking:
                catalog = await desk.engine.catalog()
                self._lacking[key] = lacking(await read(prompts.needs, key), catalog)
                desk.tell_job(job_id)
        return [key for key in pending if not self._lacking[key]]
