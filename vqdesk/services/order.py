"""What runs when: the user's changes of the queue's order, the same for window and command line. Blocking."""

from collections.abc import Sequence
from datetime import UTC, datetime

from vqdesk.domain.errors import ParameterInvalid
from vqdesk.domain.job import JobId
from vqdesk.ports import Store

_MOST_PRIORITY = 1000


class OrderService:
    """Changes touch what has not been submitted; what waits at a server less urgently is taken back.

    All return the jobs that were changed: those that have not ended. All raise NotFound for an unknown job.
    """

    def __init__(self, store: Store) -> None:
        self._order = store.order

    def run_next(self, job_ids: Sequence[JobId]) -> list[JobId]:
        """Before everything else that waits."""
        return self._order.move_first(job_ids)

    def move(self, job_ids: Sequence[JobId], before: JobId | None) -> list[JobId]:
        """Before another job, with its priority; None is the end of the queue."""
        return self._order.move(job_ids, before)

    def set_priority(self, job_ids: Sequence[JobId], priority: int) -> list[JobId]:
        """Higher numbers run earlier; 0 is usual. Raises ParameterInvalid."""
        if abs(priority) > _MOST_PRIORITY:
            raise ParameterInvalid(
                "priority",
                f"The priority cannot be {priority}.",
                f"It goes from -{_MOST_PRIORITY} to {_MOST_PRIORITY}.",
                "Choose a smaller number.",
            )
        return self._order.set_priority(job_ids, priority)

    def hold(self, job_ids: Sequence[JobId]) -> list[JobId]:
        """Nothing more of them is sent until they are released."""
        return self._order.set_held(job_ids, True)

    def release(self, job_ids: Sequence[JobId]) -> list[JobId]:
        """They go on, at once also those with a later start."""
        self._order.set_start_at(job_ids, "")
        return self._order.set_held(job_ids, False)

    def stop_after(self, job_ids: Sequence[JobId], stop: bool = True) -> list[JobId]:
        """The queue pauses when they have ended, and sends nothing that comes after them before."""
        return self._order.set_stop_after(job_ids, stop)

    def start_at(self, job_ids: Sequence[JobId], when: datetime | None) -> list[JobId]:
        """Not before this time (with its zone, else the local one); None is at once."""
        if when is None:
            return self._order.set_start_at(job_ids, "")
        stamp = when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"
        return self._order.set_start_at(job_ids, stamp)
