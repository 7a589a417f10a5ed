"""The desk as the window sees it, in memory: the outside of every panel under test."""

import asyncio
from collections.abc import Coroutine, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from io import BytesIO
from pathlib import PurePath
from typing import Any

from PIL import Image

from vqdesk.domain.errors import EngineUnreachable, NotFound, Problem, UserError
from vqdesk.domain.estimates import Forecast
from vqdesk.domain.job import Counts, Job, JobId, Lane, LaneId, LogEntry, Prompt, PromptId
from vqdesk.domain.json_folds import FoldedText, fold
from vqdesk.domain.media import MediaFacts, MediaKind
from vqdesk.domain.notifications import Notice, Wishes
from vqdesk.domain.outputs import GalleryOutput
from vqdesk.domain.policies.after_queue import AfterQueue
from vqdesk.domain.status import PromptStatus
from vqdesk.domain.tabs import NO_FOLDER, FirstFolder
from vqdesk.domain.workflow import WorkflowDefinition, WorkflowShelf
from vqdesk.domain.workspace import Workspace, from_json, to_json
from vqdesk.ports import EngineInfo, JobListing, JobQuery, LaneLoad, StatusCounts
from vqdesk.runtime.desks.lanes import LaneRow
from vqdesk.services.candidates import Candidate, Candidates, Expansion
from vqdesk.services.estimates import Outlook, Wish
from vqdesk.services.forms import FormReport
from vqdesk.services.presets import PresetShelf
from vqdesk.services.queue import JobDetail
from vqdesk.services.stories import PromptStory
from vqdesk.services.workspaces import OpenedWorkspaces
from vqdesk.ui.calls import Calls

NOW = "2026-01-02T20:00:00.000Z"
SAMPLES = [f"/samples/sample_{n}.jpg" for n in range(1, 7)]


def jpeg(width: int = 150, height: int = 100, color: str = "#4a7a9c") -> bytes:
    """A small one-coloured JPEG."""
    data = BytesIO()
    Image.new("RGB", (width, height), color).save(data, "JPEG")
    return data.getvalue()


def make_job(number: int = 41, counts: Counts | None = None, **changes: Any) -> Job:
    """A job as the store gives it; `changes` are fields of Job."""
    job = Job(
        id=JobId(number),
        name=f"Job {number}",
        workflow="camera-move",
        workflow_hash="0" * 64,
        task_type="image_to_video",
        status=PromptStatus.PENDING,
        counts=counts or Counts(pending=1),
        params={},
        tries=1,
        priority=0,
        position=float(number),
        held=False,
        created_at=NOW,
        started_at="",
        ended_at="",
    )
    return replace(job, **changes)


def make_prompt(number: int = 1, job_number: int = 41, **changes: Any) -> Prompt:
    """A prompt as the store gives it; `changes` are fields of Prompt."""
    prompt = Prompt(
        id=PromptId(job_number * 1000 + number),
        job_id=JobId(job_number),
        ordinal=number,
        status=PromptStatus.PENDING,
        seed=884121307,
        try_number=1,
        asset="",
        source_path=f"/photos/lake_{number}.jpg",
        patch={},
        cancel_requested_at="",
        error=None,
        revision=1,
    )
    return replace(prompt, **changes)


@dataclass
class FakeForms:
    """What the engines say to a form; `values` are those of the last question."""

    answer: FormReport = field(default_factory=FormReport)
    lacking: dict[str, tuple[str, ...]] = field(default_factory=dict)
    values: dict[str, Any] = field(default_factory=dict)

    async def report(self, workflow: str, values: Any, lane_id: LaneId | None = None) -> FormReport:
        self.values = dict(values)
        return replace(self.answer, workflow=workflow)

    async def needs(self) -> dict[str, tuple[str, ...]]:
        return self.lacking


class FakePresets:
    """No presets."""

    async def shelf(self, _definition: WorkflowDefinition) -> PresetShelf:
        return PresetShelf((), ())


@dataclass
class FakeDesk:
    """Every answer is a field that a test may set; what was asked for is kept in `asked`."""

    shelf: WorkflowShelf = field(default_factory=lambda: WorkflowShelf(()))
    details: dict[int, JobDetail] = field(default_factory=dict)
    job_rows: dict[int, Job] = field(default_factory=dict)
    pasts: dict[PromptId, PromptStory] = field(default_factory=dict)
    logs: dict[int, list[LogEntry]] = field(default_factory=dict)
    lane_list: list[Lane] = field(default_factory=list)
    lane_loads: dict[LaneId, LaneLoad] = field(default_factory=dict)
    settings: dict[str, str] = field(default_factory=dict)
    workspace: str = ""
    samples: list[str] = field(default_factory=lambda: list(SAMPLES))
    unusable: dict[str, Problem] = field(default_factory=dict)
    folders: dict[str, list[str]] = field(default_factory=dict)
    answering: dict[str, EngineInfo] = field(default_factory=dict)
    failures: dict[str, UserError] = field(default_factory=dict)
    paused: bool = False
    forms: FakeForms = field(default_factory=FakeForms)
    presets: FakePresets = field(default_factory=FakePresets)
    estimates: "FakeEstimates" = field(default_factory=lambda: FakeEstimates())
    importing: "FakeImporting" = field(default_factory=lambda: FakeImporting())
    night: "FakeNight" = field(default_factory=lambda: FakeNight())
    notices: "FakeNotices" = field(default_factory=lambda: FakeNotices())
    log_files: "FakeLogFiles" = field(default_factory=lambda: FakeLogFiles())
    asked: list[tuple[Any, ...]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.outputs = FakeOutputs(self)

    # ---- queue

    async def submit(self, request: Any, copying: Any = None) -> Job:
        self._note("submit", request)
        number = max(self.job_rows, default=40) + 1
        total = max(1, len(request.inputs)) * request.tries
        job = make_job(number, Counts(pending=total), workflow=request.workflow, tries=request.tries)
        self.job_rows[number] = job
        return job

    async def job_ids(self, query: JobQuery) -> list[JobId]:
        self._note("job_ids", query)
        chosen = [job for job in self.job_rows.values() if not query.states or job.status in query.states]
        return [job.id for job in reversed(chosen) if query.text.lower() in job.name.lower()]

    async def jobs(self, ids: Sequence[JobId]) -> list[Job]:
        self._note("jobs", tuple(ids))
        return [self.job_rows[one] for one in ids if one in self.job_rows]

    async def counts(self) -> StatusCounts:
        jobs: dict[str, int] = {}
        for job in self.job_rows.values():
            jobs[job.status.value] = jobs.get(job.status.value, 0) + 1
        rows = self.job_rows.values()
        return StatusCounts(jobs, sum(j.counts.running for j in rows), sum(j.counts.pending for j in rows))

    async def job_detail(self, job_id: JobId) -> JobDetail:
        self._note("job_detail", job_id)
        if job_id in self.details:
            return self.details[job_id]
        if job_id in self.job_rows:
            return JobDetail(self.job_rows[job_id], (), (), "Camera move", (), {})
        raise NotFound(f"There is no job {job_id}.")

    async def graph_json(self, prompt_id: PromptId) -> str:
        self._note("graph_json", prompt_id)
        return '{\n  "1": {"class_type": "LoadImage", "inputs": {"image": "lake.jpg"}}\n}'

    @property
    def stories(self) -> "FakeDesk":
        """The same desk answers for its part."""
        return self

    async def story(self, prompt_id: PromptId) -> PromptStory:
        self._note("story", prompt_id)
        return self.pasts.get(prompt_id, PromptStory(prompt_id, (), {}))

    @property
    def graphs(self) -> "FakeGraphs":
        return FakeGraphs(self)

    async def log_lines(self, job_id: JobId, after_id: int = 0, limit: int = 1000) -> list[LogEntry]:
        self._note("log_lines", job_id, after_id)
        return [line for line in self.logs.get(job_id, []) if line.id > after_id][:limit]

    async def cancel_job(self, job_id: JobId) -> int:
        self._note("cancel_job", job_id)
        return 1

    async def cancel_prompts(self, ids: Sequence[PromptId]) -> int:
        self._note("cancel_prompts", tuple(ids))
        return len(ids)

    async def retry_job(self, job_id: JobId) -> int:
        self._note("retry_job", job_id)
        return 1

    async def retry_prompts(self, ids: Sequence[PromptId]) -> int:
        self._note("retry_prompts", tuple(ids))
        return len(ids)

    async def set_paused(self, paused: bool, now: bool = False) -> None:
        self._note("set_paused", *((paused, now) if now else (paused,)))
        self.paused = paused

    async def reconnect(self, lane_id: LaneId) -> None:
        self._note("reconnect", lane_id)

    # ---- workflows and files

    async def workflows(self) -> WorkflowShelf:
        self._note("workflows")
        return self.shelf

    @property
    def media(self) -> "FakeDesk":
        """The same desk answers for its part."""
        return self

    async def expand(self, paths: Sequence[str], kind: str) -> Expansion:
        self._note("expand", tuple(paths), kind)
        return Expansion(tuple(dict.fromkeys(file for path in paths for file in self.folders.get(path, [path]))))

    async def look_at(self, paths: Sequence[str], kind: str) -> Candidates:
        self._note("look_at", tuple(paths), kind)
        looked = [self._look(file, kind) for file in paths]
        return Candidates(
            tuple(one for one in looked if one.problem is None), tuple(one for one in looked if one.problem)
        )

    async def files_of(self, folder: str, kind: str) -> Expansion:
        self._note("files_of", folder, kind)
        return Expansion(tuple(self.folders.get(folder, ())))

    async def thumbnail(self, path: str, edge: int, first_frame: bool = False) -> bytes:
        self._note("thumbnail", path, edge)
        return jpeg()

    async def job_thumbnail(self, job_id: JobId, edge: int) -> bytes:
        self._note("job_thumbnail", job_id, edge)
        return jpeg()

    async def asset_thumbnail(self, sha256: str, edge: int) -> bytes:
        self._note("asset_thumbnail", sha256, edge)
        return jpeg() if sha256 else b""

    async def sample_photos(self) -> list[str]:
        return self.samples

    async def free_bytes(self) -> int:
        return 412 * 10**9

    # ---- engines

    async def lanes(self) -> list[Lane]:
        return list(self.lane_list)

    async def use_builtin(self) -> Lane:
        self._note("use_builtin")
        lane = Lane(LaneId(1), "Built-in engine", "", "builtin", "enabled", 2)
        self.lane_list.append(lane)
        return lane

    async def use_comfyui(self, url: str) -> EngineInfo:
        self._note("use_comfyui", url)
        found = await self.test_address(url)
        self.lane_list.append(Lane(LaneId(2), "ComfyUI", url, "comfyui", "enabled", 2))
        return found

    async def test_address(self, url: str) -> EngineInfo:
        self._note("test_address", url)
        if url not in self.answering:
            raise EngineUnreachable(
                "ComfyUI does not answer.", f"Nothing listens at {url}.", "Start ComfyUI, then look again."
            )
        return self.answering[url]

    @property
    def editing(self) -> "FakeEditing":
        return FakeEditing(self)

    @property
    def engines(self) -> "FakeEngines":
        return FakeEngines(self)

    async def announce(self) -> None:
        self._note("announce")

    # ---- state of the window

    @property
    def workspaces(self) -> "FakeWorkspaces":
        return FakeWorkspaces(self)

    async def setting(self, key: str, default: str = "") -> str:
        return self.settings.get(key, default)

    async def set_setting(self, key: str, value: str) -> None:
        self._note("set_setting", key, value)
        self.settings[key] = value

    # ---- for tests

    def times_asked(self, name: str) -> int:
        """How often a method was called."""
        return sum(1 for entry in self.asked if entry[0] == name)

    def add_definition(self, definition: WorkflowDefinition) -> None:
        """Puts a workflow on the shelf."""
        self.shelf = replace(self.shelf, definitions=(*self.shelf.definitions, definition))

    def _note(self, name: str, *arguments: Any) -> None:
        self.asked.append((name, *arguments))
        if name in self.failures:
            raise self.failures[name]

    def _look(self, path: str, kind: str) -> Candidate:
        if path in self.unusable:
            return Candidate(path, problem=self.unusable[path])
        name = PurePath(path).name
        if not name.endswith((".jpg", ".png", ".mp4")):
            return Candidate(path, problem=Problem(f"{name} is not a picture.", "It holds text.", "Leave it out."))
        found = MediaKind.VIDEO if name.endswith(".mp4") else MediaKind.IMAGE
        if found != kind:
            return Candidate(path, problem=Problem(f"{name} is a {found}.", f"This workflow takes {kind}s."))
        return Candidate(path, MediaFacts(found, 1600, 1200, 500_000))


class FakeImporting:
    """No file carries a workflow."""

    async def carriers(self, _paths: Sequence[str]) -> tuple[Any, ...]:
        return ()


class FakeLogFiles:
    """No logs but those of jobs."""

    async def sources(self) -> list[Any]:
        return []


class FakeNotices:
    """What the notification centre asks; `told` are the notices that went to a web address."""

    def __init__(self, wishes: Wishes | None = None) -> None:
        self.said = wishes or Wishes()
        self.stored: list[Notice] = []
        self.told: list[tuple[str, Notice]] = []

    async def kept(self) -> list[Notice]:
        return self.stored

    async def keep(self, notices: list[Notice]) -> None:
        self.stored = notices

    async def wishes(self) -> Wishes:
        return self.said

    async def post(self, url: str, notice: Notice) -> None:
        self.told.append((url, notice))


@dataclass
class FakeGraphs:
    """The same small graph for every prompt."""

    desk: FakeDesk

    async def folded(self, prompt_id: PromptId) -> FoldedText:
        return fold(await self.desk.graph_json(prompt_id))


class FakeNight:
    """Nothing happens after the queue."""

    async def after_queue(self) -> tuple[AfterQueue, str]:
        return AfterQueue.NOTHING, ""


@dataclass
class FakeEstimates:
    """A desk without a past."""

    forecast_said: Forecast = field(default_factory=Forecast)
    outlook_said: Outlook = field(default_factory=lambda: Outlook(0))
    wishes: list[Wish] = field(default_factory=list)

    async def forecast(self) -> Forecast:
        return self.forecast_said

    async def outlook(self, wish: Wish) -> Outlook:
        self.wishes.append(wish)
        return replace(self.outlook_said, prompts=wish.prompts)


@dataclass
class FakeWorkspaces:
    """One tab; its text is the desk's field `workspace`."""

    desk: FakeDesk

    async def open(self) -> OpenedWorkspaces:
        if not self.desk.workspace:
            return OpenedWorkspaces()
        return OpenedWorkspaces((Workspace("1", "Workspace 1", "", from_json(self.desk.workspace)),), "1")

    async def first_folder(self) -> FirstFolder:
        return NO_FOLDER

    async def folder_to_show(self, chosen: str) -> str:
        return chosen

    async def save(self, workspaces: Sequence[Workspace]) -> None:
        self.desk._note("save_workspaces", tuple(workspaces))
        for one in workspaces:
            self.desk.workspace = to_json(one.state)

    async def arrange(self, ids: Sequence[str], active: str) -> None:
        self.desk._note("arrange", tuple(ids), active)


class FakeOutputs:
    """The questions about finished files, answered from the jobs' details."""

    def __init__(self, desk: FakeDesk) -> None:
        self._desk = desk
        self._marks: dict[int, GalleryOutput] = {}

    async def rows(self, ids: Sequence[int]) -> list[GalleryOutput]:
        known = {row.id: self._marks.get(row.id, row) for row in self._all()}
        return [known[one] for one in ids if one in known]

    async def rate(self, ids: Sequence[int], rating: int) -> list[GalleryOutput]:
        self._marks |= {row.id: row.marked(rating=rating) for row in await self.rows(ids)}
        return await self.rows(ids)

    async def set_favourite(self, ids: Sequence[int], favourite: bool) -> list[GalleryOutput]:
        self._marks |= {row.id: row.marked(favourite=favourite) for row in await self.rows(ids)}
        return await self.rows(ids)

    def _all(self) -> Iterator[GalleryOutput]:
        for detail in self._desk.details.values():
            prompts = {prompt.id: prompt for prompt in detail.prompts}
            for output in detail.outputs:
                made = prompts[output.prompt_id]
                job = detail.job
                yield GalleryOutput(
                    *(output, job.id, job.name, "camera-move", made.seed, made.try_number, made.source_path, NOW)
                )


class FakeLoop:
    """Answers at once; while `held`, questions wait for `release`."""

    def __init__(self) -> None:
        self.held = False
        self._waiting: list[tuple[Coroutine[Any, Any, Any], Future[Any]]] = []

    def submit(self, question: Coroutine[Any, Any, Any]) -> "Future[Any]":
        future: Future[Any] = Future()
        if self.held:
            self._waiting.append((question, future))
        else:
            finish(question, future)
        return future

    def release(self) -> None:
        """Answers everything that was asked meanwhile."""
        self.held = False
        waiting, self._waiting = self._waiting, []
        for question, future in waiting:
            finish(question, future)


def make_calls(desk: FakeDesk, loop: FakeLoop | None = None) -> Calls:
    """Calls that ask this desk."""
    return Calls(desk, (loop or FakeLoop()).submit)  # type: ignore[arg-type]


def finish(question: Coroutine[Any, Any, Any], future: "Future[Any]") -> None:
    try:
        future.set_result(asyncio.run(question))
    except Exception as error:  # noqa: BLE001  # as an event loop does: the asker sees it
        future.set_exception(error)


class FakeEngines:
    """The questions about engines, answered by the desk's list of lanes."""

    def __init__(self, desk: FakeDesk) -> None:
        self._desk = desk

    async def rows(self) -> list[LaneRow]:
        loads = self._desk.lane_loads
        return [LaneRow(lane, loads.get(lane.id, LaneLoad(0, 0))) for lane in self._desk.lane_list]

    async def remove(self, lane_id: LaneId) -> bool:
        self._desk.lane_list = [lane for lane in self._desk.lane_list if lane.id != lane_id]
        return True


@dataclass
class FakeEditing:
    """The questions about jobs that are queued already."""

    desk: FakeDesk

    async def listing(self, query: JobQuery) -> JobListing:
        return JobListing(tuple(await self.desk.job_ids(query)))

    async def cancel(self, ids: Sequence[JobId]) -> int:
        self.desk._note("cancel", tuple(ids))
        return len(ids)

    async def retry(self, ids: Sequence[JobId], states: Sequence[str] = ("failed",)) -> int:
        self.desk._note("retry", tuple(ids), tuple(states))
        return len(ids)
