"""What attempts have taught: failures in a row, deaths, times; and what each lane was told."""

from collections.abc import Collection
from typing import Protocol

from vqdesk.domain.attempts import Attempt
from vqdesk.domain.errors import Problem
from vqdesk.domain.job import AttemptId, LaneId, PromptId
from vqdesk.domain.node_times import NodeTime
from vqdesk.domain.policies.rest import LaneOrders


class AttemptStore(Protocol):
    """Like all stores: blocking, every method one transaction."""

    def recent(self, lane_id: LaneId, since: str, limit: int) -> list[Problem | None]:
        """Failures, and None for others, of a lane's attempts that ended after `since`, last sent first.

        One that is still under way stands among those that were sent before and after it, as no failure.
        """
        ...

    def note_death(self, attempt_id: AttemptId) -> int:
        """This attempt was running when the server died; returns how many attempts of its prompt were."""
        ...

    def note_deaths_in_flight(self) -> int:
        """VQDesk died while these ran; returns how many."""
        ...

    def seconds(self, workflow_hash: str, lane_id: LaneId, limit: int) -> list[float]:
        """What a lane needed for this workflow, newest first."""
        ...

    def failed_as(self, kind: str) -> list[PromptId]:
        """Failed prompts whose problem is of this kind."""
        ...

    def of_prompt(self, prompt_id: PromptId) -> list[Attempt]:
        """All of them, oldest first."""
        ...

    def newest_nodes(self, workflow_hash: str) -> tuple[NodeTime, ...]:
        """What the nodes took the last time that this workflow succeeded; empty when nobody knows."""
        ...

    def still_open(self, without: Collection[str]) -> int:
        """Prompts in flight, and waiting ones that are not held; not those with these needs."""
        ...

    def in_flight(self) -> int:
        """Prompts that are at a server, may be there, or are being collected."""
        ...


class LaneOrderStore(Protocol):
    """Pause after failures, quiet hours, start: each lane's own."""

    def of(self, lane_id: LaneId) -> LaneOrders: ...

    def put(self, lane_id: LaneId, orders: LaneOrders) -> None:
        """Replaces them; other settings of the lane stay."""
        ...
