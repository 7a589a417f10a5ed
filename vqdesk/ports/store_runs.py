"""Runs, and which jobs are in them."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from vqdesk.domain.job import JobId
from vqdesk.domain.run import Run, RunId


class RunStore(Protocol):
    """Blocking, every method one transaction. A run without jobs is in no list; it stays for an undo."""

    def all(self) -> list[Run]:
        """Those that have jobs, by name."""
        ...

    def make(self, name: str, kind: str) -> RunId:
        """A new run, empty as yet."""
        ...

    def put(self, job_ids: Sequence[JobId], run_id: RunId | None) -> list[JobId]:
        """Moves jobs into a run, or out of any (None); returns those that were not there."""
        ...

    def members(self, job_ids: Sequence[JobId]) -> Mapping[RunId | None, Sequence[JobId]]:
        """In which run each of these jobs is; None holds those of no run."""
        ...

    def rename(self, run_id: RunId, name: str) -> None: ...
