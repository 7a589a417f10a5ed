"""What the window asks about auto-prompts, and the batches that it starts."""

import asyncio
import logging
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from vqdesk.domain.auto_prompt import (
    AutoBatch,
    AutoImage,
    AutoRunTold,
    BatchStep,
    ImageNext,
    LlmFault,
    PromptName,
    SystemPrompt,
    sharers,
)
from vqdesk.domain.errors import Stopped, UserError
from vqdesk.domain.events import JobsChanged
from vqdesk.domain.job import JobId, Lane
from vqdesk.domain.settings import LLM_GPU, LLM_URL
from vqdesk.ports import KeptTexts, StopSignal
from vqdesk.runtime.apart import apart
from vqdesk.runtime.faults import log_end, problem_of
from vqdesk.runtime.pools import Pools
from vqdesk.runtime.worker import Worker
from vqdesk.services.auto_prompt import AutoOverrides, BatchRequest, Listeners, LlmState

if TYPE_CHECKING:
    from vqdesk.runtime.services import Services

_log = logging.getLogger(__name__)
_LOOK_S = 5.0
_AWAY = frozenset({f"llm_{LlmFault.UNREACHABLE}", f"llm_{LlmFault.HUNG_UP}", f"llm_{LlmFault.LOADING}"})


@dataclass(frozen=True, slots=True)
class _Run:
    number: int
    request: BatchRequest
    overrides: AutoOverrides
    stop: StopSignal


class AutoPromptDesk:
    """All methods raise UserError. Batches run one after the other and tell of themselves (AutoRunTold)."""

    def __init__(self, services: "Services", pools: Pools, worker: Worker, look_s: float = _LOOK_S) -> None:
        self._service = services.auto_prompt
        self._services = services
        self._pools = pools
        self._worker = worker
        self._look_s = look_s
        self._turn = asyncio.Lock()
        self._runs: dict[int, tuple[_Run, asyncio.Task[None]]] = {}
        self._count = 0

    async def state(self) -> LlmState:
        """Whether auto-prompts can be made now, looked at now."""
        return await apart(self._service.look)

    async def changed(self, known: LlmState) -> LlmState:
        """The state as soon as it is another than `known`; looks again every few seconds."""
        while _marks(now := await self.state()) == _marks(known):
            await asyncio.sleep(self._look_s)
        return now

    async def start(self, request: BatchRequest, overrides: AutoOverrides | None = None) -> int:
        """Number of the batch, which runs by itself from now on.

        While the server is away it waits; when the server is back, only the rest is asked for.
        """
        self._count += 1
        run = _Run(self._count, request, overrides or AutoOverrides(), StopSignal())
        self._runs[run.number] = (run, asyncio.create_task(self._guard(run)))
        return run.number

    async def stop(self, number: int) -> None:
        """Ends a batch soon; what it has is kept. Its end is told."""
        if number in self._runs:
            self._runs[number][0].stop.stop()

    async def prompt(self, name: PromptName) -> SystemPrompt:
        return await self._pools.files(self._service.prompts.get, name)

    async def save_prompt(self, name: PromptName, text: str) -> SystemPrompt:
        """Keeps the user's own copy. Raises ParameterInvalid for an unknown placeholder."""
        return await self._pools.files(self._service.prompts.save, name, text)

    async def reset_prompt(self, name: PromptName) -> SystemPrompt:
        return await self._pools.files(self._service.prompts.reset, name)

    async def prompt_difference(self, name: PromptName) -> str:
        """Unified diff of the user's copy to the shipped prompt; "" for none."""
        return await self._pools.files(self._service.prompts.difference, name)

    async def kept(self) -> KeptTexts:
        """How many captions and motion prompts are kept."""
        return await self._pools.read(self._service.kept.kept)

    async def forget_kept(self) -> None:
        await self._pools.write(self._service.kept.clear)

    async def go_without(self, job_ids: Sequence[JobId]) -> int:
        """Jobs that wait for their texts go on with those of the form; the number of jobs that waited."""
        gone = await self._pools.write(self._services.store.texts.go_without, job_ids)
        for job_id in gone:
            self._worker.post(JobsChanged(job_id))
        await self._worker.refresh()
        return len(gone)

    # ---- a batch ----------------------------------------------------------------------------------

    async def _guard(self, run: _Run) -> None:
        """Top of a batch's task: whatever happens, its end is told."""
        done = AutoBatch((), "", "", 0.0)
        try:
            async with self._turn:
                done = await self._through(run)
        except UserError as error:
            done = replace(done, problem=error.problem)
        except Exception as error:  # noqa: BLE001  top of a task
            log_end(_log, "auto-prompts", error)
            summary = "Auto-prompts ended by a fault of VQDesk."
            done = replace(done, problem=problem_of(error, summary, "If it goes on, send the log file."))
        finally:
            self._runs.pop(run.number, None)
            self._tell(run, done)

    async def _through(self, run: _Run) -> AutoBatch:
        """Goes on after every absence of the server, with what is left."""
        images: dict[str, AutoImage] = {}
        while True:
            rest = [path for path in run.request.paths if path not in images or _is_open(images[path])]
            known = {path: image.caption for path, image in images.items() if image.caption}
            request = replace(run.request, paths=rest, captions={**run.request.captions, **known})
            batch = await self._once(run, request)
            images |= {image.path: image for image in batch.images}
            whole = replace(batch, images=tuple(images[path] for path in run.request.paths if path in images))
            if batch.problem is None or batch.problem.kind not in _AWAY:
                return whole
            self._tell(run, BatchStep("away", f"{batch.problem.summary} The batch goes on when it is back."))
            try:
                await self._until_back(run)
            except Stopped:
                return whole

    async def _once(self, run: _Run, request: BatchRequest) -> AutoBatch:
        lanes, url, where = await self._pools.read(self._facts, run)
        resting = [lane.id for lane in sharers(lanes, url, where)]
        generator = await apart(self._service.generator, run.overrides, run.stop)
        loop = asyncio.get_running_loop()

        def told(what: BatchStep | AutoImage | ImageNext) -> None:
            with suppress(RuntimeError):  # the loop has ended before the batch
                loop.call_soon_threadsafe(self._tell, run, what)

        def next_one(stage: str, path: str, number: int, total: int) -> None:
            told(ImageNext(stage, path, number, total))

        async with self._worker.baton.lent(resting, lambda step: self._tell(run, step), run.stop):
            try:
                return await apart(generator.generate_batch, request, next_one, Listeners(told, told))
            except asyncio.CancelledError:
                run.stop.stop()
                raise

    def _facts(self, run: _Run) -> tuple[list[Lane], str, str]:
        settings = self._services.settings
        url = run.overrides.url or settings.get(LLM_URL)
        return self._services.store.lanes.all(), url, settings.get(LLM_GPU)

    async def _until_back(self, run: _Run) -> None:
        """Raises Stopped."""
        while (await apart(self._service.look, run.overrides.url)).problem is not None:
            for _ in range(max(1, round(self._look_s / 0.2))):
                run.stop.check()
                await asyncio.sleep(0.2)

    def _tell(self, run: _Run, what: BatchStep | AutoImage | ImageNext | AutoBatch) -> None:
        self._worker.post(AutoRunTold(run.number, what))


def _marks(state: LlmState) -> object:
    """What tells states apart; the window may have read a problem in another language."""
    return state.url, state.facts, state.problem and state.problem.kind


def _is_open(image: AutoImage) -> bool:
    return not image.texts and image.problem is None
