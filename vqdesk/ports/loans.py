"""One borrower of the GPU at a time, among all processes on a data folder."""

from typing import Protocol


class LoanLock(Protocol):
    """Held by the borrower while it lives: a process that dies lets go of it."""

    def take(self) -> bool:
        """Whether it is ours now; at once."""
        ...

    def release(self) -> None: ...

    def is_held(self) -> bool:
        """Whether some process holds it."""
        ...

    def queue_runs(self) -> bool:
        """Whether some process runs the queue."""
        ...
