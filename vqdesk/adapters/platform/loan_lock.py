"""The lock of the one who borrows the GPU, and a look at that of the queue."""

from pathlib import Path

from filelock import FileLock, Timeout


class FileLoanLock:
    """Implements ports.LoanLock; the system lets go of a file lock when its process dies."""

    def __init__(self, loan: Path, queue: Path) -> None:
        self._loan, self._queue = loan, queue
        self._own = FileLock(loan, thread_local=False)

    def take(self) -> bool:
        return _taken(self._own)

    def release(self) -> None:
        self._own.release()

    def is_held(self) -> bool:
        return _is_held(self._loan)

    def queue_runs(self) -> bool:
        return _is_held(self._queue)


def _taken(lock: FileLock) -> bool:
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return False
    return True


def _is_held(path: Path) -> bool:
    if not path.exists():
        return False
    lock = FileLock(path, thread_local=False)
    if not _taken(lock):
        return True
    lock.release()
    return False
