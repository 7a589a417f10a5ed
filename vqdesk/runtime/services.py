"""The use cases, blocking, shared by the window and the command line."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from vqdesk.ports import Files, LlmProbe, LogFiles, Media, Playback, ServerLogs, Store, Webhook
from vqdesk.services.candidates import CandidateScan
from vqdesk.services.estimates import EstimateService
from vqdesk.services.failures import FailureService
from vqdesk.services.gpu_loans import GpuLoans
from vqdesk.services.lanes import LaneService
from vqdesk.services.night import NightService
from vqdesk.services.order import OrderService
from vqdesk.services.presets import PresetService
from vqdesk.services.processed import ProcessedSources
from vqdesk.services.queue import QueueService
from vqdesk.services.queue_edit import EditService
from vqdesk.services.queue_file import QueueFileService
from vqdesk.services.runs import RunService
from vqdesk.services.settings import SettingService
from vqdesk.services.submit import SubmitService
from vqdesk.services.workflows import WorkflowLibrary
from vqdesk.services.workspaces import WorkspaceService

if TYPE_CHECKING:
    from vqdesk.services.auto_prompt import AutoPromptService
    from vqdesk.services.bundle import BundleService
    from vqdesk.services.doctor import DoctorService
    from vqdesk.services.importing import ImportService, ReuseService
    from vqdesk.services.outputs import OutputService


@dataclass(frozen=True, slots=True)
class LateServices:
    """How those are made that are not needed at the start: their modules are loaded then."""

    auto_prompt: "Callable[[], AutoPromptService]"
    bundle: "Callable[[DoctorService], BundleService]"
    doctor: "Callable[[], DoctorService]"
    importing: "Callable[[], ImportService]"
    reuse: "Callable[[], ReuseService]"
    outputs: "Callable[[], OutputService]"


@dataclass(frozen=True)
class Services:
    """One of each for an opened data folder."""

    store: Store
    media: Media
    files: Files
    library: WorkflowLibrary
    submit: SubmitService
    queue: QueueService
    order: OrderService
    editing: EditService
    queue_files: QueueFileService
    runs: RunService
    lanes: LaneService
    scan: CandidateScan
    settings: SettingService
    llm_probe: LlmProbe
    webhook: Webhook
    failures: FailureService
    night: NightService
    server_logs: ServerLogs
    log_files: LogFiles
    estimates: EstimateService
    workspaces: WorkspaceService
    presets: PresetService
    playback: Playback
    gpu_loans: GpuLoans
    staged_path: Callable[[str], Path]
    processed: ProcessedSources
    free_bytes: Callable[[], int]
    late: LateServices

    @cached_property
    def auto_prompt(self) -> "AutoPromptService":
        return self.late.auto_prompt()

    @cached_property
    def bundle(self) -> "BundleService":
        return self.late.bundle(self.doctor)

    @cached_property
    def doctor(self) -> "DoctorService":
        return self.late.doctor()

    @cached_property
    def importing(self) -> "ImportService":
        return self.late.importing()

    @cached_property
    def reuse(self) -> "ReuseService":
        return self.late.reuse()

    @cached_property
    def outputs(self) -> "OutputService":
        return self.late.outputs()
