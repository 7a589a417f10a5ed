"""Putting the sources of finished jobs aside (R-S9). Blocking."""

import logging
from collections.abc import Callable
from pathlib import Path

from vqdesk.domain.errors import InputUnusable, UserError
from vqdesk.domain.job import Job, JobId, Prompt
from vqdesk.ports import Files, Store
from vqdesk.services.folders import PROCESSED

_logger = logging.getLogger(__name__)


class ProcessedSources:
    """Moves the sources of a job into `_processed` beside them, once every prompt of it has succeeded."""

    def __init__(self, store: Store, files: Files, is_wanted: Callable[[], bool]) -> None:
        self._store = store
        self._files = files
        self._is_wanted = is_wanted

    def put_aside(self, job_id: JobId) -> int:
        """Number of files that were moved; each is told in the job's log, with its old and its new place.

        A file stays where it is when it has changed since, or when an open job still needs it.
        """
        if not self._is_wanted():
            return 0
        try:
            return self._put_aside(self._store.jobs.get(job_id))
        except UserError as error:  # the job is done all the same
            _logger.warning("The sources of job %s stay where they are: %s", job_id, error)
            return 0

    def _put_aside(self, job: Job) -> int:
        if job.counts.succeeded != job.counts.total:
            return 0
        sources = {prompt.source_path: prompt for prompt in self._store.jobs.prompts(job.id) if prompt.source_path}
        return sum(self._move(job, Path(path), prompt) for path, prompt in sources.items())

    def _move(self, job: Job, source: Path, prompt: Prompt) -> bool:
        try:
            if self._files.digest(source)[0] != prompt.asset:
                self._note(job, "warning", f"{source} stays where it is: it has changed since it was queued.")
                return False
            if self._store.jobs.is_source_awaited(str(source)):
                self._note(job, "info", f"{source} stays where it is: another job still needs it.")
                return False
            target = self._files.move_aside(source, PROCESSED)
        except InputUnusable:  # moved by the user, or by another job with the same source
            return False
        except UserError as error:
            self._note(job, "warning", f"{source} stays where it is. {error.problem.sentence()}")
            return False
        self._note(job, "info", f"Moved the source {source} to {target}. To undo this, move it back.")
        return True

    def _note(self, job: Job, kind: str, text: str) -> None:
        self._store.log.add(job.id, kind, text)
