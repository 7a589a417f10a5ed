"""Jobs put together under one name, and taken apart again. Blocking."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vqdesk.domain.errors import NotFound, ParameterInvalid
from vqdesk.domain.job import JobId
from vqdesk.domain.run import SET, Run, RunId, run_name
from vqdesk.ports import Store


@dataclass(frozen=True, slots=True)
class RunChange:
    """The jobs that are in another run now, and where each of them was (None: in no run)."""

    jobs: tuple[JobId, ...]
    before: Mapping[RunId | None, Sequence[JobId]]


class RunService:
    """A run is there as long as it has jobs."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._runs = store.runs

    def all(self) -> list[Run]:
        """By name."""
        return self._runs.all()

    def find(self, name: str) -> Run:
        """The run with this name. Raises NotFound."""
        found = self._named(name)
        if found is None:
            known = ", ".join(run.name for run in self.all()[:10])
            raise NotFound(
                f"There is no run “{name}”.",
                f"VQDesk knows {known}." if known else "No job is in a run.",
                "`vqdesk runs` lists them.",
            )
        return found

    def put(self, job_ids: Sequence[JobId], name: str) -> RunChange:
        """Moves jobs into the run of this name, made when there is none. Raises ParameterInvalid."""
        wanted = run_name(name)
        with self._store.batch():
            found = self._named(wanted)
            return self._move(job_ids, found.id if found else self._runs.make(wanted, SET))

    def take_out(self, job_ids: Sequence[JobId]) -> RunChange:
        """Jobs are in no run after it."""
        with self._store.batch():
            return self._move(job_ids, None)

    def keep(self, job_id: JobId, run_id: RunId | None) -> None:
        """A copy goes where its job is."""
        if run_id is not None:
            self._runs.put([job_id], run_id)

    def put_back(self, change: RunChange) -> list[JobId]:
        """Takes `put` or `take_out` back."""
        with self._store.batch():
            return [job for run_id, jobs in change.before.items() for job in self._runs.put(jobs, run_id)]

    def rename(self, run_id: RunId, name: str) -> None:
        """Raises ParameterInvalid for an empty name, and for one that another run has."""
        wanted = run_name(name)
        with self._store.batch():
            found = self._named(wanted)
            if found is not None and found.id != run_id:
                raise ParameterInvalid(
                    "run",
                    f"There is a run “{found.name}” already.",
                    "",
                    "Choose another name, or put the jobs into that run.",
                )
            self._runs.rename(run_id, wanted)

    def _named(self, name: str) -> Run | None:
        wanted = name.strip().casefold()
        return next((run for run in self._runs.all() if run.name.casefold() == wanted), None)

    def _move(self, job_ids: Sequence[JobId], run_id: RunId | None) -> RunChange:
        members = self._runs.members(job_ids)
        moved = self._runs.put(job_ids, run_id)
        return RunChange(tuple(moved), {old: jobs for old, jobs in members.items() if old != run_id})
