"""The support bundle: what somebody needs to help, without secrets and private paths (R-V12)."""

import json
import platform
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import vqdesk
from vqdesk.domain.errors import OutputUnwritable, UserError
from vqdesk.domain.redaction import Redactor
from vqdesk.domain.settings import LLM_TOKEN, SETTINGS
from vqdesk.domain.status import PromptStatus
from vqdesk.ports import JobQuery, LogFiles, Store
from vqdesk.services.doctor import DoctorService, as_text
from vqdesk.services.settings import SettingService

_LOG_LINES = 2_000
_FAILURES = 50


@dataclass(frozen=True, slots=True)
class BundleFile:
    """One text of the bundle, as it is saved."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Bundle:
    """What is shown, and then saved without a change."""

    files: tuple[BundleFile, ...]


@dataclass(frozen=True, slots=True)
class BundleSources:
    """Where the texts come from. `redactor` is made anew for every bundle, with the secrets of that moment."""

    store: Store
    doctor: DoctorService
    settings: SettingService
    logs: LogFiles
    redactor: Callable[[list[str]], Redactor]


class BundleService:
    """No photo, no prompt's text and no name of a file is asked for."""

    def __init__(self, sources: BundleSources) -> None:
        self._sources = sources

    async def collect(self) -> Bundle:
        """Looks at everything; needs a loop of its own, as the doctor does."""
        sources = self._sources
        redactor = sources.redactor([sources.settings.get(LLM_TOKEN)])
        texts = {
            "about.txt": self._about(),
            "check.txt": as_text(await sources.doctor.examine()),
            "settings.json": _as_json(self._changed_settings()),
            "queue.json": _as_json(self._queue()),
            **self._logs(),
        }
        return Bundle(tuple(BundleFile(name, redactor.clean(text)) for name, text in texts.items()))

    def save(self, bundle: Bundle, target: Path) -> None:
        """Writes exactly what was shown, as a zip file. Raises OutputUnwritable."""
        try:
            with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
                for file in bundle.files:
                    archive.writestr(file.name, file.text)
        except OSError as error:
            raise OutputUnwritable(
                "The bundle cannot be saved there.",
                f"{target}: {error.strerror}.",
                "Choose another folder.",
            ) from error

    def _about(self) -> str:
        return "\n".join(
            (
                f"VQDesk {vqdesk.__version__}",
                f"Python {platform.python_version()}",
                f"{platform.system()} {platform.release()}, {platform.machine()}",
                "",
            )
        )

    def _changed_settings(self) -> dict[str, object]:
        values = self._sources.settings.values()
        return {one.key: values[one.key] for one in SETTINGS if values[one.key] != one.default}

    def _queue(self) -> dict[str, object]:
        store = self._sources.store
        counts = store.jobs.counts()
        failed = store.jobs.rows(store.jobs.ids(JobQuery(states=(PromptStatus.FAILED,)))[:_FAILURES])
        lanes = [{"kind": lane.kind, "state": lane.state, "depth": lane.max_depth} for lane in store.lanes.all()]
        return {
            "jobs": dict(counts.jobs),
            "engines": lanes,
            "failures": [
                {"workflow": job.workflow, "task": job.task_type, "at": job.ended_at, "reason": job.reason}
                for job in failed
            ],
        }

    def _logs(self) -> dict[str, str]:
        texts: dict[str, str] = {}
        for source in self._sources.logs.sources():
            try:
                lines = self._sources.logs.open(source).tail(_LOG_LINES)
            except UserError as error:  # rotated away just now: the others still help
                lines = (error.problem.sentence(),)
            texts[f"logs/{source.file_name}"] = "\n".join((*lines, ""))
        return texts


def _as_json(document: object) -> str:
    return json.dumps(document, indent=2, ensure_ascii=False, default=str) + "\n"
