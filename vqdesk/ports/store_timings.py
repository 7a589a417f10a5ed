"""What estimates are made of."""

from typing import Protocol

from vqdesk.domain.estimates import AtLane, OpenJob, Timing


class TimingStore(Protocol):
    """The past and the work ahead; times are written together with a prompt's success."""

    def history(self, workflow_hash: str, task_type: str) -> list[Timing]:
        """The newest of a workflow, then those of other workflows of the same kind of task; each newest first."""
        ...

    def open_jobs(self) -> list[OpenJob]:
        """What waits, in the order of work. Far down a long queue jobs of a workflow are one, with the id 0."""
        ...

    def at_lanes(self) -> list[AtLane]:
        """What is at the servers, in the order of work; `elapsed_s` is up to date, `fraction` is not known."""
        ...
