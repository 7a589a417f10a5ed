"""Composition root: builds all objects and joins them. The only module that knows the adapters."""

import logging
import logging.handlers
import os
import platform
import random
import shutil
import time
import uuid
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from vqdesk.adapters.builtin.launch import TOKEN_VARIABLE, BuiltinEngine
from vqdesk.adapters.files import LocalFiles
from vqdesk.adapters.files.log_file import LogFolder, TextLog
from vqdesk.adapters.files.server_logs import ServerLogFiles
from vqdesk.adapters.files.trash import SystemTrash
from vqdesk.adapters.lazy_media import LazyMedia, LazyPlayback
from vqdesk.adapters.llm.lazy import LazyLlm, LazyPictures
from vqdesk.adapters.llm.probe import LlmModels
from vqdesk.adapters.notify.webhook import HttpWebhook
from vqdesk.adapters.platform import LocalComputer, SystemSecrets
from vqdesk.adapters.platform.loan_lock import FileLoanLock
from vqdesk.adapters.store import BackupFolder, open_store
from vqdesk.cli.frame import EngineRun
from vqdesk.domain.errors import OutputUnwritable, UserError
from vqdesk.domain.job import Asset, Lane
from vqdesk.domain.policies.disk import DiskRoom
from vqdesk.domain.redaction import HOST, USER, Redactor
from vqdesk.domain.settings import (
    FOLDER_LIMIT,
    INPUT_FOLDER,
    MOVE_PROCESSED,
    PASTED_DAYS,
    STAGE_ON_SUBMIT,
    THUMBNAILS_MB,
)
from vqdesk.locations import Home, find_home, resources_dir, self_command, workflows_dir
from vqdesk.ports import Clock, Endpoint, EndpointSource, Engine, NodeCatalog, Store
from vqdesk.runtime.app import App
from vqdesk.runtime.hub import EventHub
from vqdesk.runtime.lane_parts import LaneTools
from vqdesk.runtime.night.gate import FeedGate
from vqdesk.runtime.night.night import NightParts
from vqdesk.runtime.pools import Pools
from vqdesk.runtime.services import LateServices, Services
from vqdesk.runtime.thread import Runtime
from vqdesk.runtime.worker import WorkerParts
from vqdesk.services.backup import BackupService
from vqdesk.services.candidates import CandidateScan
from vqdesk.services.collect import Collector
from vqdesk.services.estimates import EstimateService
from vqdesk.services.failures import FailureService
from vqdesk.services.gpu_loans import GpuLoans
from vqdesk.services.input_places import first_folder
from vqdesk.services.lanes import BUILTIN, LaneService, headers_of
from vqdesk.services.night import NightService
from vqdesk.services.order import OrderService
from vqdesk.services.pasted import PastedKeeping
from vqdesk.services.presets import PresetService
from vqdesk.services.processed import ProcessedSources
from vqdesk.services.queue import PAUSED, QueueService
from vqdesk.services.queue_edit import EditService
from vqdesk.services.queue_file import QueueFileService
from vqdesk.services.runs import RunService
from vqdesk.services.settings import SettingService
from vqdesk.services.staging import InputStaging
from vqdesk.services.submit import SubmitService
from vqdesk.services.workflows import WorkflowLibrary
from vqdesk.services.workspaces import WorkspaceService

if TYPE_CHECKING:
    from vqdesk.bench.suite import BenchSuite
    from vqdesk.services.auto_prompt import AutoPromptService
    from vqdesk.services.bundle import BundleService
    from vqdesk.services.doctor import DoctorService
    from vqdesk.services.importing import ImportService, ReuseService
    from vqdesk.services.outputs import OutputService

_LOG_BYTES = 2_000_000
_LOGS_KEPT = 3


class SystemClock:
    """Implements ports.Clock."""

    def now_iso(self) -> str:
        return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")

    def monotonic(self) -> float:
        return time.monotonic()


def build(home: str | None = None, outputs: Path | None = None, clock: Clock | None = None) -> App:
    """Opens the data folder; `outputs` replaces its output root. Raises OutputUnwritable, StoreUnusable."""
    return _opened(find_home(home, outputs), clock=clock)


def backups(home: str | None = None) -> BackupService:
    """For the data folder, without opening its database: it may be damaged, or of a newer version."""
    found = find_home(home)

    @contextmanager
    def locked() -> Iterator[bool]:
        lock = FileLock(found.worker_lock)
        is_ours = found.data.is_dir() and _take(lock, found.worker_lock)
        try:
            yield is_ours
        finally:
            lock.release()

    def pause() -> None:
        store = open_store(found.database, SystemClock())
        try:
            store.settings.put(PAUSED, "1")
        finally:
            store.close()

    return BackupService(BackupFolder(found.database), locked, pause)


def bench_suite() -> "BenchSuite":
    """The measurements, on temporary data folders with workflows of their own."""
    from vqdesk.bench.suite import BenchSuite

    return BenchSuite(
        build=lambda folder: _opened(find_home(str(folder)), resources_dir() / "bench"),
        endpoint_of=lambda app, lane: _endpoint_source(lane, app.home)(),
        open_log=TextLog,
    )


def _opened(home: Home, workflows: Path | None = None, clock: Clock | None = None) -> App:
    clock = clock or SystemClock()
    try:
        home.ensure()
    except OSError as error:
        raise OutputUnwritable(
            f"The data folder {home.data} cannot be used.",
            f"The system says: {error.strerror or error}.",
            "Check its permissions, or choose another with --home.",
        ) from error
    _log_to(home.logs / "vqdesk.log")
    store = open_store(home.database, clock)
    try:
        files = LocalFiles(home.staging, home.outputs)
        library = WorkflowLibrary(workflows or workflows_dir(), home.user_workflows)
        services = _services(home, store, files, library, clock)
        return App(home, services, lambda: _runtime(home, services, files, clock))
    except BaseException:
        store.close()
        raise


def _runtime(home: Home, services: Services, files: LocalFiles, clock: Clock) -> Runtime:
    pools = Pools(services.store.batch)
    collector = Collector(files, services.media, pools.files)
    tools = LaneTools(
        *(services.store, files, collector, EventHub(), pools, clock, services.settings, services.processed),
        failures=services.failures,
        gate=FeedGate(),
    )
    lock = FileLock(home.worker_lock, thread_local=False)  # taken in a pool thread, released in the loop
    parts = WorkerParts(
        tools=tools,
        make_engine=lambda lane: _client(_endpoint_source(lane, home), _client_id(services.store, lane)),
        try_lock=lambda: _take(lock, home.worker_lock),
        release_lock=lock.release,
        night=NightParts(services.night, LocalComputer(), lambda: _disks(home)),
        tidy=PastedKeeping(services.store.mentions, files, lambda: services.settings.get(PASTED_DAYS)).tidy,
    )
    return Runtime(services, parts)


def _disks(home: Home) -> list[DiskRoom]:
    """The room for outputs and for staged inputs."""
    wanted = (("outputs", home.outputs), ("inputs", home.staging))
    rooms = [(what, folder, shutil.disk_usage(_existing(folder))) for what, folder in wanted]
    return [DiskRoom(what, str(folder), room.free, room.total) for what, folder, room in rooms]


def _services(home: Home, store: Store, files: LocalFiles, library: WorkflowLibrary, clock: Clock) -> Services:
    settings = SettingService(store.settings, SystemSecrets(home.data))
    media = LazyMedia(home.thumbs, lambda: settings.get(THUMBNAILS_MB) << 20)
    playback = LazyPlayback()
    staging = InputStaging(files, media, lambda: settings.get(STAGE_ON_SUBMIT))
    lanes = LaneService(
        store,
        SystemSecrets(home.data),
        lambda endpoint: _client(lambda: endpoint),
        lambda lane: _client(_endpoint_source(lane, home)),
    )
    return Services(
        store=store,
        media=media,
        files=files,
        library=library,
        server_logs=ServerLogFiles(home.logs),
        log_files=LogFolder(home.logs),
        submit=SubmitService(store, staging, library, random.SystemRandom()),
        queue=QueueService(store, library),
        order=OrderService(store),
        editing=EditService(store, library, random.SystemRandom()),
        queue_files=QueueFileService(store, files),
        runs=RunService(store),
        lanes=lanes,
        scan=CandidateScan(media, resources_dir() / "samples", lambda: settings.get(FOLDER_LIMIT)),
        settings=settings,
        llm_probe=LlmModels(),
        webhook=HttpWebhook(),
        failures=FailureService(store, library, settings, clock),
        night=NightService(store, settings, clock),
        estimates=EstimateService(store, library, lambda: _free_bytes(home)),
        presets=PresetService(store),
        playback=playback,
        gpu_loans=GpuLoans(store.settings, FileLoanLock(home.loan_lock, home.worker_lock)),
        workspaces=WorkspaceService(store.workspaces, lambda: first_folder(store, settings.get(INPUT_FOLDER))),
        staged_path=lambda sha256: _picture_of(files, store.jobs.asset(sha256)),
        processed=ProcessedSources(store, files, lambda: settings.get(MOVE_PROCESSED)),
        free_bytes=lambda: _free_bytes(home),
        late=LateServices(
            auto_prompt=lambda: _auto_prompt(home, store, files, settings),
            bundle=lambda doctor: _bundle(home, store, settings, doctor),
            doctor=lambda: _doctor(home, store, lanes, library, settings),
            importing=lambda: _importing(home, library),
            reuse=lambda: _reuse(store, library),
            outputs=lambda: _outputs(store, media, files, playback, library),
        ),
    )


def _bundle(home: Home, store: Store, settings: SettingService, doctor: "DoctorService") -> "BundleService":
    from vqdesk.services.bundle import BundleService, BundleSources

    return BundleService(BundleSources(store, doctor, settings, LogFolder(home.logs), _redactor(home)))


def _doctor(
    home: Home, store: Store, lanes: LaneService, library: WorkflowLibrary, settings: SettingService
) -> "DoctorService":
    from vqdesk.services.doctor import DoctorService, Patient

    return DoctorService(
        Patient(store, lanes, library, settings, LlmModels(), _missing_codecs, home.data, home.outputs)
    )


def _importing(home: Home, library: WorkflowLibrary) -> "ImportService":
    from vqdesk.services.importing import CatalogShelf, ImportService

    catalogs = CatalogShelf(home.catalog, _shipped_catalog)
    return ImportService(home.user_workflows, library.shelf, _read_embedded, catalogs)


def _reuse(store: Store, library: WorkflowLibrary) -> "ReuseService":
    from vqdesk.services.importing import ReuseService

    return ReuseService(store, library.shelf, _read_embedded)


def _outputs(
    store: Store, media: LazyMedia, files: LocalFiles, playback: LazyPlayback, library: WorkflowLibrary
) -> "OutputService":
    from vqdesk.services.outputs import OutputService, OutputTools

    return OutputService(store, OutputTools(media, files, playback, SystemTrash(), library.get))


def _auto_prompt(home: Home, store: Store, files: LocalFiles, settings: SettingService) -> "AutoPromptService":
    from vqdesk.services.auto_prompt import AutoPromptService, AutoTools, SystemPromptShelf

    return AutoPromptService(
        AutoTools(store.captions, files, LazyPictures()),
        settings,
        SystemPromptShelf(resources_dir() / "prompts", home.data / "prompts"),
        LazyLlm(settings.get),
    )


def _redactor(home: Home) -> Callable[[list[str]], Redactor]:
    """Knows this computer's names and our own folders."""
    program = str(Path(__file__).parents[1])
    places = {str(home.outputs): "<outputs>", str(home.data): "<data>", program: "<program>"}
    names = {Path.home().name: USER, platform.node(): HOST}
    return lambda secrets: Redactor(secrets, places, names)


def _picture_of(files: LocalFiles, asset: Asset) -> Path:
    """Our own copy, else where the input came from."""
    copy = files.staged_path(asset)
    return copy if copy.exists() or not asset.source else Path(asset.source)


def _missing_codecs() -> list[str]:
    from vqdesk.adapters.media.codecs import missing_codecs  # loads the picture libraries

    return missing_codecs()


def _read_embedded(path: Path) -> Mapping[str, str]:
    from vqdesk.adapters.media.embedded import read_embedded  # loads the picture libraries

    return read_embedded(path)


def _shipped_catalog() -> NodeCatalog:
    """ComfyUI's recorded classes and our engine's own."""
    from vqdesk.adapters.builtin.catalog import core_descriptions  # loads the picture libraries
    from vqdesk.adapters.builtin.nodes import camera

    return {**core_descriptions(), camera.DESCRIPTION["name"]: camera.DESCRIPTION}


def _client(source: EndpointSource, client_id: str = "") -> Engine:
    from vqdesk.adapters.comfy import ComfyEngine  # loads the network libraries

    return ComfyEngine(source, client_id=client_id)


def _endpoint_source(lane: Lane, home: Home) -> EndpointSource:
    if lane.kind == BUILTIN:
        return BuiltinEngine(home.data, self_command)
    return lambda: Endpoint(lane.url, headers=headers_of(SystemSecrets(home.data), lane))


def _client_id(store: Store, lane: Lane) -> str:
    """Kept over restarts: the server goes on telling us of the prompts that run there."""
    key = f"client_id.{lane.id}"
    known = store.settings.get(key)
    if not known:
        known = uuid.uuid4().hex
        store.settings.put(key, known)
    return known


def serve_engine(wanted: EngineRun) -> None:
    """Runs the built-in engine in this process until it ends. Raises UserError when it cannot start."""
    from vqdesk.adapters.builtin.lifecycle import serve  # loads the picture libraries
    from vqdesk.adapters.builtin.options import EngineOptions

    options = EngineOptions(
        fail_node=wanted.fail_node,
        stall_s=wanted.stall_s,
        die_after=wanted.die_after,
        history_lag_ms=wanted.history_lag_ms,
        view_delay_s=wanted.view_delay_s,
        memory_pixels=wanted.memory_pixels,
        test_nodes=wanted.test_nodes,
    )
    token = os.environ.pop(TOKEN_VARIABLE, "")
    serve(wanted.home, wanted.port, token, wanted.idle_exit_s, options)


def _take(lock: FileLock, path: Path) -> bool:
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return False
    path.with_suffix(".pid").write_text(str(os.getpid()), encoding="ascii")
    return True


def _free_bytes(home: Home) -> int:
    return shutil.disk_usage(_existing(home.outputs)).free


def _existing(path: Path) -> Path:
    return next(folder for folder in (path, *path.parents) if folder.is_dir())


def _log_to(path: Path) -> None:
    root = logging.getLogger("vqdesk")
    if root.handlers:
        return
    try:
        handler = logging.handlers.RotatingFileHandler(
            path, maxBytes=_LOG_BYTES, backupCount=_LOGS_KEPT, encoding="utf-8"
        )
    except OSError as error:
        raise UserError(
            "The log file cannot be written.", f"{path}: {error.strerror}.", "Check the folder."
        ) from error
    logging.raiseExceptions = False  # a full disk must not throw tracebacks at the user
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root.addHandler(handler)
    root.setLevel(logging.INFO)
