"""The order of the queue, and attempts that lanes gave back."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from vqdesk.domain.feeding import Sent, Waiting
from vqdesk.domain.job import AttemptId, JobId, LaneId, PromptId


@dataclass(frozen=True, slots=True)
class Together:
    """So many waiting jobs need the models that a lane has loaded (names, one a line), and some were overtaken."""

    lane_id: LaneId
    share: str
    jobs: int


class OrderStore(Protocol):
    """Changes touch jobs that have not ended and return them. All raise NotFound for a job that does not exist."""

    def move(self, job_ids: Sequence[JobId], before: JobId | None) -> list[JobId]:
        """Places the jobs, in this order, before another one and with its priority; None is the queue's end."""
        ...

    def move_first(self, job_ids: Sequence[JobId]) -> list[JobId]:
        """Places the jobs before all others."""
        ...

    def set_priority(self, job_ids: Sequence[JobId], priority: int) -> list[JobId]:
        """A higher number runs earlier."""
        ...

    def set_held(self, job_ids: Sequence[JobId], held: bool) -> list[JobId]: ...

    def set_stop_after(self, job_ids: Sequence[JobId], stop: bool) -> list[JobId]:
        """The queue pauses when such a job has ended, and sends nothing that comes after it before."""
        ...

    def set_start_at(self, job_ids: Sequence[JobId], start_at: str) -> list[JobId]:
        """UTC ISO-8601; "" means now."""
        ...

    def next_start(self) -> str:
        """When the next waiting job may start that may not yet; "" for none."""
        ...

    def waiting(self, lane_id: LaneId, needs: Sequence[str]) -> list[Waiting]:
        """The next jobs that a lane with these needs could take now; none while the queue is paused."""
        ...

    def sent(self, lane_id: LaneId) -> list[Sent]:
        """Prompts that wait at the lane's server."""
        ...

    def together(self) -> list[Together]: ...


class ReturnStore(Protocol):
    """Attempts whose prompts went back into the queue while their server could not be asked to delete them."""

    def give_back(self, lane_id: LaneId, attempt_ids: Sequence[AttemptId] | None = None) -> list[PromptId]:
        """Of these attempts those that wait and are not pinned to the lane; None: all that are in flight there."""
        ...

    def given_back(self, lane_id: LaneId) -> list[AttemptId]:
        """Those that the server must still be asked about."""
        ...

    def settle(self, attempt_id: AttemptId) -> None:
        """The server has nothing of it any more, or nothing that matters."""
        ...

    def take_again(self, attempt_id: AttemptId) -> bool:
        """The prompt is in flight with this attempt again, unless it has gone elsewhere since."""
        ...
