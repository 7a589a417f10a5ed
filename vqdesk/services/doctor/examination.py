"""The whole examination, for window and command line alike."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from vqdesk.domain.errors import StoreUnusable
from vqdesk.domain.settings import LLM_URL
from vqdesk.ports import LlmProbe, Store
from vqdesk.services.doctor.engines import look_at_engines, look_at_llm
from vqdesk.services.doctor.findings import Finding
from vqdesk.services.doctor.machine import (
    look_at_codecs,
    look_at_database,
    look_at_folder,
    look_at_versions,
    look_at_workflows,
)
from vqdesk.services.lanes import LaneService
from vqdesk.services.settings import SettingService
from vqdesk.services.workflows import WorkflowLibrary


@dataclass(frozen=True, slots=True)
class Patient:
    """What is examined. `missing_codecs` names what FFmpeg lacks."""

    store: Store
    lanes: LaneService
    library: WorkflowLibrary
    settings: SettingService
    llm: LlmProbe
    missing_codecs: Callable[[], Sequence[str]]
    data: Path
    outputs: Path


class DoctorService:
    """Changes nothing, but starts the built-in engine when a lane uses it."""

    def __init__(self, patient: Patient) -> None:
        self._patient = patient

    async def examine(self) -> list[Finding]:
        """All findings, engines first. Looks at files and databases meanwhile: not for a loop that must go on."""
        patient = self._patient
        definitions = patient.library.shelf().definitions
        try:
            lanes = patient.store.lanes.all()
            servers = await look_at_engines(patient.lanes, lanes, definitions)
            servers.append(look_at_llm(patient.settings.get(LLM_URL), patient.llm))
        except StoreUnusable:  # told as a finding of the database
            servers = []
        return [
            *servers,
            look_at_folder("data folder", patient.data),
            look_at_folder("output folder", patient.outputs),
            look_at_database(patient.store.faults),
            look_at_codecs(patient.missing_codecs),
            *look_at_workflows(patient.library),
            look_at_versions(),
        ]
