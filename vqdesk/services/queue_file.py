"""A queue with its media as one file: a zip archive of one document and of the inputs by their content. Blocking.

The archive is not trusted: nothing in it says where a file is written, sizes are bounded by what is announced, and
every input must have the content that its name promises.
"""

import hashlib
import tempfile
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from vqdesk.domain.errors import InputUnusable, OutputUnwritable, UserError
from vqdesk.domain.job import Asset, Job, JobId
from vqdesk.domain.status import PromptStatus
from vqdesk.ports import Files, Store
from vqdesk.services.job_copies import draft_of
from vqdesk.services.queue_document import SavedJob, check_jobs, contents_of, read_document, written_document
from vqdesk.services.runs import RunService

SUFFIX: Final = ".vqdesk-queue"
_DOCUMENT: Final = "queue.json"
_MAX_DOCUMENT: Final = 512 << 20
_CHUNK: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Saved:
    """What went into a file: numbers, and its size in bytes."""

    jobs: int
    prompts: int
    inputs: int
    bytes: int


class QueueFileService:
    """Saves jobs with what is left of them to do, and adds them to another queue."""

    def __init__(self, store: Store, files: Files) -> None:
        self._store = store
        self._files = files
        self._runs = RunService(store)

    def save(self, path: Path, job_ids: Sequence[JobId] | None = None) -> Saved:
        """Prompts that have not succeeded, of these jobs or of all that have not ended.

        Raises NotFound, InputUnusable for an input that is gone, OutputUnwritable.
        """
        jobs = [self._saved(job) for job in self._store.jobs.rows(self._chosen(job_ids))]
        jobs = [job for job in jobs if job.draft.prompts]
        if not jobs:
            raise UserError("There is nothing to save.", "None of these jobs has a prompt left.", "Choose others.")
        contents = sorted({sha256 for job in jobs for sha256 in contents_of(job.draft)})
        assets = [self._store.jobs.asset(sha256) for sha256 in contents]
        sources = [(asset, self._files.find_input(asset, Path(asset.source))) for asset in assets]
        partial = path.with_name(f"{path.name}.part")
        try:
            _write(partial, written_document(jobs, assets), sources)
            partial.replace(path)
        except OSError as error:
            partial.unlink(missing_ok=True)
            raise OutputUnwritable(
                f"{path.name} cannot be written.", f"{path}: {error.strerror}.", "Choose another folder."
            ) from error
        prompts = sum(len(job.draft.prompts) for job in jobs)
        return Saved(len(jobs), prompts, len(assets), path.stat().st_size)

    def look_into(self, path: Path) -> Saved:
        """What `load` would add. Raises InputUnusable as it does, but the inputs are not checked yet."""
        with _opened(path) as archive:
            jobs, assets = read_document(_document(archive))
            check_jobs(jobs, assets)
        return Saved(len(jobs), sum(len(job.draft.prompts) for job in jobs), len(assets), path.stat().st_size)

    def load(self, path: Path) -> list[JobId]:
        """Adds all of them, or nothing. Raises InputUnusable for a file that is damaged or not one of ours."""
        with _opened(path) as archive:
            jobs, assets = read_document(_document(archive))
            check_jobs(jobs, assets)
            for asset in assets.values():
                self._take(archive, asset)
        return self._add(jobs, assets)

    def _chosen(self, job_ids: Sequence[JobId] | None) -> Sequence[JobId]:
        if job_ids is None:
            return self._store.editing.open_jobs()
        for job_id in job_ids:
            self._store.jobs.get(job_id)
        return job_ids

    def _saved(self, job: Job) -> SavedJob:
        prompts = [one for one in self._store.jobs.prompts(job.id) if one.status is not PromptStatus.SUCCEEDED]
        draft = draft_of(self._store, job, prompts)
        return SavedJob(draft, job.priority, job.held, job.note, job.colour, job.run)

    def _take(self, archive: zipfile.ZipFile, asset: Asset) -> None:
        """Stages an input after its content was checked, by way of a file whose name we choose."""
        with tempfile.TemporaryDirectory(prefix="vqdesk-") as folder:
            copy = Path(folder) / f"input.{asset.ext}"
            digest, size = hashlib.sha256(), 0
            with archive.open(_member(asset)) as source, copy.open("wb") as target:
                while chunk := source.read(_CHUNK):
                    size += len(chunk)
                    if size > asset.bytes:
                        break
                    digest.update(chunk)
                    target.write(chunk)
            if size != asset.bytes or digest.hexdigest() != asset.sha256:
                raise _unusable(
                    Path(archive.filename or "").name, f"The input {asset.sha256[:12]}… is not what it was."
                )
            self._files.stage(copy)

    def _add(self, jobs: Sequence[SavedJob], assets: Mapping[str, Asset]) -> list[JobId]:
        made = []
        with self._store.batch():
            for job in jobs:
                own = tuple(assets[sha256] for sha256 in sorted(contents_of(job.draft)))
                job_id = self._store.jobs.create(replace(job.draft, assets=own))
                made.append(job_id)
                if job.priority:
                    self._store.order.set_priority([job_id], job.priority)
                if job.held:
                    self._store.order.set_held([job_id], True)
                self._store.editing.set_note([job_id], job.note)
                self._store.editing.set_colour([job_id], job.colour)
                if job.run:
                    self._runs.put([job_id], job.run)
        return made


@contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    """The archive; what is wrong with it or its document becomes InputUnusable."""
    try:
        with zipfile.ZipFile(path) as archive:
            yield archive
    except FileNotFoundError as error:
        raise InputUnusable(f"{path.name} is not there.", f"There is no {path}.", "Check the path.") from error
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError) as error:
        raise _unusable(path.name, f"It is damaged: {error}.") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise _unusable(path.name, "It is no queue that VQDesk has saved.") from error


def _write(path: Path, document: bytes, sources: Sequence[tuple[Asset, Path]]) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(_DOCUMENT, document, zipfile.ZIP_DEFLATED)
        for asset, source in sources:
            archive.write(source, _member(asset), zipfile.ZIP_STORED)  # pictures are compressed already


def _document(archive: zipfile.ZipFile) -> bytes:
    """Raises KeyError when there is none, ValueError for one that nobody could have saved."""
    with archive.open(_DOCUMENT) as source:
        text = source.read(_MAX_DOCUMENT + 1)
    if len(text) > _MAX_DOCUMENT:
        raise ValueError("the document is too large")
    return text


def _member(asset: Asset) -> str:
    return f"media/{asset.sha256}.{asset.ext}" if asset.ext else f"media/{asset.sha256}"


def _unusable(name: str, cause: str) -> InputUnusable:
    return InputUnusable(f"{name} cannot be loaded.", cause, "Nothing was added. Save the queue again.")
